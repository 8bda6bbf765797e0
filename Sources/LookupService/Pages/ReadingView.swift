import AnswerRendering
package import ParcelValidation
package import SystemSupport
import TabularText

/// How an uploaded list would be read: what a person looks at, and may change, before it is judged.
package struct ListReadingContent: Sendable {
    /// A choice among names: of a workbook its sheets, of a database its layers.
    package struct Choice: Sendable {
        let names: [String]
        let chosen: String?

        package init(_ names: [String], chosen: String?) {
            self.names = names
            self.chosen = chosen
        }
    }

    package var sheets: Choice?
    package var layers: Choice?
    /// As it was asked for; nil: it is found.
    package var headerRow: Int?
    /// The list is text, or a workbook: its header may begin in any row.
    package var hasHeaderRow = false
    /// Of text: the encodings and delimiters by their names, and those that are taken.
    package var encodings: Choice?
    package var delimiters: Choice?
    package var preview: ListPreview?
    /// The number of the first row behind the header, as a person finds it.
    package var firstRow = 1
    /// Why it can't be read as it stands.
    package var fault: Remark?
    package var remarks: [Remark] = []
    /// As they were asked for.
    package var units: [ColumnRole: ListUnit] = [:]
    package var columns: [ColumnRole: String] = [:]

    package init() {}
}

/// The part of the form with these choices.
struct ReadingView {
    private let content: ListReadingContent

    init(_ content: ListReadingContent) { self.content = content }

    func view(in frame: PageFrame) -> View {
        let language = frame.language
        var fields: [View] = []
        for (setting, choice) in [
            (ListSetting.sheet, content.sheets), (.layer, content.layers), (.encoding, content.encodings),
            (.delimiter, content.delimiters),
        ] {
            guard let choice, !choice.names.isEmpty else { continue }
            fields.append(
                Self.field(
                    setting.rawValue, setting.field(language),
                    choice.names.map { ($0, Self.word($0, setting, language), $0 == choice.chosen) }))
        }
        let columns = content.preview.map { roles($0, language) } ?? []
        return [
            "fault": .sentence(orNothing: fault?.sentence(in: language)),
            "remarks": .sentences(content.remarks.map { $0.sentence(in: language) }),
            "fields": .views(fields), "roles": .views(columns), "has_roles": .flag(!columns.isEmpty),
            "header_row": content.hasHeaderRow
                ? .view([
                    "label": .sentence(ListSetting.headerRow.field(language)),
                    "value": .text(content.headerRow.map(String.init) ?? ""),
                ]) : .nothing,
            "sample": .view(orNothing: content.preview.map { sample($0, language) }),
        ]
    }

    private var fault: Remark? { content.fault ?? content.preview?.fault.map { Remark($0) } }

    /// A choice for each role, and for the units of figures.
    private func roles(_ preview: ListPreview, _ language: Language) -> [View] {
        let none = language.pick(zh: "（没有这一列）", en: "(no such column)")
        let byHeader = language.pick(zh: "（按表头）", en: "(by the header)")
        return ColumnRole.allCases.flatMap { role -> [View] in
            // Where they can't be told, those that were asked for stay.
            let told = content.columns[role]
            let chosen = preview.columns.map { $0[role] } ?? told.flatMap { Int($0).map { $0 - 1 } }
            let isNone = preview.columns == nil ? told == "" : chosen == nil
            var choices: [(String, Sentence, Bool)] = [("0", none, isNone)]
            if preview.columns == nil {
                let open = language.pick(zh: "（未定）", en: "(open)")
                choices.insert(("", open, told == nil), at: 0)
            }
            choices += preview.headers.enumerated().map { index, name in
                ("\(index + 1)", "\(index + 1) \(excerpt: name, characters: 24)", index == chosen)
            }
            var fields = [Self.field("column_\(role.rawValue)", role.sentence(in: language), choices)]
            let units = ListUnit.words(of: role)
            if chosen != nil, !units.isEmpty {
                let label = language.pick(
                    zh: "\(role.sentence(in: .zh))的单位", en: "Unit of the \(role.sentence(in: .en))")
                let unit = content.units[role]
                fields.append(
                    Self.field(
                        "unit_\(role.rawValue)", label,
                        [("", byHeader, unit == nil)]
                            + units.map { ($0, "\($0)", unit != nil && ListUnit(word: $0, of: role) == unit) }))
            }
            return fields
        }
    }

    /// The header and the first rows, each column with what it is taken for.
    private func sample(_ preview: ListPreview, _ language: Language) -> View {
        let shown = min(preview.headers.count, Self.columns)
        let roles = preview.columns?.columns ?? [:]
        return [
            "roles": .sentences(
                (0..<shown).map { index in
                    ColumnRole.allCases.first { roles[$0] == index }.map { $0.sentence(in: language) } ?? ""
                }),
            "names": .sentences(preview.headers.prefix(shown).map { "\(excerpt: $0, characters: 40)" }),
            "rows": .views(
                preview.rows.enumerated().map { index, row in
                    [
                        "number": .text(String(content.firstRow + index)),
                        "cells": .sentences(row.prefix(shown).map { "\(excerpt: $0, characters: 40)" }),
                    ]
                }),
            "more": .sentence(
                orNothing: preview.headers.count > shown
                    ? language.pick(
                        zh: "另有 \(preview.headers.count - shown) 列未显示。",
                        en: "\(preview.headers.count - shown) more columns are not shown.") : nil),
        ]
    }

    /// What a person calls it.
    private static func word(_ name: String, _ setting: ListSetting, _ language: Language) -> Sentence {
        guard setting == .delimiter else { return setting == .encoding ? "\(name.uppercased())" : "\(name)" }
        return switch Delimiter(word: name) {
        case .comma: language.pick(zh: "逗号 ,", en: "comma")
        case .tab: language.pick(zh: "制表符", en: "tab")
        case .semicolon: language.pick(zh: "分号 ;", en: "semicolon")
        case .fullWidthComma: language.pick(zh: "全角逗号 ，", en: "full-width comma")
        case nil: "\(name)"
        }
    }

    /// More columns than that make no table that can be looked at.
    private static let columns = 40

    private static func field(_ name: String, _ label: Sentence, _ choices: [(String, Sentence, Bool)]) -> View {
        [
            "name": .text(name), "label": .sentence(label),
            "choices": .views(
                choices.map { ["value": .text($0.0), "text": .sentence($0.1), "chosen": .flag($0.2)] }),
        ]
    }
}

import AnswerRendering
import GradeModel
import SystemSupport

/// Villages with a column for each land type that is graded at all; the others are named once below the table.
struct VillageTableView {
    private let rows: [VillageRow]
    private let range: Range<Int>

    /// - Parameters:
    ///   - rows: of the whole list, which has the same columns on each of its pages.
    ///   - range: those that are shown; nil: all.
    init(_ rows: [VillageRow], showing range: Range<Int>? = nil) {
        self.rows = rows
        self.range = range ?? rows.indices
    }

    func view(in frame: PageFrame, asOf date: CalendarDate?, withTownship: Bool) -> View {
        let language = frame.language
        let labels = language.listLabels
        let table = VillageTable(rows: rows, language: language)
        let withCounty = Set(rows.map(\.county.code)).count > 1
        return [
            "counties": .sentence(orNothing: withCounty ? labels.county : nil),
            "townships": .sentence(orNothing: withTownship ? labels.township : nil),
            "village": .sentence(labels.village), "kind": .sentence(labels.kind),
            "land_types": .sentences(table.graded.map { language.word($0) }),
            "is_wide": .flag(isWide(table.graded)),
            "rows": .views(
                rows[range].map { row in
                    [
                        "county": .sentence(orNothing: withCounty ? "\(row.county.name)" : nil),
                        "township": .sentence(orNothing: withTownship ? "\(row.township)" : nil),
                        "name": .sentence(language.entryName(row.village, part: nil)),
                        "url": .text(
                            row.place.map { frame.link.place($0, asOf: date) }
                                ?? frame.link.township(row.township, of: row.county, asOf: date)),
                        "kind": .sentence(row.kind.map { language.word($0) } ?? ""),
                        "cells": .views(table.graded.map { cell(row, $0, table, language) }),
                    ]
                }),
            "ungraded": .sentence(orNothing: table.ungraded),
        ]
    }

    /// Whether a sheet of paper has to lie across: many columns, or long ones.
    private func isWide(_ graded: [LandType]) -> Bool {
        graded.count > 2 && rows[range].contains { row in row.grades.contains { !$0.parts.isEmpty } }
    }

    private func cell(_ row: VillageRow, _ landType: LandType, _ table: VillageTable, _ language: Language) -> View {
        let held = row[landType]?.grade
        let text = table.cell(row, landType)
        return [
            "land_type": .sentence(language.word(landType)),
            "grade": .sentence(orNothing: held.map { language.word($0) }),
            "disputed": .flag(row[landType]?.outcome == .disputed),
            // Of a township as a whole, its villages give the other land types.
            "text": held != nil || text.isEmpty ? .nothing : .sentence(text),
        ]
    }
}

/// How many entries hold each grade, villages nearly always: a bar each, with the number beside it.
struct GradeChart {
    private let counts: [LandType: [GradeCount]]

    init(_ rows: [GradeRow]) {
        counts = Dictionary(grouping: rows, by: \.landType).mapValues { $0.compactMap(\.count) }
    }

    /// Of the villages of one township. Its own grade as a whole is counted once.
    init(_ villages: [VillageRow]) {
        counts = Dictionary(
            uniqueKeysWithValues: LandType.allCases.map { ($0, GradeCount.counts(of: $0, in: villages)) })
    }

    /// Nothing where nothing is graded.
    func view(in frame: PageFrame) -> View? {
        let language = frame.language
        let most = counts.values.joined().map(\.entries).max() ?? 0
        guard most > 0 else { return nil }
        let groups = LandType.allCases.compactMap { landType -> View? in
            guard let counts = counts[landType], !counts.isEmpty else { return nil }
            return [
                "name": .sentence(language.word(landType)),
                "bars": .views(
                    counts.map { count in
                        [
                            "grade": .sentence(language.word(count.grade)),
                            "count": .sentence(PageNote.villages(count.entries).sentence(in: language)),
                            // Hundredths of the longest bar.
                            "width": .text(Self.hundredths(count.entries, of: most)),
                            "disputed_width": .text(Self.hundredths(count.disputed, of: most)),
                            "disputed": .sentence(
                                orNothing: count.disputed == 0
                                    ? nil : PageNote.disputed(count.disputed).sentence(in: language)),
                        ]
                    }),
            ]
        }
        return ["groups": .views(groups)]
    }

    private static func hundredths(_ part: Int, of whole: Int) -> String {
        String(part == 0 ? 0 : max(1, part * 100 / whole))
    }
}

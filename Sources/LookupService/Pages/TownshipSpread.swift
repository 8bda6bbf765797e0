import AnswerRendering
import GradeModel
import SystemSupport

/// How the grades of each township are spread: a bar for each land type, its grades one behind the other, what is in dispute
/// marked in it, and the numbers beside it.
struct TownshipSpread {
    private let townships: [TownshipRow]
    private let county: County
    private let date: CalendarDate?
    /// The land types that the edition grades.
    private let graded: [LandType]
    private var counts: [String: [LandType: [GradeCount]]] = [:]
    /// Of townships graded as a whole.
    private var whole: [String: [LandType: VillageGrade]] = [:]

    /// - Parameter rows: every village of the county.
    init(_ townships: [TownshipRow], _ rows: [VillageRow], of county: County, asOf date: CalendarDate?) {
        self.townships = townships
        self.county = county
        self.date = date
        let graded = LandType.allCases.filter { landType in townships.contains { $0.entries[landType] != nil } }
        self.graded = graded
        for (township, rows) in Dictionary(grouping: rows, by: \.township) {
            for landType in graded {
                counts[township, default: [:]][landType] = GradeCount.counts(
                    of: landType, in: rows.filter { $0.village != nil })
                whole[township, default: [:]][landType] =
                    rows.lazy.filter { $0.village == nil }
                    .compactMap { $0[landType] }.first
            }
        }
    }

    /// The units that a bar is drawn in; its height is 10.
    private static let width = 1000
    /// Shades in the style sheet; the last one stands for every further grade.
    private static let shades = 6

    func view(in frame: PageFrame) -> View {
        let language = frame.language
        let labels = language.listLabels
        let held = counts.values.flatMap(\.values)
        let most = held.map { $0.reduce(0) { $0 + $1.entries } }.max() ?? 0
        let grades = Set(held.joined().map(\.grade)).sorted()
        let isDisputed = held.joined().contains { $0.disputed > 0 }
        return [
            "header": .sentences(graded.map { language.word($0) }),
            "township": .sentence(labels.township), "pinyin": .sentence(labels.pinyin),
            "villages": .sentence(labels.villages),
            "legend": .views(
                grades.map { ["shade": .text(Self.shade($0)), "text": .sentence(language.word($0))] }
                    + (isDisputed ? [["shade": .text("part"), "text": .sentence(labels.disputed)]] : [])),
            "rows": .views(
                townships.map { row in
                    [
                        "name": .sentence("\(row.name)"),
                        "url": .text(frame.link.township(row.name, of: county, asOf: date)),
                        "pinyin": .sentence("\(row.pinyin)"), "count": .sentence("\(row.villages)"),
                        "cells": .views(graded.map { cell(row, $0, of: most, language) }),
                    ]
                }),
        ]
    }

    private func cell(_ row: TownshipRow, _ landType: LandType, of most: Int, _ language: Language) -> View {
        let name = language.word(landType)
        if let whole = whole[row.name]?[landType], let grade = whole.grade {
            let text = language.wholeTownship(grade, isDisputed: whole.outcome == .disputed)
            return ["land_type": .sentence(name), "bar": .nothing, "text": .sentence(text)]
        }
        let counts = counts[row.name]?[landType] ?? []
        guard !counts.isEmpty else {
            return ["land_type": .sentence(name), "bar": .nothing, "text": .sentence(language.notListedCell)]
        }
        var segments: [View] = []
        var before = 0
        for count in counts {
            let (start, end) = (before * Self.width / most, (before + count.entries) * Self.width / most)
            let disputed = count.disputed * Self.width / most
            segments.append(
                [
                    "shade": .text(Self.shade(count.grade)), "x": .text("\(start)"), "width": .text("\(end - start)"),
                    "disputed": count.disputed == 0
                        ? .nothing : .view(["from": .text("\(end - disputed)"), "long": .text("\(disputed)")]),
                ])
            before += count.entries
        }
        return [
            "land_type": .sentence(name), "bar": .view(["segments": .views(segments)]),
            "text": .sentence(
                language.enumeration(
                    counts.map { PageNote.holding($0.grade, $0.entries, disputed: $0.disputed).sentence(in: language) })
            ),
        ]
    }

    private static func shade(_ grade: Grade) -> String { "shade\(min(grade.rawValue, shades))" }
}

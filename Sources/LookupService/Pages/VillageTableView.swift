import AnswerRendering
import GradeModel
import SystemSupport

/// Villages with a column for each land type that is graded at all; the others are named once below the table.
struct VillageTableView {
    private let rows: [VillageRow]

    init(_ rows: [VillageRow]) { self.rows = rows }

    func view(in frame: PageFrame, asOf date: CalendarDate?, withTownship: Bool) -> View {
        let language = frame.language
        let labels = language.listLabels
        let asked = LandType.allCases.filter { landType in
            rows.contains { row in row.grades.contains { $0.landType == landType } }
        }
        let graded = asked.filter { landType in
            rows.contains { row in
                row.grades.contains { $0.landType == landType && $0.outcome != .notPublished }
            }
        }
        let withCounty = Set(rows.map(\.county.code)).count > 1
        let ungraded = asked.filter { !graded.contains($0) }
        return [
            "header": .sentences(
                (withCounty ? [labels.county] : []) + (withTownship ? [labels.township] : []) + [
                    labels.village, labels.kind,
                ] + graded.map { language.word($0) }),
            "rows": .views(
                rows.map { row in
                    [
                        "before": .sentences(
                            (withCounty ? ["\(row.county.name)"] : [])
                                + (withTownship ? ["\(row.township)"] : [])),
                        "name": .sentence(language.entryName(row.village, part: nil)),
                        "url": .text(
                            row.place.map { frame.link.place($0, asOf: date) }
                                ?? frame.link.township(row.township, of: row.county, asOf: date)),
                        "kind": .sentence(row.kind.map { language.word($0) } ?? ""),
                        "cells": .views(
                            graded.map { landType in
                                // Of a township as a whole, other land types are given by its villages.
                                row.village == nil && !row.grades.contains { $0.landType == landType }
                                    ? ["grade": .nothing, "disputed": .flag(false), "text": .nothing]
                                    : cell(row.grades.first { $0.landType == landType }, language)
                            }),
                    ]
                }),
            "ungraded": .sentence(orNothing: ungraded.isEmpty ? nil : language.ungraded(ungraded)),
        ]
    }

    private func cell(_ grade: VillageGrade?, _ language: Language) -> View {
        guard let grade else {
            return ["grade": .nothing, "disputed": .flag(false), "text": .sentence(language.noEditionCell)]
        }
        let held = grade.grade
        let text =
            switch grade.outcome {
            case .byPart: language.partCell(grade.parts)
            case .unknownVillage: language.unknownVillageCell
            case .notListed: language.notListedCell
            case .graded, .disputed, .notPublished: language.notPublishedCell
            }
        return [
            "grade": .sentence(orNothing: held.map { language.word($0) }),
            "disputed": .flag(grade.outcome == .disputed), "text": held != nil ? .nothing : .sentence(text),
        ]
    }
}

/// How many entries hold each grade, villages nearly always: a bar each, with the number beside it.
struct GradeChart {
    private let rows: [GradeRow]

    init(_ rows: [GradeRow]) { self.rows = rows }

    /// Of the villages of one township. Its own grade as a whole is counted once.
    init(county: County, edition: EditionID, _ villages: [VillageRow]) {
        rows = LandType.allCases.flatMap { landType -> [GradeRow] in
            let grades = villages.compactMap { row in
                row.grades.first { $0.landType == landType && (row.village == nil || $0.scope != .township) }
            }
            let held =
                grades.compactMap { grade in grade.grade.map { ($0, grade.outcome == .disputed) } }
                + grades.flatMap(\.parts).map { ($0.grade, $0.isDisputed) }
            return Set(held.map(\.0)).sorted().map { grade in
                GradeRow(
                    county: county, edition: edition, landType: landType,
                    count: GradeCount(
                        grade: grade, villages: held.count { $0.0 == grade },
                        disputed: held.count { $0.0 == grade && $0.1 }))
            }
        }
    }

    /// Nothing where nothing is graded.
    func view(in frame: PageFrame) -> View? {
        let language = frame.language
        let most = rows.compactMap { $0.count?.entries }.max() ?? 0
        guard most > 0 else { return nil }
        let groups = LandType.allCases.compactMap { landType -> View? in
            let counts = rows.filter { $0.landType == landType }.compactMap(\.count)
            guard !counts.isEmpty else { return nil }
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

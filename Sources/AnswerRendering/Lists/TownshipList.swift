package import GradeModel
import StrictJSON
package import SystemSupport

extension TownshipRow: ListRow {
    static var key: String { "townships" }

    static var header: [String] {
        ["county_code", "county", "township", "pinyin", "villages"] + LandType.allCases.map { "\($0.rawValue)_entries" }
            + LandType.allCases.map { "\($0.rawValue)_whole_grade" }
    }

    var json: JSONValue {
        [
            "county": AnswerJSON.county(county), "township": .string(name), "pinyin": .string(pinyin),
            "villages": .integer(villages), "entries": LandTypeCounts.json(entries),
            "whole_grades": LandTypeCounts.json(wholeGrades.mapValues(\.rawValue)),
        ]
    }

    var records: [[String]] {
        [
            [county.code, county.name, name, pinyin, String(villages)]
                + LandType.allCases.map { AnswerCSV.number(entries[$0]) }
                + LandType.allCases.map { AnswerCSV.number(wholeGrades[$0]?.rawValue) }
        ]
    }

    static func text(_ rows: [TownshipRow], in language: Language) -> String {
        let labels = language.listLabels
        let graded = LandType.allCases.filter { landType in rows.contains { $0.entries[landType] != nil } }
        let countyColumn = CountyColumn(rows.map(\.county))
        var table = TextTable(
            header: countyColumn.header(labels) + [labels.township, labels.pinyin, labels.villages]
                + graded.map { language.word($0) },
            alignments: countyColumn.alignments + [.left, .left, .right] + graded.map { _ in .right })
        for row in rows {
            table.append(
                countyColumn.cell(row.county) + ["\(row.name)", "\(row.pinyin)", "\(row.villages)"]
                    + graded.map { row.cell($0, in: language) })
        }
        let ungraded = LandType.allCases.filter { !graded.contains($0) }
        return table.text + (ungraded.isEmpty ? "" : language.ungraded(ungraded).text + "\n")
    }
}

extension TownshipRow {
    /// How many villages a table lists, or the grade of the township as a whole.
    package func cell(_ landType: LandType, in language: Language) -> Sentence {
        if let grade = wholeGrades[landType] {
            return language.wholeTownship(grade, isDisputed: false)
        }
        return entries[landType].map { "\($0)" } ?? language.notPublishedCell
    }
}

/// Counts per land type; a land type without a number was not graded.
enum LandTypeCounts {
    static func json(_ counts: [LandType: Int]) -> JSONValue {
        .object(LandType.allCases.map { JSONMember($0.rawValue, .number(counts[$0])) })
    }
}

import GradeModel
import StrictJSON

extension VillageRow: ListRow {
    static var key: String { "villages" }

    static var header: [String] {
        [
            "county_code", "county", "township", "village", "kind", "land_type", "land_outcome", "grade",
            "printed_grade", "erratum",
        ]
    }

    var json: JSONValue {
        [
            "county": AnswerJSON.county(place.county), "township": .string(place.township),
            "village": .string(place.village), "kind": .string(place.kind.rawValue),
            "land_types": .array(grades.map(Self.json)),
        ]
    }

    private static func json(_ grade: VillageGrade) -> JSONValue {
        [
            "land_type": .string(grade.landType.rawValue), "outcome": .string(grade.outcome.rawValue),
            "grade": .number(grade.grade?.rawValue), "printed_grade": .number(grade.printedGrade?.rawValue),
            "erratum": .text(grade.erratum),
        ]
    }

    /// One for each land type, one with empty cells where no edition was in force.
    var records: [[String]] {
        let cells = [place.county.code, place.county.name, place.township, place.village, place.kind.rawValue]
        guard !grades.isEmpty else { return [cells + Array(repeating: "", count: Self.header.count - cells.count)] }
        return grades.map { grade in
            cells + [
                grade.landType.rawValue, grade.outcome.rawValue, AnswerCSV.number(grade.grade?.rawValue),
                AnswerCSV.number(grade.printedGrade?.rawValue), grade.erratum ?? "",
            ]
        }
    }

    static func text(_ rows: [VillageRow], in sentences: any Sentences) -> String {
        VillageTable(rows: rows, sentences: sentences).lines.map { $0 + "\n" }.joined()
    }
}

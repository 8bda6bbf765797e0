import GradeModel
import StrictJSON
import SystemSupport

extension VillageRow: ListRow {
    static var key: String { "villages" }

    static var header: [String] {
        [
            "county_code", "county", "township", "village", "kind", "land_type", "land_outcome", "grade",
            "printed_grade", "erratum", "scope", "part",
        ]
    }

    var json: JSONValue {
        [
            "county": AnswerJSON.county(county), "township": .string(township),
            "village": .text(village), "kind": .text(kind?.rawValue),
            "land_types": .array(grades.map(Self.json)),
        ]
    }

    private static func json(_ grade: VillageGrade) -> JSONValue {
        [
            "land_type": .string(grade.landType.rawValue), "outcome": .string(grade.outcome.rawValue),
            "grade": .number(grade.grade?.rawValue), "printed_grade": .number(grade.printedGrade?.rawValue),
            "erratum": .text(grade.erratum), "scope": .text(grade.scope?.rawValue),
            "parts": .array(
                grade.parts.map { part in
                    [
                        "part": .string(part.part), "grade": .integer(part.grade.rawValue),
                        "printed_grade": .integer(part.printedGrade.rawValue), "disputed": .bool(part.isDisputed),
                        "erratum": .text(part.erratum),
                    ]
                }),
        ]
    }

    /// One for each land type, one for each part where the village is graded by parts, one with empty cells where no edition was in force.
    var records: [[String]] {
        let cells = [county.code, county.name, township, village ?? "", kind?.rawValue ?? ""]
        guard !grades.isEmpty else { return [cells + Array(repeating: "", count: Self.header.count - cells.count)] }
        return grades.flatMap { grade -> [[String]] in
            let outcome = [grade.landType.rawValue, grade.outcome.rawValue]
            guard grade.parts.isEmpty else {
                return grade.parts.map { part in
                    cells + outcome + [
                        String(part.grade.rawValue), String(part.printedGrade.rawValue), part.erratum ?? "",
                        grade.scope?.rawValue ?? "", part.part,
                    ]
                }
            }
            return [
                cells + outcome + [
                    AnswerCSV.number(grade.grade?.rawValue), AnswerCSV.number(grade.printedGrade?.rawValue),
                    grade.erratum ?? "", grade.scope?.rawValue ?? "", "",
                ]
            ]
        }
    }

    static func text(_ rows: [VillageRow], in language: Language) -> String {
        VillageTable(rows: rows, language: language).text
    }
}

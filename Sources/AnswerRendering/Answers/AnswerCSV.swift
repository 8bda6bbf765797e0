import GradeModel

/// An answer as records: one for each place and land type, none where no place answers.
enum AnswerCSV {
    static let header = [
        "outcome", "county_code", "county", "township", "village", "kind", "rule", "alias", "alias_kind",
        "alias_source", "land_type", "land_outcome", "grade", "held_grade", "printed_grade", "erratum",
        "erratum_status", "rights", "term_years", "infrastructure", "valuation_date", "base_price",
        "base_price_unit", "edition", "document", "registration", "title", "issuer", "issued", "publication", "table",
        "row", "package_sha256", "origin", "as_printed", "withdrawn",
    ]

    /// Absent is the empty cell.
    static func records(_ answer: Answer) -> [[String]] {
        answer.matches.flatMap { match in
            let start = [answer.outcome.rawValue] + cells(match.match)
            let asPrinted = answer.question.asPrinted ? "true" : "false"
            let landTypes = match.landTypes.map { answer in
                cells(answer) + [asPrinted, answer.citation.withdrawn?.description ?? ""]
            }
            // Of several places one may lie in a county without an edition then; it still fits the question.
            let unknown = Array(repeating: "", count: header.count - start.count - 2) + [asPrinted, ""]
            return (landTypes.isEmpty ? [unknown] : landTypes).map { start + $0 }
        }
    }

    private static func cells(_ match: PlaceMatch) -> [String] {
        [
            match.place.county.code, match.place.county.name, match.place.township, match.place.village,
            match.place.kind.rawValue, match.rule.rawValue, match.alias?.alias ?? "",
            match.alias?.kind.rawValue ?? "", match.alias?.source ?? "",
        ]
    }

    private static func cells(_ answer: LandTypeAnswer) -> [String] {
        let grades = [answer.grade, answer.heldGrade, answer.printedGrade].map { number($0?.rawValue) }
        return [answer.landType.rawValue, answer.outcome.rawValue] + grades
            + [answer.erratum?.id ?? "", answer.erratum?.status.rawValue ?? ""] + definition(answer.definition)
            + [answer.basePrice?.amount ?? "", answer.basePrice?.unit ?? ""] + citation(answer.citation)
    }

    /// rights, term_years, infrastructure, valuation_date.
    static func definition(_ definition: Definition?) -> [String] {
        [
            definition?.rights ?? "", number(definition?.termYears), definition?.infrastructure ?? "",
            definition?.valuationDate.description ?? "",
        ]
    }

    /// edition … origin.
    static func citation(_ citation: Citation) -> [String] {
        let document = citation.document
        return [
            citation.edition.text, document.number, document.registration ?? "", document.title, document.issuer,
            document.issued.description, document.publication ?? "", citation.source?.table ?? "",
            number(citation.source?.row), citation.packageSHA256, citation.origin.text,
        ]
    }

    static func number(_ number: Int?) -> String { number.map(String.init) ?? "" }
}

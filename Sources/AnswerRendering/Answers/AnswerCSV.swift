import GradeModel

/// An answer as records: one for each place and land type, one for each part where the document grades a village by
/// parts, none where no place answers.
enum AnswerCSV {
    static let header =
        [
            "outcome", "county_code", "county", "township", "village", "kind", "rule", "alias", "alias_kind",
            "alias_source", "land_type", "land_outcome", "grade", "held_grade", "printed_grade", "erratum",
            "erratum_status", "rights", "term_years", "infrastructure", "valuation_date", "base_price",
            "base_price_unit", "edition", "document", "registration", "title", "issuer", "issued", "publication",
            "table",
            "row", "package_sha256", "origin", "as_printed", "withdrawn",
        ] + added

    /// Behind the others, which keep their places.
    private static let added = [
        "scope", "part", "term", "subtype_prices", "effective", "expires", "edition_rights", "other_base_price",
        "other_base_price_unit", "other_subtype_prices",
    ]

    /// Absent is the empty cell.
    static func records(_ answer: Answer) -> [[String]] {
        answer.matches.flatMap { match in
            let start = [answer.outcome.rawValue] + cells(match.match)
            let asPrinted = answer.question.asPrinted ? "true" : "false"
            let landTypes = match.landTypes.flatMap { answer -> [[String]] in
                let end = [asPrinted, answer.citation.withdrawn?.description ?? ""]
                guard !answer.parts.isEmpty else { return [cells(answer) + end + added(answer)] }
                return answer.parts.map { cells(answer, $0) + end + added(answer, $0) }
            }
            // Of several places one may lie in a county without an edition then; it still fits the question.
            let absent = Array(repeating: "", count: header.count - start.count - added.count - 2)
            let unknown = absent + [asPrinted, ""] + added.map { _ in "" }
            return (landTypes.isEmpty ? [unknown] : landTypes).map { start + $0 }
        }
    }

    private static func cells(_ match: PlaceMatch) -> [String] {
        [
            match.county.code, match.county.name, match.township, match.village ?? "", match.kind?.rawValue ?? "",
            match.rule.rawValue, match.alias?.alias ?? "",
            match.alias?.kind.rawValue ?? "", match.alias?.source ?? "",
        ]
    }

    private static func cells(_ answer: LandTypeAnswer, _ part: PartAnswer? = nil) -> [String] {
        var grades: [Grade?] = [answer.grade, answer.heldGrade, answer.printedGrade]
        if let part { grades = [part.grade, part.heldGrade, part.printedGrade] }
        let erratum = part.map(\.erratum) ?? answer.erratum
        let price = part.map(\.basePrice) ?? answer.basePrice
        var cells = [answer.landType.rawValue, answer.outcome.rawValue]
        cells += grades.map { number($0?.rawValue) }
        cells += [erratum?.id ?? "", erratum?.status.rawValue ?? ""] + definition(answer.definition)
        cells += [price?.amount ?? "", price?.unit ?? ""]
        return cells + citation(answer.citation, source: part?.source ?? answer.citation.source)
    }

    /// scope … other_subtype_prices.
    private static func added(_ answer: LandTypeAnswer, _ part: PartAnswer? = nil) -> [String] {
        let prices = part?.subtypePrices ?? answer.subtypePrices
        let other = part.map(\.otherPrices) ?? answer.otherPrices
        return [
            answer.scope?.rawValue ?? "", part?.part ?? "", answer.definition?.term ?? "",
            Self.prices(prices),
        ] + validity(answer.citation) + [
            other?.whole?.amount ?? "", other?.whole?.unit ?? "", Self.prices(other?.subtypes ?? []),
        ]
    }

    /// `果园 45.00 元/平方米; 茶园 52.00 元/平方米`
    static func prices(_ prices: [BasePrice]) -> String {
        prices.map { "\($0.subtype ?? "") \($0.amount) \($0.unit)" }.joined(separator: "; ")
    }

    /// effective, expires, rights.
    static func validity(_ citation: Citation) -> [String] {
        [
            citation.document.effective?.description ?? "", citation.document.expires?.description ?? "",
            citation.rights ?? "",
        ]
    }

    /// rights, term_years, infrastructure, valuation_date.
    static func definition(_ definition: Definition?) -> [String] {
        [
            definition?.rights ?? "", number(definition?.termYears), definition?.infrastructure ?? "",
            definition?.valuationDate.description ?? "",
        ]
    }

    /// edition … origin.
    static func citation(_ citation: Citation) -> [String] { self.citation(citation, source: citation.source) }

    private static func citation(_ citation: Citation, source: TableRow?) -> [String] {
        let document = citation.document
        return [
            citation.edition.text, document.number, document.registration ?? "", document.title, document.issuer,
            document.issued.description, document.publication ?? "", source?.table ?? "",
            number(source?.row), citation.packageSHA256, citation.origin.text,
        ]
    }

    static func number(_ number: Int?) -> String { number.map(String.init) ?? "" }
}

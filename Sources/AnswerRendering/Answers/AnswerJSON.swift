public import GradeModel
public import StrictJSON

/// An answer as JSON: a stable shape that programs depend on. Keys stay, further ones may come at the end of an
/// object; what is absent is `null`, never 0 or "".
public enum AnswerJSON {
    /// The object of one look-up, for a program that embeds it in a larger one.
    public static func value(_ answer: Answer) -> JSONValue {
        [
            "outcome": .string(answer.outcome.rawValue),
            "matches": .array(answer.matches.map(match)),
            "suggestions": .array(answer.suggestions.map(suggestion)),
            "as_of": .text(answer.question.asOf?.description),
            "as_printed": .bool(answer.question.asPrinted),
        ]
    }

    static func match(_ answer: PlaceAnswer) -> JSONValue {
        let place = answer.match
        return [
            "county": county(place.county),
            "township": .string(place.township),
            "village": .text(place.village),
            "kind": .text(place.kind?.rawValue),
            "rule": .string(answer.match.rule.rawValue),
            "land_types": .array(answer.landTypes.map(landType)),
            "alias": answer.match.alias.map(alias) ?? .null,
        ]
    }

    private static func landType(_ answer: LandTypeAnswer) -> JSONValue {
        [
            "land_type": .string(answer.landType.rawValue),
            "outcome": .string(answer.outcome.rawValue),
            "grade": .number(answer.grade?.rawValue),
            "printed_grade": .number(answer.printedGrade?.rawValue),
            "erratum": .text(answer.erratum?.id),
            "definition": answer.definition.map(definition) ?? .null,
            "base_price": answer.basePrice.map(price) ?? .null,
            "citation": citation(answer.citation),
            "held_grade": .number(answer.heldGrade?.rawValue),
            "erratum_detail": answer.erratum.map(erratum) ?? .null,
            "scope": .text(answer.scope?.rawValue),
            "parts": .array(answer.parts.map(part)),
            "subtype_prices": .array(answer.subtypePrices.map(price)),
            "other_prices": answer.otherPrices.map(prices) ?? .null,
        ]
    }

    private static func part(_ part: PartAnswer) -> JSONValue {
        [
            "part": .string(part.part),
            "grade": .integer(part.grade.rawValue),
            "held_grade": .integer(part.heldGrade.rawValue),
            "printed_grade": .integer(part.printedGrade.rawValue),
            "disputed": .bool(part.isDisputed),
            "erratum": .text(part.erratum?.id),
            "erratum_detail": part.erratum.map(erratum) ?? .null,
            "base_price": part.basePrice.map(price) ?? .null,
            "subtype_prices": .array(part.subtypePrices.map(price)),
            "table": .string(part.source.table),
            "row": .number(part.source.row),
            "other_prices": part.otherPrices.map(prices) ?? .null,
        ]
    }

    /// A match without its grades.
    static func place(_ match: PlaceMatch) -> JSONValue {
        [
            "county": county(match.county), "township": .string(match.township), "village": .text(match.village),
            "kind": .text(match.kind?.rawValue), "rule": .string(match.rule.rawValue),
            "alias": match.alias.map(alias) ?? .null,
        ]
    }

    static func county(_ county: County) -> JSONValue {
        ["code": .string(county.code), "name": .string(county.name)]
    }

    static func definition(_ definition: Definition) -> JSONValue {
        [
            "rights": .string(definition.rights),
            "term_years": .number(definition.termYears),
            "infrastructure": .string(definition.infrastructure),
            "valuation_date": .string(definition.valuationDate.description),
            "source": .string(definition.source.description),
            "term": .text(definition.term),
        ]
    }

    /// The amount stays the document's decimal text: as a JSON number it would lose digits or gain them.
    static func price(_ price: BasePrice) -> JSONValue {
        [
            "amount": .string(price.amount), "unit": .string(price.unit), "subtype": .text(price.subtype),
            "source": .text(price.source?.description),
        ]
    }

    private static func prices(_ prices: GradePrices) -> JSONValue {
        [
            "grade": .integer(prices.grade.rawValue), "base_price": prices.whole.map(price) ?? .null,
            "subtype_prices": .array(prices.subtypes.map(price)),
        ]
    }

    static func citation(_ citation: Citation) -> JSONValue {
        let document = citation.document
        return [
            "edition": .string(citation.edition.text),
            "document": .string(document.number),
            "registration": .text(document.registration),
            "issuer": .string(document.issuer),
            "issued": .string(document.issued.description),
            "table": .text(citation.source?.table),
            "row": .number(citation.source?.row),
            "package_sha256": .string(citation.packageSHA256),
            "title": .string(document.title),
            "publication": .text(document.publication),
            "origin": .string(citation.origin.text),
            "withdrawn": .text(citation.withdrawn?.description),
            "effective": .text(document.effective?.description),
            "expires": .text(document.expires?.description),
            "rights": .text(citation.rights),
        ]
    }

    private static func erratum(_ erratum: Erratum) -> JSONValue {
        [
            "id": .string(erratum.id), "status": .string(erratum.status.rawValue),
            "printed": .string(erratum.printed), "held": .string(erratum.held),
            "evidence": .string(erratum.evidence),
        ]
    }

    private static func alias(_ alias: Alias) -> JSONValue {
        [
            "alias": .string(alias.alias), "kind": .string(alias.kind.rawValue), "source": .string(alias.source),
        ]
    }

    static func suggestion(_ suggestion: Suggestion) -> JSONValue {
        [
            "county": county(suggestion.county), "township": .text(suggestion.township),
            "village": .text(suggestion.village),
        ]
    }
}

package import GradeModel
import StrictJSON
package import SystemSupport

extension DefinitionRow: ListRow {
    static var key: String { "definitions" }

    static var header: [String] {
        [
            "county_code", "county", "land_type", "rights", "term_years", "infrastructure", "valuation_date", "graded",
            "price_grade", "base_price", "base_price_unit", "edition", "document", "registration", "title", "issuer",
            "issued", "publication", "table", "row", "package_sha256", "origin", "withdrawn", "term", "price_subtype",
            "price_source", "effective", "expires",
            "edition_rights", "rates", "factor_tables",
        ]
    }

    static func json(_ price: BasePrice) -> JSONValue {
        [
            "grade": .integer(price.grade.rawValue), "amount": .string(price.amount), "unit": .string(price.unit),
            "subtype": .text(price.subtype), "source": .text(price.source?.description),
        ]
    }

    static func json(_ rate: CapitalizationRate) -> JSONValue {
        [
            "rate_percent": .string(rate.percent), "subtype": .text(rate.subtype),
            "source": .string(rate.source.description),
        ]
    }

    var json: JSONValue {
        [
            "county": AnswerJSON.county(county), "land_type": .string(definition.landType.rawValue),
            "definition": AnswerJSON.definition(definition), "graded": .bool(isGraded),
            "base_prices": .array(prices.map(Self.json)),
            "citation": AnswerJSON.citation(citation),
            "rates": .array(rates.map(Self.json)),
            "factor_tables": .text(citation.document.factorTables),
        ]
    }

    /// One for each amount, one without where none is published.
    var records: [[String]] {
        let cells =
            [county.code, county.name, definition.landType.rawValue] + AnswerCSV.definition(definition)
            + [isGraded ? "true" : "false"]
        let prices: [BasePrice?] = prices.isEmpty ? [nil] : prices
        return prices.map { price in
            cells + [AnswerCSV.number(price?.grade.rawValue), price?.amount ?? "", price?.unit ?? ""]
                + AnswerCSV.citation(citation) + [citation.withdrawn?.description ?? "", definition.term ?? ""]
                + [price?.subtype ?? "", price?.source?.description ?? ""] + AnswerCSV.validity(citation)
                + [rates.map(Self.text).joined(separator: " "), citation.document.factorTables ?? ""]
        }
    }

    /// `8%`, `果园=6%`.
    private static func text(_ rate: CapitalizationRate) -> String {
        (rate.subtype.map { $0 + "=" } ?? "") + rate.percent + "%"
    }

    /// A block for each edition.
    static func text(_ rows: [DefinitionRow], in language: Language) -> String {
        CitationText.editions(of: rows).map { cited in
            block(rows.filter { $0.citation.edition == cited.id }, cited, in: language)
        }.joined(separator: "\n")
    }

    private static func block(_ rows: [DefinitionRow], _ cited: CitedEdition, in language: Language) -> String {
        let labels = language.labels
        var lines = LabelledLines(
            labels: [
                labels.rights, labels.term, labels.infrastructure, labels.valuationDate, labels.basePrice,
                labels.origin, labels.withdrawn, labels.editionRights,
            ] + (rows.contains { !$0.rates.isEmpty } ? [language.rateLabel] : [])
                + (cited.document.factorTables == nil ? [] : [language.factorLabel]))
        let county: Sentence = rows.first.map { "\($0.county.name) " } ?? ""
        lines.line(county + labels.definition)
        DefinitionText.write(rows.map(\.definition), to: &lines, in: language)
        lines.field(
            labels.basePrice, language.collapsed(rows.map { ($0.definition.landType, amounts($0, in: language)) }))
        if rows.contains(where: { !$0.rates.isEmpty }) {
            lines.field(
                language.rateLabel,
                language.collapsed(rows.map { ($0.definition.landType, self.rates($0, in: language)) }))
        }
        if let tables = cited.document.factorTables { lines.field(language.factorLabel, "\(tables)") }
        if let rights = cited.rights { lines.field(labels.editionRights, "\(rights)") }
        if cited.origin != .builtIn { lines.field(labels.origin, language.origin(cited.origin)) }
        if let day = cited.withdrawn { lines.field(labels.withdrawn, language.withdrawn(day)) }
        let ungraded = rows.filter { !$0.isGraded }.map(\.definition.landType)
        if !ungraded.isEmpty { lines.paragraph(language.ungraded(ungraded)) }
        CitationText.write([cited], to: &lines, in: language)
        return lines.text
    }

    private static func rates(_ row: DefinitionRow, in language: Language) -> Sentence {
        guard !row.rates.isEmpty else { return language.notPublishedCell }
        return language.enumeration(row.rates.map { "\(text($0))" })
    }

    package static func amounts(_ row: DefinitionRow, in language: Language) -> Sentence {
        guard !row.prices.isEmpty else { return language.noAmount }
        return PriceText.byGrade(row.prices, language)
    }
}

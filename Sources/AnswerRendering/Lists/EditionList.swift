package import GradeModel
import StrictJSON
package import SystemSupport

extension EditionRow: ListRow {
    static var key: String { "editions" }

    static var header: [String] {
        [
            "edition", "county_code", "county", "document", "registration", "title", "issuer", "issued", "publication",
            "valuation_date", "replaced", "origin", "package_sha256", "townships", "villages",
        ] + LandType.allCases.map { "\($0.rawValue)_entries" }
            + ["disputed", "prices", "in_force_from", "in_force_before", "withdrawn"]
            + ["effective", "expires", "rights", "whole_townships"]
    }

    var json: JSONValue {
        [
            "edition": .string(id.text), "county": AnswerJSON.county(county), "document": .string(document.number),
            "registration": .text(document.registration), "title": .string(document.title),
            "issuer": .string(document.issuer), "issued": .string(document.issued.description),
            "publication": .text(document.publication),
            "valuation_dates": .array(valuationDates.map { .string($0.description) }),
            "replaced": .text(inForce?.before?.description), "origin": .string(origin.text),
            "package_sha256": .string(packageSHA256), "townships": .integer(contents.townships),
            "villages": .integer(contents.villages), "entries": LandTypeCounts.json(contents.entries),
            "disputed": .integer(contents.disputed), "prices": .integer(contents.prices),
            "in_force": inForce.map(Self.json) ?? .null,
            "withdrawn": .text(withdrawn?.description),
            "effective": .text(document.effective?.description),
            "expires": .text(document.expires?.description), "rights": .text(rights),
            "whole_townships": .integer(contents.wholeTownships),
            "in_force_again": .array(inForceAgain.map(Self.json)),
            "base_prices": .array(
                prices.map { price in
                    .object(
                        [JSONMember("land_type", .string(price.landType.rawValue))]
                            + (DefinitionRow.json(price).members ?? []))
                }),
            "rates": .array(
                rates.map { rate in
                    .object(
                        [JSONMember("land_type", .string(rate.landType.rawValue))]
                            + (DefinitionRow.json(rate).members ?? []))
                }),
            "factor_tables": .text(document.factorTables),
        ]
    }

    private static func json(_ period: ForcePeriod) -> JSONValue {
        ["from": .string(period.from.description), "before": .text(period.before?.description)]
    }

    /// Several valuation dates stand in one cell with spaces between them.
    var records: [[String]] {
        [
            [
                id.text, county.code, county.name, document.number, document.registration ?? "", document.title,
                document.issuer, document.issued.description, document.publication ?? "",
                valuationDates.map(\.description).joined(separator: " "), inForce?.before?.description ?? "",
                origin.text,
                packageSHA256, String(contents.townships), String(contents.villages),
            ] + LandType.allCases.map { AnswerCSV.number(contents.entries[$0]) }
                + [
                    String(contents.disputed), String(contents.prices), inForce?.from.description ?? "",
                    inForce?.before?.description ?? "", withdrawn?.description ?? "",
                    document.effective?.description ?? "", document.expires?.description ?? "", rights ?? "",
                    String(contents.wholeTownships),
                ]
        ]
    }

    static func text(_ rows: [EditionRow], in language: Language) -> String {
        rows.map { $0.text(in: language) }.joined(separator: "\n")
    }

    private static let digest: Sentence = "SHA-256"

    private func text(in language: Language) -> String {
        let labels = language.listLabels
        let words = language.labels
        var lines = LabelledLines(
            labels: [
                labels.document, labels.title, labels.issue, labels.publication, words.valuationDate, labels.inForce,
                words.withdrawn, words.origin, words.editionRights, labels.effective, labels.expires, labels.contents,
                words.basePrice,
                Self.digest,
            ])
        lines.line(language.editionHeading(id, county: county))
        for field in fields(in: language) { lines.field(field.label, field.value) }
        return lines.text
    }

    /// What is said of an edition, below its heading.
    package func fields(in language: Language) -> [(label: Sentence, value: Sentence)] {
        let labels = language.listLabels
        let words = language.labels
        var fields: [(label: Sentence, value: Sentence)] = [
            (labels.document, language.document(document)), (labels.title, "\(document.title)"),
            (labels.issue, language.issue(document)),
        ]
        if let publication = document.publication { fields.append((labels.publication, "\(publication)")) }
        if !valuationDates.isEmpty {
            fields.append((words.valuationDate, language.enumeration(valuationDates.map { language.word($0) })))
        }
        if let rights { fields.append((words.editionRights, "\(rights)")) }
        if let effective = document.effective { fields.append((labels.effective, language.word(effective))) }
        if let expires = document.expires { fields.append((labels.expires, language.word(expires))) }
        fields.append((labels.inForce, language.inForce([inForce] + inForceAgain)))
        if let withdrawn { fields.append((words.withdrawn, language.withdrawn(withdrawn))) }
        fields.append((words.origin, language.origin(origin)))
        fields.append((labels.contents, language.contents(contents)))
        let priced = LandType.allCases.filter { landType in prices.contains { $0.landType == landType } }
        if !priced.isEmpty {
            let amounts = priced.map { landType in
                (landTypes: [landType], value: PriceText.byGrade(prices.filter { $0.landType == landType }, language))
            }
            fields.append((words.basePrice, language.byLandType(amounts)))
        }
        fields.append((Self.digest, "\(packageSHA256)"))
        return fields
    }
}

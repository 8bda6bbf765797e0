package import GradeModel
import StrictJSON
package import SystemSupport

extension GradeRow: ListRow {
    static var key: String { "grades" }

    static var header: [String] {
        [
            "county_code", "county", "edition", "land_type", "grade", "villages", "disputed", "whole_townships",
            "parts",
            "base_price", "base_price_unit", "subtype_prices",
        ]
    }

    var json: JSONValue {
        [
            "county": AnswerJSON.county(county), "edition": .string(edition.text),
            "land_type": .string(landType.rawValue), "grade": .number(count?.grade.rawValue),
            "villages": .number(count?.villages), "disputed": .number(count?.disputed),
            "whole_townships": .number(count?.townships), "parts": .number(count?.parts),
            "base_price": whole.map(AnswerJSON.price) ?? .null,
            "subtype_prices": .array(subtypes.map(AnswerJSON.price)),
        ]
    }

    private var whole: BasePrice? { count?.prices.first { $0.subtype == nil } }
    private var subtypes: [BasePrice] { count?.prices.filter { $0.subtype != nil } ?? [] }

    var records: [[String]] {
        [
            [
                county.code, county.name, edition.text, landType.rawValue, AnswerCSV.number(count?.grade.rawValue),
                AnswerCSV.number(count?.villages), AnswerCSV.number(count?.disputed),
                AnswerCSV.number(count?.townships), AnswerCSV.number(count?.parts), whole?.amount ?? "",
                whole?.unit ?? "", AnswerCSV.prices(subtypes),
            ]
        ]
    }

    static func text(_ rows: [GradeRow], in language: Language) -> String {
        let labels = language.listLabels
        let countyColumn = CountyColumn(rows.map(\.county))
        // Columns only where something stands in them.
        let more = [(labels.wholeTownships, \GradeCount.townships), (labels.parts, \GradeCount.parts)].filter {
            _, count in
            rows.contains { $0.count.map { $0[keyPath: count] > 0 } ?? false }
        }
        var table = TextTable(
            header: countyColumn.header(labels) + [labels.landType, labels.grade, labels.villages] + more.map(\.0)
                + [labels.disputed],
            alignments: countyColumn.alignments + [.left, .left, .right] + more.map { _ in .right } + [.right])
        for row in rows {
            let cells: [Sentence] =
                row.count.map { count in
                    [language.word(count.grade), "\(count.villages)"] + more.map { "\(count[keyPath: $0.1])" }
                        + ["\(count.disputed)"]
                } ?? [language.notPublishedCell, ""] + more.map { _ in "" } + [""]
            table.append(countyColumn.cell(row.county) + [language.word(row.landType)] + cells)
        }
        return table.text + prices(rows, in: language)
    }

    /// Below the table, as the prices of several kinds of land have no room in a column. Empty where no edition has any.
    private static func prices(_ rows: [GradeRow], in language: Language) -> String {
        let fields = priceFields(rows, in: language)
        guard !fields.isEmpty else { return "" }
        var lines = LabelledLines(labels: fields.map(\.label))
        lines.blank()
        lines.line(language.labels.basePrice)
        for field in fields { lines.field(field.label, field.value) }
        return lines.text
    }

    /// What each grade costs, of editions that publish prices at all.
    package static func priceFields(
        _ rows: [GradeRow], in language: Language
    ) -> [(label: Sentence, value: Sentence)] {
        let editions = Set(rows.filter { $0.count?.prices.isEmpty == false }.map(\.edition))
        let counties = Set(rows.map(\.county.code)).count
        return rows.filter { editions.contains($0.edition) && $0.count != nil }.map { row in
            let county: Sentence = counties > 1 ? "\(row.county.name) " : ""
            let label = county + "\(language.word(row.landType)) \(row.count.map { language.word($0.grade) } ?? "")"
            return (label, row.price(in: language))
        }
    }

    /// What the grade costs, by kind of land.
    package func price(in language: Language) -> Sentence {
        PriceText.text(whole, subtypes, language) ?? language.notPublishedCell
    }
}

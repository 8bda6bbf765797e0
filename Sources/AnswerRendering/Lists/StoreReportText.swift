import GradeModel
import StrictJSON
import SystemSupport

/// `status` in every format. As CSV it is a record for each edition.
extension StoreReport {
    static var header: [String] {
        [
            "store", "generation", "layout", "edition", "county_code", "county", "issued", "origin", "valuation_date",
            "valuation_years", "withdrawn",
        ]
    }

    var json: JSONValue {
        [
            "store": .string(path), "generation": .integer(generation), "file": .string(file),
            "layout": .integer(layout), "counties": .integer(counties), "villages": .integer(villages),
            "entries": .integer(entries), "editions": .array(editions.map(\.json)),
        ]
    }

    var records: [[String]] {
        editions.map { edition in
            [
                path, String(generation), String(layout), edition.id.text, edition.county.code, edition.county.name,
                edition.issued.description, edition.origin.text, edition.valuationDate?.description ?? "",
                AnswerCSV.number(edition.valuationYears), edition.withdrawn?.description ?? "",
            ]
        }
    }

    /// The newest editions only, where there are many: `editions` lists them all.
    func text(in language: Language) -> String {
        let labels = language.reportLabels
        var lines = LabelledLines(labels: [labels.store, labels.generation, labels.contents, labels.edition])
        lines.field(labels.store, "\(path)")
        lines.field(labels.generation, language.generation(file: file, layout: layout))
        lines.field(
            labels.contents,
            language.extent(counties: counties, editions: editions.count, villages: villages, entries: entries))
        let shownEditions = 10
        for held in editions.prefix(shownEditions) { lines.field(labels.edition, language.edition(held)) }
        if editions.count > shownEditions { lines.more(language.moreEditions(editions.count - shownEditions)) }
        return lines.text
    }
}

extension ReportedEdition {
    fileprivate var json: JSONValue {
        [
            "edition": .string(id.text), "county": AnswerJSON.county(county), "issued": .string(issued.description),
            "origin": .string(origin.text), "valuation_date": .text(valuationDate?.description),
            "valuation_years": .number(valuationYears), "withdrawn": .text(withdrawn?.description),
        ]
    }
}

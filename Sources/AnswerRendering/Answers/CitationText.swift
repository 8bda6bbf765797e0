package import GradeModel
import SystemSupport

/// The citation lines at the end of an answer: one per edition, never wrapped, so that each can be pasted whole.
package enum CitationText {
    static func write(_ editions: [CitedEdition], to lines: inout LabelledLines, in language: Language) {
        guard !editions.isEmpty else { return }
        lines.blank()
        lines.line(language.labels.citation)
        for edition in editions { lines.line(language.citation(edition)) }
    }

    /// One for each edition that the answers rest on, in the order they come.
    package static func editions(of answers: [LandTypeAnswer], asPrinted: Bool) -> [CitedEdition] {
        answers.reduce(into: [EditionID]()) { ids, answer in
            if !ids.contains(answer.citation.edition) { ids.append(answer.citation.edition) }
        }.compactMap { id in
            let own = answers.filter { $0.citation.edition == id }
            guard let citation = own.first?.citation else { return nil }
            return CitedEdition(
                id: id, document: citation.document, rights: citation.rights, origin: citation.origin,
                withdrawn: citation.withdrawn,
                valuationDates: grouped(
                    own.compactMap { answer in
                        answer.definition.map { (answer.landType, $0.valuationDate) }
                    }),
                entries: own.flatMap { answer -> [CitedEntry] in
                    guard answer.parts.isEmpty else {
                        return answer.parts.map { cited($0, answer.landType, asPrinted: asPrinted) }
                    }
                    return [
                        CitedEntry(
                            landTypes: [answer.landType], outcome: answer.outcome, source: answer.citation.source,
                            dispute: answer.dispute(asPrinted: asPrinted, isRepeated: false), scope: answer.scope)
                    ]
                },
                prices: grouped(
                    own.compactMap { answer in
                        let rows = priceRows(answer)
                        return rows.isEmpty ? nil : (answer.landType, rows)
                    }))
        }
    }

    /// Each once, in the order of the amounts.
    private static func priceRows(_ answer: LandTypeAnswer) -> [TableRow] {
        distinct((answer.prices + answer.parts.flatMap(\.prices)).compactMap(\.source))
    }

    private static func distinct(_ rows: [TableRow]) -> [TableRow] {
        rows.reduce(into: []) { rows, row in
            if !rows.contains(row) { rows.append(row) }
        }
    }

    private static func cited(_ part: PartAnswer, _ landType: LandType, asPrinted: Bool) -> CitedEntry {
        CitedEntry(
            landTypes: [landType], outcome: .graded, source: part.source,
            dispute: part.dispute(asPrinted: asPrinted), scope: .part, part: part.part)
    }

    /// One edition for the tables that answers of several villages rest on, without the rows.
    static func edition(ofTables answers: [LandTypeAnswer]) -> CitedEdition? {
        guard let citation = answers.first?.citation else { return nil }
        let tables = answers.map { answer -> (LandType, TableRow?) in
            (answer.landType, answer.citation.source.map { TableRow(table: $0.table, row: nil) })
        }
        return CitedEdition(
            id: citation.edition, document: citation.document, rights: citation.rights, origin: citation.origin,
            withdrawn: citation.withdrawn,
            valuationDates: grouped(
                answers.compactMap { answer in answer.definition.map { (answer.landType, $0.valuationDate) } }),
            entries: zip(answers, tables).map { answer, table in
                CitedEntry(
                    landTypes: [answer.landType], outcome: answer.outcome == .notPublished ? .notPublished : nil,
                    source: table.1, dispute: nil)
            })
    }

    /// The same for definitions, which stand in a table of their own.
    package static func editions(of rows: [DefinitionRow]) -> [CitedEdition] {
        rows.reduce(into: [EditionID]()) { ids, row in
            if !ids.contains(row.citation.edition) { ids.append(row.citation.edition) }
        }.compactMap { id in
            let own = rows.filter { $0.citation.edition == id }
            guard let citation = own.first?.citation else { return nil }
            return CitedEdition(
                id: id, document: citation.document, rights: citation.rights, origin: citation.origin,
                withdrawn: citation.withdrawn,
                valuationDates: grouped(own.map { ($0.definition.landType, $0.definition.valuationDate) }),
                entries: grouped(own.map { ($0.definition.landType, $0.definition.source) }).map {
                    CitedEntry(landTypes: $0.landTypes, outcome: nil, source: $0.value, dispute: nil)
                },
                prices: grouped(
                    own.compactMap { row in
                        let rows = distinct(row.prices.compactMap(\.source) + row.rates.map(\.source))
                        return rows.isEmpty ? nil : (row.definition.landType, rows)
                    }))
        }
    }
}

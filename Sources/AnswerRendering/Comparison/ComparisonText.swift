package import GradeModel
import SystemSupport

/// A comparison for people: what it is of, how much there is of each difference, then each under its heading.
package struct ComparisonText {
    private let comparison: EditionComparison
    private let sentences: any Sentences

    package init(_ comparison: EditionComparison, _ sentences: any Sentences) {
        self.comparison = comparison
        self.sentences = sentences
    }

    var text: String {
        var lines = LabelledLines(labels: [sentences.olderEdition, sentences.newerEdition])
        lines.line(shown(comparison.new.county.name))
        lines.field(sentences.olderEdition, side(comparison.old))
        lines.field(sentences.newerEdition, side(comparison.new))
        guard !comparison.changes.isEmpty else {
            lines.line(sentences.noDifferences)
            return lines.text
        }
        for section in sections {
            lines.blank()
            lines.line(section.heading)
            if section.header.isEmpty {
                for row in section.rows { lines.paragraph("- " + row[0], hanging: 2) }
            } else {
                var table = TextTable(header: section.header, alignments: section.header.map { _ in .left })
                for row in section.rows { table.append(row) }
                for line in table.lines { lines.line(line) }
            }
        }
        return lines.text
    }

    /// Each kind of difference that there is.
    package var sections: [Section] {
        comparison.counts.map { kind, count in
            let changes = comparison.changes.filter { $0.kind == kind }
            let heading = sentences.heading(kind, count: count)
            return table(kind, heading, changes)
                ?? Section(kind: kind, heading: heading, header: [], rows: changes.map { [sentence($0)] })
        }
    }

    /// The differences of one kind: a table, or, without a header, a sentence each.
    package struct Section {
        package let kind: EditionChange.Kind
        package let heading: String
        package let header: [String]
        package let rows: [[String]]
    }

    package func side(_ edition: ComparedEdition) -> String {
        "\(edition.id)  " + sentences.comparedDocument(edition.document)
    }

    /// Entries stand in a table; everything else is a sentence each.
    private func table(_ kind: EditionChange.Kind, _ heading: String, _ changes: [EditionChange]) -> Section? {
        let entries = changes.compactMap { change in
            if case .entry(let entry) = change { entry } else { nil }
        }
        guard !entries.isEmpty else { return nil }
        let labels = sentences.listLabels
        let hasOld = kind != .came && kind != .listed
        let hasNew = kind != .went && kind != .unlisted
        let header =
            [labels.landType, labels.township, labels.village] + (hasOld ? [sentences.olderEdition] : [])
            + (hasNew ? [sentences.newerEdition] : []) + (hasOld ? [sentences.olderSource] : [])
            + (hasNew ? [sentences.newerSource] : [])
        let rows = entries.map { entry in
            let former = entry.formerVillage.map { sentences.former(shown($0)) } ?? ""
            return [
                sentences.word(entry.landType), shown(entry.township),
                sentences.entryName(entry.village, part: entry.part) + former,
            ]
                + (hasOld ? [grade(entry.old)] : []) + (hasNew ? [grade(entry.new)] : [])
                + (hasOld ? [source(entry.old)] : []) + (hasNew ? [source(entry.new)] : [])
        }
        return Section(kind: kind, heading: heading, header: header, rows: rows)
    }

    private func grade(_ facts: EntryFacts?) -> String {
        facts.map { sentences.gradeCell($0.grade, isDisputed: $0.isDisputed) } ?? ""
    }

    private func source(_ facts: EntryFacts?) -> String { facts.map { shown($0.source.description) } ?? "" }

    private func sentence(_ change: EditionChange) -> String {
        switch change {
        case .document(let field, let old, let new): values(sentences.word(field), old, new)
        case .township(let name, .came), .township(let name, .went): shown(name)
        case .township(let name, .detail(let field, let old, let new)):
            values(shown(name) + " " + sentences.word(field), old, new)
        case .definition(let landType, let field, let old, let new):
            values(sentences.word(landType) + " " + sentences.word(field), old, new)
        case .price(let landType, let subtype, let grade, let old, let new):
            values(
                ([sentences.word(landType)] + [subtype].compactMap { $0.map(shown) } + [sentences.word(grade)])
                    .joined(separator: " "), old.map { $0.amount + $0.unit },
                new.map { $0.amount + $0.unit })
        case .renamed(let township, let old, let new, let alias):
            sentences.renamed(township: shown(township), old: shown(old), new: shown(new), alias)
        case .kind(let township, let village, let old, let new):
            values("\(shown(township)) \(shown(village))", sentences.word(old), sentences.word(new))
        case .aliasCame(let alias), .aliasWent(let alias): sentences.compared(alias)
        case .erratum(let id, let field, let old, let new): erratum(id, field, old, new)
        case .scope(let landType, let township, let village, let old, let new):
            values(
                ([sentences.word(landType), shown(township)] + [village].compactMap { $0.map(shown) })
                    .joined(separator: " "), sentences.word(old), sentences.word(new))
        case .entry(let entry): sentences.entryName(entry.village, part: entry.part)
        }
    }

    private func erratum(_ id: String, _ field: ErratumField, _ old: Erratum?, _ new: Erratum?) -> String {
        guard field == .status else {
            let name = "\(shown(id)) \(sentences.word(field))"
            // A decision is put behind the evidence there was: all of it twice would hide what is new.
            if let old = old?[field], let new = new?[field], new.hasPrefix(old) {
                return sentences.added(name, shown(String(new.dropFirst(old.count))))
            }
            return values(name, old?[field], new?[field])
        }
        let head = values(
            shown(id), old.map { sentences.statusWord($0.status) }, new.map { sentences.statusWord($0.status) })
        guard let told = new ?? old else { return head }
        return head + sentences.comparedErratum(printed: shown(told.printed), held: shown(told.held))
    }

    private func values(_ name: String, _ old: String?, _ new: String?) -> String {
        sentences.change(name, old: old.map(shown), new: new.map(shown))
    }
}

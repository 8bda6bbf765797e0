package import GradeModel
package import SystemSupport

/// A comparison for people: what it is of, how much there is of each difference, then each under its heading.
package struct ComparisonText {
    private let comparison: EditionComparison
    private let language: Language

    package init(_ comparison: EditionComparison, _ language: Language) {
        self.comparison = comparison
        self.language = language
    }

    var text: String {
        var lines = LabelledLines(labels: [language.olderEdition, language.newerEdition])
        lines.line("\(comparison.new.county.name)")
        lines.field(language.olderEdition, side(comparison.old))
        lines.field(language.newerEdition, side(comparison.new))
        guard !comparison.changes.isEmpty else {
            lines.line(language.noDifferences)
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
                lines.table(table)
            }
        }
        return lines.text
    }

    /// Each kind of difference that there is.
    package var sections: [Section] {
        comparison.counts.map { kind, count in
            let changes = comparison.changes.filter { $0.kind == kind }
            let heading = language.heading(kind, count: count)
            return table(kind, heading, changes)
                ?? Section(kind: kind, heading: heading, header: [], rows: changes.map { [sentence($0)] })
        }
    }

    /// The differences of one kind: a table, or, without a header, a sentence each.
    package struct Section {
        package let kind: EditionChange.Kind
        package let heading: Sentence
        package let header: [Sentence]
        package let rows: [[Sentence]]
    }

    package func side(_ edition: ComparedEdition) -> Sentence {
        "\(edition.id)  \(language.comparedDocument(edition.document))"
    }

    /// Entries stand in a table; everything else is a sentence each.
    private func table(_ kind: EditionChange.Kind, _ heading: Sentence, _ changes: [EditionChange]) -> Section? {
        let entries = changes.compactMap { change in
            if case .entry(let entry) = change { entry } else { nil }
        }
        guard !entries.isEmpty else { return nil }
        let labels = language.listLabels
        let hasOld = kind != .came && kind != .listed
        let hasNew = kind != .went && kind != .unlisted
        let header =
            [labels.landType, labels.township, labels.village] + (hasOld ? [language.olderEdition] : [])
            + (hasNew ? [language.newerEdition] : []) + (hasOld ? [language.olderSource] : [])
            + (hasNew ? [language.newerSource] : [])
        let rows = entries.map { entry -> [Sentence] in
            let former = entry.formerVillage.map { language.former($0) } ?? ""
            return [
                language.word(entry.landType), "\(entry.township)",
                language.entryName(entry.village, part: entry.part) + former,
            ]
                + (hasOld ? [grade(entry.old)] : []) + (hasNew ? [grade(entry.new)] : [])
                + (hasOld ? [source(entry.old)] : []) + (hasNew ? [source(entry.new)] : [])
        }
        return Section(kind: kind, heading: heading, header: header, rows: rows)
    }

    private func grade(_ facts: EntryFacts?) -> Sentence {
        facts.map { language.gradeCell($0.grade, isDisputed: $0.isDisputed) } ?? ""
    }

    private func source(_ facts: EntryFacts?) -> Sentence { facts.map { "\($0.source)" } ?? "" }

    private func sentence(_ change: EditionChange) -> Sentence {
        switch change {
        case .document(let field, let old, let new): values(language.word(field), old, new)
        case .township(let name, .came), .township(let name, .went): "\(name)"
        case .township(let name, .detail(let field, let old, let new)):
            values("\(name) \(language.word(field))", old, new)
        case .definition(let landType, let field, let old, let new):
            values("\(language.word(landType)) \(language.word(field))", old, new)
        case .price(let landType, let subtype, let grade, let old, let new):
            values(
                "\(language.word(landType)) \(subtype.map { $0 + " " } ?? "")\(language.word(grade))",
                old.map { $0.amount + $0.unit }, new.map { $0.amount + $0.unit })
                + language.percent(old, new)
        case .rate(let landType, let subtype, let old, let new):
            values(
                "\(language.word(landType))\(subtype.map { " " + $0 } ?? "")", old.map { $0.percent + "%" },
                new.map { $0.percent + "%" })
        case .renamed(let township, let old, let new, let alias):
            language.renamed(township: township, old: old, new: new, alias)
        case .kind(let township, let village, let old, let new):
            language.change("\(township) \(village)", old: language.word(old), new: language.word(new))
        case .aliasCame(let alias), .aliasWent(let alias): language.compared(alias)
        case .erratum(let id, let field, let old, let new): erratum(id, field, old, new)
        case .scope(let landType, let township, let village, let old, let new):
            language.change(
                "\(language.word(landType)) \(township)\(village.map { " " + $0 } ?? "")", old: language.word(old),
                new: language.word(new))
        case .entry(let entry): language.entryName(entry.village, part: entry.part)
        }
    }

    private func erratum(_ id: String, _ field: ErratumField, _ old: Erratum?, _ new: Erratum?) -> Sentence {
        guard field == .status else {
            let name: Sentence = "\(id) \(language.word(field))"
            // A decision is put behind the evidence there was: all of it twice would hide what is new.
            if let old = old?[field], let new = new?[field], new.hasPrefix(old) {
                return language.added(name, String(new.dropFirst(old.count)))
            }
            return values(name, old?[field], new?[field])
        }
        let head = language.change(
            "\(id)", old: old.map { language.statusWord($0.status) }, new: new.map { language.statusWord($0.status) })
        return head + ((new ?? old).map { language.compared($0) } ?? "")
    }

    private func values(_ name: Sentence, _ old: String?, _ new: String?) -> Sentence {
        language.change(name, old: old.map { "\($0)" }, new: new.map { "\($0)" })
    }
}

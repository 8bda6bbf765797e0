import GradeModel
import SystemSupport

extension EnglishSentences {
    func badEditionID(_ given: ShownText) -> String {
        "\u{2018}\(given)\u{2019} is no edition id: write it like 430624-2025-1. See the editions held with: "
            + "landgrade editions"
    }

    func unknownEdition(_ edition: EditionID) -> String {
        "Edition \(edition) is not in the store. See the editions held with: landgrade editions"
    }

    func otherCounty(old: ShownText, new: ShownText) -> String {
        "The editions are of two counties, \(old) and \(new): there is nothing to compare."
    }

    var olderEdition: String { "old" }
    var newerEdition: String { "new" }
    var olderSource: String { "old row" }
    var newerSource: String { "new row" }
    var noDifferences: String { "No differences." }

    func comparedDocument(_ document: Document) -> String {
        "\(shown(document.number)), issued \(word(document.issued))"
    }

    func heading(_ kind: EditionChange.Kind, count: Int) -> String {
        let name =
            switch kind {
            case .document: "Document"
            case .townshipCame: "Townships that came"
            case .townshipWent: "Townships that went"
            case .township: "Townships, details"
            case .definition: "Base-price definitions"
            case .price: "Base prices"
            case .scope: "Graded more finely, or less"
            case .moved: "Moved to another grade"
            case .came: "Villages that came"
            case .went: "Villages that went"
            case .listed: "Known villages that a table took up"
            case .unlisted: "Known villages that a table dropped"
            case .disputed: "Entries now in dispute, same grade"
            case .settled: "Entries no longer in dispute, same grade"
            case .renamed: "Renamed"
            case .placeKind: "Kind of place"
            case .aliasCame: "Aliases that came"
            case .aliasWent: "Aliases that went"
            case .erratum: "Errata"
            }
        return "\(name): \(count)"
    }

    func word(_ field: DocumentField) -> String {
        switch field {
        case .number: "document number"
        case .registration: "registration"
        case .title: "title"
        case .issuer: "issuer"
        case .issued: "date of issue"
        case .publication: "published in"
        case .effective: "in force from"
        case .expires: "valid until"
        case .rights: labels.editionRights.lowercased()
        case .county: "county"
        case .province: "province"
        case .prefecture: "prefecture"
        }
    }

    func word(_ field: DefinitionField) -> String {
        switch field {
        case .rights: "rights"
        case .termYears: "term in years"
        case .term: "term in words"
        case .infrastructure: "infrastructure"
        case .valuationDate: "valuation date"
        }
    }

    func word(_ scope: GradeScope) -> String {
        switch scope {
        case .township: "as a whole township"
        case .village: "by whole villages"
        case .part: "by parts of villages"
        }
    }

    func entryName(_ village: String?, part: String?) -> String {
        guard let village else { return "(the township as a whole)" }
        return shown(village) + (part.map { " (\(shown($0)))" } ?? "")
    }

    func word(_ field: TownshipChange.Field) -> String { field.rawValue }

    func word(_ field: ErratumField) -> String { field.rawValue }

    func statusWord(_ status: ErratumStatus) -> String { status.rawValue }

    func change(_ name: String, old: String?, new: String?) -> String {
        switch (old, new) {
        case (let old?, let new?): "\(name): \(old) → \(new)"
        case (nil, let new?): "\(name): came, \(new)"
        case (let old?, nil): "\(name): went, was \(old)"
        case (nil, nil): name
        }
    }

    func added(_ name: String, _ text: String) -> String { "\(name): added \(text)" }

    func former(_ village: String) -> String { " (was \(village))" }

    func renamed(township: String, old: String, new: String, _ alias: Alias) -> String {
        "\(township): \(old) → \(new) (the new edition's alias, source: \(shown(alias.source)))"
    }

    func compared(_ alias: Alias) -> String {
        "\(shown(alias.township)): \(shown(alias.alias)) for \(shown(alias.village)) (\(word(alias.kind)))"
    }

    func comparedErratum(printed: String, held: String) -> String { "; printed: \(printed); held: \(held)" }
}

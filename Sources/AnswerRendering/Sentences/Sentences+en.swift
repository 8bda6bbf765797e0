import GradeModel
import SystemSupport

/// The English sentences, around data that stays Chinese.
struct EnglishSentences: Sentences {
    // MARK: Messages

    var noHome: String { "It is not known where the store is: name a folder with --store, or set LANDGRADE_STORE." }

    func noStore(path: ShownText) -> String {
        "No store at \(path). Make one with: landgrade init --store \(ShellWord.quoted(path.text))"
    }

    func unreadableStore(path: ShownText, reason: ShownText) -> String { "Cannot read the store \(path): \(reason)." }

    func changedPage(path: ShownText) -> String {
        "The store is damaged: \(path) (a page does not match its checksum). Delete it and make it again with: landgrade init"
    }

    func damagedStore(path: ShownText, detail: ShownText) -> String {
        "The store is damaged: \(path) (\(detail)). Delete it and make it again with: landgrade init"
    }

    func truncatedStore(path: ShownText) -> String {
        "The store is cut short: \(path). Delete it and make it again with: landgrade init"
    }

    func notADatabase(path: ShownText) -> String { "Not a SQLite database: \(path)." }

    func foreignStore(path: ShownText) -> String { "A database of another program, not of landgrade: \(path)." }

    func newerStore(path: ShownText, layout: Int) -> String {
        "The store was made by a newer landgrade (layout \(layout)): \(path). Update the program."
    }

    func olderStore(path: ShownText, layout: Int) -> String {
        "The store was made by an earlier landgrade (layout \(layout)), which this version does not read: \(path). "
            + "Delete it and make it again with: landgrade init"
    }

    func badLinkTarget(link: ShownText, target: ShownText) -> String {
        "The link \(link) points to \(target), which is no generation in the same folder; it was not opened."
    }

    func danglingLink(link: ShownText, target: ShownText) -> String {
        "The link \(link) points to \(target), which is not there. Make a store with: landgrade init"
    }

    func noCurrentLink(path: ShownText) -> String {
        "The store has no link current.sqlite: \(path). Make one with: landgrade init"
    }

    func unwritableStore(path: ShownText, reason: ShownText) -> String {
        "Cannot write to the store \(path): \(reason)."
    }

    func busyStore(path: ShownText) -> String { "Another process is updating the store: \(path)." }

    func noSpace(path: ShownText) -> String { "No space left on the disk: \(path)." }

    func networkStore(path: ShownText, kind: String) -> String {
        "The store lies on a network file system (\(kind)), where it cannot be updated safely: \(path). "
            + "Update it on the machine that has the disk; reading it from here is fine."
    }

    func notDurable(path: ShownText, reason: ShownText) -> String {
        "Updated, but not confirmed on disk: \(path) (\(reason))."
    }

    func noGeneration(_ number: Int) -> String { "The store has no generation \(number)." }

    func seedBuilt(path: ShownText) -> String { "First use: the built-in editions were written to \(path)." }

    func emptyArgument(_ argument: ArgumentName) -> String { "The \(word(argument)) is empty." }

    func argumentTooLong(_ argument: ArgumentName, length: Int, limit: Int) -> String {
        "The \(word(argument)) is too long: \(length) bytes, at most \(limit)."
    }

    func unknownLandType(_ given: ShownText) -> String {
        "Unknown land type \u{2018}\(given)\u{2019}: use orchard, forest or grassland, or the Chinese names."
    }

    func badDate(_ given: ShownText) -> String {
        "\u{2018}\(given)\u{2019} is no date: write it like 2025-01-23, a day that exists."
    }

    func unknownCounty(_ given: ShownText) -> String {
        "No county \u{2018}\(given)\u{2019} is held. See the counties held with: landgrade editions"
    }

    func unknownTownship(_ given: ShownText) -> String { "There is no township \u{2018}\(given)\u{2019}." }

    func noEdition(county: ShownText?, date: CalendarDate?) -> String {
        let place = county.map { " of \u{2018}\($0)\u{2019}" } ?? ""
        guard let date else { return "No edition\(place) is held." }
        return "No edition\(place) was in force on \(word(date))."
    }

    func notDefined(_ landType: LandType) -> String {
        "The edition in force has no base-price definition for \(word(landType))."
    }

    func nearNames(_ names: [ShownText]) -> String {
        "Near names, offered and not taken: \(names.map(\.text).joined(separator: ", "))."
    }

    private func word(_ argument: ArgumentName) -> String {
        switch argument {
        case .county: "county"
        case .township: "township"
        case .village: "village"
        case .address: "address"
        case .landType: "land type"
        case .date: "date"
        }
    }

    // MARK: Words

    let labels = AnswerLabels(
        match: "Matched", asOf: "As of", reading: "Reading", origin: "Origin", withdrawn: "Withdrawn",
        editionRights: "Rights type", definition: "Base-price definition",
        rights: "Rights", term: "Term of use", infrastructure: "Infrastructure", valuationDate: "Valuation date",
        basePrice: "Base price", citation: "Citation (the next line is ready to paste)", printed: "Printed: ",
        held: "Held: ", evidence: "Evidence: ")

    func word(_ landType: LandType) -> String { landType.rawValue }

    func word(_ grade: Grade) -> String { "grade \(grade.rawValue)" }

    func word(_ kind: PlaceKind) -> String {
        switch kind {
        case .teaFarm: "tea farm"
        case .waterBoard: "water board"
        case .reedStation: "reed station"
        case .village, .community, .fishery, .farm, .reservoir, .lake, .other: kind.rawValue
        }
    }

    func word(_ date: CalendarDate) -> String { date.description }

    func enumeration(_ items: [String]) -> String { items.joined(separator: ", ") }

    func byLandType(_ values: [(landTypes: [LandType], value: String)]) -> String {
        values.map { "\(enumeration($0.landTypes.map(word))): \($0.value)" }.joined(separator: "; ")
    }

    func years(_ count: Int) -> String { count == 1 ? "1 year" : "\(count) years" }

    func term(_ definition: Definition) -> String {
        let years = definition.termYears.map(years)
        guard let term = definition.term.map(shown) else { return years ?? "" }
        return term + (years.map { " (\($0))" } ?? "")
    }

    // MARK: Found

    func heading(_ match: PlaceMatch) -> String {
        let township = "\(shown(match.county.name)) \(shown(match.township))"
        guard let place = match.place else { return "\(township) (the township as a whole)" }
        return "\(township) \(shown(place.village)) (\(word(place.kind)))"
    }

    func rule(_ match: PlaceMatch) -> String {
        let rule =
            switch match.rule {
            case .exact: "exactly as written"
            case .normalized: "with width, spaces, traditional characters and office suffixes set aside"
            case .alias: "by another spelling"
            case .townshipOmitted: "no township given; the only one of this name in the county"
            case .suffixOmitted: "without its ending; the only name of this stem"
            case .address: "recognised in an address, or in a name with a place in front or a group or number behind"
            case .pinyin: "by pinyin"
            case .township: "by the township; the name asked for in it is no known village and was not checked"
            }
        guard let alias = match.alias else { return rule }
        return "\(rule); \(shown(alias.alias)) is an alias (\(word(alias.kind)), source: \(shown(alias.source)))"
    }

    func word(_ kind: AliasKind) -> String {
        switch kind {
        case .misprint: "misprint"
        case .registerName: "register name"
        case .committeeName: "committee name"
        case .formerName: "former name"
        }
    }

    func origin(_ origin: EditionOrigin) -> String {
        switch origin {
        case .builtIn: "built into the program"
        case .unsigned: "[UNSIGNED] imported by hand, no signature checked"
        case .feed(let source): "feed \(shown(source)), signature checked"
        }
    }

    func withdrawn(_ day: CalendarDate) -> String {
        "[WITHDRAWN] its source lists this edition no longer (seen on \(word(day)))"
    }

    func asOf(_ date: CalendarDate) -> String { "the edition in force on \(word(date))" }

    var asPrinted: String { "grades as printed (--as-printed)" }

    func disputeMark(_ status: ErratumStatus?) -> String {
        switch status {
        case .proposed, nil: "[DISPUTED, not yet verified]"
        case .confirmed: "[differs from the printed label, erratum confirmed]"
        case .rejected: "[DISPUTED, erratum rejected]"
        }
    }

    func dispute(_ dispute: Dispute) -> String {
        let printed = word(dispute.printed)
        let reading =
            dispute.asPrinted ? "Answered as the document prints, \(printed)" : "The document prints \(printed)"
        let basis =
            dispute.erratum.map {
                "erratum \(shown($0.id)), \(word($0.status))" + (dispute.isRepeated ? ", evidence above" : "")
            } ?? "no erratum recorded"
        return "\(reading); \(word(dispute.held)) is held (\(basis))."
    }

    private func word(_ status: ErratumStatus) -> String {
        switch status {
        case .proposed: "not yet verified"
        case .confirmed: "confirmed"
        case .rejected: "rejected"
        }
    }

    func erratum(_ erratum: Erratum) -> String { "See also erratum \(shown(erratum.id)) (\(word(erratum.status)))." }

    func notListed(_ landType: LandType, table: String?) -> String {
        "not listed: this place is not in \(table.map(shown) ?? "the \(word(landType)) table")."
    }

    func notPublished(_ answer: LandTypeAnswer) -> String {
        let name = word(answer.landType)
        if answer.isPriced {
            return
                "not published: this edition has base prices of \(name) by grade and does not say which villages have which."
        }
        return answer.definition != nil
            ? "not published: this edition defines the base price of \(name) and grades it nowhere."
            : "not published: this edition does not speak of \(name)."
    }

    var noAmount: String { "not published in this edition" }

    // MARK: Not found, or not one

    func ambiguous(_ place: PlaceQuestion, count: Int) -> String { "\(quoted(place)) fits \(count) places:" }

    var askAgain: String { "Name one of them, for example:" }

    func unknownVillage(_ place: PlaceQuestion) -> String {
        switch place {
        case .names(let township?, let village): "There is no village \(quoted(village)) in \(quoted(township))."
        case .names(nil, let village): "There is no village \(quoted(village))."
        case .address: "No village was recognised in \(quoted(place))."
        }
    }

    func townshipOnly(_ townships: [String]) -> String {
        "\(townships.joined(separator: ", ")): a township; no village is named."
    }

    func unknownTownship(_ place: PlaceQuestion) -> String {
        switch place {
        case .names(let township?, _): unknownTownship(ShownText(township, columns: 60))
        case .names(nil, _), .address: "No township was recognised in \(quoted(place))."
        }
    }

    func unknownCounty(_ question: Question) -> String {
        if let county = question.county { return unknownCounty(ShownText(county, columns: 60)) }
        return "The county of \(quoted(question.place)) is not held. See the counties held with: landgrade editions"
    }

    func noEdition(_ question: Question) -> String {
        noEdition(county: question.county.map { ShownText($0, columns: 60) }, date: question.asOf)
    }

    private func quoted(_ text: String) -> String { "\u{2018}\(ShownText(text, columns: 60))\u{2019}" }

    private func quoted(_ place: PlaceQuestion) -> String {
        switch place {
        case .names(let township?, let village): quoted(township + " " + village)
        case .names(nil, let village): quoted(village)
        case .address(let address): quoted(address)
        }
    }

    // MARK: Citation

    func citation(_ citation: CitedEdition) -> String {
        let document = citation.document
        var details = [shown(document.number)]
        if let registration = document.registration { details.append("registration \(shown(registration))") }
        details.append("issued \(word(document.issued))")
        if let publication = document.publication { details.append("in \(shown(publication))") }
        if let effective = document.effective { details.append("in force from \(word(effective))") }
        if let expires = document.expires { details.append("valid until \(word(expires))") }
        if let rights = citation.rights { details.append("rights type \(shown(rights))") }
        var line = "\(shown(document.issuer)), \u{300A}\(shown(document.title))\u{300B}"
        line += " (\(details.joined(separator: ", ")))"
        let dates = citation.valuationDates
        if dates.count == 1 {
            line += ", valuation date \(word(dates[0].value))"
        } else if dates.count > 1 {
            line += ", valuation dates \(byLandType(dates.map { ($0.landTypes, word($0.value)) }))"
        }
        line += "; " + citation.entries.map(cited).joined(separator: "; ")
        for (landTypes, sources) in citation.prices {
            let rows = sources.map { row in shown(row.table) + (row.row.map { " row \($0)" } ?? "") }
            line += "; base price of \(enumeration(landTypes.map(word))): \(enumeration(rows))"
        }
        let unsigned = citation.origin == .unsigned ? " (unsigned import)" : ""
        let withdrawn = citation.withdrawn.map { " (withdrawn, seen on \(word($0)))" } ?? ""
        return line + "; edition \(citation.id)\(unsigned)\(withdrawn)."
    }

    private func cited(_ entry: CitedEntry) -> String {
        let name = enumeration(entry.landTypes.map(word))
        let source = entry.source.map { row in shown(row.table) + (row.row.map { " row \($0)" } ?? "") }
        switch entry.outcome {
        case .notPublished: return "\(name): no grades published" + (source.map { " (defined in \($0))" } ?? "")
        case .notListed: return "\(name): not listed in \(source ?? "its table")"
        case .unknownVillage: return "\(name): unknown, no such village in \(source ?? "its table")"
        case .graded, .disputed, .byPart, nil: break
        }
        let about = entry.scope == .township ? " (the township as a whole)" : entry.part.map { " (\(shown($0)))" } ?? ""
        let place = "\(name)\(about): \(source ?? "place unknown")"
        guard let dispute = entry.dispute else { return place }
        let basis = dispute.erratum.map { "erratum \(shown($0.id)) \(word($0.status))" } ?? word(.proposed)
        let printed = word(dispute.printed)
        let held = word(dispute.held)
        return dispute.asPrinted
            ? "\(place) (\(printed) as printed, held as \(held), \(basis))"
            : "\(place) (printed \(printed), held as \(held), \(basis))"
    }

    // MARK: Lists

    let listLabels = ListLabels(
        county: "county", township: "township", pinyin: "pinyin", villages: "villages", village: "village",
        kind: "kind", landType: "land type", grade: "grade", disputed: "disputed", document: "Document",
        title: "Title", issue: "Issued", publication: "Published in", inForce: "In force", effective: "Applies from",
        expires: "Valid until",
        wholeTownships: "whole townships", parts: "parts of villages", contents: "Contents")

    var nothingListed: String { "Nothing to list." }

    func ungraded(_ landTypes: [LandType]) -> String { "\(enumeration(landTypes.map(word))): no grades published." }

    var noEditionCell: String { "no edition" }

    var notPublishedCell: String { "not published" }

    var notListedCell: String { "not listed" }

    func gradeCell(_ grade: Grade, isDisputed: Bool) -> String { "\(grade.rawValue)" + (isDisputed ? " disputed" : "") }

    func partCell(_ parts: [PartGrade]) -> String {
        parts.map { "\(shown($0.part)): \(gradeCell($0.grade, isDisputed: $0.isDisputed))" }.joined(separator: "; ")
    }

    var unknownVillageCell: String { "unknown" }

    var wholeTownshipCell: String { "as a whole" }

    func editionHeading(_ id: EditionID, county: County) -> String { "\(id)  \(shown(county.name))" }

    func document(_ document: Document) -> String {
        shown(document.number) + (document.registration.map { " (registration \(shown($0)))" } ?? "")
    }

    func issue(_ document: Document) -> String { "\(word(document.issued)) by \(shown(document.issuer))" }

    var and: String { ", and " }

    func inForce(_ period: ForcePeriod?) -> String {
        guard let period else { return "on no day" }
        return "from \(word(period.from))" + (period.before.map { ", before \(word($0))" } ?? "")
    }

    func contents(_ contents: EditionContents) -> String {
        let entries = LandType.allCases.map { landType in
            "\(word(landType)): \(contents.entries[landType].map { "\($0) entries" } ?? "no grades")"
        }
        let prices = contents.prices == 0 ? "no prices published" : "\(contents.prices) prices"
        let whole = contents.wholeTownships == 0 ? "" : " (\(contents.wholeTownships) graded as a whole)"
        return
            "\(contents.townships) townships\(whole), \(contents.villages) villages; \(entries.joined(separator: "; ")); "
            + "\(contents.disputed) entries disputed; \(prices)"
    }
}

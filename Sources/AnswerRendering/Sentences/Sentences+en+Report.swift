import GradeModel
import SystemSupport

extension EnglishSentences {
    var reportLabels: ReportLabels {
        ReportLabels(store: "Store", generation: "Generation", contents: "Contents", edition: "Edition")
    }

    func generation(file: String, layout: Int) -> String { "\(file) (layout \(layout))" }

    func extent(counties: Int, editions: Int, villages: Int, entries: Int) -> String {
        func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
        return [
            count(counties, "county", "counties"), count(editions, "edition", "editions"),
            count(villages, "village", "villages"), count(entries, "entry", "entries"),
        ].joined(separator: ", ")
    }

    func edition(_ edition: ReportedEdition) -> String {
        var line = "\(edition.id)  \(shown(edition.county.name)), issued \(word(edition.issued))"
        if let date = edition.valuationDate, let years = edition.valuationYears {
            line += ", valuation date \(word(date)) (\(years) \(years == 1 ? "year" : "years") ago)"
        }
        if edition.origin == .unsigned { line += ", imported unsigned" }
        return line + (edition.withdrawn.map { ", withdrawn (seen on \(word($0)))" } ?? "")
    }

    func listedFromWithdrawn(_ edition: EditionID, day: CalendarDate) -> String {
        "edition \(edition) was withdrawn: its source lists it no longer (seen on \(word(day)))"
    }

    func moreEditions(_ count: Int) -> String { "and \(count) more: landgrade editions" }

    var generationLabels: GenerationLabels {
        GenerationLabels(generation: "generation", made: "made", editions: "editions", bytes: "bytes", state: "file")
    }

    func word(_ state: GenerationRow.State) -> String {
        switch state {
        case .intact: "intact"
        case .changed: "changed, not as it was made"
        case .noChecksum: "no checksum to verify against"
        case .unreadable: "not readable"
        }
    }

    var currentMark: String { ", current" }

    func badGeneration(_ given: ShownText) -> String {
        "\u{2018}\(given)\u{2019} is no generation: give its number. See them with: landgrade generations"
    }

    func nowCurrent(generation: ShownText) -> String { "the current generation is \(generation)" }

    func alreadyCurrent(generation: ShownText) -> String { "\(generation) is the current generation already" }

    func intact(generation: ShownText, digest: String) -> String { "\(generation): intact, SHA-256 \(digest)" }

    func changed(generation: ShownText, expected: String, found: String) -> String {
        "\(generation): the file was changed (expected \(expected), found \(found)); go back to an intact generation or synchronise again"
    }

    func otherRights(_ edition: EditionID, rights: ShownText, held: ShownText) -> String {
        "\(edition) is about \(rights) land, and the county's editions in the store are about \(held): an answer could not "
            + "tell them apart, so nothing was imported. Keep it in a store of its own, with --store"
    }

    func noSideFile(path: ShownText) -> String {
        "\(path): no checksum file, or not the one of this generation; nothing to verify against"
    }

    func storeMade(path: ShownText) -> String { "store made: \(path)" }

    func storeExists(path: ShownText) -> String { "there is a store already, left as it is: \(path)" }

    func imported(editions: [EditionID], generation: ShownText) -> String {
        "imported \(editions.map(\.text).joined(separator: ", ")); the current generation is \(generation)"
    }

    func alreadyHeld(_ edition: EditionID) -> String { "\(edition) is in the store already, with the same contents" }

    func conflicting(_ edition: EditionID) -> String {
        "\(edition) is in the store with other contents; to put this one in its place add --replace"
    }

    var importNeedsUnsigned: String {
        "the package carries no signature, so nothing proves its source; to import it all the same add --unsigned, and every answer will say so"
    }

    func unreadablePackage(path: ShownText, reason: ShownText) -> String { "\(path): \(reason)" }
}

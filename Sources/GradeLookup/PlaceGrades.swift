import GradeModel
import GradeStore

/// From matched places to answers.
extension GradeLookup {
    func answer(_ question: Question, _ matches: [PlaceMatch]) throws(StoreError) -> Answer {
        var answers: [PlaceAnswer] = []
        var hasEdition = false
        for match in matches {
            let edition = try generation.edition(of: match.county, inForce: question.asOf)
            hasEdition = hasEdition || edition != nil
            let landTypes = try edition.map { edition throws(StoreError) in
                try self.landTypes(of: match, in: edition, question)
            }
            answers.append(PlaceAnswer(match: match, landTypes: landTypes ?? []))
        }
        guard hasEdition else { return Self.no(question, .noEdition, []) }
        return Answer(
            question: question, outcome: answers.count == 1 ? .found : .ambiguous, matches: answers, suggestions: [])
    }

    /// The land types of a question for which an edition grades this township as a whole.
    func hasWholeGrade(
        of township: String, in edition: EditionRecord, _ question: Question
    ) throws(StoreError) -> Bool {
        guard edition.hasScopedEntries else { return false }
        return try generation.townshipEntries(of: township, in: edition.id)
            .contains { question.landType == nil || $0.landType == question.landType }
    }

    func landTypes(
        of match: PlaceMatch, in edition: EditionRecord, _ question: Question
    ) throws(StoreError) -> [LandTypeAnswer] {
        let entries: [GradeEntry] =
            if let place = match.place {
                try generation.entries(of: place, in: edition)
            } else {
                try generation.townshipEntries(of: match.township, in: edition.id)
            }
        let facts = EditionFacts(
            edition: edition, entries: entries, definitions: try generation.definitions(in: edition.id),
            prices: try generation.prices(in: edition.id))
        var answers: [LandTypeAnswer] = []
        for landType in question.landType.map({ [$0] }) ?? LandType.allCases {
            let entries = facts.entries.filter { $0.landType == landType }
            if let first = entries.first, first.scope != .part {
                answers.append(try listed(first, facts, asPrinted: question.asPrinted))
            } else if !entries.isEmpty {
                answers.append(try byPart(entries, landType, facts, asPrinted: question.asPrinted))
            } else {
                answers.append(try unlisted(landType, facts, isKnown: match.village != nil))
            }
        }
        return answers
    }

    private func listed(
        _ entry: GradeEntry, _ facts: EditionFacts, asPrinted: Bool
    ) throws(StoreError) -> LandTypeAnswer {
        let erratum = try erratum(of: entry, facts)
        let isDisputed = Disputes(erratum.map { [$0] } ?? []).contains(entry)
        let grade = asPrinted ? entry.printedGrade : entry.grade
        let prices = facts.prices(of: entry.landType, grade)
        return LandTypeAnswer(
            landType: entry.landType, outcome: isDisputed ? .disputed : .graded,
            grade: grade, heldGrade: entry.grade, printedGrade: entry.printedGrade, erratum: erratum,
            definition: facts.definition(of: entry.landType), basePrice: prices.whole, subtypePrices: prices.subtypes,
            otherPrices: isDisputed ? facts.otherPrices(of: entry, than: grade) : nil,
            citation: facts.edition.citation(entry.source), scope: entry.scope)
    }

    private func byPart(
        _ entries: [GradeEntry], _ landType: LandType, _ facts: EditionFacts, asPrinted: Bool
    ) throws(StoreError) -> LandTypeAnswer {
        var parts: [PartAnswer] = []
        for entry in entries {
            let erratum = try erratum(of: entry, facts)
            let grade = asPrinted ? entry.printedGrade : entry.grade
            let isDisputed = Disputes(erratum.map { [$0] } ?? []).contains(entry)
            let prices = facts.prices(of: landType, grade)
            parts.append(
                PartAnswer(
                    part: entry.part ?? "", grade: grade, heldGrade: entry.grade, printedGrade: entry.printedGrade,
                    isDisputed: isDisputed, erratum: erratum,
                    basePrice: prices.whole, subtypePrices: prices.subtypes,
                    otherPrices: isDisputed ? facts.otherPrices(of: entry, than: grade) : nil, source: entry.source))
        }
        let table = Set(entries.map(\.source.table))
        return LandTypeAnswer(
            landType: landType, outcome: .byPart, grade: nil, heldGrade: nil, printedGrade: nil, erratum: nil,
            definition: facts.definition(of: landType), basePrice: nil,
            citation: facts.edition.citation(table.count == 1 ? TableRow(table: table.first!, row: nil) : nil),
            scope: .part, parts: parts)
    }

    private func erratum(of entry: GradeEntry, _ facts: EditionFacts) throws(StoreError) -> Erratum? {
        guard let id = entry.erratum else { return nil }
        return try generation.errata(in: facts.edition.id).first { $0.id == id }
    }

    /// - Parameter isKnown: the village is one that the store knows.
    private func unlisted(
        _ landType: LandType, _ facts: EditionFacts, isKnown: Bool
    ) throws(StoreError) -> LandTypeAnswer {
        let table = try generation.table(of: landType, in: facts.edition.id)
        let definition = facts.definition(of: landType)
        let source = table.map { TableRow(table: $0, row: nil) } ?? definition?.source
        let absent: LandTypeOutcome = isKnown ? .notListed : .unknownVillage
        return LandTypeAnswer(
            landType: landType, outcome: table == nil ? .notPublished : absent, grade: nil, heldGrade: nil,
            printedGrade: nil, erratum: nil, definition: definition, basePrice: nil,
            citation: facts.edition.citation(source),
            isPriced: table == nil && facts.prices.contains { $0.landType == landType })
    }
}

/// What one edition says that bears on one place.
private struct EditionFacts {
    let edition: EditionRecord
    let entries: [GradeEntry]
    let definitions: [Definition]
    let prices: [BasePrice]

    func definition(of landType: LandType) -> Definition? {
        definitions.first { $0.landType == landType }
    }

    func prices(of landType: LandType, _ grade: Grade) -> GradePrices {
        let prices = prices.filter { $0.landType == landType && $0.grade == grade }
        return GradePrices(
            grade: grade, whole: prices.first { $0.subtype == nil }, subtypes: prices.filter { $0.subtype != nil })
    }

    /// Of a disputed entry: of the one of its grades that is not answered.
    func otherPrices(of entry: GradeEntry, than grade: Grade) -> GradePrices {
        prices(of: entry.landType, grade == entry.grade ? entry.printedGrade : entry.grade)
    }
}

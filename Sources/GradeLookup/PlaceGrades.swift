import GradeModel
import GradeStore

/// From matched places to answers.
extension GradeLookup {
    func answer(_ question: Question, _ matches: [PlaceMatch]) throws(StoreError) -> Answer {
        var answers: [PlaceAnswer] = []
        var hasEdition = false
        for match in matches {
            let edition = try generation.edition(of: match.place.county, inForce: question.asOf)
            hasEdition = hasEdition || edition != nil
            let landTypes = try edition.map { edition throws(StoreError) in
                try self.landTypes(of: match.place, in: edition, question)
            }
            answers.append(PlaceAnswer(match: match, landTypes: landTypes ?? []))
        }
        guard hasEdition else { return Self.no(question, .noEdition, []) }
        return Answer(
            question: question, outcome: answers.count == 1 ? .found : .ambiguous, matches: answers, suggestions: [])
    }

    private func landTypes(
        of place: Place, in edition: EditionRecord, _ question: Question
    ) throws(StoreError) -> [LandTypeAnswer] {
        let facts = EditionFacts(
            edition: edition, entries: try generation.entries(of: place, in: edition.id),
            definitions: try generation.definitions(in: edition.id), prices: try generation.prices(in: edition.id))
        var answers: [LandTypeAnswer] = []
        for landType in question.landType.map({ [$0] }) ?? LandType.allCases {
            if let entry = facts.entries.first(where: { $0.landType == landType }) {
                answers.append(try listed(entry, facts, asPrinted: question.asPrinted))
            } else {
                answers.append(try unlisted(landType, facts))
            }
        }
        return answers
    }

    private func listed(
        _ entry: GradeEntry, _ facts: EditionFacts, asPrinted: Bool
    ) throws(StoreError) -> LandTypeAnswer {
        let erratum = try entry.erratum.flatMap { id throws(StoreError) in
            try generation.errata(in: facts.edition.id).first { $0.id == id }
        }
        let isDisputed = Disputes(erratum.map { [$0] } ?? []).contains(entry)
        let grade = asPrinted ? entry.printedGrade : entry.grade
        return LandTypeAnswer(
            landType: entry.landType, outcome: isDisputed ? .disputed : .graded,
            grade: grade, heldGrade: entry.grade, printedGrade: entry.printedGrade, erratum: erratum,
            definition: facts.definition(of: entry.landType),
            basePrice: facts.prices.first { $0.landType == entry.landType && $0.grade == grade },
            citation: facts.edition.citation(entry.source))
    }

    private func unlisted(_ landType: LandType, _ facts: EditionFacts) throws(StoreError) -> LandTypeAnswer {
        let table = try generation.table(of: landType, in: facts.edition.id)
        let definition = facts.definition(of: landType)
        let source = table.map { TableRow(table: $0, row: nil) } ?? definition?.source
        return LandTypeAnswer(
            landType: landType, outcome: table == nil ? .notPublished : .notListed, grade: nil, heldGrade: nil,
            printedGrade: nil, erratum: nil, definition: definition, basePrice: nil,
            citation: facts.edition.citation(source))
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
}

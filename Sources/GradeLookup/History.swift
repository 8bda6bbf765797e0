public import GradeModel
public import GradeStore
import PlaceMatching

/// From a question about a place to what every edition says of it.
extension GradeLookup {
    /// Finds the place as a look-up does, and then its name in each edition of the county by the same ladder, among the names of
    /// that edition alone.
    public func history(_ question: Question) throws(StoreError) -> PlaceHistory {
        let question = Question(place: question.place, county: question.county)
        let lookup = try answer(question)
        guard lookup.outcome == .found, let match = lookup.matches.first?.match else {
            return PlaceHistory(lookup: lookup, editions: [])
        }
        let records = try generation.editions(of: match.county)
        var held: [(record: EditionRecord, edition: Edition)] = []
        for record in records {
            guard let stored = try generation.storedEdition(record.id) else { continue }
            held.append((record, stored.edition))
        }
        // The name that was found: an abbreviation or a reading may fit another village in another edition.
        let place =
            match.village.map { PlaceQuestion.names(township: match.township, village: $0) } ?? question.place
        var editions: [HistoryEdition] = []
        for (record, edition) in held {
            let names = EditionNames(of: edition, among: held.map(\.edition))
            let found = names.gazetteer.match(place)
            let places = try places(found, names, record, question)
            editions.append(
                HistoryEdition(
                    id: record.id, document: record.document, rights: record.rights,
                    packageSHA256: record.packageSHA256, origin: record.origin, withdrawn: record.withdrawn,
                    periods: Listing.periods(of: record, among: records), outcome: Self.outcome(found, places.count),
                    places: places, elsewhere: places.isEmpty ? Self.elsewhere(place, names.gazetteer) : []))
        }
        return PlaceHistory(lookup: lookup, editions: editions)
    }

    private func places(
        _ found: GazetteerMatch, _ names: EditionNames, _ record: EditionRecord, _ question: Question
    ) throws(StoreError) -> [HistoryPlace] {
        guard case .matched(let matches) = found else {
            // The document may grade the township as a whole, and then it names no villages.
            guard let township = found.townshipWithoutVillage,
                try hasWholeGrade(of: township, in: record, question)
            else { return [] }
            return [try place(PlaceMatch(township: township, of: record.county), nil, record, question)]
        }
        var places: [HistoryPlace] = []
        for match in matches {
            let (match, edition) = names.printed(match)
            places.append(try place(match, edition, record, question))
        }
        return places
    }

    private func place(
        _ match: PlaceMatch, _ aliasEdition: EditionID?, _ record: EditionRecord, _ question: Question
    ) throws(StoreError) -> HistoryPlace {
        let answer = PlaceAnswer(match: match, landTypes: try landTypes(of: match, in: record, question))
        return HistoryPlace(answer: answer, aliasEdition: aliasEdition)
    }

    private static func outcome(_ found: GazetteerMatch, _ places: Int) -> LookupOutcome {
        switch places {
        case 0: break
        case 1: return .found
        default: return .ambiguous
        }
        if case .unknownTownship = found { return .unknownTownship }
        return .unknownVillage
    }

    private static func elsewhere(_ place: PlaceQuestion, _ gazetteer: Gazetteer) -> [Suggestion] {
        guard case .names(_?, let village) = place,
            case .matched(let matches) = gazetteer.match(.names(township: nil, village: village))
        else { return [] }
        return matches.filter { $0.alias == nil }.prefix(5).map {
            Suggestion(county: $0.county, township: $0.township, village: $0.village)
        }
    }
}

public import GradeModel
public import GradeStore
import GradeLookup
import PlaceMatching

/// One field for every way of naming a place.
extension Snapshot {
    /// The text is read as a township and a village (where there are two words), then as a village, then as an
    /// address; the first reading that fits a place is the answer. Where none does, it is the first that fits a township
    /// graded as a whole, else the first that is a township, else the first that has near names.
    /// - Parameter question: all of the question but its place.
    public func answer(oneField text: String, _ question: Question) throws(StoreError) -> Answer {
        var answers: [Answer] = []
        var ofTownship: Answer?
        for place in Self.readings(text) {
            var question = question
            question.place = place
            let answer = try answer(question)
            if answer.outcome == .found, answer.matches.allSatisfy({ $0.match.village == nil }) {
                ofTownship = ofTownship ?? answer
                continue
            }
            switch answer.outcome {
            case .found, .ambiguous, .noEdition, .unknownCounty: return answer
            case .unknownVillage, .unknownTownship: answers.append(answer)
            }
        }
        if let ofTownship { return ofTownship }
        // There is always a reading.
        return answers.first { !$0.namedTownships.isEmpty } ?? answers.first { !$0.suggestions.isEmpty } ?? answers[0]
    }

    /// The townships that a question without an answer names, whatever village it asks for in them.
    ///
    /// - Parameter text: what stood in the one field, if that was it.
    public func townships(namedBy place: PlaceQuestion, _ text: String?, county: String?) throws -> [Suggestion] {
        let words = text?.split { $0.isWhitespace }.map(String.init) ?? []
        var township = words.count == 2 ? words[0] : nil
        if case .names(let named?, _) = place, text == nil { township = named }
        guard let township else { return [] }
        return try answer(Question(place: .names(township: nil, village: township), county: county)).namedTownships
    }

    private static func readings(_ text: String) -> [PlaceQuestion] {
        let words = text.split { $0.isWhitespace }.map(String.init)
        let alone: [PlaceQuestion] = [.names(township: nil, village: text), .address(text)]
        return words.count == 2 ? [.names(township: words[0], village: words[1])] + alone : alone
    }

    /// What `text` may be the beginning of, for lists to choose from: townships, then villages. Nothing where the store
    /// has too many counties to go through at every key and none is given.
    public func beginnings(_ text: String, county: String?, limit: Int) throws -> [Suggestion] {
        let places: [Place]
        do {
            places = try search(text, county: county, limit: limit)
        } catch Problem.missingParameter { return [] }
        let townships = try withLookup { lookup, generation in
            let counties = try county.map { try generation.counties(named: $0) } ?? generation.counties()
            return try counties.flatMap { county in
                try lookup.gazetteer(of: county).townships(startingWith: text).map {
                    Suggestion(county: county, township: $0, village: nil)
                }
            }
        }
        let villages = places.map { Suggestion(county: $0.county, township: $0.township, village: $0.village) }
        return Array((townships + villages).prefix(limit))
    }
}

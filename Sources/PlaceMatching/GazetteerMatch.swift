public import GradeModel

/// What a gazetteer makes of a question.
public enum GazetteerMatch: Hashable, Sendable {
    /// One place; or several, all found by the same right, and then the question is ambiguous.
    case matched([PlaceMatch])
    /// The township is known (or none was given), the village is not.
    ///
    /// - Parameter otherCounty: what is said to be the county of a village that this one has too, 芙蓉村（汨罗市）.
    case unknownVillage(township: String?, [Suggestion], otherCounty: String? = nil)
    case unknownTownship([Suggestion])
    /// These townships are named, and no village of them.
    case townshipOnly([Suggestion])
    /// The village's cell names a township of its own, this one, and it is not the row's.
    case otherTownship(String, [Suggestion])
    /// The address names another place than this county.
    case unknownCounty

    public var isMatched: Bool { if case .matched = self { true } else { false } }

    /// The answer of several counties' gazetteers to one question. The strictest rule of all wins; what several
    /// counties found by that rule is ambiguous. Where none found anything, the one that understood most speaks.
    public static func merged(_ matches: [GazetteerMatch]) -> GazetteerMatch {
        // One county alone: what it found by several rules is all there is to set aside.
        if matches.count == 1 {
            switch matches[0] {
            case .matched(let places) where places.count != 1: break
            default: return matches[0]
            }
        }
        let found = matches.flatMap { (match) -> [PlaceMatch] in
            if case .matched(let places) = match { places } else { [] }
        }
        if let best = found.map(\.rule).min() { return .matched(found.filter { $0.rule == best }) }

        let named = matches.compactMap { match -> [Suggestion]? in
            if case .townshipOnly(let townships) = match { townships } else { nil }
        }
        if !named.isEmpty { return .townshipOnly(Suggestions.inTurn(named)) }
        for case .otherTownship(let township, let suggestions) in matches {
            return .otherTownship(township, suggestions)
        }

        let villages = matches.compactMap {
            match -> (township: String?, suggestions: [Suggestion], otherCounty: String?)? in
            if case .unknownVillage(let township, let suggestions, let otherCounty) = match {
                (township, suggestions, otherCounty)
            } else {
                nil
            }
        }
        if let first = villages.first {
            let township = villages.allSatisfy { $0.township == first.township } ? first.township : nil
            return .unknownVillage(
                township: township, Suggestions.inTurn(villages.map(\.suggestions)),
                otherCounty: villages.lazy.compactMap(\.otherCounty).first)
        }
        let townships = matches.compactMap { match -> [Suggestion]? in
            if case .unknownTownship(let suggestions) = match { suggestions } else { nil }
        }
        return townships.isEmpty ? .unknownCounty : .unknownTownship(Suggestions.inTurn(townships))
    }
}

extension GazetteerMatch {
    /// The township that was found where the village is unknown, or where none is named; nil: none, or several.
    public var townshipWithoutVillage: String? {
        switch self {
        case .unknownVillage(let township, _, _): township
        case .townshipOnly(let named): named.count == 1 ? named[0].township : nil
        case .matched, .unknownTownship, .otherTownship, .unknownCounty: nil
        }
    }
}

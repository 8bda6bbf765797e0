/// The answer to one `Question`.
public struct Answer: Hashable, Sendable {
    public let question: Question
    public let outcome: LookupOutcome
    /// One for `found`, two or more for `ambiguous`, else none.
    public let matches: [PlaceAnswer]
    /// Near names, offered and never taken; the nearest first.
    public let suggestions: [Suggestion]

    public init(question: Question, outcome: LookupOutcome, matches: [PlaceAnswer], suggestions: [Suggestion]) {
        self.question = question
        self.outcome = outcome
        self.matches = matches
        self.suggestions = suggestions
    }
}

public enum LookupOutcome: String, CaseIterable, Hashable, Sendable {
    case found, ambiguous
    case unknownVillage = "unknown_village"
    case unknownTownship = "unknown_township"
    case unknownCounty = "unknown_county"
    /// The county is known; no edition of it was in force on that date.
    case noEdition = "no_edition"
}

/// A county, township or village whose name is near the one asked for.
public struct Suggestion: Hashable, Sendable {
    public let county: County
    /// Nil where a county is suggested.
    public let township: String?
    /// Nil where a township (or county) is suggested.
    public let village: String?

    public init(county: County, township: String?, village: String?) {
        self.county = county
        self.township = township
        self.village = village
    }
}

/// What is known of one place: one `LandTypeAnswer` for each land type asked for.
public struct PlaceAnswer: Hashable, Sendable {
    public let match: PlaceMatch
    public let landTypes: [LandTypeAnswer]

    public init(match: PlaceMatch, landTypes: [LandTypeAnswer]) {
        self.match = match
        self.landTypes = landTypes
    }
}

extension Answer {
    /// The townships a question names without a village: what is offered are these, and none of it is only near.
    public var namedTownships: [Suggestion] {
        let isNamed = outcome == .unknownVillage && suggestions.allSatisfy { $0.township != nil && $0.village == nil }
        return isNamed ? suggestions : []
    }
}

/// What every edition that is held says of one place.
public struct PlaceHistory: Hashable, Sendable {
    /// By which the place was found, or why it was not: as of no day. Only where its outcome is `found` are there editions.
    public let lookup: Answer
    /// Of the place's county, the newest first.
    public let editions: [HistoryEdition]

    public init(lookup: Answer, editions: [HistoryEdition]) {
        self.lookup = lookup
        self.editions = editions
    }
}

/// What one edition says of a place. The name is looked for among the names of this edition alone.
public struct HistoryEdition: Hashable, Sendable {
    public let id: EditionID
    public let document: Document
    /// Whose land it is about, where its document distinguishes that.
    public let rights: String?
    public let packageSHA256: String
    public let origin: EditionOrigin
    /// The day it was seen to be listed no longer; nil: it stands.
    public let withdrawn: CalendarDate?
    /// The days on which it is in force; empty: on none.
    public let periods: [ForcePeriod]
    /// `found`, `ambiguous`, `unknownVillage` or `unknownTownship`, in this edition.
    public let outcome: LookupOutcome
    /// One for `found`, two or more for `ambiguous`, else none.
    public let places: [HistoryPlace]
    /// Villages of this name in other townships of the edition; offered and never taken.
    public let elsewhere: [Suggestion]

    public init(
        id: EditionID, document: Document, rights: String?, packageSHA256: String, origin: EditionOrigin,
        withdrawn: CalendarDate?, periods: [ForcePeriod], outcome: LookupOutcome, places: [HistoryPlace],
        elsewhere: [Suggestion]
    ) {
        self.id = id
        self.document = document
        self.rights = rights
        self.packageSHA256 = packageSHA256
        self.origin = origin
        self.withdrawn = withdrawn
        self.periods = periods
        self.outcome = outcome
        self.places = places
        self.elsewhere = elsewhere
    }
}

/// A place as one edition has it, and its grades there.
public struct HistoryPlace: Hashable, Sendable {
    /// The match's alias is as the edition prints it that names it: where its other spelling is this edition's own name of the
    /// village, that is how the village was called then.
    public let answer: PlaceAnswer
    /// The edition that names the alias. Nil: no alias was needed.
    public let aliasEdition: EditionID?

    public init(answer: PlaceAnswer, aliasEdition: EditionID?) {
        self.answer = answer
        self.aliasEdition = aliasEdition
    }

    /// The village has another name here, of which another edition says that it is the same village's.
    public var isOtherName: Bool { answer.match.alias.map { $0.alias == answer.match.village } ?? false }
}

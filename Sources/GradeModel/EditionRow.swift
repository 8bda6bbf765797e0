/// An edition as `editions` shows it.
public struct EditionRow: Hashable, Sendable {
    public let id: EditionID
    public let county: County
    public let document: Document
    /// Whose land it is about, where its document distinguishes that.
    public let rights: String?
    /// Those of its definitions, each once.
    public let valuationDates: [CalendarDate]
    /// Nil: on no day, because another edition of the county takes precedence on every one.
    public let inForce: ForcePeriod?
    /// Further periods, after an edition that replaced it expired.
    public let inForceAgain: [ForcePeriod]
    /// The day it was seen to be listed no longer; nil: it stands.
    public let withdrawn: CalendarDate?
    public let origin: EditionOrigin
    public let packageSHA256: String
    public let contents: EditionContents
    /// The amounts it publishes, by land type and sub type, the best grade first within one.
    public let prices: [BasePrice]
    public let rates: [CapitalizationRate]

    public init(
        id: EditionID, county: County, document: Document, rights: String? = nil, valuationDates: [CalendarDate],
        inForce: ForcePeriod?, inForceAgain: [ForcePeriod] = [], withdrawn: CalendarDate?, origin: EditionOrigin,
        packageSHA256: String, contents: EditionContents, prices: [BasePrice] = [], rates: [CapitalizationRate] = []
    ) {
        self.id = id
        self.county = county
        self.document = document
        self.rights = rights
        self.valuationDates = valuationDates
        self.inForce = inForce
        self.inForceAgain = inForceAgain
        self.withdrawn = withdrawn
        self.origin = origin
        self.packageSHA256 = packageSHA256
        self.contents = contents
        self.prices = prices
        self.rates = rates
    }
}

/// How much an edition holds.
public struct EditionContents: Hashable, Sendable {
    public let townships: Int
    public let villages: Int
    /// Entries of each table; a land type that the edition grades nowhere has no number here, not 0.
    public let entries: [LandType: Int]
    public let disputed: Int
    /// Amounts published; 0 where the document publishes none.
    public let prices: Int
    /// Townships that it grades as a whole, for some land type at least.
    public let wholeTownships: Int

    public init(
        townships: Int, villages: Int, entries: [LandType: Int], disputed: Int, prices: Int, wholeTownships: Int = 0
    ) {
        self.townships = townships
        self.villages = villages
        self.entries = entries
        self.disputed = disputed
        self.prices = prices
        self.wholeTownships = wholeTownships
    }
}

/// What `status` tells of a store.
public struct StoreReport: Hashable, Sendable {
    public let path: String
    public let generation: Int
    /// `gen-00000001.sqlite`.
    public let file: String
    public let layout: Int
    public let counties: Int
    public let villages: Int
    public let entries: Int
    public let editions: [ReportedEdition]

    public init(
        path: String, generation: Int, file: String, layout: Int, counties: Int, villages: Int, entries: Int,
        editions: [ReportedEdition]
    ) {
        self.path = path
        self.generation = generation
        self.file = file
        self.layout = layout
        self.counties = counties
        self.villages = villages
        self.entries = entries
        self.editions = editions
    }
}

/// An edition of a store and how old what it says is.
public struct ReportedEdition: Hashable, Sendable {
    public let id: EditionID
    public let county: County
    public let issued: CalendarDate
    public let origin: EditionOrigin
    /// The day it was seen to be listed no longer; nil: it stands.
    public let withdrawn: CalendarDate?
    /// The earliest of its valuation dates; nil where it defines none.
    public let valuationDate: CalendarDate?
    /// Whole years from that day to today.
    public let valuationYears: Int?

    public init(
        id: EditionID, county: County, issued: CalendarDate, origin: EditionOrigin, withdrawn: CalendarDate?,
        valuationDate: CalendarDate?, valuationYears: Int?
    ) {
        self.id = id
        self.county = county
        self.issued = issued
        self.origin = origin
        self.withdrawn = withdrawn
        self.valuationDate = valuationDate
        self.valuationYears = valuationYears
    }
}

public import GradeModel
public import GradeStore

/// What an edition lists, for `define`, `list` and `editions`, and for the service behind them.
public struct Listing {
    let generation: Generation

    public init(_ generation: Generation) { self.generation = generation }

    /// A whole edition as it was put in; nil where the store has none of this id.
    public func edition(_ id: EditionID) throws(StoreError) -> SourcedEdition? { try generation.storedEdition(id) }

    /// The counties a user's word names; all of them without a word. Empty: unknown.
    public func counties(_ word: String?) throws(StoreError) -> [County] {
        guard let word else { return try generation.counties() }
        return try generation.counties(named: word)
    }

    /// Every county, where they are few enough to be named in a sentence; else none.
    public var fewCounties: [County] {
        get throws(StoreError) {
            try generation.extent().counties <= 20 ? try generation.counties() : []
        }
    }

    /// The edition in force, read once for several lists. Nil: no edition was in force on that day.
    public func edition(of county: County, asOf date: CalendarDate?) throws(StoreError) -> ListedEdition? {
        guard let record = try inForce(of: county, asOf: date),
            let edition = try generation.storedEdition(record.id)?.edition
        else { return nil }
        return ListedEdition(record, edition)
    }

    /// Nil: no edition was in force on that day.
    public func townships(of county: County, asOf date: CalendarDate?) throws(StoreError) -> [TownshipRow]? {
        try edition(of: county, asOf: date)?.townships
    }

    /// Nil: no edition was in force on that day.
    public func villages(
        of county: County, _ filter: VillageFilter = VillageFilter(), asOf date: CalendarDate?
    ) throws(StoreError) -> [VillageRow]? {
        try edition(of: county, asOf: date)?.villages(filter)
    }

    /// How many villages hold each grade. Nil: no edition was in force on that day.
    public func grades(
        of county: County, landType: LandType?, asOf date: CalendarDate?
    ) throws(StoreError) -> [GradeRow]? {
        try edition(of: county, asOf: date)?.grades(landType)
    }

    /// Which edition the lists of that day are made from.
    public func inForce(of county: County, asOf date: CalendarDate?) throws(StoreError) -> EditionRecord? {
        try generation.edition(of: county, inForce: date)
    }
}

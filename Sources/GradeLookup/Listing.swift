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

    /// The townships of the edition in force, in its order. Nil: no edition was in force on that day.
    public func townships(of county: County, asOf date: CalendarDate?) throws(StoreError) -> [TownshipRow]? {
        guard let edition = try edition(of: county, date) else { return nil }
        let graded = Set(edition.grades.map(\.landType))
        return edition.townships.map { township in
            let entries = edition.grades.filter { $0.township == township.name }
            var counts: [LandType: Int] = [:]
            for landType in graded {
                counts[landType] = Set(entries.filter { $0.landType == landType }.compactMap(\.village)).count
            }
            let whole = entries.filter { $0.scope == .township }
            return TownshipRow(
                county: county, name: township.name, pinyin: township.pinyin,
                villages: Set(entries.compactMap(\.village)).count, entries: counts,
                wholeGrades: Dictionary(whole.map { ($0.landType, $0.grade) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The villages of the edition in force with their grades: by township in the edition's order, within one in the
    /// order of the tables. A township that is graded as a whole for a land type has a row of its own in front of its
    /// villages. Nil: no edition was in force on that day.
    public func villages(
        of county: County, township: String?, landType: LandType?, grade: Grade?, asOf date: CalendarDate?
    ) throws(StoreError) -> [VillageRow]? {
        guard let edition = try edition(of: county, date) else { return nil }
        let order = Dictionary(edition.townships.map { ($0.name, $0.order) }, uniquingKeysWith: { first, _ in first })
        let entries = ListedEntries(edition.grades.filter { township == nil || $0.township == township }, edition)
        let landTypes = landType.map { [$0] } ?? LandType.allCases
        let sorted = entries.places.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            return (order[first.township] ?? 0, first.village == nil ? 0 : 1, a.offset)
                < (order[second.township] ?? 0, second.village == nil ? 0 : 1, b.offset)
        }
        return sorted.compactMap { _, place in
            // The row of a township has the land types graded so; of the others the rows of its villages speak.
            let grades = landTypes.map { entries.grade(of: place, $0) }
                .filter { place.village != nil || $0.scope == .township }
            guard !grades.isEmpty, grade == nil || grades.contains(where: { $0.has(grade) }) else { return nil }
            return VillageRow(
                county: county, township: place.township, village: place.village, kind: place.kind, grades: grades)
        }
    }

    /// How many villages hold each grade. Nil: no edition was in force on that day.
    public func grades(
        of county: County, landType: LandType?, asOf date: CalendarDate?
    ) throws(StoreError) -> [GradeRow]? {
        guard let edition = try edition(of: county, date) else { return nil }
        let disputes = Disputes(edition.errata)
        return (landType.map { [$0] } ?? LandType.allCases).flatMap { landType in
            let entries = edition.grades.filter { $0.landType == landType }
            // A grade that has a price and no entry is listed too, with no villages.
            let priced = edition.prices.filter { $0.landType == landType }
            let grades = Set(entries.map(\.grade) + (entries.isEmpty ? [] : priced.map(\.grade))).sorted()
            let counts: [GradeCount?] = grades.map { grade in
                let held = entries.filter { $0.grade == grade }
                return GradeCount(
                    grade: grade, villages: held.count { $0.scope == .village },
                    disputed: held.count(where: disputes.contains), townships: held.count { $0.scope == .township },
                    parts: held.count { $0.scope == .part },
                    prices: priced.filter { $0.grade == grade })
            }
            return (counts.isEmpty ? [nil] : counts).map {
                GradeRow(county: county, edition: edition.id, landType: landType, count: $0)
            }
        }
    }

    /// Which edition the lists of that day are made from.
    public func inForce(of county: County, asOf date: CalendarDate?) throws(StoreError) -> EditionRecord? {
        try generation.edition(of: county, inForce: date)
    }

    private func edition(of county: County, _ date: CalendarDate?) throws(StoreError) -> Edition? {
        guard let record = try inForce(of: county, asOf: date) else { return nil }
        return try generation.storedEdition(record.id)?.edition
    }
}

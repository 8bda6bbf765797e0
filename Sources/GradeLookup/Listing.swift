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
            for landType in graded { counts[landType] = entries.count { $0.landType == landType } }
            return TownshipRow(
                county: county, name: township.name, pinyin: township.pinyin,
                villages: Set(entries.map(\.village)).count, entries: counts)
        }
    }

    /// The villages of the edition in force with their grades: by township in the edition's order, within one in the
    /// order of the tables. Nil: no edition was in force on that day.
    public func villages(
        of county: County, township: String?, landType: LandType?, grade: Grade?, asOf date: CalendarDate?
    ) throws(StoreError) -> [VillageRow]? {
        guard let edition = try edition(of: county, date) else { return nil }
        let disputes = Disputes(edition.errata)
        let graded = Set(edition.grades.map(\.landType))
        let order = Dictionary(edition.townships.map { ($0.name, $0.order) }, uniquingKeysWith: { first, _ in first })
        var places: [Place] = []
        var entries: [Place: [LandType: GradeEntry]] = [:]
        for entry in edition.grades where township == nil || entry.township == township {
            let place = Place(county: county, township: entry.township, village: entry.village, kind: entry.kind)
            if entries[place] == nil { places.append(place) }
            entries[place, default: [:]][entry.landType] = entry
        }
        let landTypes = landType.map { [$0] } ?? LandType.allCases
        let sorted = places.enumerated().sorted {
            (order[$0.element.township] ?? 0, $0.offset) < (order[$1.element.township] ?? 0, $1.offset)
        }
        return sorted.compactMap { _, place in
            let grades = landTypes.map { landType in
                Self.grade(entries[place]?[landType], landType, isGraded: graded.contains(landType), disputes)
            }
            guard grade == nil || grades.contains(where: { $0.grade == grade }) else { return nil }
            return VillageRow(place: place, grades: grades)
        }
    }

    private static func grade(
        _ entry: GradeEntry?, _ landType: LandType, isGraded: Bool, _ disputes: Disputes
    ) -> VillageGrade {
        guard let entry else {
            return VillageGrade(
                landType: landType, outcome: isGraded ? .notListed : .notPublished, grade: nil, printedGrade: nil,
                erratum: nil)
        }
        return VillageGrade(
            landType: landType, outcome: disputes.contains(entry) ? .disputed : .graded, grade: entry.grade,
            printedGrade: entry.printedGrade, erratum: entry.erratum)
    }

    /// How many villages hold each grade. Nil: no edition was in force on that day.
    public func grades(
        of county: County, landType: LandType?, asOf date: CalendarDate?
    ) throws(StoreError) -> [GradeRow]? {
        guard let edition = try edition(of: county, date) else { return nil }
        let disputes = Disputes(edition.errata)
        return (landType.map { [$0] } ?? LandType.allCases).flatMap { landType in
            let entries = edition.grades.filter { $0.landType == landType }
            let grades = Set(entries.map(\.grade)).sorted()
            let counts: [GradeCount?] = grades.map { grade in
                let held = entries.filter { $0.grade == grade }
                return GradeCount(grade: grade, villages: held.count, disputed: held.count(where: disputes.contains))
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

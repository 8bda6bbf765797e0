public import GradeModel
public import GradeStore

extension Listing {
    /// The definitions of the edition in force. Nil: no edition was in force on that day.
    public func definitions(
        of county: County, landType: LandType?, asOf date: CalendarDate?
    ) throws(StoreError) -> [DefinitionRow]? {
        guard let record = try generation.edition(of: county, inForce: date) else { return nil }
        let prices = try generation.prices(in: record.id)
        var rows: [DefinitionRow] = []
        for definition in try generation.definitions(in: record.id)
        where landType == nil || definition.landType == landType {
            rows.append(
                DefinitionRow(
                    county: county, definition: definition, citation: record.citation(definition.source),
                    isGraded: try generation.table(of: definition.landType, in: record.id) != nil,
                    prices: prices.filter { $0.landType == definition.landType }))
        }
        return rows
    }

    /// The editions of the store (or of one county), newest first within a county.
    public func editions(of county: County? = nil) throws(StoreError) -> [EditionRow] {
        let records = try generation.editions(of: county)
        var rows: [EditionRow] = []
        let byCounty = Dictionary(grouping: records, by: \.county.code)
        for record in records {
            guard let edition = try generation.storedEdition(record.id)?.edition else { continue }
            rows.append(
                EditionRow(
                    id: record.id, county: record.county, document: record.document,
                    valuationDates: Set(edition.definitions.map(\.valuationDate)).sorted(),
                    inForce: Self.period(of: record, among: byCounty[record.county.code] ?? []),
                    withdrawn: record.withdrawn,
                    origin: record.origin, packageSHA256: record.packageSHA256,
                    contents: Self.contents(edition)))
        }
        return rows
    }

    /// `county` has its editions newest first.
    private static func period(of record: EditionRecord, among county: [EditionRecord]) -> ForcePeriod? {
        let oldestFirst = Array(county.reversed())
        guard let index = oldestFirst.firstIndex(of: record) else { return nil }
        return ForcePeriod.of(
            index, in: oldestFirst.map { (issued: $0.document.issued, isWithdrawn: $0.withdrawn != nil) })
    }

    private static func contents(_ edition: Edition) -> EditionContents {
        var entries: [LandType: Int] = [:]
        for entry in edition.grades { entries[entry.landType, default: 0] += 1 }
        let places = Set(edition.grades.map { PlaceName(township: $0.township, village: $0.village) })
        return EditionContents(
            townships: edition.townships.count, villages: places.count, entries: entries,
            disputed: edition.grades.count(where: Disputes(edition.errata).contains), prices: edition.prices.count)
    }
}

private struct PlaceName: Hashable {
    let township: String
    let village: String
}

public import GradeModel
public import GradeStore

extension Listing {
    /// The definitions of the edition in force. Nil: no edition was in force on that day.
    public func definitions(
        of county: County, landType: LandType?, asOf date: CalendarDate?
    ) throws(StoreError) -> [DefinitionRow]? {
        guard let record = try generation.edition(of: county, inForce: date) else { return nil }
        let prices = try generation.prices(in: record.id)
        let rates = try generation.rates(in: record.id)
        var rows: [DefinitionRow] = []
        for definition in try generation.definitions(in: record.id)
        where landType == nil || definition.landType == landType {
            rows.append(
                DefinitionRow(
                    county: county, definition: definition, citation: record.citation(definition.source),
                    isGraded: try generation.table(of: definition.landType, in: record.id) != nil,
                    prices: Self.inOrder(prices.filter { $0.landType == definition.landType }),
                    rates: rates.filter { $0.landType == definition.landType }))
        }
        return rows
    }

    /// By land type, within one by sub type in the document's order, the best grade first.
    private static func inOrder(_ prices: [BasePrice]) -> [BasePrice] {
        LandType.allCases.flatMap { landType in
            let prices = prices.filter { $0.landType == landType }
            var subtypes: [String?] = []
            for price in prices where !subtypes.contains(price.subtype) { subtypes.append(price.subtype) }
            return subtypes.flatMap { subtype in
                prices.filter { $0.subtype == subtype }.sorted { $0.grade < $1.grade }
            }
        }
    }

    /// The editions of the store (or of one county), newest first within a county.
    public func editions(of county: County? = nil) throws(StoreError) -> [EditionRow] {
        let records = try generation.editions(of: county)
        var rows: [EditionRow] = []
        let byCounty = Dictionary(grouping: records, by: \.county.code)
        for record in records {
            guard let edition = try generation.storedEdition(record.id)?.edition else { continue }
            let periods = Self.periods(of: record, among: byCounty[record.county.code] ?? [])
            rows.append(
                EditionRow(
                    id: record.id, county: record.county, document: record.document, rights: record.rights,
                    valuationDates: Set(edition.definitions.map(\.valuationDate)).sorted(),
                    inForce: periods.first, inForceAgain: Array(periods.dropFirst()),
                    withdrawn: record.withdrawn,
                    origin: record.origin, packageSHA256: record.packageSHA256,
                    contents: Self.contents(edition), prices: Self.inOrder(edition.prices), rates: edition.rates))
        }
        return rows
    }

    /// `county` has its editions newest first.
    static func periods(of record: EditionRecord, among county: [EditionRecord]) -> [ForcePeriod] {
        let oldestFirst = Array(county.reversed())
        guard let index = oldestFirst.firstIndex(of: record) else { return [] }
        return ForcePeriod.all(
            of: index,
            in: oldestFirst.map { ForcePeriod.Candidate($0.document, isWithdrawn: $0.withdrawn != nil) })
    }

    private static func contents(_ edition: Edition) -> EditionContents {
        var entries: [LandType: Int] = [:]
        for entry in edition.grades { entries[entry.landType, default: 0] += 1 }
        let places = Set(
            edition.grades.compactMap { entry in
                entry.village.map { PlaceName(township: entry.township, village: $0) }
            })
        let whole = Set(edition.grades.filter { $0.scope == .township }.map(\.township))
        return EditionContents(
            townships: edition.townships.count, villages: places.count, entries: entries,
            disputed: edition.grades.count(where: Disputes(edition.errata).contains), prices: edition.prices.count,
            wholeTownships: whole.count)
    }
}

private struct PlaceName: Hashable {
    let township: String
    let village: String
}

import GradeLookup
public import GradeModel
public import GradeStore
public import ParcelValidation
import PlaceMatching
import Synchronization

/// Counties and their grades for a validation, from one generation. A generation is for one thread at a time, so each
/// thread that asks while others do gets one of its own, of the same file.
public final class StoreCounties: CountySource, @unchecked Sendable {
    private let first: Reader  // guarded by `isFirstTaken`
    private let isFirstTaken = Mutex(())
    private let others = Mutex<[Reader]>([])
    /// The edition in force on this day; nil: the newest.
    private let asOf: CalendarDate?
    /// The only edition that is judged by; nil: each county's in force.
    private let edition: EditionRecord?
    private let compareWith: EditionRecord?
    public let villageCount: Int

    /// Unchecked: it has one owner at a time.
    private final class Reader: @unchecked Sendable {
        let generation: Generation
        let lookup: GradeLookup

        init(_ generation: Generation) {
            self.generation = generation
            lookup = GradeLookup(generation)
        }
    }

    public init(
        _ generation: Generation, asOf: CalendarDate?, edition: EditionRecord? = nil, compareWith: EditionRecord?
    ) {
        first = Reader(generation)
        self.asOf = asOf
        self.edition = edition
        self.compareWith = compareWith
        // An error here is reported where the value is needed.
        villageCount = (try? generation.meta("villages")).flatMap { $0.flatMap { Int($0) } } ?? 0
    }

    private func read<Result>(_ body: (Reader) throws -> Result) throws -> Result {
        let tried = try isFirstTaken.withLockIfAvailable { _ in try body(first) }
        if let tried { return tried }
        // An update may have collected the file meanwhile: then the first one, still open, is waited for.
        let spare = others.withLock { $0.popLast() }
        let again = spare ?? (try? Generation(first.generation.name, in: first.generation.folder)).map(Reader.init)
        guard let again else { return try isFirstTaken.withLock { _ in try body(first) } }
        defer { others.withLock { $0.append(again) } }
        return try body(again)
    }

    public func counties(named text: String) throws -> [County] { try read { try $0.generation.counties(named: text) } }

    public func candidates(for question: PlaceQuestion) throws -> [County] {
        try read { try $0.lookup.candidates(question) }
    }

    public func furtherCandidates(for question: PlaceQuestion) throws -> [County] {
        try read { try $0.lookup.furtherCandidates(question) }
    }

    public func onlyCounty() throws -> County? {
        try read { reader in
            guard try reader.generation.extent().counties == 1 else { return nil }
            return try reader.generation.counties().first
        }
    }

    public func haveSameCandidates(numberBehind text: String) throws -> Bool {
        try read { try $0.lookup.haveSameCandidates(numberBehind: text) }
    }

    public func haveSameCandidates(numberBehindVillage text: String) throws -> Bool {
        try read { try $0.lookup.haveSameCandidates(numberBehindVillage: text) }
    }

    public func table(of county: County) throws -> CountyTable { try read { try table(of: county, $0.generation) } }

    private func table(of county: County, _ generation: Generation) throws -> CountyTable {
        let source = try generation.gazetteerSource(of: county)
        let record =
            if let edition { edition.county.code == county.code ? edition : nil } else {
                try generation.edition(of: county, inForce: asOf)
            }
        let after = compareWith.flatMap { $0.county.code == county.code ? $0 : nil }
        return CountyTable(
            county: source.county, townships: source.townships, villages: source.villages, aliases: source.aliases,
            grades: try record.map { try grades($0, source, generation) },
            after: try after.map { try grades($0, source, generation) })
    }

    public func prices(of county: County) throws -> CountyPrices {
        try read { reader in
            let generation = reader.generation
            let official =
                if let edition { edition.county.code == county.code ? edition.id : nil } else {
                    try generation.edition(of: county, inForce: asOf)?.id
                }
            let after = compareWith.flatMap { $0.county.code == county.code ? $0.id : nil }
            var prices = CountyPrices()
            if let official { prices.official = try generation.prices(in: official) }
            if let after { prices.after = try generation.prices(in: after) }
            for other in try generation.editions(of: county) where other.id != official {
                prices.others.append((other.id, try generation.prices(in: other.id)))
            }
            return prices
        }
    }

    public func pricedSubtypes() throws -> [String] { try read { try $0.generation.pricedSubtypes() } }

    private func grades(
        _ record: EditionRecord, _ source: GazetteerSource, _ generation: Generation
    ) throws -> EditionGrades {
        return EditionGrades(
            edition: record.id, grades: try generation.grades(of: source, in: record.id),
            scoped: record.hasScopedEntries ? try generation.scopedEntries(in: record.id) : [],
            disputes: Disputes(try generation.errata(in: record.id)), isWithdrawn: record.withdrawn != nil)
    }
}

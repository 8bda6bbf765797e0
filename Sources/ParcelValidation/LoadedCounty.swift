import GradeModel
import PlaceMatching

/// A county as its source gives it, ready for matching. Shared by the threads; nothing in it changes but the gazetteer,
/// which is built when the first name is not exact, and the places, when the first thread meets the county.
final class LoadedCounty: @unchecked Sendable {
    let table: CountyTable
    let grades: GradeIndex
    /// Nil where the list is not held against prices.
    let prices: CountyPrices?
    /// A name of the county has a digit in it.
    let isNumbered: Bool
    private let lock = Lock()
    private var built: Built?  // guarded by `lock`
    private var prepared: PreparedPlaces?  // guarded by `lock`
    private var indices: [NameBytes: Int]?  // guarded by `lock`

    init(
        _ table: CountyTable, errata: ErratumIDs, parts: PartLists, laterGrades: LaterGrades,
        prices: CountyPrices? = nil
    ) {
        self.table = table
        self.prices = prices
        grades = GradeIndex(table, errata, parts, laterGrades)
        isNumbered = table.hasNumberedNames
    }

    /// All its places, made once for all threads of a validation.
    func places(_ shape: RowShape) -> PreparedPlaces {
        lock.withLock {
            if let prepared { return prepared }
            let places = PreparedPlaces(table.villages.indices, in: self, shape)
            prepared = places
            return places
        }
    }

    /// Where a place stands in the county's villages.
    func index(of place: Place) -> Int? {
        lock.withLock {
            let known =
                indices
                ?? Dictionary(
                    table.villages.enumerated().map { (NameBytes($1.township, $1.village), $0) },
                    uniquingKeysWith: { first, _ in first })
            indices = known
            return known[NameBytes(place.township, place.village)]
        }
    }

    func match(_ question: RowQuestion) -> GazetteerMatch { gazetteer.match(question) }

    private var gazetteer: Built {
        lock.withLock {
            if let built { return built }
            let built = Built(
                Gazetteer(
                    county: table.county, townships: table.townships, villages: table.villages,
                    aliases: table.aliases))
            self.built = built
            return built
        }
    }

    /// A gazetteer is many references, and is handed over for each question.
    private final class Built: Sendable {
        private let names: Gazetteer
        init(_ names: Gazetteer) { self.names = names }

        func match(_ question: RowQuestion) -> GazetteerMatch { question.match(in: names) }
    }
}

/// Ids of errata, numbered in the order they are met; 0 is none. One list for all counties and threads.
final class ErratumIDs: @unchecked Sendable {
    private let lock = Lock()
    private var ids: [String] = [""]  // guarded by `lock`

    func number(of id: String?) -> Int {
        guard let id, !id.isEmpty else { return 0 }
        return lock.withLock {
            if let known = ids.firstIndex(of: id) { return known }
            // So many ids are no document; what comes later stays without its number in the notes.
            guard ids.count < LandFacts.errata else { return 0 }
            ids.append(id)
            return ids.count - 1
        }
    }

    var all: [String] { lock.withLock { ids } }
}

import GradeModel
import PlaceMatching

/// A county as its source gives it, ready for matching. Shared by the threads; nothing in it changes but the gazetteer,
/// which is built when the first odd name comes, and the places, when the first thread meets the county.
final class LoadedCounty: @unchecked Sendable {
    let table: CountyTable
    let grades: GradeIndex
    private let lock = Lock()
    private var built: Gazetteer?  // guarded by `lock`
    private var prepared: [PreparedPlace]?  // guarded by `lock`
    private var indices: [NameBytes: Int]?  // guarded by `lock`

    init(_ table: CountyTable, errata: ErratumIDs) {
        self.table = table
        grades = GradeIndex(table, errata)
    }

    /// The places that can be found by their exact names: once for all threads of a validation.
    func places(_ shape: RowShape) -> [PreparedPlace] {
        lock.withLock {
            if let prepared { return prepared }
            var places: [PreparedPlace] = []
            places.reserveCapacity(table.villages.count)
            for (index, place) in table.villages.enumerated() {
                let prepared = PreparedPlace(index, in: self, shape)
                // An empty name asks for nothing, and is the gazetteer's to answer.
                guard !prepared.township.isEmpty, !prepared.village.isEmpty,
                    !NameKey(place.township).text.isEmpty, !NameKey(place.village).text.isEmpty
                else { continue }
                places.append(prepared)
            }
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

    var gazetteer: Gazetteer {
        lock.withLock {
            if let built { return built }
            let gazetteer = Gazetteer(
                county: table.county, townships: table.townships, villages: table.villages, aliases: table.aliases)
            built = gazetteer
            return gazetteer
        }
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

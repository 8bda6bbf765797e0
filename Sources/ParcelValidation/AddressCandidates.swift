import GradeModel
import PlaceMatching

/// Counties that the addresses of a list without counties can be in, by what stands before their numbers: the index of
/// names is asked once for all addresses of a village, and tells whether the number can be set aside.
struct AddressCandidates {
    struct Entry {
        let counties: [County]
        /// Addresses that differ in the number alone have the same candidates, and no name of those has a digit in it.
        let numberIsFree: Bool
    }

    private var known: [String: Entry] = [:]
    /// About what `known` takes. A beginning can be long, and a name can be that of a village in hundreds of counties.
    private(set) var heldBytes = 0
    /// Entries, and bytes, held before all of them are dropped.
    private let limit: Int
    static let mostBytes = 4 << 20

    init(limit: Int) { self.limit = limit }

    /// - Parameters:
    ///   - beginning: what stands before the number.
    ///   - address: all of it.
    mutating func find(_ beginning: String, of address: String, _ resolver: PlaceResolver) throws -> Entry {
        if let found = known[beginning] { return found }
        let counties = try resolver.candidates(for: .address(address))
        var numberIsFree = try resolver.haveSameCandidates(numberBehind: beginning)
        for county in counties where numberIsFree {
            numberIsFree = try !resolver.county(county).isNumbered
        }
        let entry = Entry(counties: counties, numberIsFree: numberIsFree)
        let bytes = 128 + beginning.utf8.count + counties.count * MemoryLayout<County>.stride
        if known.count >= limit || heldBytes + bytes > Self.mostBytes {
            known.removeAll()
            heldBytes = 0
        }
        known[beginning] = entry
        heldBytes += bytes
        return entry
    }
}

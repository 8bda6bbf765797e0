import GradeModel
import TabularText

/// A place as rows name it and as it is written behind them.
struct PreparedPlace: Sendable {
    /// In the list's encoding.
    let township: [UInt8]
    let village: [UInt8]
    /// Our two cells of it.
    let written: [UInt8]
    /// One for each land type.
    let facts: ArraySlice<LandFacts>
    let townshipName: TownshipName

    /// - Parameter village: its index in the county's villages.
    init(_ village: Int, in county: LoadedCounty, _ shape: RowShape) {
        let place = county.table.villages[village]
        township = shape.encoding.bytes(of: place.township)
        self.village = shape.encoding.bytes(of: place.village)
        written = shape.writer.place(township: place.township, village: place.village)
        facts = county.grades.facts(of: village)
        townshipName = TownshipName(county: place.county.name, township: place.township)
    }
}

/// Township and village as a key. Bytes, because two names are one only if they are written alike, and because a
/// country has two million of them: strings would be normalized each time they are hashed.
struct NameBytes: Hashable, Sendable {
    private let bytes: [UInt8]

    init(_ township: String, _ village: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(township.utf8.count + village.utf8.count + 1)
        bytes += township.utf8
        bytes.append(0)
        bytes += village.utf8
        self.bytes = bytes
    }

    func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

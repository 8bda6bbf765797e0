import GradeModel
import PlaceMatching
import TabularText

/// Places of one county as rows name them and as they are written behind them, in flat arrays: made once, and then copied
/// by each thread that meets the county.
struct PreparedPlaces: Sendable {
    /// A name that can be found as it stands.
    struct Key: Sendable {
        var hash: UInt32
        /// Where it begins in `names`.
        var offset: UInt32
        var first: UInt16
        var second: UInt16
        /// Index among these places.
        var place: UInt32
    }

    /// Townships and villages in the list's encoding, and `ByteTable.slack` bytes.
    private(set) var names: [UInt8] = []
    private(set) var keys: [Key] = []
    /// Our two cells of each place.
    private(set) var written = Pieces()
    /// Three for each place, in the order of `LandType.allCases`.
    private(set) var facts: [LandFacts] = []
    /// Index in `townshipNames`, by place.
    private(set) var township: [UInt32] = []
    private(set) var townshipNames: [TownshipName] = []

    var count: Int { township.count }

    /// - Parameter villages: their indices in the county's villages.
    init(_ villages: some Collection<Int>, in county: LoadedCounty, _ shape: RowShape) {
        facts.reserveCapacity(villages.count * LandType.allCases.count)
        township.reserveCapacity(villages.count)
        keys.reserveCapacity(villages.count)
        // Villages come township by township.
        var last = (name: "", bytes: [UInt8](), isNamed: false)
        for index in villages {
            let place = county.table.villages[index]
            if township.isEmpty || !place.township.isWritten(as: last.name) {
                last = (
                    place.township, shape.encoding.bytes(of: place.township), !NameKey(place.township).text.isEmpty
                )
                townshipNames.append(TownshipName(county: place.county.name, township: place.township))
            }
            append(township: last.bytes, isNamed: last.isNamed, village: place.village, shape)
            written.append { shape.writer.appendPlace(township: place.township, village: place.village, to: &$0) }
            facts += county.grades.facts(of: index)
            township.append(UInt32(townshipNames.count - 1))
        }
        names += ByteTable.padding
        hashKeys()
    }

    /// A township as a whole, without a village.
    init(township name: String, facts: [LandFacts], of county: County, _ shape: RowShape) {
        townshipNames = [TownshipName(county: county.name, township: name)]
        written.append { shape.writer.appendPlace(township: name, village: nil, to: &$0) }
        self.facts = facts
        township = [0]
        names = ByteTable.padding
    }

    /// An empty name asks for nothing, and is the gazetteer's to answer; so is one too long to be kept.
    private mutating func append(township: [UInt8], isNamed: Bool, village: String, _ shape: RowShape) {
        guard isNamed, !township.isEmpty, township.count <= ByteTable.longest, Self.isNamed(village) else { return }
        let start = names.count
        names += township
        shape.encoding.append(village, to: &names)
        let count = names.count - start - township.count
        guard count > 0, count <= ByteTable.longest else { return names.removeLast(names.count - start) }
        keys.append(
            Key(
                hash: 0, offset: UInt32(start), first: UInt16(township.count), second: UInt16(count),
                place: UInt32(self.township.count)))
    }

    private static func isNamed(_ village: String) -> Bool {
        // Nearly all begin with a Chinese character, of which folding leaves one.
        if let first = village.utf8.first, (0xE4...0xE9).contains(first) { return true }
        return !NameKey(village).text.isEmpty
    }

    private mutating func hashKeys() {
        let names = names
        for index in keys.indices {
            let key = keys[index]
            let start = Int(key.offset), middle = start + Int(key.first)
            let first = RowCells.Cell(start: start, end: middle)
            let second = RowCells.Cell(start: middle, end: middle + Int(key.second))
            let bytes = names.span.bytes
            let hash = CellWords(bytes, first, second).hash(bytes, first, second, scope: 0)
            keys[index].hash = hash
        }
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

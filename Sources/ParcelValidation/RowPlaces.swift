import GradeModel
import PlaceMatching
import TabularText

/// The second step of judging a row: what the cells that name a place come to. Names that were met before are found by their
/// bytes, others by the gazetteers (`RowPlaces+Matching`), and what they come to is kept. For one thread.
struct RowPlaces: ~Copyable {
    let shape: RowShape
    let resolver: PlaceResolver
    let addressNumber: AddressNumber
    let isAddress: Bool

    /// What stands in the county's column: `value` is a scope.
    var counties = ByteTable()
    /// What stands in it and names no county, or none that rows may be of.
    var countiesWithoutScope: [String: NoScope] = [:]
    /// Exact names of counties loaded whole, by scope.
    var exact = ExactNames()
    /// Anything else that was asked: `tag` is the rule and `value` a place, or `tag` is `failed` and `value` in `failures`.
    var memo = ByteTable()

    var known = KnownPlaces()
    var failures: [Failure] = []
    var pieces = RowPieces()
    var scopes: [Scope] = []
    /// By scope: numbers in addresses can be set aside.
    var splits: [Bool] = []
    var scopeOfCounty: [String: Int] = [:]
    var lastCounty: LoadedCounty?
    var addressCandidates: AddressCandidates

    static let failed: UInt16 = 0xFF
    /// Distinguishes names with a number set aside from names without one.
    static let splitScope = 0x8000
    /// Villages that were matched alone, in a list with townships: that the row has none may be an oversight.
    private(set) var villagesAlone = VillagesAlone()

    mutating func noteVillageAlone(_ village: String) {
        if shape.columns[.township] != nil { villagesAlone.insert(village) }
    }

    /// Bytes a memo may grow to before it is cleared.
    static let memoBytes = 4 << 20
    /// More than a county's list has that are not exact.
    static let fewNames = 1024
    /// Room is kept for so many places at most.
    private static let mostPlaces = 1 << 20

    init(_ shape: RowShape, _ resolver: PlaceResolver) throws {
        self.shape = shape
        self.resolver = resolver
        isAddress = shape.columns[.address] != nil
        addressNumber = AddressNumber({ shape.encoding.bytes(of: $0) }, isGB18030: shape.encoding == .gb18030)
        addressCandidates = AddressCandidates(limit: shape.memoLimit)
        if let county = told {
            _ = try scope(of: county)
        } else if shape.counties == .any, let only = try resolver.onlyCounty() {
            _ = try scope(of: only)
        } else {
            append(Scope(counties: nil, splits: true))
            exact.appendScope()
            // To grow by doubling is to touch all of it twice.
            let count = min(resolver.villageCount, Self.mostPlaces)
            known.reserve(count)
            pieces.reserve(byteCount: 24 * count)
            exact.reserve(count)
        }
    }

    /// The county of rows that name none.
    var told: County? {
        switch shape.counties {
        case .always(let county): county
        case .column(let told): told
        case .any: nil
        }
    }

    static func tag(_ rule: MatchRule) -> UInt16 { UInt16(MatchRule.allCases.firstIndex(of: rule) ?? 0) }
    static func rule(_ tag: UInt16) -> MatchRule { MatchRule.allCases[Int(tag)] }
    static let exactTag = tag(.exact), townshipTag = tag(.township)

    /// What a row's cells come to: a place and the rule it was matched by, or why there is none.
    struct Found {
        /// A rule, or `failed`.
        var tag: UInt16
        /// The number of a place, or of a failure.
        var number: Int

        @inline(__always)
        var isPlace: Bool { tag != RowPlaces.failed }

        @inline(__always)
        init(_ tag: UInt16, _ number: Int) {
            self.tag = tag
            self.number = number
        }

        @inline(__always)
        init(_ entry: ByteTable.Entry) { self.init(entry.tag, Int(entry.value)) }
    }

    /// Why a row has no place.
    struct Failure: Sendable {
        var verdict: Int
        /// The number of the township that was found and is graded as a whole for some land type; -1: none.
        var whole: Int32 = -1
        /// Rows of this township are written.
        var isWanted: Bool
        var place: RowPieces.Range
        var after: RowPieces.Range
        /// The row is asked for more of its cells before it is said.
        var mayBeNoParcel = false
    }

    /// The county cell of the row before and its scope, where it is eight bytes or fewer, as codes are.
    struct LastScope {
        fileprivate var count = -1
        fileprivate var word: UInt64 = 0
        fileprivate var scope = 0
    }

    /// What is known of the place that these cells name; nil where they have not been asked for.
    @inline(__always)
    func known(_ cells: RowCells, _ bytes: RawSpan, hasCounty: Bool, _ last: inout LastScope) -> Found? {
        let scope = hasCounty ? knownScope(cells.county, bytes, &last) : 0
        guard scope >= 0 else { return nil }
        if isAddress {
            let end =
                splits[scope] ? addressNumber.split(bytes, cells.second.start, cells.second.end) : cells.second.end
            let isSplit = end != cells.second.end
            return find(cells, bytes, end: end, scope: isSplit ? scope | Self.splitScope : scope)
        }
        let place = exact.find(bytes, cells.first, cells.second, scope: scope)
        if place >= 0 { return Found(Self.exactTag, place) }
        if let found = find(cells, bytes, end: cells.second.end, scope: scope) { return found }
        guard splits[scope] else { return nil }
        let end = addressNumber.split(bytes, cells.second.start, cells.second.end)
        guard end != cells.second.end else { return nil }
        return find(cells, bytes, end: end, scope: scope | Self.splitScope)
    }

    @inline(__always)
    private func find(_ cells: RowCells, _ bytes: RawSpan, end: Int, scope: Int) -> Found? {
        let second = RowCells.Cell(start: cells.second.start, end: end)
        let found = memo.find(bytes, cells.first, second, scope: scope)
        return found >= 0 ? Found(memo.entries[found]) : nil
    }

    /// The scope of a county's cell, mostly that of the row before; -1 where it is not known.
    @inline(__always)
    private func knownScope(_ cell: RowCells.Cell, _ bytes: RawSpan, _ last: inout LastScope) -> Int {
        let word = ByteTable.word(bytes, cell.start, cell.end)
        if cell.count == last.count, word == last.word { return last.scope }
        let found = counties.find(bytes, .none, cell, scope: 0)
        guard found >= 0 else { return -1 }
        last.count = cell.count <= 8 ? cell.count : -1
        last.word = word
        last.scope = Int(counties.entries[found].value)
        return last.scope
    }

    /// The township of a row whose village is not known, where the edition grades it as a whole for this land type.
    @inline(__always)
    func whole(_ failure: Failure, _ landType: Int) -> Found? {
        let number = Int(failure.whole)
        guard number >= 0, known.facts[number &* KnownPlaces.landTypes &+ landType].isListedAsWhole else { return nil }
        return Found(Self.townshipTag, number)
    }
}

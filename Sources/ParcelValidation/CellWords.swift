/// The first 16 bytes of each of two cells, with zeros behind their ends. Nearly all names end there: what two cells say is
/// hashed and compared as four words, without a branch for their lengths.
struct CellWords: Sendable {
    private let first, second: SIMD2<UInt64>

    static let width = 16

    /// - Parameter bytes: with `ByteTable.slack` bytes behind the cells.
    @inline(__always)
    init(_ bytes: RawSpan, _ first: RowCells.Cell, _ second: RowCells.Cell) {
        self.first = Self.words(bytes, first)
        self.second = Self.words(bytes, second)
    }

    @inline(__always)
    private static func words(_ bytes: RawSpan, _ cell: RowCells.Cell) -> SIMD2<UInt64> {
        let words = bytes.unsafeLoadUnaligned(fromByteOffset: cell.start, as: SIMD2<UInt64>.self)
        return SIMD2(words.x & mask(cell.count), words.y & mask(cell.count &- 8))
    }

    /// Ones for the first `count` bytes of a word.
    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 {
        let some = (1 &<< (UInt64(truncatingIfNeeded: count) &* 8)) &- 1
        return count >= 8 ? .max : count <= 0 ? 0 : some
    }

    @inline(__always)
    static func == (one: CellWords, other: CellWords) -> Bool {
        let different = (one.first ^ other.first) | (one.second ^ other.second)
        return different.x | different.y == 0
    }

    /// The hash of the two cells.
    @inline(__always)
    func hash(_ bytes: RawSpan, _ first: RowCells.Cell, _ second: RowCells.Cell, scope: Int) -> UInt32 {
        var state =
            (self.first.x ^ UInt64(truncatingIfNeeded: scope)) &* 0x9E37_79B9_7F4A_7C15
            ^ (self.first.y ^ UInt64(truncatingIfNeeded: first.count)) &* 0xC2B2_AE3D_27D4_EB4F
            ^ (self.second.x ^ 0x1656_67B1) &* 0xBF58_476D_1CE4_E5B9
            ^ (self.second.y ^ 0x27D4_EB2F) &* 0x94D0_49BB_1331_11EB
        if max(first.count, second.count) > Self.width {
            state = Self.mix(bytes, first, state)
            state = Self.mix(bytes, second, state)
        }
        state ^= state &>> 29
        state = state &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: state &>> 32)
    }

    @inline(never)
    private static func mix(_ bytes: RawSpan, _ cell: RowCells.Cell, _ state: UInt64) -> UInt64 {
        var state = state
        var position = cell.start &+ width
        while position < cell.end {
            state = (state ^ ByteTable.word(bytes, position, cell.end)) &* 0xBF58_476D_1CE4_E5B9
            state ^= state &>> 32
            position &+= 8
        }
        return state
    }
}

/// What follows the first 16 bytes of longer cells, one cell after the other.
struct CellRests: Sendable {
    private var bytes = ByteTable.padding

    var byteCount: Int { bytes.count }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        bytes += ByteTable.padding
    }

    /// Keeps the rests of two cells and returns where they stand.
    mutating func append(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> UInt32 {
        guard max(first.count, second.count) > CellWords.width else { return 0 }
        let start = bytes.count - ByteTable.slack
        bytes.removeLast(ByteTable.slack)
        bytes += first.dropFirst(CellWords.width)
        bytes += second.dropFirst(CellWords.width)
        bytes += ByteTable.padding
        return UInt32(start)
    }

    /// Whether the rests of two cells are those that stand at `offset`; their lengths are equal.
    @inline(__always)
    func areEqual(_ offset: UInt32, _ other: RawSpan, _ first: RowCells.Cell, _ second: RowCells.Cell) -> Bool {
        guard max(first.count, second.count) > CellWords.width else { return true }
        let kept = bytes.span.bytes, start = Int(offset)
        return Self.isEqual(kept, start, other, first)
            && Self.isEqual(kept, start &+ max(first.count &- CellWords.width, 0), other, second)
    }

    /// Whether a cell of `bytes` and one of `other` with the same beginning and length are equal.
    @inline(__always)
    static func areEqual(_ bytes: RawSpan, _ kept: RowCells.Cell, _ other: RawSpan, _ cell: RowCells.Cell) -> Bool {
        cell.count <= CellWords.width || isEqual(bytes, kept.start &+ CellWords.width, other, cell)
    }

    @inline(never)
    private static func isEqual(_ kept: RawSpan, _ offset: Int, _ other: RawSpan, _ cell: RowCells.Cell) -> Bool {
        var position = cell.start &+ CellWords.width
        var place = offset
        while position < cell.end {
            guard
                ByteTable.word(other, position, cell.end)
                    == ByteTable.word(kept, place, place &+ (cell.end &- position))
            else { return false }
            position &+= 8
            place &+= 8
        }
        return true
    }
}

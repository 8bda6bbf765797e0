/// The bytes that are written behind rows, shared by all rows that have the same of them: places, editions, grades, notes.
/// For one thread.
struct RowPieces: Sendable {
    /// Where a piece stands, in one word. The top bit says that it is one of those that are forgotten.
    struct Range: Sendable {
        /// The offset above, the count below. Different for every two ranges that differ.
        let bits: UInt64

        static let none = Range(offset: 0, count: 0)
        static let passing: UInt32 = 1 << 31

        @inline(__always)
        init(offset: UInt32, count: UInt32) { bits = UInt64(offset) &<< 32 | UInt64(count) }

        @inline(__always)
        var offset: UInt32 { UInt32(truncatingIfNeeded: bits &>> 32) }
        @inline(__always)
        var count: Int { Int(bits & 0xFFFF_FFFF) }
        @inline(__always)
        var isPassing: Bool { offset & Self.passing != 0 }
        @inline(__always)
        var start: Int { Int(offset & ~Self.passing) }
    }

    /// Pieces that stay as long as the list is judged, and `ByteTable.slack` bytes.
    private(set) var lasting = ByteTable.padding
    /// Pieces of names that are not known and of single rows, until there are too many.
    private(set) var passing = ByteTable.padding
    /// How often they were forgotten: the same range is another piece then.
    private(set) var passingAge: UInt64 = 0

    subscript(piece: Range) -> ArraySlice<UInt8> {
        let bytes = piece.isPassing ? passing : lasting
        return bytes[piece.start..<piece.start + piece.count]
    }

    mutating func reserve(byteCount: Int) { lasting.reserveCapacity(byteCount) }

    mutating func keep(_ piece: [UInt8]) -> Range {
        let range = Range(offset: UInt32(lasting.count - ByteTable.slack), count: UInt32(piece.count))
        lasting.removeLast(ByteTable.slack)
        lasting += piece
        lasting += ByteTable.padding
        return range
    }

    /// Pieces one behind the other, as `Pieces` has them.
    /// - Returns: what has to be added to the offsets of its ranges.
    mutating func keep(_ pieces: Pieces) -> UInt32 {
        let start = UInt32(lasting.count - ByteTable.slack)
        lasting.removeLast(ByteTable.slack)
        lasting += pieces.bytes
        return start
    }

    mutating func append(passing piece: [UInt8]) -> Range {
        let range = Range(
            offset: UInt32(passing.count - ByteTable.slack) | Range.passing, count: UInt32(piece.count))
        passing.removeLast(ByteTable.slack)
        passing += piece
        passing += ByteTable.padding
        return range
    }

    /// Takes back pieces appended since `passing` had so many bytes.
    mutating func dropPassing(to count: Int) {
        passing.removeLast(passing.count - count)
    }

    mutating func forgetPassing() {
        passingAge += 1
        passing.removeAll(keepingCapacity: true)
        passing += ByteTable.padding
    }
}

/// What is written behind a row, and how it is counted: the last step's result.
struct Judgement: Sendable {
    var verdict: Int
    /// Number of its outcome in `RowVerdicts`; -1 where the row has no place.
    var outcome = -1
    /// Index in `KnownPlaces.townshipNames`; 0 for none.
    var township = 0
    var isWritten: Bool
    var before: RowPieces.Range
    var place = RowPieces.Range.none
    var between = RowPieces.Range.none
    var edition = RowPieces.Range.none
    var after = RowPieces.Range.none
    /// Of a list with prices, before its amounts.
    var prices = RowPieces.Range.none

    /// Before anything is known of a row.
    static let none = Judgement(verdict: 0, isWritten: false, before: .none, after: .none)

    /// A piece of it is one of those that are forgotten.
    @inline(__always)
    var isPassing: Bool {
        (before.bits | place.bits | between.bits | edition.bits | after.bits) &>> 63 != 0
    }
    @inline(__always)
    var byteCount: Int { before.count &+ place.count &+ between.count &+ edition.count &+ after.count }
    /// With those of prices.
    @inline(__always)
    var pricedByteCount: Int { byteCount &+ prices.count }
}

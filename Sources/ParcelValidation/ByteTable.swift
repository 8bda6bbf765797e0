import TabularText

/// A hash table from one or two cells, as bytes, to a number. Open addressing in three flat arrays: looking up touches
/// no reference and no String.
struct ByteTable: Sendable {
    struct Entry: Sendable {
        var words: CellWords
        var hash: UInt32
        /// Where the rest of longer cells stands in `rests`.
        var rest: UInt32
        var first: UInt16
        var second: UInt16
        /// Keys of different scopes (counties) are different keys.
        var scope: UInt16
        var tag: UInt16
        var value: UInt32
    }

    /// Longer cells are not kept.
    static let longest = 1024
    /// Bytes behind a key that may be read with it.
    static let slack = 64
    static let padding = [UInt8](repeating: 0, count: slack)

    private(set) var slots: [UInt32]
    private(set) var entries: [Entry] = []
    private var rests = CellRests()

    init() { slots = [UInt32](repeating: 0, count: 64) }

    var count: Int { entries.count }
    /// Bytes that long cells take.
    var byteCount: Int { rests.byteCount }

    mutating func removeAll() {
        for index in slots.indices { slots[index] = 0 }
        entries.removeAll(keepingCapacity: true)
        rests.removeAll()
    }

    /// One or two cells to ask for, or to keep.
    struct Key {
        /// The first, the second, and `slack` bytes.
        let bytes: [UInt8]
        let first, second: Int

        init(_ first: [UInt8], _ second: [UInt8]) {
            bytes = first + second + padding
            self.first = first.count
            self.second = second.count
        }

        /// Two cells of a record; nil for none.
        init(_ block: borrowing RecordBlock, _ index: Int, _ firstColumn: Int?, _ secondColumn: Int?) {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(64 + slack)
            if let firstColumn { block.append(cell: firstColumn, of: index, to: &bytes) }
            first = bytes.count
            if let secondColumn { block.append(cell: secondColumn, of: index, to: &bytes) }
            second = bytes.count - first
            bytes += padding
            self.bytes = bytes
        }

        var firstCell: RowCells.Cell { RowCells.Cell(start: 0, end: first) }
        var secondCell: RowCells.Cell { RowCells.Cell(start: first, end: first + second) }
        var firstBytes: ArraySlice<UInt8> { bytes[..<first] }
        var secondBytes: ArraySlice<UInt8> { bytes[first..<first + second] }

        /// The same with a shorter second cell.
        func cut(second: Int) -> Key {
            second == self.second ? self : Key(Array(firstBytes), Array(secondBytes.prefix(second)))
        }
    }

    /// Keeps a key; false where it is too long. Of equal keys the first kept is the one that is found.
    @discardableResult
    mutating func insert(_ key: Key, scope: Int, tag: UInt16, value: UInt32) -> Bool {
        guard key.first <= Self.longest, key.second <= Self.longest, scope <= UInt16.max else { return false }
        let bytes = key.bytes.span.bytes
        let words = CellWords(bytes, key.firstCell, key.secondCell)
        let hash = words.hash(bytes, key.firstCell, key.secondCell, scope: scope)
        entries.append(
            Entry(
                words: words, hash: hash, rest: rests.append(key.firstBytes, key.secondBytes),
                first: UInt16(key.first), second: UInt16(key.second), scope: UInt16(scope), tag: tag, value: value))
        if entries.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for (index, entry) in entries.enumerated() { place(index, entry.hash) }
        } else {
            place(entries.count - 1, hash)
        }
        return true
    }

    private mutating func place(_ index: Int, _ hash: UInt32) {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(index + 1)
    }

    /// The entry of a key, if it is kept.
    func find(_ key: Key, scope: Int) -> Entry? {
        let found = find(key.bytes.span.bytes, key.firstCell, key.secondCell, scope: scope)
        return found < 0 ? nil : entries[found]
    }

    /// Up to eight bytes from `position`, zeros from `end` on.
    @inline(__always)
    static func word(_ bytes: RawSpan, _ position: Int, _ end: Int) -> UInt64 {
        let word = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
        let left = end &- position
        let some = (1 &<< (UInt64(truncatingIfNeeded: left) &* 8)) &- 1
        return left >= 8 ? word : left <= 0 ? 0 : word & some
    }

    /// Index of the entry of two cells of `bytes`, -1 where there is none.
    @inline(__always)
    func find(_ bytes: RawSpan, _ first: RowCells.Cell, _ second: RowCells.Cell, scope: Int) -> Int {
        let slots = slots.span, entries = entries.span
        let words = CellWords(bytes, first, second)
        let hash = words.hash(bytes, first, second, scope: scope)
        let mask = slots.count &- 1
        var slot = Int(hash) & mask
        while true {
            let index = Int(slots[slot]) &- 1
            guard index >= 0 else { return -1 }
            let entry = entries[index]
            if entry.words == words, entry.hash == hash, Int(entry.first) == first.count,
                Int(entry.second) == second.count, Int(entry.scope) == scope,
                rests.areEqual(entry.rest, bytes, first, second)
            {
                return index
            }
            slot = (slot &+ 1) & mask
        }
    }
}

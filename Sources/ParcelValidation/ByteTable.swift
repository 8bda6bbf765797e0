import TabularText

/// A hash table from one or two cells, as bytes, to a number. Open addressing in three flat arrays: looking up touches
/// no reference and no String. The bytes of a key stand in `arena`, the second part behind the first.
struct ByteTable: Sendable {
    struct Entry: Sendable {
        var hash: UInt32
        var offset: UInt32
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
    static let slack = 32
    static let padding = [UInt8](repeating: 0, count: slack)

    private(set) var slots: [UInt32]
    private(set) var entries: [Entry] = []
    private(set) var arena: [UInt8]

    init() {
        slots = [UInt32](repeating: 0, count: 64)
        arena = Self.padding
    }

    var count: Int { entries.count }
    var byteCount: Int { arena.count }

    mutating func removeAll() {
        for index in slots.indices { slots[index] = 0 }
        entries.removeAll(keepingCapacity: true)
        arena.removeAll(keepingCapacity: true)
        arena += Self.padding
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
        let start = arena.count - Self.slack
        arena.removeLast(Self.slack)
        arena += key.bytes
        let hash = Self.hash(key.bytes.span.bytes, 0, key.first, key.first, key.first + key.second, scope: scope)
        entries.append(
            Entry(
                hash: hash, offset: UInt32(start), first: UInt16(key.first), second: UInt16(key.second),
                scope: UInt16(scope), tag: tag, value: value))
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

    /// The hash of two ranges of `bytes`, which has `slack` bytes behind them.
    @inline(__always)
    static func hash(
        _ bytes: RawSpan, _ start1: Int, _ end1: Int, _ start2: Int, _ end2: Int, scope: Int
    ) -> UInt32 {
        // The first 16 bytes of each part without a branch: nearly all names end there, at any of them.
        var state =
            (word(bytes, start1, end1) ^ UInt64(truncatingIfNeeded: scope)) &* 0x9E37_79B9_7F4A_7C15
            ^ (word(bytes, start1 &+ 8, end1) ^ UInt64(truncatingIfNeeded: end1 &- start1)) &* 0xC2B2_AE3D_27D4_EB4F
            ^ (word(bytes, start2, end2) ^ 0x1656_67B1) &* 0xBF58_476D_1CE4_E5B9
            ^ (word(bytes, start2 &+ 8, end2) ^ 0x27D4_EB2F) &* 0x94D0_49BB_1331_11EB
        if max(end1 &- start1, end2 &- start2) > 16 {
            state = mix(bytes, start1 &+ 16, end1, state)
            state = mix(bytes, start2 &+ 16, end2, state)
        }
        state ^= state &>> 29
        state = state &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: state &>> 32)
    }

    @inline(never)
    private static func mix(_ bytes: RawSpan, _ start: Int, _ end: Int, _ state: UInt64) -> UInt64 {
        var state = state
        var position = start
        while position < end {
            state = (state ^ word(bytes, position, end)) &* 0xBF58_476D_1CE4_E5B9
            state ^= state &>> 32
            position &+= 8
        }
        return state
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
        let slots = slots.span, entries = entries.span, arena = arena.span.bytes
        let hash = Self.hash(bytes, first.start, first.end, second.start, second.end, scope: scope)
        let mask = slots.count &- 1
        var slot = Int(hash) & mask
        while true {
            let index = Int(slots[slot]) &- 1
            guard index >= 0 else { return -1 }
            let entry = entries[index]
            if entry.hash == hash, Int(entry.first) == first.count, Int(entry.second) == second.count,
                Int(entry.scope) == scope
            {
                let kept = Int(entry.offset)
                if Self.isEqual(bytes, first.start, first.end, arena, kept),
                    Self.isEqual(bytes, second.start, second.end, arena, kept &+ Int(entry.first))
                {
                    return index
                }
            }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(__always)
    static func isEqual(_ a: RawSpan, _ start: Int, _ end: Int, _ b: RawSpan, _ other: Int) -> Bool {
        let otherEnd = other &+ (end &- start)
        let different =
            (word(a, start, end) ^ word(b, other, otherEnd))
            | (word(a, start &+ 8, end) ^ word(b, other &+ 8, otherEnd))
        return different == 0 && (end &- start <= 16 || isRestEqual(a, start &+ 16, end, b, other &+ 16))
    }

    @inline(never)
    private static func isRestEqual(_ a: RawSpan, _ start: Int, _ end: Int, _ b: RawSpan, _ other: Int) -> Bool {
        let otherEnd = other &+ (end &- start)
        var position = start
        var place = other
        while position < end {
            guard word(a, position, end) == word(b, place, otherEnd) else { return false }
            position &+= 8
            place &+= 8
        }
        return true
    }
}

/// The exact names of counties loaded whole, for one thread: for each scope a hash table of its own, all in the same flat
/// arrays. The rows of a county follow each other, and so what they touch lies together, however many counties there are.
struct ExactNames: Sendable {
    struct Entry: Sendable {
        var hash: UInt32
        /// Where the name stands in `arena`: the township, and behind it the village.
        var offset: UInt32
        var first: UInt16
        var second: UInt16
        /// Its number in `KnownPlaces`.
        var place: UInt32
    }

    /// A scope's slots: a power of two of them, the last one `start + mask`.
    struct Region: Sendable {
        var start: UInt32
        var mask: UInt32
        /// Entries before its first.
        var entries: UInt32
    }

    /// Numbers of entries, from 1 in each region. The first is empty, and the whole region of each scope without names.
    private(set) var slots: [UInt16] = [0]
    private(set) var entries: [Entry] = []
    private(set) var arena = ByteTable.padding
    /// By scope.
    private(set) var regions: [Region] = []

    /// Keeps room for so many names of usual length.
    mutating func reserve(_ count: Int) {
        slots.reserveCapacity(4 * count)
        entries.reserveCapacity(count)
        arena.reserveCapacity(24 * count)
    }

    /// The next scope, in which nothing has an exact name.
    mutating func appendScope() { regions.append(Region(start: 0, mask: 0, entries: 0)) }

    /// The next scope, a county. One with more names than a slot can tell has none here: they are matched like any other.
    ///
    /// - Parameter first: the number of the county's first place.
    mutating func appendScope(_ county: PreparedPlaces, first: UInt32) {
        guard county.keys.count < UInt16.max else { return appendScope() }
        let base = UInt32(arena.count - ByteTable.slack)
        arena.removeLast(ByteTable.slack)
        arena += county.names
        var size = 1
        while size < 2 * county.keys.count { size *= 2 }
        let region = Region(
            start: UInt32(slots.count), mask: UInt32(size - 1), entries: UInt32(entries.count))
        slots.append(contentsOf: repeatElement(0, count: size))
        for key in county.keys {
            entries.append(
                Entry(
                    hash: key.hash, offset: base + key.offset, first: key.first, second: key.second,
                    place: first + key.place))
            var slot = Int(key.hash & region.mask)
            while slots[Int(region.start) + slot] != 0 { slot = (slot + 1) & Int(region.mask) }
            slots[Int(region.start) + slot] = UInt16(entries.count - Int(region.entries))
        }
        regions.append(region)
    }

    /// The number of a place.
    func find(_ key: ByteTable.Key, scope: Int) -> Int? {
        let found = find(key.bytes.span.bytes, key.firstCell, key.secondCell, scope: scope)
        return found < 0 ? nil : found
    }

    /// The number of a place named by two cells of `bytes`, which has `ByteTable.slack` bytes behind it; -1 where there is
    /// none.
    @inline(__always)
    func find(_ bytes: RawSpan, _ first: RowCells.Cell, _ second: RowCells.Cell, scope: Int) -> Int {
        let slots = slots.span, entries = entries.span, arena = arena.span.bytes
        let words = CellWords(bytes, first, second)
        let hash = words.hash(bytes, first, second, scope: 0)
        let region = regions[scope]
        let start = Int(region.start), mask = Int(region.mask)
        var slot = Int(hash) & mask
        while true {
            let number = Int(slots[start &+ slot])
            guard number > 0 else { return -1 }
            let entry = entries[Int(region.entries) &+ number &- 1]
            if entry.hash == hash, Int(entry.first) == first.count, Int(entry.second) == second.count {
                let middle = Int(entry.offset) &+ Int(entry.first)
                let keptFirst = RowCells.Cell(start: Int(entry.offset), end: middle)
                let keptSecond = RowCells.Cell(start: middle, end: middle &+ Int(entry.second))
                if CellWords(arena, keptFirst, keptSecond) == words,
                    CellRests.areEqual(arena, keptFirst, bytes, first),
                    CellRests.areEqual(arena, keptSecond, bytes, second)
                {
                    return Int(entry.place)
                }
            }
            slot = (slot &+ 1) & mask
        }
    }
}

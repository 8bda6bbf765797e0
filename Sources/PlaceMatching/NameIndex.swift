/// From keys to positions, several under one key: a hash table in flat arrays, because a country has thousands of
/// gazetteers and most of them are asked a few questions.
struct NameIndex: Sendable {
    private struct Entry: Sendable {
        let hash: UInt64
        let key: NameKey
        let position: Int
        /// Index of the next entry of the same key, -1 for none.
        var next: Int32
        /// Of the first entry of a key: its last.
        var last: Int32
    }

    private var entries: [Entry] = []
    /// Index of a key's first entry and one more, 0 for none.
    private var slots: [Int32]
    /// Bytes of the longest key.
    private var longest = 0

    /// - Parameter count: about how many will be added.
    init(count: Int) {
        var size = 16
        while size < 2 * count { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        entries.reserveCapacity(count)
    }

    mutating func add(_ position: Int, under key: NameKey) {
        let hash = Self.hash(key)
        let new = Int32(entries.count)
        longest = max(longest, key.text.utf8.count)
        let slot = self.slot(of: key, hash)
        let first = slots[slot] - 1
        entries.append(Entry(hash: hash, key: key, position: position, next: -1, last: new))
        if first >= 0 {
            entries[Int(entries[Int(first)].last)].next = new
            entries[Int(first)].last = new
        } else {
            slots[slot] = new + 1
            if 2 * entries.count > slots.count { grow() }
        }
    }

    /// Calls `body` with each position among `ends` up to which the bytes from the first of them on are a key, the
    /// shortest first.
    ///
    /// - Parameter ends: where the beginnings of `bytes` that may be keys end, ascending; the first is where all begin.
    func forEachKey(in bytes: Span<UInt8>, ends: Span<Int>, _ body: (Int) -> Void) {
        guard ends.count > 1 else { return }
        let start = ends[0]
        var hash = Self.seed
        var position = start
        for index in 1..<ends.count {
            guard ends[index] - start <= longest else { return }
            while position < ends[index] {
                hash = (hash ^ UInt64(bytes[position])) &* Self.prime
                position += 1
            }
            if contains(bytes.extracting(start..<position), Self.mixed(hash)) { body(index) }
        }
    }

    private func contains(_ bytes: Span<UInt8>, _ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = Int(slots[slot] - 1)
            if entries[entry].hash == hash {
                var text = entries[entry].key.text
                let isEqual = text.withUTF8 { key in
                    key.count == bytes.count && key.indices.allSatisfy { key[$0] == bytes[$0] }
                }
                if isEqual { return true }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    /// In the order they were added.
    subscript(key: NameKey) -> [Int] {
        var index = slots[slot(of: key, Self.hash(key))] - 1
        var positions: [Int] = []
        while index >= 0 {
            positions.append(entries[Int(index)].position)
            index = entries[Int(index)].next
        }
        return positions
    }

    func contains(_ key: NameKey) -> Bool { slots[slot(of: key, Self.hash(key))] != 0 }

    /// Where a key's first entry is, or would be.
    private func slot(of key: NameKey, _ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = Int(slots[slot] - 1)
            if entries[entry].hash == hash, entries[entry].key == key { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        let firsts = slots.filter { $0 != 0 }
        slots = [Int32](repeating: 0, count: 2 * slots.count)
        for first in firsts {
            let entry = entries[Int(first - 1)]
            slots[slot(of: entry.key, entry.hash)] = first
        }
    }

    /// FNV-1a with a random seed, mixed once more.
    private static func hash(_ key: NameKey) -> UInt64 {
        var hash = seed
        var text = key.text
        text.withUTF8 { for byte in $0 { hash = (hash ^ UInt64(byte)) &* prime } }
        return mixed(hash)
    }

    private static func mixed(_ hash: UInt64) -> UInt64 { ((hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9) >> 16 }

    private static let prime: UInt64 = 0x0000_0100_0000_01B3
    private static let seed = UInt64.random(in: 0...UInt64.max)
}

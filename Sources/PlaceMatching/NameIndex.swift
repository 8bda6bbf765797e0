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
        var text = key.text
        let (hash, slot) = text.withUTF8 { bytes in
            let hash = Self.mixed(Self.hash(bytes.span))
            return (hash, self.slot(of: bytes.span, hash))
        }
        let new = Int32(entries.count)
        longest = max(longest, key.text.utf8.count)
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
            let key = bytes.extracting(start..<position)
            if slots[slot(of: key, Self.mixed(hash))] != 0 { body(index) }
        }
    }

    /// In the order they were added.
    subscript(key: NameKey) -> [Int] {
        var positions: [Int] = []
        append(slot(of: key), to: &positions)
        return positions
    }

    /// Under the keys that are `stem` and one of `endings`.
    func positions(of stem: NameKey, endings: [[UInt8]]) -> [Int] {
        var positions: [Int] = []
        var key = Array(stem.text.utf8)
        let count = key.count, hash = Self.hash(key.span)
        for ending in endings where count + ending.count <= longest {
            let hash = Self.mixed(Self.hash(ending.span, behind: hash))
            // Most endings are none of the name's.
            guard mayHold(hash) else { continue }
            key += ending
            append(slot(of: key.span, hash), to: &positions)
            key.removeLast(ending.count)
        }
        return positions
    }

    /// False: no key has this hash.
    private func mayHold(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if entries[Int(slots[slot] - 1)].hash == hash { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    private func append(_ slot: Int, to positions: inout [Int]) {
        var index = slots[slot] - 1
        while index >= 0 {
            positions.append(entries[Int(index)].position)
            index = entries[Int(index)].next
        }
    }

    func contains(_ key: NameKey) -> Bool { slots[slot(of: key)] != 0 }

    private func slot(of key: NameKey) -> Int {
        var text = key.text
        return text.withUTF8 { slot(of: $0.span, Self.mixed(Self.hash($0.span))) }
    }

    /// Where a key's first entry is, or would be.
    private func slot(of key: Span<UInt8>, _ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = Int(slots[slot] - 1)
            if entries[entry].hash == hash {
                var text = entries[entry].key.text
                let isEqual = text.withUTF8 { own in
                    own.count == key.count && key.indices.allSatisfy { own[$0] == key[$0] }
                }
                if isEqual { break }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        let firsts = slots.filter { $0 != 0 }
        slots = [Int32](repeating: 0, count: 2 * slots.count)
        for first in firsts {
            // All keys are different: the next free slot is theirs.
            var slot = Int(truncatingIfNeeded: entries[Int(first - 1)].hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = first
        }
    }

    /// FNV-1a with a random seed.
    private static func hash(_ key: Span<UInt8>, behind start: UInt64 = seed) -> UInt64 {
        var hash = start
        for index in key.indices { hash = (hash ^ UInt64(key[index])) &* prime }
        return hash
    }

    private static func mixed(_ hash: UInt64) -> UInt64 { ((hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9) >> 16 }

    private static let prime: UInt64 = 0x0000_0100_0000_01B3
    private static let seed = UInt64.random(in: 0...UInt64.max)
}

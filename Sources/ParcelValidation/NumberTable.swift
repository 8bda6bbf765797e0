/// A hash table from 64 bits to numbers that follow each other from 0. Open addressing in flat arrays.
struct NumberTable: Sendable {
    private var slots = [UInt32](repeating: 0, count: 256)
    private var keys: [UInt64] = []

    var count: Int { keys.count }

    /// The number of a key, -1 where there is none.
    @inline(__always)
    func find(_ key: UInt64) -> Int {
        let slots = slots.span, keys = keys.span
        let mask = slots.count &- 1
        var slot = Self.slot(key) & mask
        while true {
            let index = Int(slots[slot]) &- 1
            if index < 0 || keys[index] == key { return index }
            slot = (slot &+ 1) & mask
        }
    }

    /// Gives the next number to a key that has none.
    mutating func insert(_ key: UInt64) {
        keys.append(key)
        if keys.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for (index, key) in keys.enumerated() { place(index, key) }
        } else {
            place(keys.count - 1, key)
        }
    }

    private mutating func place(_ index: Int, _ key: UInt64) {
        var slot = Self.slot(key) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(index + 1)
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 40)
    }

    mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        slots = [UInt32](repeating: 0, count: slots.count)
    }
}

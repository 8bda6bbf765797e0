/// How much of a row stands on its leaf: all, or the beginning and the number of the page on which it goes on.
enum StoredRow {
    /// - Parameter usable: bytes of a page.
    static func longest(_ usable: Int) -> Int { usable - 35 }

    /// Nil for a size that no row has.
    @inline(__always)
    static func bytesOnPage(_ size: Int64, _ usable: Int) -> Int? {
        guard size >= 0, size <= Int32.max else { return nil }
        let size = Int(size)
        return size <= longest(usable) ? size : beginning(size, usable)
    }

    private static func beginning(_ size: Int, _ usable: Int) -> Int {
        let least = (usable - 12) * 32 / 255 - 23
        let filling = least + (size - least) % (usable - 4)
        return (filling <= longest(usable) ? filling : least) + 4
    }
}

/// How SQLite stores values.
enum StoredValue {
    /// How many bytes a value of this kind has; nil where there is no such kind.
    @inline(__always)
    static func length(_ kind: Int64) -> Int? {
        switch kind {
        case 12...: Int((kind - 12) / 2)
        case 0, 8, 9: 0
        case 1...4: Int(kind)
        case 5: 6
        case 6, 7: 8
        default: nil
        }
    }

    /// Kinds 8 and 9 are 0 and 1, without a byte.
    static func integer(_ kind: Int64, _ bytes: RawSpan) -> Int64 {
        guard bytes.byteCount > 0 else { return kind - 8 }
        var value = Int64(Int8(bitPattern: bytes.byte(0)))
        for place in 1..<bytes.byteCount { value = value << 8 | Int64(bytes.byte(place)) }
        return value
    }

    static func real(_ bytes: RawSpan) -> Double {
        Double(bitPattern: UInt64(bitPattern: integer(7, bytes)))
    }
}

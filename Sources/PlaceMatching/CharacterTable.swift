import CEmbedded

/// One of the embedded tables: sorted UTF-8 lines `character space values newline`, searched where they lie.
/// Source and rule of each: `Sources/CEmbedded/data/README.md`.
enum CharacterTable {
    case traditional, readings, compatibility

    /// The embedded bytes; constants of the program, so valid as long as it runs.
    private var bytes: UnsafeBufferPointer<UInt8> {
        let table =
            switch self {
            case .traditional: characters_traditional()
            case .readings: characters_readings()
            case .compatibility: characters_compatibility()
            }
        return UnsafeBufferPointer(start: table.start, count: table.count)
    }

    /// What stands after the space on the line of `scalar`: nil where the table has no such line.
    func values(of scalar: Unicode.Scalar) -> UnsafeBufferPointer<UInt8>? {
        let bytes = bytes
        var low = 0
        var high = bytes.count
        while low < high {
            var start = low + (high - low) / 2
            while start > low, bytes[start - 1] != newline { start -= 1 }
            let (found, length) = Self.scalar(of: bytes, at: start)
            var end = start + length
            while bytes[end] != newline { end += 1 }
            if found == scalar.value {
                return UnsafeBufferPointer(rebasing: bytes[(start + length + 1)..<end])
            } else if found < scalar.value {
                low = end + 1
            } else {
                high = start
            }
        }
        return nil
    }

    /// The one character that stands for `scalar`.
    func character(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        values(of: scalar).flatMap { Unicode.Scalar(Self.scalar(of: $0, at: 0).value) }
    }

    /// Calls `body` with the first character of each line, in order.
    func forEachCharacter(_ body: (UInt32) -> Void) {
        let bytes = bytes
        var start = 0
        while start < bytes.count {
            let (value, length) = Self.scalar(of: bytes, at: start)
            body(value)
            start += length
            while bytes[start] != newline { start += 1 }
            start += 1
        }
    }

    private var newline: UInt8 { UInt8(ascii: "\n") }

    /// The scalar at `at` and its length. The tables are valid UTF-8 without ASCII in this place, which a test checks.
    private static func scalar(of bytes: UnsafeBufferPointer<UInt8>, at: Int) -> (value: UInt32, length: Int) {
        let lead = bytes[at]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        var value = UInt32(lead & (0xFF >> UInt8(length + 1)))
        for index in 1..<length { value = value << 6 | UInt32(bytes[at + index] & 0x3F) }
        return (value, length)
    }
}

/// Strict GB18030: every code is one that stands for a character.
enum GB18030Check {
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Whether the first `count` bytes are GB18030. `bytes` has at least 8 more.
    static func isValid(_ bytes: RawSpan, count: Int) -> Bool {
        var position = 0
        while position < count {
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
            let high = word & highBits
            guard high & 0x80 != 0 else {
                position += high == 0 ? 8 : high.trailingZeroBitCount >> 3
                continue
            }
            // A run of bytes 81…FE that begins on a character is a run of pairs, but for a last odd one.
            let run = min((~word & highBits).trailingZeroBitCount >> 3, count - position)
            if run >= 2, !hasLow80OrFF(word, run: run) {
                position += run & ~1
                continue
            }
            let length = length(in: bytes, at: position, end: count)
            guard length > 0 else { return false }
            position += length
        }
        return true
    }

    /// Whether one of the first `run` bytes is 80 or FF, the two that need a closer look.
    private static func hasLow80OrFF(_ word: UInt64, run: Int) -> Bool {
        let low = word & ~highBits
        let ones = highBits >> 7
        // Per byte: low + 1 has its high bit set only for 7F, and (low + 7F) lacks it only for 00.
        let suspicious = ((low &+ ones) | ~(low &+ ~highBits)) & highBits
        return suspicious & (run == 8 ? ~0 : (1 << UInt64(run * 8)) - 1) != 0
    }

    /// Length of the character at `position`, 0 if it is none or does not end before `end`.
    static func length(in bytes: RawSpan, at position: Int, end: Int) -> Int {
        let lead = bytes.byte(position)
        if lead < 0x80 { return 1 }
        guard (0x81...0xFE).contains(lead), position + 1 < end else { return 0 }
        let second = bytes.byte(position + 1)
        if (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) { return 2 }
        guard (0x30...0x39).contains(second), position + 3 < end else { return 0 }
        let third = bytes.byte(position + 2)
        let fourth = bytes.byte(position + 3)
        guard (0x81...0xFE).contains(third), (0x30...0x39).contains(fourth) else { return 0 }
        return GB18030.scalarRange(of: GB18030.number(lead, second, third, fourth)) == nil ? 0 : 4
    }
}

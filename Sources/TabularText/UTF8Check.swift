internal import CByteVectors

/// Strict UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF.
enum UTF8Check {
    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// Whether the first `count` bytes are UTF-8. `bytes` has at least 8 more.
    static func isValid(_ bytes: RawSpan, count: Int) -> Bool {
        isUsual(bytes, count: count) || isExact(bytes, count: count)
    }

    /// Whether the bytes are UTF-8 without any of the lead bytes that bind their second byte further, or may not occur.
    /// Chinese lists have none of those; where there is one, this says no and `isExact` looks again.
    private static func isUsual(_ bytes: RawSpan, count: Int) -> Bool {
        var position = 0
        while position < 2, position < count {
            let length = length(in: bytes, at: position, end: count)
            guard length > 0 else { return false }
            position &+= length
        }
        guard count &- position >= 16, count <= bytes.byteCount else { return false }
        return bytes.byte(count &- 1) < 0xC0 && bytes.byte(count &- 2) < 0xE0
            && bytes.withUnsafeBytes { landgrade_is_usual_utf8($0.baseAddress, position, count) }
    }

    /// Whether the first `count` bytes are UTF-8, of any characters.
    ///
    /// Eight bytes at a time and without a branch for each: which bytes must continue a character follows from the lead
    /// bytes before them, by shifting.
    private static func isExact(_ bytes: RawSpan, count: Int) -> Bool {
        var before = Leads(of: 0)
        var wrong: UInt64 = 0
        var position = 0
        while position < count {
            var word = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
            if count &- position < 8 { word &= 1 &<< UInt64(truncatingIfNeeded: (count &- position) &* 8) &- 1 }
            let leads = Leads(of: word)
            let continues = word & ~(word &<< 1) & high
            let mustContinue =
                leads.two &<< 8 | before.two &>> 56 | leads.three &<< 16 | before.three &>> 48
                | leads.four &<< 24 | before.four &>> 40
            wrong |= continues ^ mustContinue
            if leads.special(in: word) != 0, hasForbiddenRange(bytes, from: position, count: count) { return false }
            before = leads
            position &+= 8
        }
        // What the last bytes still ask for, where no byte is.
        let open = before.two &>> 56 | before.three &>> 48 | before.four &>> 40
        return wrong == 0 && (count & 7 != 0 || open == 0)
    }

    /// The bytes of a word that begin a character of two, three or four bytes, or more; `high` bits.
    private struct Leads {
        let two: UInt64
        let three: UInt64
        let four: UInt64

        @inline(__always)
        init(of word: UInt64) {
            two = word & (word &<< 1) & high
            three = two & (word &<< 2)
            four = three & (word &<< 3)
        }

        /// Those that may be bound further in their second byte, or may never occur: C0 C1 E0 ED F0 and above, and with
        /// them D0 D1 E1 EC, which are distinguished where they are met.
        @inline(__always)
        func special(in word: UInt64) -> UInt64 {
            let (bit3, bit2, bit1) = (word &<< 4, word &<< 5, word &<< 6)
            return (two & ~(bit3 | bit2 | bit1)) | (three & bit3 & bit2 & ~bit1) | four
        }
    }

    /// Whether one of the eight bytes from `position` makes an overlong form, a surrogate or a point above U+10FFFF.
    private static func hasForbiddenRange(_ bytes: RawSpan, from position: Int, count: Int) -> Bool {
        for place in position..<min(position + 8, count) {
            let second = place + 1 < count ? bytes.byte(place + 1) : 0
            switch bytes.byte(place) {
            case 0xC0, 0xC1, 0xF5...0xFF: return true
            case 0xE0 where second < 0xA0: return true
            case 0xED where second >= 0xA0: return true
            case 0xF0 where second < 0x90: return true
            case 0xF4 where second >= 0x90: return true
            default: break
            }
        }
        return false
    }

    /// Length of the character at `position`, 0 if it is none or does not end before `end`.
    static func length(in bytes: RawSpan, at position: Int, end: Int) -> Int {
        let lead = bytes.byte(position)
        func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            position + offset < end && range.contains(bytes.byte(position + offset))
        }
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0...0xEF:
            let second: ClosedRange<UInt8> = lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
            return continues(1, second) && continues(2) ? 3 : 0
        case 0xF0...0xF4:
            let second: ClosedRange<UInt8> = lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
            return continues(1, second) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}

extension RawSpan {
    /// The byte at `offset`, bounds-checked.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { unsafeLoad(fromByteOffset: offset, as: UInt8.self) }
}

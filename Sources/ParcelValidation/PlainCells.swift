// Cells that the fast path may take as they are; anything else is left to the slow one.

/// Whether an id needs no closer look: visible ASCII, not too short, nothing that a program makes of one (`4.3E+18`,
/// `430624001.0`, `2025/3/1`, `01:02:00`, `FALSE`, `undefined`) or leaves in one (`??`).
@inline(__always)
func isPlainID(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Bool {
    guard end &- start > 4 else { return isPlainShortID(bytes, start, end) }
    guard end &- start <= ParcelIDFault.longest else { return false }
    // 1:02:00 and 01:02:00, FALSE, Infinity and undefined: of digits, letters and what stands between them.
    if byte(bytes, start &+ 1) == 0x3A || byte(bytes, start &+ 2) == 0x3A { return false }
    if end &- start <= ParcelIDFault.longestWord, byte(bytes, start) > 0x40, byte(bytes, end &- 1) > 0x40 {
        return false
    }
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones = high &>> 7
    var position = start
    var suspicious: UInt64 = 0
    while position < end {
        let left = end &- position
        var word = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
        if left < 8 {
            let mask: UInt64 = (1 &<< UInt64(truncatingIfNeeded: left &* 8)) &- 1
            word = word & mask | (ones &* 0x30) & ~mask
        }
        // A byte below 30 (which . / + - # , % and all control characters are), `?`, 7F, or above. `?` and 7F differ in one
        // bit; where a byte above carries into its neighbour, it is suspicious itself.
        suspicious |= (~((word | high) &- ones &* 0x30) | word | ((word | ones &* 0x40) &+ ones)) & high
        position &+= 8
    }
    return suspicious == 0 || isPlainIDSlowly(bytes, start, end)
}

@inline(__always)
private func byte(_ bytes: RawSpan, _ position: Int) -> UInt8 {
    bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
}

/// An id with other marks than digits and letters is plain where a mark that makes a number or a date of it is missing:
/// `430624-12` has neither a point nor two dashes.
@inline(never)
func isPlainIDSlowly(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Bool {
    var letters = 0, dashes = 0, digits = 0
    for position in start..<end {
        let byte = bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
        guard (0x21...0x7E).contains(byte) else { return false }
        switch byte {
        // A colon: a time, whose zone may have a third dash. An asterisk: `4*10^18`. `%`, and `?` of `??`.
        case 0x23, 0x25, 0x2A, 0x2B, 0x2C, 0x2E, 0x2F, 0x3A, 0x3F: return false
        case 0x30...0x39: digits &+= 1
        case 0x2D: dashes &+= 1
        case 0x41...0x5A, 0x61...0x7A: letters &+= 1
        default: continue
        }
    }
    // A date has two dashes, or one and a month's three letters; `4E-5` a letter beside its dash.
    return digits > 0 && (dashes == 0 || (dashes == 1 && letters == 0) || dashes > 2)
}

/// Nothing, or begins as an amount does.
@inline(__always)
func isPlainAmount(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Bool {
    guard end > start else { return true }
    return bytes.unsafeLoad(fromByteOffset: start, as: UInt8.self) &- 0x30 < 10
}

/// Of four bytes or fewer: digits and letters with a digit among them, and not `4E18`.
@inline(__always)
func isPlainShortID(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Bool {
    var digits = 0
    for position in start..<end {
        let byte = bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
        if byte &- 0x30 < 10 {
            digits &+= 1
        } else if byte & ~0x20 &- 0x41 >= 26 {
            return false
        }
    }
    return end == start || (digits > 0 && (end &- start < 4 || digits != 3))
}

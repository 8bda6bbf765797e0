/// UTF-16 → UTF-8, block by block, and back.
///
/// A surrogate without its partner becomes the three bytes UTF-8 forbids for it. So the check of the encoding finds it
/// in its row like any other wrong byte, and the way back gives the same two bytes again.
package struct UTF16Transcoder {
    let isLittleEndian: Bool
    private var firstHalf: UInt8?
    private var highSurrogate: UInt32?

    package init(isLittleEndian: Bool) { self.isLittleEndian = isLittleEndian }

    /// The bytes read so far end in the middle of a code unit.
    var hasHalfUnit: Bool { firstHalf != nil }

    /// The most bytes that so many of input can become, with half a unit and a surrogate kept from before.
    package static func room(for count: Int) -> Int { count * 2 + 6 }

    /// Writes what `input` holds in full from `position` on and says where it ended. `output` has `room` for it.
    package mutating func transcode(_ input: ArraySlice<UInt8>, into output: inout [UInt8], at position: Int) -> Int {
        var position = position
        for byte in input {
            guard let first = firstHalf else {
                firstHalf = byte
                continue
            }
            firstHalf = nil
            let unit = isLittleEndian ? UInt32(byte) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(byte)
            if let high = highSurrogate {
                highSurrogate = nil
                if (0xDC00..<0xE000).contains(unit) {
                    put(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), into: &output, at: &position)
                    continue
                }
                put(high, into: &output, at: &position)
            }
            if (0xD800..<0xDC00).contains(unit) {
                highSurrogate = unit
            } else {
                put(unit, into: &output, at: &position)
            }
        }
        return position
    }

    /// Writes a high surrogate that waited for its partner.
    package mutating func finish(into output: inout [UInt8], at position: Int) -> Int {
        var position = position
        if let high = highSurrogate { put(high, into: &output, at: &position) }
        highSurrogate = nil
        return position
    }

    private func put(_ point: UInt32, into output: inout [UInt8], at position: inout Int) {
        func store(_ byte: UInt32) {
            output[position] = UInt8(truncatingIfNeeded: byte)
            position += 1
        }
        switch point {
        case 0..<0x80: store(point)
        case 0x80..<0x800:
            store(0xC0 | point >> 6)
            store(0x80 | point & 0x3F)
        case 0x800..<0x10000:
            store(0xE0 | point >> 12)
            store(0x80 | point >> 6 & 0x3F)
            store(0x80 | point & 0x3F)
        default:
            store(0xF0 | point >> 18)
            store(0x80 | point >> 12 & 0x3F)
            store(0x80 | point >> 6 & 0x3F)
            store(0x80 | point & 0x3F)
        }
    }

    /// How many UTF-16 code units the text has: two for each four-byte character, one for each other.
    static func unitCount(_ utf8: ArraySlice<UInt8>) -> Int {
        var units = 0
        for byte in utf8 where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
        return units
    }

    /// UTF-8 (or what `transcode` made) as UTF-16.
    static func encode(_ utf8: ArraySlice<UInt8>, isLittleEndian: Bool, into output: inout [UInt8]) {
        func append(_ unit: UInt32) {
            let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
            output.append(isLittleEndian ? low : high)
            output.append(isLittleEndian ? high : low)
        }
        var point: UInt32 = 0
        var left = 0
        for byte in utf8 {
            if byte & 0xC0 == 0x80 {
                point = point << 6 | UInt32(byte & 0x3F)
                left -= 1
            } else {
                left = byte < 0x80 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
                point = left == 0 ? UInt32(byte) : UInt32(byte) & (0x3F >> UInt32(left))
            }
            guard left == 0 else { continue }
            if point < 0x10000 {
                append(point)
            } else {
                append(0xD800 + (point - 0x10000) >> 10)
                append(0xDC00 + (point - 0x10000) & 0x3FF)
            }
        }
    }
}

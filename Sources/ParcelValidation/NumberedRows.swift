/// Rows for a program that reads many: each different line once, and for every row which of them it is. Most rows of a list
/// share all our columns with many others.
///
/// A frame is one piece of output: three numbers, how many rows it has, how many different lines, and how many bytes these
/// take; the number of its line for each row, from 0; the lines, in the order in which they first came. All numbers are
/// `UInt32`, little-endian.
enum NumberedRows {
    private static let slack = ByteTable.slack

    /// - Parameters:
    ///   - bytes: lines in UTF-8; gets room for `slack` bytes behind them.
    ///   - count: how many of the bytes are lines. The last may lack its line end.
    /// - Returns: no frame where there is no line.
    static func frame(_ bytes: inout [UInt8], count: Int) -> [UInt8] {
        if count == 0 { return [] }
        if bytes.count < count + slack { bytes += repeatElement(0, count: count + slack - bytes.count) }
        var table = LineTable()
        var numbers: [UInt32] = []
        numbers.reserveCapacity(count / 32)
        table.number(bytes.span.bytes, count: count, into: &numbers)
        var frame: [UInt8] = []
        frame.reserveCapacity(12 + 4 * numbers.count + table.byteCount)
        append([UInt32(numbers.count), UInt32(table.lines.count), UInt32(table.byteCount)], to: &frame)
        append(numbers, to: &frame)
        for line in table.lines { frame += bytes[Int(line.start)..<Int(line.end)] }
        return frame
    }

    private static func append(_ numbers: [UInt32], to frame: inout [UInt8]) {
        #if _endian(little)
            numbers.withUnsafeBytes { frame.append(contentsOf: $0) }
        #else
            for number in numbers { withUnsafeBytes(of: number.littleEndian) { frame.append(contentsOf: $0) } }
        #endif
    }
}

/// The different lines of some bytes, by where each first stood.
private struct LineTable {
    struct Line {
        let hash: UInt32
        let start, end: UInt32
    }

    private(set) var lines: [Line] = []
    private(set) var byteCount = 0
    /// Numbers of lines from 1, 0 for none; twice as many at least.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)

    mutating func number(_ bytes: RawSpan, count: Int, into numbers: inout [UInt32]) {
        var start = 0
        while start < count {
            var end = start
            let hash = Self.hash(bytes, to: &end, count)
            let line = Line(hash: hash, start: UInt32(start), end: UInt32(end))
            let number = find(bytes, line)
            numbers.append(UInt32(truncatingIfNeeded: number < 0 ? keep(line) : number))
            start = end
        }
    }

    /// Of the bytes from `position` to behind the next line end, where it leaves `position`.
    @inline(__always)
    private static func hash(_ bytes: RawSpan, to position: inout Int, _ count: Int) -> UInt32 {
        var state: UInt64 = 0
        // Another one for each word: no product has to wait for the one before.
        var key: UInt64 = 0x9E37_79B9_7F4A_7C15
        while true {
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
            let other = word ^ 0x0A0A_0A0A_0A0A_0A0A
            // The lowest set bit is the top one of the first byte that is a line end.
            let ends = (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
            if ends == 0, count &- position > 8 {
                state = (state &<< 5 | state &>> 59) &+ (word ^ key) &* 0xBF58_476D_1CE4_E5B9
                key = key &+ 0xC2B2_AE3D_27D4_EB4F
                position &+= 8
                continue
            }
            let left = min(ends == 0 ? 8 : ends.trailingZeroBitCount &>> 3 &+ 1, count &- position)
            state = (state &<< 5 | state &>> 59) &+ ByteTable.word(bytes, position, position &+ left)
            position &+= left
            state = (state ^ state &>> 32) &* 0x94D0_49BB_1331_11EB
            return UInt32(truncatingIfNeeded: state &>> 32)
        }
    }

    /// The number of a line; -1 where it is new.
    @inline(__always)
    private func find(_ bytes: RawSpan, _ line: Line) -> Int {
        let slots = slots.span, lines = lines.span
        let mask = slots.count &- 1
        var slot = Int(line.hash) & mask
        while true {
            let number = Int(slots[slot]) &- 1
            guard number >= 0 else { return -1 }
            let other = lines[number]
            if other.hash == line.hash, other.end &- other.start == line.end &- line.start,
                ByteTable.isEqual(bytes, Int(line.start), Int(line.end), bytes, Int(other.start))
            {
                return number
            }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(never)
    private mutating func keep(_ line: Line) -> Int {
        lines.append(line)
        byteCount += Int(line.end - line.start)
        if lines.count * 2 > slots.count {
            slots = [UInt32](repeating: 0, count: slots.count * 2)
            for number in lines.indices { place(number) }
        } else {
            place(lines.count - 1)
        }
        return lines.count - 1
    }

    private mutating func place(_ number: Int) {
        var slot = Int(lines[number].hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number + 1)
    }
}

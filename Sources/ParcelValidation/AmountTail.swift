/// The amounts of one row as they are written, behind its other cells.
struct AmountTail: Sendable {
    /// The first `count` bytes; behind them at least `ByteTable.slack` bytes that may be read.
    private(set) var bytes = [UInt8](repeating: 0, count: 1024)
    private(set) var count = 0
    private let amount, after, change: AmountFrame
    private let isComparing: Bool
    /// Of delimited text: what stands before every cell, in the order of memory, and nothing behind it.
    private let delimiter: UInt64
    /// Its bytes; 0 in any other form.
    private let width: Int

    init(_ writer: any PriceWriting, isComparing: Bool) {
        (amount, after, change) = (writer.frame(.amount), writer.frame(.after), writer.frame(.change))
        self.isComparing = isComparing
        let isDelimited = amount.before == amount.none && amount.after.isEmpty && amount.before.count <= 8
        width = isDelimited ? amount.before.count : 0
        delimiter = isDelimited ? amount.before.reversed().reduce(0) { $0 << 8 | UInt64($1) } : 0
    }

    /// - Parameter priceAfter: the cell of the other edition's price.
    @inline(__always)
    mutating func set(_ row: PricedRow, _ priceAfter: RowPieces.Range, _ pieces: RowPieces) {
        guard width > 0, !isComparing, row.official < Self.most else { return setSlowly(row, priceAfter, pieces) }
        var position = width
        do {
            let (delimiter, fen) = (delimiter, UInt64(truncatingIfNeeded: row.official))
            var target = bytes.mutableSpan
            var output = target.mutableBytes
            output.storeBytes(of: delimiter, toByteOffset: 0, as: UInt64.self)
            if row.hasOfficial { Self.write(fen, &output, &position) }
        }
        count = position
    }

    /// Below it an amount has no more digits than fit.
    private static let most: Int128 = 1_000_000_000_000_000_000

    @inline(never)
    private mutating func setSlowly(_ row: PricedRow, _ priceAfter: RowPieces.Range, _ pieces: RowPieces) {
        count = 0
        append(row.hasOfficial ? row.official : nil, amount)
        guard isComparing else { return }
        append(pieces[priceAfter])
        append(row.hasAfter ? row.after : nil, after)
        append(row.hasOfficial && row.hasAfter ? row.after - row.official : nil, change)
    }

    private mutating func append(_ fen: Int128?, _ frame: AmountFrame) {
        guard let fen else { return append(frame.none[...]) }
        append(frame.before[...])
        if fen < 0 { append([0x2D]) }
        reserve(64)
        if fen.magnitude < Self.most {
            var position = count
            do {
                var target = bytes.mutableSpan
                var output = target.mutableBytes
                Self.write(UInt64(truncatingIfNeeded: fen.magnitude), &output, &position)
            }
            count = position
        } else {
            let digits = Array(String(fen.magnitude).utf8)
            append(digits[..<(digits.count - 2)])
            append([0x2E])
            append(digits[(digits.count - 2)...])
        }
        append(frame.after[...])
    }

    private mutating func append(_ piece: ArraySlice<UInt8>) {
        reserve(piece.count)
        for byte in piece {
            bytes[count] = byte
            count += 1
        }
    }

    private mutating func reserve(_ wanted: Int) {
        if count + wanted + 64 > bytes.count { bytes += [UInt8](repeating: 0, count: wanted + 1024) }
    }

    /// `12345` as `123.45`, two digits at a time from the end.
    @inline(__always)
    private static func write(_ fen: UInt64, _ output: inout MutableRawSpan, _ position: inout Int) {
        var (rest, part) = fen.quotientAndRemainder(dividingBy: 100)
        var places = 1
        var power: UInt64 = 10
        while rest >= power {
            power &*= 10
            places &+= 1
        }
        let start = position, point = start &+ places
        output.storeBytes(of: pair(part), toByteOffset: point &+ 1, as: UInt16.self)
        output.storeBytes(of: 0x2E, toByteOffset: point, as: UInt8.self)
        position = point &+ 3
        var end = point
        while end &- start >= 2 {
            (rest, part) = rest.quotientAndRemainder(dividingBy: 100)
            end &-= 2
            output.storeBytes(of: pair(part), toByteOffset: end, as: UInt16.self)
        }
        if end > start {
            output.storeBytes(of: UInt8(truncatingIfNeeded: 0x30 &+ rest), toByteOffset: start, as: UInt8.self)
        }
    }

    /// Two digits in the order of memory.
    @inline(__always)
    private static func pair(_ number: UInt64) -> UInt16 {
        let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
        return UInt16(truncatingIfNeeded: 0x3030 &+ tens &+ ones &<< 8)
    }
}

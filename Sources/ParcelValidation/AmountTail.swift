import GradeModel
/// The amounts of one row as they are written, behind its other cells.
struct AmountTail: Sendable {
    /// Of a row that is not written plainly: the first `count` bytes; behind them at least `ByteTable.slack` bytes that may
    /// be read.
    private(set) var bytes = [UInt8](repeating: 0, count: 1024)
    /// So many bytes it takes, at most.
    private(set) var count = 0
    /// Nil where it takes `bytes`.
    private(set) var plain: PlainAmount?
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
        guard width > 0, !isComparing, row.official < PlainAmount.limit else {
            return setSlowly(row, priceAfter, pieces)
        }
        plain = PlainAmount(
            delimiter: delimiter, width: width,
            fen: row.hasOfficial ? UInt64(truncatingIfNeeded: row.official) : PlainAmount.none)
        count = PlainAmount.mostBytes
    }

    /// All of it, of a row that is not copied.
    var text: [UInt8] {
        guard let plain else { return Array(bytes[..<count]) }
        var text = [UInt8](repeating: 0, count: PlainAmount.mostBytes + 8)
        var position = 0
        do {
            var target = text.mutableSpan
            plain.write(&target, &position)
        }
        return Array(text[..<position])
    }

    @inline(never)
    private mutating func setSlowly(_ row: PricedRow, _ priceAfter: RowPieces.Range, _ pieces: RowPieces) {
        plain = nil
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
        let digits = Array(String(fen.magnitude).utf8)
        let padded = [UInt8](repeating: 0x30, count: max(0, 3 - digits.count)) + digits
        append(padded.dropLast(2))
        append([0x2E])
        append(padded.suffix(2))
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
}

/// An amount in delimited text, as nearly all are written: the delimiter, and the amount where there is one.
struct PlainAmount: Sendable {
    let delimiter: UInt64
    let width: Int
    /// In 0.01 元, below `limit`; or `none`.
    let fen: UInt64

    static let none = UInt64.max
    static let limit: Int128 = 10_000_000_000
    /// A delimiter, and eight digits in front of the point and two behind it.
    static let mostBytes = 8 + 11

    /// Up to eight bytes behind the end are written over.
    @inline(__always)
    func write(_ output: inout MutableSpan<UInt8>, _ position: inout Int) {
        var target = output.mutableBytes
        target.storeBytes(of: delimiter, toByteOffset: position, as: UInt64.self)
        position &+= width
        guard fen != Self.none else { return }
        let (whole, part) = fen.quotientAndRemainder(dividingBy: 100)
        let digits = EightDigits.digits(of: whole)
        // `0.05` keeps one zero.
        let zeros = min(EightDigits.leadingZeros(digits), 7)
        target.storeBytes(
            of: EightDigits.text(of: digits) &>> UInt64(truncatingIfNeeded: zeros &* 8), toByteOffset: position,
            as: UInt64.self)
        position &+= 8 &- zeros
        let (tens, ones) = part.quotientAndRemainder(dividingBy: 10)
        target.storeBytes(
            of: UInt32(truncatingIfNeeded: 0x30302E &+ tens &<< 8 &+ ones &<< 16), toByteOffset: position,
            as: UInt32.self)
        position &+= 3
    }
}

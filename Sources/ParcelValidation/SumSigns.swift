import PlaceMatching
import TabularText

/// A word for a sum in a cell where parcels have something else: the row is of what is summed up, whatever it says of place
/// and land type, which a sheet with merged cells carries down to it.
extension NoParcel {
    /// Whether the row's number, its person or its grade is such a word, and no code says that there is a parcel.
    static func isTotal(_ cells: [String], _ columns: ColumnMap) -> Bool {
        func cell(_ column: Int?) -> String { column.map { cells.indices.contains($0) ? cells[$0] : "" } ?? "" }
        guard isNothing(cell(columns[.parcelID])) else { return false }
        return columns.sumColumns.contains { isSum(cell($0)) } || isSum(cell(columns[.grade]))
    }

    /// A word for a sum that is no person's name.
    static func isSum(_ cell: String) -> Bool {
        label(cell) == .total && !isFunctionName(cell) && !countsPieces(cell)
    }

    /// Whether a cell is empty, or has what is written for none.
    static func isNothing(_ cell: String) -> Bool { NameKey(cell).text.isEmpty || WrittenNone.form(cell) != nil }
}

/// A pre-check of cells by their bytes: whether one may be a word for a sum. False positives are possible, false negatives
/// are not: a name in Chinese whose first and last characters are those of no such word is none, nor is a number.
struct SumSigns: Sendable {
    /// Characters in their three bytes of UTF-8, or two of GB18030, as numbers.
    private let beginnings, ends: Characters
    private let width: Int

    /// First and last characters of words for sums, as they are folded and as they may be written.
    static let firstCharacters = "合小总共累汇平加其计求最乘标方数记以記閤總縂摠緫纍匯彙滙計數標", lastCharacters = "计总积数值差均和計總縂摠緫積數値"

    init(_ encoding: TextEncoding) {
        width = encoding == .gb18030 ? 2 : 3
        beginnings = Characters(Self.firstCharacters, encoding)
        ends = Characters(Self.lastCharacters, encoding)
    }

    private struct Characters {
        /// A bit for each; most others have none.
        var bits: UInt64 = 0
        let numbers: [UInt32]

        init(_ text: String, _ encoding: TextEncoding) {
            numbers = text.map { encoding.bytes(of: String($0)).reduce(0) { $0 << 8 | UInt32($1) } }
            for number in numbers { bits |= 1 << Self.bit(number) }
        }

        @inline(__always)
        static func bit(_ number: UInt32) -> UInt64 { UInt64((number ^ number &>> 5) & 63) }

        @inline(__always)
        func contains(_ number: UInt32) -> Bool {
            guard bits &>> Self.bit(number) & 1 != 0 else { return false }
            for known in numbers where known == number { return true }
            return false
        }
    }

    @inline(__always)
    func mayBeTotal(_ bytes: RawSpan, _ cell: RowCells.Cell) -> Bool {
        guard cell.isPlain else { return true }
        guard cell.count > 0 else { return false }
        let first = bytes.unsafeLoad(fromByteOffset: cell.start, as: UInt8.self)
        // Most numbers of rows.
        if first &- 0x30 < 10 { return !areDigits(bytes, cell) }
        guard cell.count >= 2 &* width else { return true }
        if width == 3, Self.isLetter(first) {
            let last = bytes.unsafeLoad(fromByteOffset: cell.end &- 1, as: UInt8.self)
            // TOTAL, SUM, SUBTOTALS, JINLONG COUNT
            let isOther = ![0x4C, 0x4D, 0x53, 0x54].contains(last & ~0x20)
            if isOther, Self.isLetter(last), !isGrandOrAverage(bytes, cell) { return false }
        }
        return mayBe(beginnings, character(bytes, cell.start)) || mayBe(ends, character(bytes, cell.end &- width))
    }

    /// GRAND MIN, JINLONG AVERAGE: their first two letters, or their last two. No name in pinyin begins with GR.
    private func isGrandOrAverage(_ bytes: RawSpan, _ cell: RowCells.Cell) -> Bool {
        func letter(_ position: Int) -> UInt8 { bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self) & ~0x20 }
        return letter(cell.start) == 0x47 && letter(cell.start &+ 1) == 0x52
            || letter(cell.end &- 2) == 0x47 && letter(cell.end &- 1) == 0x45
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { byte & ~0x20 &- 0x41 < 26 }

    private func areDigits(_ bytes: RawSpan, _ cell: RowCells.Cell) -> Bool {
        for position in cell.start..<cell.end
        where bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self) &- 0x30 >= 10 {
            return false
        }
        return true
    }

    @inline(__always)
    private func character(_ bytes: RawSpan, _ position: Int) -> UInt32 {
        var number: UInt32 = 0
        for step in 0..<width {
            number = number << 8 | UInt32(bytes.unsafeLoad(fromByteOffset: position &+ step, as: UInt8.self))
        }
        return number
    }

    /// Whether it is one of them, or no ideograph of the main block.
    @inline(__always)
    private func mayBe(_ characters: Characters, _ number: UInt32) -> Bool {
        let isIdeograph =
            width == 3
            ? (0xE4B8_80...0xE9BF_BF).contains(number)
            : (0xB0A1...0xF7FE).contains(number) && number & 0x80 != 0
        return !isIdeograph || characters.contains(number)
    }

    /// As above, of a cell's own bytes.
    func mayBeTotal(_ cell: ArraySlice<UInt8>) -> Bool {
        mayBeTotal(cell.span.bytes, RowCells.Cell(start: 0, end: cell.count))
    }
}

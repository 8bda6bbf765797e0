/// A table as a stream of cells: each is one byte that says its kind, its text, and NUL. How many cells make a row, both
/// sides know. Texts have no NUL.
public enum CellStream {
    public enum Kind: UInt8, Sendable {
        /// `T`
        case text = 0x54
        /// `N`: a decimal number, as `isPlainNumber` takes it.
        case number = 0x4E
        /// `f`: text, and the row needs no attention.
        case fine = 0x66
        /// `d`: text, and somebody has to look at the row.
        case doubtful = 0x64
        /// `w`: text, and something is wrong with the row.
        case wrong = 0x77
    }

    public struct Cell {
        public let kind: Kind
        public let text: ArraySlice<UInt8>
    }

    /// Takes whole rows off the front of `bytes`, and returns how many bytes they were.
    ///
    /// - Parameter row: gets exactly `width` cells each time.
    /// - Throws: `Broken` where the bytes are no such stream; what `row` throws.
    public static func rows(
        in bytes: ArraySlice<UInt8>, width: Int, _ row: ([Cell]) throws -> Void
    ) throws -> Int {
        var cells: [Cell] = []
        cells.reserveCapacity(width)
        var position = bytes.startIndex
        var taken = position
        while position < bytes.endIndex, let end = bytes[position...].firstIndex(of: 0) {
            guard end > position, let kind = Kind(rawValue: bytes[position]) else { throw Broken() }
            cells.append(Cell(kind: kind, text: bytes[(position + 1)..<end]))
            position = end + 1
            if cells.count == width {
                try row(cells)
                cells.removeAll(keepingCapacity: true)
                taken = position
            }
        }
        return taken - bytes.startIndex
    }

    public struct Broken: Error {}

    /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?` of at most 15 digits: a spreadsheet keeps it as it is.
    public static func isPlainNumber(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.first == 0x2D ? text.dropFirst() : text
        let parts = digits.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
            whole.count == 1 || whole.first != 0x30
        else { return false }
        return parts.reduce(0) { $0 + $1.count } <= 15
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

import SystemSupport

/// A cell's address: `AB12` is column 27, row 12. Some programs write the letters small.
struct CellReference: Hashable {
    /// From 0.
    let column: Int
    /// From 1.
    let row: Int

    static let columns = 16_384
    static let rows = 1_048_576

    /// Nil where it is none, or beyond what a sheet has.
    init?(_ text: some Collection<UInt8>) {
        var column = 0, row = 0, letters = 0, digits = 0
        for byte in text {
            switch byte {
            case 0x41...0x5A where digits == 0 && letters < 3, 0x61...0x7A where digits == 0 && letters < 3:
                column = column * 26 + Int(byte & 0x1F)
                letters += 1
            case 0x30...0x39 where letters > 0 && digits < 7 && (digits > 0 || byte != 0x30):
                row = row * 10 + Int(byte - 0x30)
                digits += 1
            default: return nil
            }
        }
        guard letters > 0, digits > 0, column <= Self.columns, row <= Self.rows else { return nil }
        self.column = column - 1
        self.row = row
    }

    init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    var text: String { Self.letters(column) + String(row) }

    static func letters(_ column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(0x41 + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// The corners of a range: `A1:B2`, `B:C` for whole columns, `2:3` for whole rows.
    static func corners(_ text: some Collection<UInt8>) -> (first: CellReference, last: CellReference)? {
        let words = text.split(separator: 0x3A, omittingEmptySubsequences: false).map { Array($0) }
        guard words.count == 2 else { return nil }
        let one = Array("1".utf8), end = Array(String(rows).utf8)
        let corners: [CellReference?] =
            if words.allSatisfy({ $0.allSatisfy { $0 > 0x39 } }) {
                [CellReference(words[0] + one), CellReference(words[1] + end)]
            } else if words.allSatisfy({ $0.allSatisfy { $0 <= 0x39 } }) {
                [CellReference(Array("A".utf8) + words[0]), CellReference(Array("XFD".utf8) + words[1])]
            } else {
                [CellReference(words[0]), CellReference(words[1])]
            }
        guard let first = corners[0], let last = corners[1], first.row <= last.row, first.column <= last.column else {
            return nil
        }
        return (first, last)
    }

    /// A whole number of up to seven digits, as rows are numbered.
    static func number(_ text: some Collection<UInt8>) -> Int? { wholeNumber(text, digits: 7) }
}

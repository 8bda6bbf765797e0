import CXLSXWriter

/// Where a cell stands, as people and spreadsheets call it.
enum CellPlace {
    static let maximumRows = Int(landgrade_xlsx_rows)
    static let maximumColumns = Int(landgrade_xlsx_columns)

    /// `AB17`; both from 0.
    static func name(row: Int, column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            let (next, letter) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            letters = String(UnicodeScalar(UInt8(0x41 + letter))) + letters
            rest = next
        }
        return "\(letters)\(row + 1)"
    }
}

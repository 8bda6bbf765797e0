import CXLSXWriter

/// How wide the columns are: as the first rows need it, within limits.
struct ColumnWidths {
    private static let measuredRows = 300
    private static let limits = 8.0...48.0

    private var units: [Int]
    private var rows = 0

    init(columns: Int) { units = Array(repeating: 0, count: columns) }

    var isMeasuring: Bool { rows < Self.measuredRows }

    mutating func endRow() { rows += 1 }

    /// Counts a character of three bytes and more (Chinese) as two, all others as one.
    mutating func measure(_ text: UnsafeRawBufferPointer, column: Int) {
        let width = text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xE0 ? 2 : 1) }
        units[column] = max(units[column], width)
    }

    func apply(to sheet: UnsafeMutablePointer<lxw_worksheet>) throws(WorkbookFault) {
        for (column, units) in units.enumerated() {
            // Two more: the button of the filter.
            let width = min(max(Double(units + 2), Self.limits.lowerBound), Self.limits.upperBound)
            try Library.call(worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
        }
    }
}

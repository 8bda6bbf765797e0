import CXLSXWriter
import TabularText
import SystemPackage
import CommandSupport

/// The sheets with the rows: one, and another each time the last one is full, all with the same header.
struct RowSheets {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let header: WorkbookHeader
    private let formats: Formats
    private var text = CellText()
    private var widths: ColumnWidths
    /// The names of the columns, each with a NUL behind it.
    private var names: [[UInt8]] = []
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    /// The next row of the last sheet.
    private var row = 0

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>, _ header: WorkbookHeader, _ formats: Formats) {
        self.workbook = workbook
        self.header = header
        self.formats = formats
        widths = ColumnWidths(columns: header.columns)
    }

    /// The first row is the names of the columns.
    mutating func write(_ bytes: UnsafeRawBufferPointer, _ cells: [InputStream.Cell]) throws(WorkbookFault) {
        guard !names.isEmpty else {
            names = cells.map { Array(bytes[$0.start...($0.start + $0.count)]) }
            return try open()
        }
        if row == CellPlace.maximumRows {
            try close()
            try open()
        }
        let verdict = cells.first { $0.kind != .text && $0.kind != .number }
        let look = formats.row(verdict?.kind ?? .fine)
        for (column, cell) in cells.enumerated() {
            let content = UnsafeRawBufferPointer(rebasing: bytes[cell.start..<(cell.start + cell.count)])
            if widths.isMeasuring { widths.measure(content, column: column) }
            if cell.kind == .number, let number = PlainNumber(content) {
                try Library.call(
                    worksheet_write_number(
                        sheet, lxw_row_t(row), lxw_col_t(column), number.value, look.numbers[number.decimals]))
            } else if cell.count > 0 {
                try write(content, column: column, look.text, long: look.long)
            } else if let empty = look.empty {
                try Library.call(worksheet_write_blank(sheet, lxw_row_t(row), lxw_col_t(column), empty))
            }
        }
        row += 1
        widths.endRow()
    }

    /// Closes the last sheet; what remains of all of them is written with the workbook.
    mutating func finish() throws(WorkbookFault) {
        guard !sheets.isEmpty else { throw .stream("header") }
        try close()
    }

    private var sheet: UnsafeMutablePointer<lxw_worksheet> { sheets[sheets.count - 1] }

    private mutating func write(
        _ content: UnsafeRawBufferPointer, column: Int, _ format: Format, long: Format
    ) throws(WorkbookFault) {
        let (sheet, row) = (sheet, row)
        try text.with(content) { (text: UnsafePointer<CChar>, units: Int) throws(WorkbookFault) in
            let result =
                units > CellText.maximum
                ? LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED
                : worksheet_write_string(
                    sheet, lxw_row_t(row), lxw_col_t(column), text, units > 255 ? long : format)
            // The library counts the escaped text.
            guard result != LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED else {
                throw .longText(cell: CellPlace.name(row: row, column: column), units: units)
            }
            try Library.call(result)
        }
    }

    private mutating func open() throws(WorkbookFault) {
        let name = sheets.isEmpty ? header.rowsSheet : "\(header.rowsSheet) \(sheets.count + 1)"
        let sheet = try WorkbookFile.addSheet(name, heading: header.pageHeading, to: workbook)
        sheets.append(sheet)
        row = 0
        for (column, name) in names.enumerated() where name.count > 1 {
            let format = column < header.listColumns ? formats.listHeader : formats.ownHeader
            try name.withUnsafeBufferPointer { bytes throws(WorkbookFault) in
                let content = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes.dropLast()))
                if widths.isMeasuring { widths.measure(content, column: column) }
                try write(content, column: column, format, long: format)
            }
        }
        row = 1
        worksheet_freeze_panes(sheet, 1, 0)
        try Library.call(worksheet_repeat_rows(sheet, 0, 0))
        // Excel would mark every code in a corner, because it could be a number.
        try Library.call(
            worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
    }

    private mutating func close() throws(WorkbookFault) {
        try widths.apply(to: sheet)
        try Library.call(
            worksheet_autofilter(sheet, 0, 0, lxw_row_t(max(row - 1, 0)), lxw_col_t(header.columns - 1)))
        if let printed = header.printedColumns, header.listColumns < header.columns {
            // The chosen ones of the list are at the left of each page, and ours are what is printed.
            try Library.call(
                worksheet_repeat_columns(sheet, lxw_col_t(printed.lowerBound), lxw_col_t(printed.upperBound)))
            try Library.call(
                worksheet_print_area(
                    sheet, 0, lxw_col_t(header.listColumns), lxw_row_t(max(row - 1, 0)), lxw_col_t(header.columns - 1)))
        }
        guard landgrade_xlsx_flush_rows(sheet) == 0 else {
            try Library.checkFiles()
            throw .writing(.ioError)
        }
    }
}

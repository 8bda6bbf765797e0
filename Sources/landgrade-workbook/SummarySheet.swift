import CXLSXWriter
import SystemPackage
import CommandSupport

/// The sheet with the counts and their chart.
struct SummarySheet {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let name: String
    private let summary: WorkbookSummary
    private var text = CellText()
    private var row = 0

    init(
        _ summary: WorkbookSummary, _ name: String, heading: String, in workbook: UnsafeMutablePointer<lxw_workbook>
    ) throws(WorkbookFault) {
        self.summary = summary
        self.name = name
        self.workbook = workbook
        sheet = try WorkbookFile.addSheet(name, heading: heading, to: workbook)
    }

    mutating func write() throws(WorkbookFault) {
        let bold = try Formats.make(workbook, isBold: true)
        let above = try Formats.make(workbook, isBold: true)
        format_set_align(above, UInt8(LXW_ALIGN_RIGHT.rawValue))
        let plain = try Formats.make(workbook)
        try write(summary.title, column: 0, bold)
        row += 2
        for fact in summary.facts {
            try write(fact.name, column: 0, bold)
            if fact.isNumber {
                try write(number: fact.text, column: 1)
            } else {
                try write(fact.text, column: 1, plain)
            }
            row += 1
        }
        row += 1
        try writeCounts(bold, above)
        if let townships = summary.townships { try write(townships, bold, above) }
        try Library.call(worksheet_set_column(sheet, 0, 0, 32, nil))
        try Library.call(worksheet_set_column(sheet, 1, lxw_col_t(max(1, summary.counts.count + 1)), 14, nil))
        guard landgrade_xlsx_flush_rows(sheet) == 0 else { throw .writing(.ioError) }
    }

    /// - Parameter above: of a number's column, which stands to the right.
    private mutating func writeCounts(_ bold: Format, _ above: Format) throws(WorkbookFault) {
        try write(summary.nameColumn, column: 0, bold)
        try write(summary.countColumn, column: 1, above)
        row += 1
        let first = row
        for count in summary.counts {
            try write(count.name, column: 0, try Formats.make(workbook, fill: Self.colour(count.mark)))
            try write(count.count, column: 1, try Formats.make(workbook, number: "#,##0"))
            row += 1
        }
        guard row > first else { return }
        try addChart(rows: first...(row - 1))
        row += 1
    }

    private mutating func write(
        _ table: WorkbookSummary.Table, _ bold: Format, _ above: Format
    ) throws(WorkbookFault) {
        let number = try Formats.make(workbook, number: "#,##0")
        let plain = try Formats.make(workbook)
        // Below the chart, which stands to the right of the counts and is wider than the columns there.
        row = max(row, summary.facts.count + Self.chartRows + 5)
        for (column, name) in table.columns.enumerated() {
            try write(name, column: column, column == 0 ? bold : above)
        }
        row += 1
        for line in table.rows {
            try write(line.name, column: 0, plain)
            for (column, count) in line.counts.enumerated() { try write(count, column: column + 1, number) }
            row += 1
        }
    }

    /// The default height of a chart, in rows.
    private static let chartRows = 15

    private func addChart(rows: ClosedRange<Int>) throws(WorkbookFault) {
        guard let chart = workbook_add_chart(workbook, UInt8(LXW_CHART_BAR.rawValue)),
            let series = chart_add_series(chart, nil, nil)
        else { throw .library("workbook_add_chart") }
        let (first, last) = (lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
        chart_series_set_categories(series, name, first, 0, last, 0)
        chart_series_set_values(series, name, first, 1, last, 1)
        chart_series_set_name(series, summary.countColumn)
        chart_series_set_labels(series)
        try colour(series)
        chart_title_set_name(chart, summary.title)
        chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        // The first count above, as in the table.
        chart_axis_set_reverse(chart.pointee.y_axis)
        // Each bar has its number, so the axis would only add fractions of rows.
        chart_axis_off(chart.pointee.x_axis)
        chart_axis_set_min(chart.pointee.x_axis, 0)
        chart_axis_major_gridlines_set_visible(chart.pointee.x_axis, UInt8(LXW_FALSE.rawValue))
        var options = lxw_chart_options()
        options.x_scale = 1.3
        options.y_scale = 1
        try Library.call(worksheet_insert_chart_opt(sheet, first - 1, 3, chart, &options))
    }

    /// Each bar in the colour of its rows. The library copies what it is given.
    private func colour(_ series: UnsafeMutablePointer<lxw_chart_series>) throws(WorkbookFault) {
        var fills = summary.counts.map { lxw_chart_fill(color: Self.bar($0.mark), none: 0, transparency: 0) }
        let result = fills.withUnsafeMutableBufferPointer { fills in
            var points = fills.indices.map { index in
                lxw_chart_point(line: nil, fill: fills.baseAddress.map { $0 + index }, pattern: nil)
            }
            return points.withUnsafeMutableBufferPointer { points in
                // NULL ends the list.
                var list = points.indices.map { index in points.baseAddress.map { $0 + index } } + [nil]
                return chart_series_set_points(series, &list)
            }
        }
        try Library.call(result)
    }

    private static func colour(_ mark: WorkbookSummary.Mark) -> lxw_color_t {
        switch mark {
        case .fine: Formats.fine
        case .doubtful: Formats.doubtful
        case .wrong: Formats.wrong
        }
    }

    /// The same hues, dark enough for a bar on white.
    private static func bar(_ mark: WorkbookSummary.Mark) -> lxw_color_t {
        switch mark {
        case .fine: 0x70AD47
        case .doubtful: 0xED9B00
        case .wrong: 0xC00000
        }
    }

    private mutating func write(_ words: String, column: Int, _ format: Format) throws(WorkbookFault) {
        let (sheet, row) = (sheet, row)
        let bytes = Array(words.utf8) + [0]
        try bytes.withUnsafeBufferPointer { bytes throws(WorkbookFault) in
            try text.with(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes.dropLast()))) {
                (text: UnsafePointer<CChar>, units: Int) throws(WorkbookFault) in
                try Library.call(worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, format))
            }
        }
    }

    /// A number that a spreadsheet does not keep to the last digit stays a text.
    private mutating func write(number text: String, column: Int) throws(WorkbookFault) {
        guard let number = Array(text.utf8).withUnsafeBytes({ PlainNumber($0) }) else {
            return try write(text, column: column, try Formats.make(workbook))
        }
        let places = number.decimals > 0 ? "." + String(repeating: "0", count: number.decimals) : ""
        let format = try Formats.make(workbook, number: "#,##0" + places)
        format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        try Library.call(
            worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), number.value, format))
    }

    private func write(_ count: Int, column: Int, _ format: Format) throws(WorkbookFault) {
        try Library.call(
            worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), Double(count), format))
    }
}

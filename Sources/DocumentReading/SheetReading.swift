import SourceDocuments
import TabularText
import WorkbookTable

/// Reads the sheets of a workbook, each a table; cells above a header are cells of it.
struct SheetReading {
    let blocks: [SourceBlock]
    let remarks: [TableRemark]

    init(_ archive: ZipArchive) throws {
        let sheets = try WorkbookGrid.sheets(archive, limit: SpanGrid.mostCells)
        let shownSheets = sheets.contains { !$0.isHidden } ? sheets.filter { !$0.isHidden } : sheets
        var budget = SpanGrid.mostCells
        var blocks: [SourceBlock] = []
        var remarks: [TableRemark] = []
        for sheet in shownSheets {
            if let table = try Self.table(sheet, &budget) { blocks.append(.table(table)) }
            if let first = sheet.faulty.first {
                remarks.append(
                    TableRemark(
                        "工作表“\(shown(sheet.name))”有 \(sheet.faulty.count) 个单元格是错误值或没有保存结果的公式（首个 \(first)）",
                        "sheet ‘\(shown(sheet.name))’ has cells with an error, or with a formula saved without its value: \(sheet.faulty.count) (the first is \(first))"
                    ))
            }
        }
        let hidden = sheets.count - shownSheets.count
        if hidden > 0 { remarks.append(TableRemark("隐藏的工作表 \(hidden) 张未读", "hidden sheets, not read: \(hidden)")) }
        self.blocks = blocks
        self.remarks = remarks
    }

    /// Nil: nothing in it.
    private static func table(_ sheet: WorkbookGrid, _ budget: inout Int) throws(DocumentFault) -> SourceTable? {
        guard let lastRow = sheet.rows.last?.number else { return nil }
        var merged: [Int: [WorkbookGrid.Range]] = [:]
        var width = sheet.rows.map(\.cells.count).max() ?? 0
        var isClear = true
        // What a merged cell covers of the rows that hold something.
        for range in sheet.merged where range.rows.lowerBound <= lastRow {
            merged[range.rows.lowerBound, default: []].append(range)
            if range.columns.upperBound < 64 { width = max(width, range.columns.upperBound + 1) }
        }
        guard sheet.rows.count * width <= budget else { throw .tooManyCells(limit: SpanGrid.mostCells) }
        budget -= sheet.rows.count * width
        struct Cover {
            let rows: ClosedRange<Int>
            let columns: ClosedRange<Int>
            let text: String
            let origin: GridPosition
        }
        var open: [Cover] = []
        var rows: [SourceRow] = []
        var starts = merged.keys.sorted()[...]
        for row in sheet.rows {
            while let start = starts.first, start <= row.number {
                starts.removeFirst()
                for range in merged[start] ?? [] {
                    // A range whose first row is empty has an empty cell at its top left.
                    let column = range.columns.lowerBound
                    let text = start == row.number && column < row.cells.count ? trimmed(row.cells[column]) : ""
                    if open.contains(where: { $0.rows.contains(start) && $0.columns.overlaps(range.columns) }) {
                        isClear = false
                    }
                    open.append(
                        Cover(
                            rows: range.rows, columns: range.columns, text: text,
                            origin: GridPosition(row: rows.count, column: column)))
                }
            }
            open.removeAll { $0.rows.upperBound < row.number }
            var cells = (0..<width).map { SourceCell($0 < row.cells.count ? trimmed(row.cells[$0]) : "") }
            for cover in open {
                for column in cover.columns where column < width {
                    let position = GridPosition(row: rows.count, column: column)
                    cells[column] = SourceCell(cover.text, origin: position == cover.origin ? nil : cover.origin)
                }
            }
            rows.append(SourceRow(place: SourcePlace(sheet: sheet.name, table: 1, row: row.number), cells: cells))
        }
        return SourceTable(
            place: SourcePlace(sheet: sheet.name, table: 1), rows: rows, grid: isClear ? .markup : .aligned,
            title: sheet.name)
    }
}

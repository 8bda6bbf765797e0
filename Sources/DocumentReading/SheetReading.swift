import SourceDocuments
import SystemSupport
import TabularText
import TableFiles

/// Reads the sheets of a workbook, each a table; cells above a header are cells of it.
struct SheetReading {
    let blocks: [SourceBlock]
    let remarks: [Remark]

    init(_ archive: ZipArchive) throws {
        let sheets = try WorkbookGrid.sheets(archive, limit: SpanGrid.mostCells, text: DocumentReader.mostText)
        let shownSheets = sheets.contains { !$0.isHidden } ? sheets.filter { !$0.isHidden } : sheets
        var budget = SpanGrid.mostCells
        var blocks: [SourceBlock] = []
        var remarks: [Remark] = []
        for sheet in shownSheets {
            if let table = try Self.table(sheet, &budget) { blocks.append(.table(table)) }
            let hidden = sheet.rows.filter { row in row.isHidden && row.cells.contains { !$0.isEmpty } }
            if let first = hidden.first {
                remarks.append(
                    Remark(
                        zh:
                            "工作表“\(excerpt: sheet.name)”有 \(hidden.count) 行是隐藏的（首行第 \(first.number) 行），也已读入；请核对是否属于文件内容",
                        en:
                            "sheet ‘\(excerpt: sheet.name)’ has hidden rows, and they are read: \(hidden.count) (the first is row \(first.number)); see that they belong to the document"
                    ))
            }
            if let first = sheet.faulty.first {
                remarks.append(
                    Remark(
                        zh: "工作表“\(excerpt: sheet.name)”有 \(sheet.faulty.count) 个单元格是错误值或没有保存结果的公式（首个 \(first)）",
                        en:
                            "sheet ‘\(excerpt: sheet.name)’ has cells with an error, or with a formula saved without its value: \(sheet.faulty.count) (the first is \(first))"
                    ))
            }
        }
        let hidden = sheets.count - shownSheets.count
        if hidden > 0 { remarks.append(Remark(zh: "隐藏的工作表 \(hidden) 张未读", en: "hidden sheets, not read: \(hidden)")) }
        self.blocks = blocks
        self.remarks = remarks
    }

    private struct Cover {
        let lastRow: Int
        let text: String
        let origin: GridPosition
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
        /// What covers each column at the row that is read.
        var covers: [Cover?] = Array(repeating: nil, count: width)
        /// Positions that merged cells claim; more than there are is no sheet of a person.
        var claimed = 0
        var rows: [SourceRow] = []
        var starts = merged.keys.sorted()[...]
        for row in sheet.rows {
            while let start = starts.first, start <= row.number {
                starts.removeFirst()
                for range in merged[start] ?? [] {
                    guard range.columns.lowerBound < width else { continue }
                    // A range whose first row is empty has an empty cell at its top left.
                    let column = range.columns.lowerBound
                    let text = start == row.number && column < row.cells.count ? trimmed(row.cells[column]) : ""
                    let origin = GridPosition(row: rows.count, column: column)
                    for column in range.columns.clamped(to: 0...max(width - 1, 0)) where column < width {
                        claimed += 1
                        if let other = covers[column], other.lastRow >= start { isClear = false }
                        covers[column] = Cover(lastRow: range.rows.upperBound, text: text, origin: origin)
                    }
                    guard claimed <= SpanGrid.mostCells else { throw .tooManyCells(limit: SpanGrid.mostCells) }
                }
            }
            let cells = (0..<width).map { column in
                guard let cover = covers[column], cover.lastRow >= row.number else {
                    return SourceCell(column < row.cells.count ? trimmed(row.cells[column]) : "")
                }
                let position = GridPosition(row: rows.count, column: column)
                return SourceCell(cover.text, origin: position == cover.origin ? nil : cover.origin)
            }
            rows.append(SourceRow(place: SourcePlace(sheet: sheet.name, table: 1, row: row.number), cells: cells))
        }
        return SourceTable(
            place: SourcePlace(sheet: sheet.name, table: 1), rows: rows, grid: isClear ? .markup : .aligned,
            title: sheet.name)
    }
}

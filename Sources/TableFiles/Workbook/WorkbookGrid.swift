import TabularText

/// A sheet of a workbook as a person sees it: every row with something in it, numbers as they are shown.
package struct WorkbookGrid {
    package struct Row {
        /// The sheet's, from 1.
        package let number: Int
        /// Up to the last cell that holds something.
        package let cells: [String]
        /// By hand, or by a filter.
        package let isHidden: Bool
    }

    /// Rows from 1 and columns from 0, of a merged cell.
    package struct Range: Hashable {
        package let rows: ClosedRange<Int>
        package let columns: ClosedRange<Int>
    }

    package let name: String
    package let isHidden: Bool
    package let rows: [Row]
    package let merged: [Range]
    /// Cells with a formula that was saved without its value, and cells that hold an error such as `#REF!`.
    package let faulty: [String]

    /// All sheets of a workbook in their order.
    ///
    /// - Parameters:
    ///   - limit: cells that all of them together may have.
    ///   - text: bytes of their texts. A shared text is held once for each cell that refers to it.
    package static func sheets(_ archive: ZipArchive, limit: Int, text: Int = 64 << 20) throws -> [WorkbookGrid] {
        let parts = try WorkbookParts(archive)
        let strings = try SharedStrings(archive)
        var (cells, bytes, ranges) = (0, 0, 0)
        return try parts.sheets.map { sheet in
            var rows: [Row] = []
            var faulty: [String] = []
            let reader = SheetReader(sheet.name, strings, parts, showsNumbers: true) { row in
                cells += row.cells.count
                guard cells <= limit else { throw WorkbookFault.manyCells(limit: limit).error }
                bytes += row.text.count
                guard bytes <= text else { throw WorkbookFault.muchText(limit: text).error }
                rows.append(
                    Row(
                        number: row.number, cells: row.cells.indices.map { row.string($0) }, isHidden: row.isHidden))
                for (column, cell) in row.cells.enumerated()
                where cell.flag == .formulaWithoutValue || cell.flag == .errorValue {
                    faulty.append(CellReference(column: column, row: row.number).text)
                }
            }
            try XMLStream.read(try archive.open(sheet.part, limit: SheetReader.limit), reader, isOneNamespace: true)
            let merged = try MergedCells { try archive.open(sheet.part, limit: SheetReader.limit) }
            ranges += merged.all.count
            guard ranges <= MergedCells.most else { throw WorkbookFault.tooManyMerges.error }
            return WorkbookGrid(
                name: sheet.name, isHidden: sheet.isHidden, rows: rows,
                merged: merged.all.map { Range(rows: $0.firstRow...$0.lastRow, columns: $0.column...$0.lastColumn) },
                faulty: faulty)
        }
    }
}

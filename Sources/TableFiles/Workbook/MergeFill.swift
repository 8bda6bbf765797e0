import TabularText

/// Carries the value of a merged cell down to the rows it covers.
struct MergeFill {
    private let ranges: [MergedCells.Range]
    private let columns: Set<Int>
    private var next = 0
    private var open: [Int: (lastRow: Int, cell: SheetRow.Cell, text: [UInt8], flag: CellFlag.Kind?)] = [:]
    /// How many cells were filled, and the first range they were filled from.
    private(set) var filled = 0
    private(set) var first: String?

    init(_ merged: MergedCells, columns: Set<Int>) {
        ranges = merged.ranges.filter { columns.contains($0.column) }
        self.columns = columns
    }

    /// Called for every row in order.
    mutating func apply(to row: inout SheetRow) {
        while next < ranges.count, ranges[next].firstRow <= row.number {
            let range = ranges[next]
            next += 1
            // A first row that is blank, or above the rows, has nothing to carry.
            guard range.firstRow == row.number, row.cells.indices.contains(range.column) else { continue }
            let cell = row.cells[range.column]
            // A formula without a value is one in every row that it stands for.
            let flag = cell.flag == .formulaWithoutValue ? cell.flag : nil
            guard cell.end > cell.start || flag != nil else { continue }
            open[range.column] = (range.lastRow, cell, Array(row.text[cell.start..<cell.end]), flag)
        }
        guard !open.isEmpty else { return }
        for column in columns {
            guard let value = open[column] else { continue }
            guard row.number <= value.lastRow else {
                open[column] = nil
                continue
            }
            guard !row.cells.indices.contains(column) || !row.cells[column].isFilled else { continue }
            row.set(column, value.text, isNumber: value.cell.isNumber, unit: value.cell.unit, flag: value.flag)
            filled += 1
            if first == nil { first = CellReference(column: column, row: row.number).text }
        }
    }
}

import SystemSupport
import TabularText

/// Makes records of a sheet's rows: header first, then each row as wide as it. A row without anything in it becomes a
/// record without anything in it, as a blank line of a text does, so that rows have the sheet's numbers; behind the last
/// row that holds something there are none.
struct SheetRows: ~Copyable {
    /// Cells in rows without anything. A stray cell in the last row of a list of sixty columns is below it; what is
    /// written for it is some bytes a cell.
    static let mostBlankCells = 64 << 20

    var builder: RecordBuilder
    private let merged: MergedCells
    private var search: HeaderSearch
    private var fill: MergeFill
    private var names: [String] = []
    private(set) var headerRow = 0
    private(set) var headerHeight = 1
    /// Rows with something in them.
    private(set) var rowsAbove = 0
    private var width: Int { names.count }
    /// The number of the last row that was written.
    private var last = 0
    private var blankCells = 0

    private var beside = 0
    private var firstBeside: String?
    private var formulas = 0
    private var firstFormula: String?
    private let formatUnits: [FormatUnit]
    private var shownUnits: ShownUnits

    init(_ merged: MergedCells, _ search: HeaderSearch, _ format: ListFormat, units: [FormatUnit]) {
        self.merged = merged
        formatUnits = units
        shownUnits = ShownUnits(units, names: [])
        self.search = search
        fill = MergeFill(merged, columns: [])
        builder = RecordBuilder(format: format)
        builder.begin(firstRow: 0)
    }

    var hasHeader: Bool { headerRow > 0 }
    /// No row can be told to be the header.
    private(set) var isHopeless = false
    /// The rows among which it was looked for.
    var firstRows: [SheetRow] { search.rows }

    mutating func take(_ row: inout SheetRow) throws(TableError) {
        if hasHeader {
            try write(&row)
        } else if !isHopeless {
            search.take(row)
            if search.isOver { try settle() }
        }
    }

    /// Takes the header, and the rows behind it.
    mutating func settle() throws(TableError) {
        let choice = search.choice
        isHopeless = choice == nil
        guard let choice else { return }
        let rows = search.rows
        names = choice.names
        shownUnits = ShownUnits(formatUnits, names: names)
        headerRow = rows[choice.first].number
        last = rows[choice.first + choice.height - 1].number
        headerHeight = last - headerRow + 1
        rowsAbove = search.above + choice.first
        fill = MergeFill(merged, columns: choice.carried)
        for name in names { builder.append(name) }
        try builder.endRecord(at: Self.place(headerRow))
        for var row in rows[(choice.first + choice.height)...] { try write(&row) }
    }

    mutating func finish() throws(TableError) {
        if !hasHeader, !isHopeless { try settle() }
    }

    private mutating func write(_ row: inout SheetRow) throws(TableError) {
        try writeBlanks(before: row.number)
        fill.apply(to: &row)
        row.text.withUnsafeBytes { text in
            for column in 0..<width {
                guard column < row.cells.count else {
                    builder.append(UnsafeRawBufferPointer(start: nil, count: 0))
                    continue
                }
                let cell = row.cells[column]
                let bytes = UnsafeRawBufferPointer(rebasing: text[cell.start..<cell.end])
                let behind = cell.unit > 0 ? shownUnits.behind(column, cell.unit) : []
                if behind.isEmpty {
                    builder.append(bytes, isNumber: cell.isNumber)
                } else {
                    (Array(bytes) + behind).withUnsafeBytes { builder.append($0) }
                }
                if let flag = cell.flag { note(flag, column, row.number) }
            }
        }
        if row.cells.count > width {
            for column in width..<row.cells.count where row.cells[column].isFilled {
                beside += 1
                if firstBeside == nil { firstBeside = CellReference(column: column, row: row.number).text }
            }
        }
        try builder.endRecord(at: Self.place(row.number))
    }

    /// One empty cell each, as of a blank line, so that a million of them take little room.
    private mutating func writeBlanks(before row: Int) throws(TableError) {
        blankCells += (row - last - 1) * width
        guard blankCells <= Self.mostBlankCells else { throw WorkbookFault.muchBlank(last: last, next: row).error }
        for number in last + 1..<row {
            builder.append(UnsafeRawBufferPointer(start: nil, count: 0))
            try builder.endRecord(at: Self.place(number))
        }
        last = row
    }

    private static func place(_ row: Int) -> Remark { Remark(zh: "第 \(row) 行", en: "row \(row)") }

    private mutating func note(_ flag: CellFlag.Kind, _ column: Int, _ row: Int) {
        let place = CellReference(column: column, row: row).text
        builder.flag(column: column, flag, at: place)
        if flag == .formula {
            formulas += 1
            if firstFormula == nil { firstFormula = place }
        }
    }

    /// What was done to the sheet on its way, with how often and where first.
    var remarks: [Remark] {
        var remarks: [Remark] = []
        if let first = fill.first {
            remarks.append(
                Remark(
                    zh: "合并单元格：按合并范围向下填了 \(fill.filled) 格（首个 \(first)）",
                    en: "merged cells: cells they were carried down to: \(fill.filled) (the first is \(first))"))
        }
        if let first = firstFormula {
            remarks.append(
                Remark(
                    zh: "公式单元格 \(formulas) 个（首个 \(first)）：用的是所存的结果",
                    en: "cells with a formula, of which the saved value is taken: \(formulas) (the first is \(first))"))
        }
        if let first = firstBeside {
            remarks.append(
                Remark(
                    zh: "表头以右的单元格 \(beside) 个（首个 \(first)）不输出",
                    en: "cells right of the header, left out: \(beside) (the first is \(first))"))
        }
        return remarks + shownUnits.remarks
    }
}

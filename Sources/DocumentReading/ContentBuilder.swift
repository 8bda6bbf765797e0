import SourceDocuments

/// Puts together what a reader of markup finds, event by event: paragraphs, and tables that may stand in one another.
///
/// A table that only arranges a page around another table is dissolved: what it holds follows in reading order.
struct ContentBuilder {
    /// Tables within tables within tables: web pages have four or five.
    static let deepest = 12

    /// What a cell may cover: as many as browsers allow.
    static let mostRows = 65_534
    static let mostColumns = 1000

    private static func clamped(_ span: Int, to most: Int) -> Int { min(max(span, 1), most) }

    private indirect enum Item {
        case text(String)
        case table(Table)
    }

    private struct Cell {
        var items: [Item] = []
        var rowSpan = 1
        var columnSpan = 1
        /// Continues the cell above it at this column.
        var continuesAbove = false
    }

    private struct Table {
        var title: String?
        var rows: [[Cell]] = []
        /// A row has been opened and not ended.
        var inRow = false
        var inCell = false
    }

    /// Empty cells at the end of rows, and rows of nothing else, are no part of a table: sheets have them without end.
    var trimsTables = false

    private var body: [Item] = []
    private var open: [Table] = []
    /// Paragraphs that have begun: one stands in another where a text box does.
    private var paragraphs: [[UInt8]] = []
    /// Texts of boxes, which follow the paragraph they hang on.
    private var waiting: [String] = []

    /// Cells so far.
    private var counted = 0
    /// Bytes of text that repeated cells came to so far.
    private var repeated = 0

    private mutating func count(_ more: Int) throws(DocumentFault) {
        counted += more
        guard counted <= SpanGrid.mostCells else { throw .tooManyCells(limit: SpanGrid.mostCells) }
    }

    /// A short text that is repeated a million times is a long one, and each copy is held.
    private mutating func count(_ cells: [Cell], times: Int) throws(DocumentFault) {
        try count(times * cells.count)
        repeated += times * cells.reduce(0) { $0 + $1.items.reduce(0) { $0 + Self.length($1) } }
        guard repeated <= DocumentReader.mostText else { throw .tooMuchText(limit: DocumentReader.mostText) }
    }

    // MARK: Text

    mutating func startParagraph() { paragraphs.append([]) }

    /// Adds to the innermost paragraph; text outside of one begins its own.
    mutating func append(_ text: some Collection<UInt8>) {
        if paragraphs.isEmpty { paragraphs.append([]) }
        paragraphs[paragraphs.count - 1].append(contentsOf: text)
    }

    mutating func append(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

    /// The last character of the innermost paragraph.
    var lastByte: UInt8? { paragraphs.last?.last }

    mutating func endParagraph() {
        guard let bytes = paragraphs.popLast() else { return }
        let text = trimmed(String(decoding: bytes, as: UTF8.self))
        if !paragraphs.isEmpty {
            if !text.isEmpty { waiting.append(text) }
            return
        }
        add(text)
        for text in waiting { add(text) }
        waiting = []
    }

    private mutating func add(_ text: String) { if !text.isEmpty { add(.text(text)) } }

    private mutating func add(_ item: Item) {
        guard let table = open.indices.last, open[table].inCell, let row = open[table].rows.indices.last,
            let cell = open[table].rows[row].indices.last
        else {
            // Text between the cells of a table stands before it.
            if let table = open.indices.dropLast().last, open[table].inCell, let row = open[table].rows.indices.last,
                let cell = open[table].rows[row].indices.last
            {
                open[table].rows[row][cell].items.append(item)
            } else {
                body.append(item)
            }
            return
        }
        open[table].rows[row][cell].items.append(item)
    }

    // MARK: Tables

    mutating func startTable() throws(DocumentFault) {
        while !paragraphs.isEmpty { endParagraph() }
        guard open.count < Self.deepest else { throw .tooDeep(limit: Self.deepest) }
        open.append(Table())
    }

    mutating func setTitle(_ text: String) {
        guard let table = open.indices.last else { return }
        let text = trimmed(text)
        if !text.isEmpty { open[table].title = text }
    }

    mutating func startRow() {
        guard let table = open.indices.last else { return }
        endCell()
        open[table].rows.append([])
        open[table].inRow = true
    }

    mutating func startCell(rowSpan: Int = 1, columnSpan: Int = 1, continuesAbove: Bool = false) throws(DocumentFault) {
        try count(1)
        guard let table = open.indices.last else { return }
        if !open[table].inRow { startRow() }
        endCell()
        open[table].rows[open[table].rows.count - 1].append(
            Cell(
                rowSpan: Self.clamped(rowSpan, to: Self.mostRows),
                columnSpan: Self.clamped(columnSpan, to: Self.mostColumns),
                continuesAbove: continuesAbove))
        open[table].inCell = true
    }

    /// Spans that are known only after the cell has begun.
    mutating func setSpan(columns: Int? = nil, continuesAbove: Bool? = nil) {
        guard let table = open.indices.last, let row = open[table].rows.indices.last,
            let cell = open[table].rows[row].indices.last
        else { return }
        if let columns { open[table].rows[row][cell].columnSpan = Self.clamped(columns, to: Self.mostColumns) }
        if let continuesAbove { open[table].rows[row][cell].continuesAbove = continuesAbove }
    }

    mutating func endCell() {
        while !paragraphs.isEmpty { endParagraph() }
        guard let table = open.indices.last else { return }
        open[table].inCell = false
    }

    mutating func endRow() {
        endCell()
        guard let table = open.indices.last else { return }
        open[table].inRow = false
    }

    /// Takes the row that was last begun away again.
    mutating func dropRow() {
        endRow()
        guard let table = open.indices.last else { return }
        open[table].rows.removeLast()
    }

    /// Adds the cell that has just ended again.
    mutating func repeatCell(_ times: Int) throws(DocumentFault) {
        guard times > 0, let table = open.indices.last, let row = open[table].rows.indices.last,
            let cell = open[table].rows[row].last
        else { return }
        // Empty ones to the end of a sheet are no columns.
        let times = cell.items.isEmpty ? min(times, 63) : times
        try count([cell], times: times)
        open[table].rows[row] += [Cell](repeating: cell, count: times)
    }

    /// Adds the row that has just ended again; empty ones are rows without end of a sheet.
    mutating func repeatRow(_ times: Int) throws(DocumentFault) {
        guard times > 0, let table = open.indices.last, let row = open[table].rows.last,
            row.contains(where: { !$0.items.isEmpty })
        else { return }
        try count(row, times: times)
        open[table].rows += [[Cell]](repeating: row, count: times)
    }

    mutating func endTable() {
        endRow()
        guard var table = open.popLast() else { return }
        if trimsTables { Self.trim(&table) }
        // A row without cells is one that cells above it cover, or none at all.
        if !table.rows.joined().contains(where: { $0.rowSpan > 1 }) { table.rows.removeAll { $0.isEmpty } }
        if table.rows.contains(where: { !$0.isEmpty }) { add(.table(table)) }
    }

    private static func trim(_ table: inout Table) {
        for index in table.rows.indices {
            while let last = table.rows[index].last, last.items.isEmpty, last.rowSpan == 1, last.columnSpan == 1 {
                table.rows[index].removeLast()
            }
        }
        while table.rows.last?.isEmpty == true { table.rows.removeLast() }
    }

    // MARK: The document

    /// The blocks in reading order, with places of file 0.
    mutating func blocks() throws(DocumentFault) -> [SourceBlock] {
        while !open.isEmpty { endTable() }
        while !paragraphs.isEmpty { endParagraph() }
        var writing = Writing()
        for item in body { try writing.write(item) }
        return writing.blocks
    }

    private struct Writing {
        var blocks: [SourceBlock] = []
        var tables = 0
        var budget = SpanGrid.mostCells

        mutating func write(_ item: Item) throws(DocumentFault) {
            switch item {
            case .text(let text):
                for line in text.split(separator: "\n") {
                    let text = trimmed(String(line))
                    guard blocks.count < DocumentReader.mostParagraphs else {
                        throw .tooManyLines(limit: DocumentReader.mostParagraphs)
                    }
                    if !text.isEmpty { blocks.append(.paragraph(SourceParagraph(text: text, place: SourcePlace()))) }
                }
            case .table(let table): try write(table)
            }
        }

        private mutating func write(_ table: Table) throws(DocumentFault) {
            let inner = table.rows.joined().flatMap(\.items).filter { if case .table = $0 { true } else { false } }
            if !inner.isEmpty, ContentBuilder.isFrame(table) {
                if let title = table.title { try write(.text(title)) }
                for item in table.rows.joined().flatMap(\.items) { try write(item) }
                return
            }
            tables += 1
            let place = SourcePlace(table: tables)
            let rows = ContentBuilder.spans(table)
            let grid = try SpanGrid(rows, budget: &budget)
            // A table within a cell of a table: which of the two a line belongs to is for a person to say.
            let isClear = inner.isEmpty && !grid.isInconsistent
            blocks.append(
                .table(
                    SourceTable(
                        place: place,
                        rows: grid.rows.enumerated().map { index, cells in
                            var place = place
                            place.row = index + 1
                            return SourceRow(place: place, cells: cells)
                        },
                        grid: isClear ? .markup : .aligned, title: table.title)))
            for item in inner { try write(item) }
        }
    }

    /// Whether a table that holds tables is only there to arrange them.
    private static func isFrame(_ table: Table) -> Bool {
        if table.rows.count == 1 || table.rows.allSatisfy({ $0.count == 1 }) { return true }
        var (within, own) = (0, 0)
        for cell in table.rows.joined() {
            for item in cell.items {
                switch item {
                case .table: within += length(item)
                case .text(let text): own += text.utf8.count
                }
            }
        }
        return within >= own
    }

    private static func length(_ item: Item) -> Int {
        switch item {
        case .text(let text): text.utf8.count
        case .table(let table): table.rows.joined().flatMap(\.items).reduce(0) { $0 + length($1) }
        }
    }

    private static func text(_ cell: Cell) -> String {
        cell.items.map { item in
            switch item {
            case .text(let text): text
            case .table(let table): table.rows.joined().map(text).filter { !$0.isEmpty }.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    /// Cells that continue the one above them become part of it.
    private static func spans(_ table: Table) -> [[SpanGrid.Cell]] {
        var rows: [[SpanGrid.Cell]] = []
        /// For each column where a cell began: that cell's row and index in it, and how wide it is.
        var above: [Int: (row: Int, index: Int, width: Int)] = [:]
        let continues = table.rows.joined().contains { $0.continuesAbove }
        for cells in table.rows {
            var row: [SpanGrid.Cell] = []
            var here: [Int: (row: Int, index: Int, width: Int)] = [:]
            var column = 0
            for cell in cells {
                let width = max(1, cell.columnSpan)
                if cell.continuesAbove, let start = above[column], start.width == width {
                    rows[start.row][start.index].rowSpan += 1
                    here[column] = start
                } else {
                    if continues { here[column] = (rows.count, row.count, width) }
                    row.append(SpanGrid.Cell(text(cell), rowSpan: cell.rowSpan, columnSpan: width))
                }
                column += width
            }
            above = here
            rows.append(row)
        }
        return rows
    }
}

/// Without outer white space of any kind.
func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
}

private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // The zero width space and the byte-order mark are none by their properties.
    scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
}

import SourceDocuments

/// Puts the pages of a PDF together: text between tables, and tables that continue over a page break.
struct PDFAssembly {
    private enum Piece {
        case text([TextReader.Line])
        case table(Table)
    }

    private struct Cell {
        var text: String
        var rowSpan: Int
        let columnSpan: Int
        /// What its last line leaves.
        var room: Double
    }

    /// A table over one or more pages.
    private struct Table {
        var xs: [Double]
        var rows: [[Cell]]
        /// The width of a Chinese character.
        var em: Double
        /// The page of each row.
        var pages: [Int]
        var isClosed: Bool
        /// Cells of each row as they stand in the grid: for each column the row and the index of the cell that covers it.
        var covers: [[Int: (row: Int, index: Int)]]
    }

    private var pieces: [Piece] = []
    private var budget = SpanGrid.mostCells

    mutating func add(_ page: PDFPage, number: Int) throws(DocumentFault) {
        let found = PDFTables(page)
        let lines = PDFLines(found.outside).lines.filter { !Self.isPageNumber($0, page) }
        var rest = lines[...]
        var isFirst = true
        for table in found.tables {
            let above = rest.prefix { $0.top < table.top }
            rest = rest.dropFirst(above.count)
            // A caption that says it continues: 续表 2, 表 2（续）.
            let isOnlyContinued = !above.isEmpty && above.count <= 2 && above.allSatisfy { Self.saysContinued($0.text) }
            if isFirst, above.isEmpty || isOnlyContinued, case .table(let last) = pieces.last,
                let joined = Self.joined(last, table, page: number)
            {
                pieces[pieces.count - 1] = .table(joined)
            } else {
                if !above.isEmpty { pieces.append(.text(Self.lines(Array(above), page, number))) }
                pieces.append(.table(Self.start(table, page: number)))
            }
            isFirst = false
        }
        if !rest.isEmpty { pieces.append(.text(Self.lines(Array(rest), page, number))) }
    }

    private static func saysContinued(_ text: String) -> Bool {
        let text = text.filter { $0 != " " }
        return text.hasPrefix("续表") || text.hasSuffix("（续）") || text.hasSuffix("(续)") || text.hasSuffix("（续表）")
            || text.hasPrefix("（续")
    }

    /// `— 3 —`, `3`, `第3页` alone at the edge of a page.
    private static func isPageNumber(_ line: PDFLines.Line, _ page: PDFPage) -> Bool {
        guard line.top < page.height * 0.1 || line.top > page.height * 0.88 else { return false }
        let text = line.text.unicodeScalars.filter { !$0.properties.isWhitespace }
        let rest = text.filter { !"—-–―·•─－第页共/".unicodeScalars.contains($0) }
        return !rest.isEmpty && rest.count <= 8 && rest.allSatisfy { ("0"..."9").contains($0) }
    }

    // MARK: Tables

    private static func start(_ table: PDFTable, page: Int) -> Table {
        var started = Table(
            xs: table.xs, rows: [], em: table.em, pages: [], isClosed: table.isClosed, covers: [])
        append(table, to: &started, page: page, from: 0)
        return started
    }

    /// Adds a page's rows from `first` on.
    private static func append(_ table: PDFTable, to target: inout Table, page: Int, from first: Int) {
        let offset = target.rows.count
        let count = table.ys.count - 1 - first
        guard count > 0 else { return }
        target.rows += [[Cell]](repeating: [], count: count)
        target.pages += [Int](repeating: page, count: count)
        target.covers += [[Int: (row: Int, index: Int)]](repeating: [:], count: count)
        for cell in table.cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) })
        where cell.row >= first {
            let row = offset + cell.row - first
            let place = (row: row, index: target.rows[row].count)
            target.rows[row].append(
                Cell(text: cell.text, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, room: cell.room))
            for below in row..<(row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) { target.covers[below][column] = place }
            }
        }
    }

    /// The table of the page before with this one's rows; nil: another table.
    private static func joined(_ last: Table, _ table: PDFTable, page: Int) -> Table? {
        guard last.xs.count == table.xs.count, zip(last.xs, table.xs).allSatisfy({ abs($0 - $1) < 3 }),
            last.pages.last == page - 1
        else { return nil }
        var target = last
        // The header once more.
        var first = 0
        while first < table.ys.count - 1, first < 3, first < last.rows.count, repeats(last, table, first) { first += 1 }
        guard first < table.ys.count - 1 else { return target }
        // A cell may not begin in the header and continue below.
        guard !table.cells.contains(where: { $0.row < first && $0.row + $0.rowSpan > first }) else { return nil }
        let offset = target.rows.count
        append(table, to: &target, page: page, from: first)
        target.isClosed = last.isClosed && table.isClosed
        goOn(&target, at: offset)
        return target
    }

    /// Whether a row at the top of a page is the table's own row at that place, and so its header.
    private static func repeats(_ last: Table, _ table: PDFTable, _ row: Int) -> Bool {
        let cells = table.cells.filter { $0.row == row }.sorted { $0.column < $1.column }
        let texts = cells.map { $0.text.filter { $0 != " " && $0 != "\n" } }
        let known = last.rows[row].map { $0.text.filter { $0 != " " && $0 != "\n" } }
        return !texts.isEmpty && texts == known && texts.contains { !$0.isEmpty }
    }

    /// Joins what the page break cut: empty cells at the top of a page continue those above, and a row whose texts go on
    /// is one with the row above.
    private static func goOn(_ table: inout Table, at row: Int) {
        let above = row - 1
        let columns = table.xs.count - 1
        guard above >= 0 else { return }
        func cell(_ row: Int, _ column: Int) -> Cell? {
            guard let place = table.covers[row][column] else { return nil }
            return table.rows[place.row][place.index]
        }
        let filled = (0..<columns).filter { cell(row, $0)?.text.isEmpty == false }
        guard let firstFilled = filled.first else { return }
        // A label that is printed only below the break: where it begins is for a person to say.
        if (0..<columns).contains(where: { cell(above, $0)?.text.isEmpty == true }) { table.isClosed = false }
        guard firstFilled > 0 else { return }
        // A text that is cut stands in a last line that is full.
        let isCut = filled.allSatisfy { column in
            guard let upper = cell(above, column), let lower = cell(row, column), !upper.text.isEmpty else {
                return false
            }
            return upper.room < PDFLines.needed(lower.text, em: table.em) || endsOpen(upper.text)
        }
        let isSingle = isSingle(table, column: firstFilled - 1)
        if isCut {
            let isPlain = filled.allSatisfy { column in
                endsOpen(cell(above, column)?.text ?? "")
                    || cell(row, column)?.text.unicodeScalars.first.map { "、，；：".unicodeScalars.contains($0) } == true
            }
            let isOneRow = filled.allSatisfy { cell(row, $0)?.rowSpan == 1 }
            if isPlain || isSingle, isOneRow { return join(&table, row, into: above, filled) }
            // The rest of a name, or a name of its own.
            table.isClosed = false
        } else if isSingle, filled.count == 1 {
            // A second row of a cell that has one everywhere else.
            table.isClosed = false
        }
        for column in 0..<firstFilled { extend(&table, at: row, column: column) }
        drop(&table, at: row)
    }

    /// Whether every cell of a column, the header's left out, is one row high: an empty one is then the rest of a row.
    private static func isSingle(_ table: Table, column: Int) -> Bool {
        for row in 1..<max(table.rows.count, 1) {
            guard let place = table.covers[row][column], place.row == row else { continue }
            if table.rows[row][place.index].rowSpan > 1 { return false }
        }
        return true
    }

    private static func endsOpen(_ text: String) -> Bool {
        text.unicodeScalars.last.map { "、，；：".unicodeScalars.contains($0) } == true
    }

    private static func join(_ table: inout Table, _ row: Int, into above: Int, _ filled: [Int]) {
        for column in 0..<filled[0] { extend(&table, at: row, column: column) }
        for column in filled {
            guard let from = table.covers[row][column], let to = table.covers[above][column] else { continue }
            let cell = table.rows[from.row][from.index]
            if cell.text.isEmpty { continue }
            table.rows[to.row][to.index].text += cell.text
            table.rows[to.row][to.index].room = cell.room
            table.rows[from.row][from.index].text = ""
        }
        // Cells that came from above, or from a page before, have one row less.
        var shortened: Set<GridPosition> = []
        for place in table.covers[row].values where place.row < row {
            if shortened.insert(GridPosition(row: place.row, column: place.index)).inserted {
                table.rows[place.row][place.index].rowSpan -= 1
            }
        }
        table.rows.remove(at: row)
        table.pages.remove(at: row)
        table.covers.remove(at: row)
        for index in row..<table.covers.count {
            for (column, place) in table.covers[index] where place.row > row {
                table.covers[index][column] = (place.row - 1, place.index)
            }
        }
    }

    /// Makes the empty cell at the top of a page a part of the one above it, which reaches to the page's end.
    private static func extend(_ table: inout Table, at row: Int, column: Int) {
        guard let from = table.covers[row][column], let to = table.covers[row - 1][column], from.row == row,
            table.rows[from.row][from.index].rowSpan > 0,
            table.rows[from.row][from.index].columnSpan == table.rows[to.row][to.index].columnSpan
        else { return }
        let height = table.rows[from.row][from.index].rowSpan
        table.rows[to.row][to.index].rowSpan += height
        table.rows[from.row][from.index].rowSpan = 0
        for below in row..<min(row + height, table.covers.count) { table.covers[below][column] = to }
    }

    /// Takes out the cells of a row that became part of others.
    private static func drop(_ table: inout Table, at row: Int) {
        var places: [Int: Int] = [:]
        for (index, cell) in table.rows[row].enumerated() where cell.rowSpan > 0 { places[index] = places.count }
        table.rows[row].removeAll { $0.rowSpan == 0 }
        for below in row..<table.covers.count {
            for (column, place) in table.covers[below] where place.row == row {
                table.covers[below][column] = (row, places[place.index] ?? 0)
            }
        }
    }

    // MARK: Text

    /// Before one word: a page is no wider.
    private static let mostSpaces = 300

    /// Lines with spaces that put their words where they stand on the page.
    private static func lines(_ lines: [PDFLines.Line], _ page: PDFPage, _ number: Int) -> [TextReader.Line] {
        let left = lines.map(\.left).min() ?? 0
        let right = lines.map(\.right).max() ?? page.width
        var result: [TextReader.Line] = []
        var above: PDFLines.Line?
        for line in lines {
            let size = max(line.size * 0.45, 2)
            var text = ""
            var position = 0
            for word in line.words {
                let start = Int((word.left - left) / size)
                let gap =
                    text.isEmpty
                    ? 0 : Int((word.left - (line.words.last { $0.right <= word.left + 1 }?.right ?? word.left)) / size)
                if text.isEmpty {
                    text += String(repeating: " ", count: min(max(start, 0), mostSpaces))
                } else if gap >= 2 {
                    text += String(repeating: " ", count: min(max(start - position, 2), mostSpaces))
                } else if gap > 0 || needsSpace(line, word) {
                    text += " "
                }
                text += word.text
                position = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
            }
            // A paragraph continues where its line is full.
            if let above, right - above.right < PDFLines.needed(line.text, em: line.em), !result.isEmpty,
                above.left < left + above.em * 2.5, line.left < left + line.em * 0.6,
                line.top - above.top < line.size * 3,
                !beginsAnew(line.text), !above.hasGaps, !line.hasGaps
            {
                result[result.count - 1].text += trimmed(text)
            } else {
                result.append(TextReader.Line(number: 0, page: number, text: text))
            }
            above = line
        }
        return result
    }

    /// A caption, or a heading with its number, begins a paragraph.
    private static func beginsAnew(_ text: String) -> Bool {
        let text = text.unicodeScalars.drop { $0 == "（" || $0 == "(" || $0 == "第" }
        if ["表", "附表", "附件", "续表"].contains(where: { String(text).hasPrefix($0) }) { return true }
        let rest = text.drop { "一二三四五六七八九十0123456789".unicodeScalars.contains($0) }
        return rest.count < text.count && rest.first.map { "、.．）)章条".unicodeScalars.contains($0) } == true
    }

    private static func needsSpace(_ line: PDFLines.Line, _ word: PDFPage.Word) -> Bool {
        guard let before = line.words.last(where: { $0.right <= word.left + 1 }) else { return false }
        return word.left - before.right > word.height * 0.12
    }

    // MARK: The document

    /// - Parameter isDoubtful: a person has to confirm all of it.
    mutating func finished(isDoubtful: Bool) throws(DocumentFault) -> [SourceBlock] {
        var blocks: [SourceBlock] = []
        var tables = 0
        for piece in pieces {
            switch piece {
            case .text(let lines):
                var index = 0
                while index < lines.count {
                    if let run = AlignedRows.run(lines, from: index) {
                        let aligned = try AlignedRows(Array(lines[run]))
                        tables += 1
                        blocks.append(Self.block(aligned.rows, .aligned, table: tables))
                        index = run.upperBound
                    } else {
                        let text = trimmed(lines[index].text)
                        if !text.isEmpty {
                            blocks.append(
                                .paragraph(SourceParagraph(text: text, place: SourcePlace(page: lines[index].page))))
                        }
                        index += 1
                    }
                }
            case .table(let table):
                tables += 1
                let grid = try SpanGrid(
                    table.rows.map {
                        $0.map { SpanGrid.Cell($0.text, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan) }
                    },
                    budget: &budget)
                let isClear = table.isClosed && !grid.isInconsistent && !isDoubtful
                let rows = zip(grid.rows, table.pages).map { SourceRow(place: SourcePlace(page: $1), cells: $0) }
                blocks.append(Self.block(rows, isClear ? .ruled : .aligned, table: tables))
            }
        }
        return blocks
    }

    private static func block(_ rows: [SourceRow], _ grid: SourceGrid, table: Int) -> SourceBlock {
        var rows = rows
        for index in rows.indices {
            rows[index].place = SourcePlace(page: rows[index].place.page, table: table, row: index + 1)
        }
        return .table(
            SourceTable(place: SourcePlace(page: rows.first?.place.page, table: table), rows: rows, grid: grid))
    }
}

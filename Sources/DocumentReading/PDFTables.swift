import SourceDocuments

/// A table whose lines stand on one page.
struct PDFTable {
    /// A cell, or several that no line separates.
    struct Cell {
        let row: Int
        let column: Int
        let rowSpan: Int
        let columnSpan: Int
        var text = ""
        /// How much room its last line leaves, in points.
        var room = Double.infinity
    }

    /// Places of the lines, top to bottom and left to right.
    let ys: [Double]
    let xs: [Double]
    var cells: [Cell]
    /// Every cell has lines on all its sides, and no word crosses one.
    var isClosed: Bool
    /// The width of a Chinese character in it.
    var em = 10.5

    var top: Double { ys[0] }
    var bottom: Double { ys[ys.count - 1] }
    var left: Double { xs[0] }
    var right: Double { xs[xs.count - 1] }
}

/// Finds the tables that the lines of a page make.
struct PDFTables {
    /// How far apart two lines may stand and be one, in points.
    static let near = 2.5
    /// More lines are a drawing.
    static let mostLines = 4000
    /// Pieces of lines, and words; a page of a table has some hundreds.
    static let mostPieces = 40_000
    static let mostWords = 50_000

    let tables: [PDFTable]
    /// Words that stand in no table.
    let outside: [PDFPage.Word]

    init(_ page: PDFPage) {
        guard page.horizontal.count + page.vertical.count <= Self.mostPieces, page.words.count <= Self.mostWords else {
            (tables, outside) = ([], page.words)
            return
        }
        let horizontal = Self.joined(page.horizontal)
        let vertical = Self.joined(page.vertical)
        var tables: [PDFTable] = []
        var outside = page.words
        if horizontal.count + vertical.count <= Self.mostLines {
            for (rows, columns) in Self.components(horizontal, vertical) {
                guard var table = Self.table(rows, columns) else { continue }
                let inside = outside.filter { table.holds($0) }
                guard !inside.isEmpty else { continue }
                outside.removeAll { table.holds($0) }
                table.take(inside)
                tables.append(table)
            }
        }
        self.tables = tables.sorted { $0.top < $1.top }
        self.outside = outside
    }

    /// Pieces of one line put together, and doubled lines made one.
    private static func joined(_ rules: [PDFPage.Rule]) -> [PDFPage.Rule] {
        var lines: [PDFPage.Rule] = []
        for rule in rules.sorted(by: { ($0.at, $0.from) < ($1.at, $1.from) }) {
            var merged = rule
            // Those at about the same place are the last ones.
            var index = lines.count - 1
            while index >= 0, rule.at - lines[index].at <= near {
                let line = lines[index]
                if line.from - near <= merged.to, merged.from - near <= line.to {
                    merged = PDFPage.Rule(at: line.at, from: min(line.from, merged.from), to: max(line.to, merged.to))
                    lines.remove(at: index)
                }
                index -= 1
            }
            let place = lines.lastIndex { $0.at <= merged.at }.map { $0 + 1 } ?? 0
            lines.insert(merged, at: place)
        }
        return lines
    }

    /// Lines that touch one another.
    private static func components(
        _ horizontal: [PDFPage.Rule], _ vertical: [PDFPage.Rule]
    ) -> [([PDFPage.Rule], [PDFPage.Rule])] {
        var parents = Array(0..<(horizontal.count + vertical.count))
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index {
                parents[index] = parents[parents[index]]
                index = parents[index]
            }
            return index
        }
        for (row, across) in horizontal.enumerated() {
            for (column, down) in vertical.enumerated()
            where across.from - near <= down.at && down.at <= across.to + near && down.from - near <= across.at
                && across.at <= down.to + near
            { parents[root(row)] = root(horizontal.count + column) }
        }
        var groups: [Int: ([PDFPage.Rule], [PDFPage.Rule])] = [:]
        for (row, rule) in horizontal.enumerated() { groups[root(row), default: ([], [])].0.append(rule) }
        for (column, rule) in vertical.enumerated() {
            groups[root(horizontal.count + column), default: ([], [])].1.append(rule)
        }
        return groups.values.filter { $0.0.count > 1 && !$0.1.isEmpty }.sorted { $0.0[0].at < $1.0[0].at }
    }

    private static func places(_ values: [Double]) -> [Double] {
        var places: [Double] = []
        for value in values.sorted() where value - (places.last ?? -.infinity) > near { places.append(value) }
        return places
    }

    /// Nil: lines that bound nothing.
    private static func table(_ horizontal: [PDFPage.Rule], _ vertical: [PDFPage.Rule]) -> PDFTable? {
        let ys = places(horizontal.map(\.at))
        // A table that is open at its sides ends where its lines do.
        let left = horizontal.map(\.from).min() ?? 0
        let right = horizontal.map(\.to).max() ?? 0
        let xs = places(vertical.map(\.at) + [left, right])
        guard ys.count > 1, xs.count > 1, (ys.count - 1) * (xs.count - 1) <= 20_000 else { return nil }
        let (rows, columns) = (ys.count - 1, xs.count - 1)
        func covers(_ rules: [PDFPage.Rule], at: Double, from: Double, to: Double) -> Bool {
            let within = rules.filter { abs($0.at - at) <= near }
            let covered = within.reduce(0.0) { $0 + max(0, min($1.to, to) - max($1.from, from)) }
            return covered >= (to - from) - 2 * near && covered >= (to - from) * 0.6
        }
        // Right of each cell and below it.
        var isClosed = true
        var parents = Array(0..<(rows * columns))
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index { index = parents[index] }
            return index
        }
        for row in 0..<rows {
            if !covers(vertical, at: xs[0], from: ys[row], to: ys[row + 1]) { isClosed = false }
            if !covers(vertical, at: xs[columns], from: ys[row], to: ys[row + 1]) { isClosed = false }
            for column in 0..<columns {
                let cell = row * columns + column
                if row == 0, !covers(horizontal, at: ys[0], from: xs[column], to: xs[column + 1]) { isClosed = false }
                if row == rows - 1, !covers(horizontal, at: ys[rows], from: xs[column], to: xs[column + 1]) {
                    isClosed = false
                }
                if column + 1 < columns, !covers(vertical, at: xs[column + 1], from: ys[row], to: ys[row + 1]) {
                    parents[root(cell + 1)] = root(cell)
                }
                if row + 1 < rows, !covers(horizontal, at: ys[row + 1], from: xs[column], to: xs[column + 1]) {
                    parents[root(cell + columns)] = root(cell)
                }
            }
        }
        var cells: [PDFTable.Cell] = []
        for (_, members) in Dictionary(grouping: 0..<(rows * columns), by: root).sorted(by: {
            $0.value[0] < $1.value[0]
        }) {
            let tops = members.map { $0 / columns }, lefts = members.map { $0 % columns }
            guard let top = tops.min(), let bottom = tops.max(), let first = lefts.min(), let last = lefts.max() else {
                continue
            }
            let area = (bottom - top + 1) * (last - first + 1)
            if area == members.count {
                cells.append(
                    PDFTable.Cell(row: top, column: first, rowSpan: bottom - top + 1, columnSpan: last - first + 1))
            } else {
                // No rectangle: each position by itself, and a person says what is meant.
                isClosed = false
                cells += members.map {
                    PDFTable.Cell(row: $0 / columns, column: $0 % columns, rowSpan: 1, columnSpan: 1)
                }
            }
        }
        // A frame around a text, or one line with another, is no table.
        guard cells.count > 1 else { return nil }
        return PDFTable(ys: ys, xs: xs, cells: cells, isClosed: isClosed)
    }
}

extension PDFTable {
    func holds(_ word: PDFPage.Word) -> Bool {
        let middle = (word.left + word.right) / 2
        return word.middle > top && word.middle < bottom && middle > left && middle < right
    }

    /// Puts words into the cells they stand in.
    mutating func take(_ words: [PDFPage.Word]) {
        var lists = [[PDFPage.Word]](repeating: [], count: cells.count)
        var owners = [Int](repeating: -1, count: (ys.count - 1) * (xs.count - 1))
        for (index, cell) in cells.enumerated() {
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                    owners[row * (xs.count - 1) + column] = index
                }
            }
        }
        for word in words {
            let middle = (word.left + word.right) / 2
            guard let row = ys.lastIndex(where: { $0 <= word.middle }), row < ys.count - 1,
                let column = xs.lastIndex(where: { $0 <= middle }), column < xs.count - 1,
                case let cell = owners[row * (xs.count - 1) + column], cell >= 0
            else {
                isClosed = false
                continue
            }
            let right = xs[cells[cell].column + cells[cell].columnSpan], left = xs[cells[cell].column]
            if word.left < left - PDFTables.near || word.right > right + PDFTables.near { isClosed = false }
            lists[cell].append(word)
        }
        if let widest = words.max(by: { $0.text.count < $1.text.count }) { em = PDFLines.Line(words: [widest]).em }
        // What stands between a line and the text beside it is the same in all cells of a table.
        var padding = 12.0
        for (cell, list) in zip(cells, lists) {
            for word in list { padding = min(padding, max(word.left - xs[cell.column], 0)) }
        }
        for index in cells.indices {
            let cell = cells[index]
            let width = xs[cell.column + cell.columnSpan] - xs[cell.column] - 2 * padding
            let lines = PDFLines(lists[index])
            cells[index].text = lines.text(width: width)
            if let last = lines.lines.last { cells[index].room = width - (last.right - last.left) }
        }
    }
}

/// Words put together to lines.
struct PDFLines {
    struct Line {
        var words: [PDFPage.Word]
        var left: Double { words.first?.left ?? 0 }
        var right: Double { words.map(\.right).max() ?? 0 }
        var top: Double { words.map(\.top).min() ?? 0 }
        var size: Double { words.map(\.height).max() ?? 10 }

        /// Texts in columns stand in it.
        var hasGaps: Bool { zip(words, words.dropFirst()).contains { $1.left - $0.right > em * 1.5 } }

        /// The width of a Chinese character, as its first word has them.
        var em: Double {
            guard let word = words.first else { return 10 }
            let letters = word.text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
            return max((word.right - word.left) * 2 / Double(max(letters, 1)), 1)
        }

        var text: String {
            var text = ""
            var last: PDFPage.Word?
            for word in words {
                if let last, word.left - last.right > word.height * 0.12 { text += " " }
                text += word.text
                last = word
            }
            return text
        }
    }

    private(set) var lines: [Line] = []

    /// A word is of the line whose middle it stands at.
    init(_ words: [PDFPage.Word]) {
        for word in words.sorted(by: { $0.middle < $1.middle }) {
            if let last = lines.indices.last, let first = lines[last].words.first,
                abs(first.middle - word.middle) < min(first.height, word.height) * 0.5
            {
                lines[last].words.append(word)
            } else {
                lines.append(Line(words: [word]))
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.left < $1.left } }
    }

    /// Lines that were broken because they were full are put together again; others stay separated by a line feed.
    func text(width: Double) -> String {
        var text = ""
        for (index, line) in lines.enumerated() {
            if index > 0 {
                let above = lines[index - 1]
                text += Self.isFull(above, before: line, width: width) ? "" : "\n"
            }
            text += line.text
        }
        return text
    }

    /// Whether the first word of the next line had no room in this one.
    static func isFull(_ line: Line, before next: Line, width: Double) -> Bool {
        width - (line.right - line.left) < needed(next.text, em: next.em)
    }

    /// How much room the first word of a text takes, which stands on one line.
    ///
    /// - Parameter em: the width of a Chinese character.
    static func needed(_ text: String, em: Double) -> Double {
        let scalars = Array(text.unicodeScalars)
        var needed = 0.0
        var index = 0
        while index < scalars.count, scalars[index].value < 0x1100, scalars[index] != " " {
            needed += em / 2
            index += 1
        }
        if needed == 0 {
            needed = em
            index = 1
        }
        // What may not begin a line takes the character before it along.
        while index < scalars.count, "、，。；：）》〉」』】〕！？,.;:)".unicodeScalars.contains(scalars[index]) {
            needed += em
            index += 1
        }
        // Positions are rounded.
        return needed * 0.98
    }
}

import SourceDocuments

/// Makes a full grid of rows whose cells may cover several rows and columns.
struct SpanGrid {
    struct Cell {
        var text: String
        var rowSpan: Int
        var columnSpan: Int

        init(_ text: String, rowSpan: Int = 1, columnSpan: Int = 1) {
            self.text = text
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
        }
    }

    /// What all tables of a document may come to.
    static let mostCells = 1_000_000

    private(set) var rows: [[SourceCell]] = []
    /// Two cells claim one position: the markup does not say what is meant.
    private(set) var isInconsistent = false

    private struct Covering {
        var rowsLeft: Int
        let origin: GridPosition
        let text: String
    }

    /// - Parameters:
    ///   - rows: cells in order, those that another covers left out.
    ///   - budget: positions that may still be filled; what this grid fills is taken from it.
    init(_ source: [[Cell]], budget: inout Int) throws(DocumentFault) {
        var covered: [Int: Covering] = [:]
        var width = 0
        for (index, cells) in source.enumerated() {
            var row: [SourceCell] = []
            var next = 0
            func fill(upTo end: Int) {
                while row.count < end { row.append(SourceCell("")) }
            }
            // Positions that cells above cover.
            var taken: [Int: Covering] = [:]
            for (column, covering) in covered where covering.rowsLeft > 0 { taken[column] = covering }
            for cell in cells {
                while taken[next] != nil { next += 1 }
                let columns = max(1, min(cell.columnSpan, ContentBuilder.mostColumns))
                let height = min(max(cell.rowSpan, 1), source.count - index)
                var end = next + 1
                while end < next + columns, taken[end] == nil { end += 1 }
                if end < next + columns { isInconsistent = true }
                guard budget >= end else { throw .tooManyCells(limit: Self.mostCells) }
                let origin = GridPosition(row: index, column: next)
                fill(upTo: end)
                for column in next..<end {
                    row[column] = SourceCell(cell.text, origin: column == next ? nil : origin)
                    covered[column] = Covering(rowsLeft: height, origin: origin, text: cell.text)
                }
                next = end
            }
            if let last = taken.keys.max() { fill(upTo: last + 1) }
            for (column, covering) in taken { row[column] = SourceCell(covering.text, origin: covering.origin) }
            for (column, covering) in covered {
                covered[column] =
                    covering.rowsLeft > 1
                    ? Covering(
                        rowsLeft: covering.rowsLeft - 1, origin: covering.origin, text: covering.text) : nil
            }
            width = max(width, row.count)
            guard width * (index + 1) <= budget else { throw .tooManyCells(limit: Self.mostCells) }
            rows.append(row)
        }
        budget -= width * rows.count
        for index in rows.indices {
            while rows[index].count < width { rows[index].append(SourceCell("")) }
        }
    }
}

/// A table as a grid. Where merges are known every row has a cell at each column: a position that a merged cell covers
/// holds that cell's text with `origin` at its top left. Where they are not (plain text), a row holds the cells that
/// are printed, as many as there are.
public struct SourceTable: Hashable, Sendable {
    public var place: SourcePlace
    public var rows: [SourceRow]
    public let grid: SourceGrid
    /// What the format itself holds as the table's title: `<caption>` of HTML, the name of a workbook's sheet. The
    /// paragraph above a table is no such title.
    public let title: String?

    public init(place: SourcePlace, rows: [SourceRow], grid: SourceGrid, title: String? = nil) {
        self.place = place
        self.rows = rows
        self.grid = grid
        self.title = title
    }

    /// Whether a merged cell covers exactly the rows it is said to cover.
    public var mergesKnown: Bool { grid == .markup || grid == .ruled }

    public var width: Int { rows.map(\.cells.count).max() ?? 0 }

    /// The cell at a row and a column, from 0; nil where the row has fewer.
    public subscript(row: Int, column: Int) -> SourceCell? {
        guard rows.indices.contains(row), rows[row].cells.indices.contains(column) else { return nil }
        return rows[row].cells[column]
    }

    public func place(row: Int, column: Int) -> SourcePlace { rows[row].place.at(column: column + 1) }
}

/// How the cells of a table were separated.
public enum SourceGrid: String, Hashable, Sendable {
    /// The format says so: DOCX, HTML, XLSX.
    case markup
    /// Lines on paper around every cell on all sides (PDF).
    case ruled
    /// Separators between cells: tabs, `|`. A merged cell stands in one row, which may be another than its first.
    case separated
    /// By where words stand: columns of spaces, or a page whose lines do not close every cell. A person confirms.
    case aligned
}

public struct SourceRow: Hashable, Sendable {
    public var place: SourcePlace
    public var cells: [SourceCell]

    public init(place: SourcePlace, cells: [SourceCell]) {
        self.place = place
        self.cells = cells
    }
}

public struct SourceCell: Hashable, Sendable {
    /// Without outer spaces; a paragraph or a line break inside the cell is a line feed. A number as it is shown (42.00).
    public let text: String
    /// Row and column from 0 of the merged cell's top left, where this position is covered by one and is not itself the
    /// top left.
    public let origin: GridPosition?

    public init(_ text: String, origin: GridPosition? = nil) {
        self.text = text
        self.origin = origin
    }

    public var isContinuation: Bool { origin != nil }
}

/// From 0.
public struct GridPosition: Hashable, Sendable {
    public let row: Int
    public let column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

import SystemSupport

/// Rows in aligned columns, two spaces apart, with no space at the end of a line.
struct TextTable {
    enum Alignment {
        case left, right
    }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    init(header: [Sentence], alignments: [Alignment]) {
        self.alignments = alignments
        append(header)
    }

    /// A row with as many cells as the header.
    mutating func append(_ cells: [Sentence]) {
        precondition(cells.count == alignments.count, "a row, and the header, has a cell for every column")
        rows.append(cells.map(\.text))
    }

    /// With line ends.
    var text: String { lines.map { $0 + "\n" }.joined() }

    var lines: [String] {
        let widths = alignments.indices.map { column in
            rows.reduce(0) { max($0, DisplayWidth.columns(of: $1[column])) }
        }
        return rows.map { row in
            let cells = row.indices.map { column in
                let gap = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: row[column]))
                return alignments[column] == .left ? row[column] + gap : gap + row[column]
            }
            var line = cells.joined(separator: "  ")
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }
}

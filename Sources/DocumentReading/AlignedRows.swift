import SourceDocuments

/// Rows whose cells are separated by two and more spaces, as `pdftotext -layout` and people write them.
struct AlignedRows {
    let rows: [SourceRow]
    let grid: SourceGrid

    /// A text of a line and the positions it takes up.
    struct Piece: Hashable {
        let text: String
        let start: Int
        let end: Int
    }

    /// The texts of a line that are separated by at least two positions; a wide space takes up two.
    static func pieces(_ line: String, wide: Bool) -> [Piece] {
        var pieces: [Piece] = []
        var text = String.UnicodeScalarView()
        var (start, position, spaces) = (0, 0, 0)
        for scalar in line.unicodeScalars {
            let width = scalar == "\u{3000}" ? 2 : wide && scalar.value >= 0x1100 ? 2 : 1
            if scalar.properties.isWhitespace {
                spaces += width
            } else {
                if spaces >= 2, !text.isEmpty {
                    pieces.append(Piece(text: trimmed(String(text)), start: start, end: position - spaces))
                    text = String.UnicodeScalarView()
                } else if spaces > 0, !text.isEmpty {
                    text.append(" ")
                }
                if text.isEmpty { start = position }
                text.append(scalar)
                spaces = 0
            }
            position += width
        }
        if !text.isEmpty { pieces.append(Piece(text: trimmed(String(text)), start: start, end: position - spaces)) }
        return pieces
    }

    /// The lines from `index` on that make a table: the first and at least one other have several texts; a line with one
    /// text belongs to it where it stands under a column other than the first.
    static func run(_ lines: [TextReader.Line], from index: Int) -> Range<Int>? {
        let first = pieces(lines[index].text, wide: false)
        guard first.count > 1, !CaptionLine.isOne(lines[index].text) else { return nil }
        var end = index + 1
        var several = 1
        var blank = 0
        var position = index + 1
        while position < lines.count {
            let line = lines[position]
            position += 1
            if line.isBlank {
                blank += 1
                if blank > 3 { break }
                continue
            }
            guard !line.text.utf8.contains(0x09), !BarredRows.isPart(line.text), !CaptionLine.isOne(line.text) else {
                break
            }
            let found = pieces(line.text, wide: false)
            if found.count > 1 {
                several += 1
            } else {
                // The text of a heading, or of a paragraph, stands at the margin or in the middle, after a blank line.
                guard blank == 0 || line.page != lines[position - 2].page,
                    let start = found.first?.start, start >= first[1].start - 2, start > 3
                else { break }
            }
            blank = 0
            end = position
        }
        return several > 1 ? index..<end : nil
    }

    init(_ lines: [TextReader.Line]) throws(DocumentFault) {
        let lines = lines.filter { !$0.isBlank }
        // By characters, as pdftotext counts; by widths, as an editor shows them: where more begin at one position.
        let narrow = lines.map { Self.pieces($0.text, wide: false) }
        let wide = lines.map { Self.pieces($0.text, wide: true) }
        let pieces = Self.starts(narrow) <= Self.starts(wide) ? narrow : wide
        let columns = Self.columns(pieces)
        guard columns.count * lines.count <= SpanGrid.mostCells else {
            throw .tooManyCells(limit: SpanGrid.mostCells)
        }
        var rows: [(line: TextReader.Line, texts: [String])] = []
        var isRagged = false
        for (line, pieces) in zip(lines, pieces) {
            var texts = [String](repeating: "", count: columns.count)
            for piece in pieces {
                let column = columns.lastIndex { $0.lowerBound <= piece.start } ?? 0
                texts[column] += (texts[column].isEmpty ? "" : " ") + piece.text
            }
            let filled = texts.indices.filter { !texts[$0].isEmpty }
            if filled.count < columns.count { isRagged = true }
            if pieces.count == 1, filled[0] > 0, let last = rows.indices.last, !rows[last].texts[filled[0]].isEmpty {
                // The rest of a text that was too long for its column.
                rows[last].texts[filled[0]] += texts[filled[0]]
            } else {
                rows.append((line, texts))
            }
        }
        self.rows = rows.map { line, texts in
            SourceRow(place: SourcePlace(page: line.page, line: line.number), cells: texts.map { SourceCell($0) })
        }
        grid = isRagged ? .aligned : .separated
    }

    private static func starts(_ lines: [[Piece]]) -> Int { Set(lines.joined().map(\.start)).count }

    /// Ranges of positions that no text of a full line crosses the border of.
    private static func columns(_ lines: [[Piece]]) -> [Range<Int>] {
        let full = lines.filter { $0.count > 1 }
        let end = full.joined().map(\.end).max() ?? 1
        var taken = [Bool](repeating: false, count: min(end, 4096) + 1)
        for piece in full.joined() {
            for position in piece.start..<min(piece.end, taken.count) { taken[position] = true }
        }
        var columns: [Range<Int>] = []
        var start: Int?
        for (position, isTaken) in taken.enumerated() {
            if isTaken, start == nil { start = position }
            if !isTaken, let first = start,
                position + 1 >= taken.count || !taken[position + 1] || position + 1 == taken.count
            {
                columns.append(first..<position)
                start = nil
            }
        }
        if let start { columns.append(start..<taken.count) }
        return columns.isEmpty ? [0..<1] : columns
    }
}

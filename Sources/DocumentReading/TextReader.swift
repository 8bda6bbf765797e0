import SourceDocuments
import TabularText

/// Reads plain text: rows by tabs, by `|`, by lines of box-drawing characters, or by columns of spaces.
struct TextReader {
    let blocks: [SourceBlock]
    let mayBeCutShort: Bool
    /// The text has rows between `|` under a line of dashes, as Markdown has them.
    let isMarkdown: Bool

    struct Line {
        /// From 1.
        let number: Int
        /// From 1, where the text has page breaks.
        let page: Int?
        var text: String

        var isBlank: Bool { trimmed(text).isEmpty }
    }

    private static let mostMarkups = 400

    /// - Parameter markup: reads what stands between `<table` and `</table>` in a Markdown text.
    init(_ text: String, markup: (String) throws -> [SourceBlock]) throws {
        let lines = try Self.lines(text)
        isMarkdown = lines.contains { BarredRows.isMarkdownRule($0.text) }
        var building = TextBlocks()
        var index = 0
        /// Tables of markup so far, each read by a program of its own; and none ends behind this line.
        var markups = 0
        let lastEnd = lines.lastIndex { $0.text.utf8.contains(0x3C) && $0.text.contains("</table>") } ?? -1
        while index < lines.count {
            let line = lines[index]
            if line.isBlank {
                building.blank()
                index += 1
            } else if index <= lastEnd, line.text.utf8.starts(with: Array("<table".utf8)),
                let end = lines[index...].firstIndex(where: { $0.text.contains("</table>") })
            {
                markups += 1
                guard markups <= Self.mostMarkups else { throw DocumentFault.tooManyMarkups(limit: Self.mostMarkups) }
                let source = lines[index...end].map(\.text).joined(separator: "\n")
                try building.add(markup: markup(source), at: line)
                index = end + 1
            } else if BarredRows.isPart(line.text) {
                let end = lines[index...].firstIndex { !BarredRows.isPart($0.text) } ?? lines.count
                try building.add(BarredRows(Array(lines[index..<end]), isMarkdown: isMarkdown))
                index = end
            } else if line.text.utf8.contains(0x09), !CaptionLine.isOne(line.text),
                building.isInRows || Self.isTabbed(line.text)
            {
                try building.add(tabbed: line)
                index += 1
            } else if let run = AlignedRows.run(lines, from: index) {
                try building.add(AlignedRows(Array(lines[run])))
                index = run.upperBound
            } else {
                building.add(paragraph: line, isMarkdown: isMarkdown)
                index += 1
            }
        }
        blocks = building.finished()
        // A row without a line end may lack its end.
        let endsInTable = if case .table? = blocks.last { true } else { false }
        mayBeCutShort = endsInTable && lines.last.map { !$0.isBlank } == true && !Self.endsWithLineEnd(text)
    }

    private static func endsWithLineEnd(_ text: String) -> Bool {
        text.utf8.last == 0x0A || text.utf8.last == 0x0D || text.utf8.last == 0x0C
    }

    /// A tab in front of a paragraph is an indent.
    private static func isTabbed(_ text: String) -> Bool {
        let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map { trimmed(String($0)) }
        return cells.count { !$0.isEmpty } > 1 || cells.first?.isEmpty == false || cells.count > 2
    }

    /// Line ends are LF, CR LF or CR; a form feed begins a page.
    static func lines(_ text: String) throws(DocumentFault) -> [Line] {
        var lines: [Line] = []
        let bytes = Array(text.utf8)
        guard separators(bytes) <= SpanGrid.mostCells else { throw .tooManyCells(limit: SpanGrid.mostCells) }
        var page = bytes.contains(0x0C) ? 1 : nil
        var start = 0
        var position = 0
        func take(_ end: Int) throws(DocumentFault) {
            guard lines.count < DocumentReader.mostParagraphs else {
                throw .tooManyLines(limit: DocumentReader.mostParagraphs)
            }
            lines.append(
                Line(number: lines.count + 1, page: page, text: String(decoding: bytes[start..<end], as: UTF8.self)))
        }
        while position < bytes.count {
            switch bytes[position] {
            case 0x0A: try take(position)
            case 0x0D:
                try take(position)
                if position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
            case 0x0C:
                if position > start { try take(position) }
                page = page.map { $0 + 1 }
            default:
                position += 1
                continue
            }
            position += 1
            start = position
        }
        if start < bytes.count { try take(bytes.count) }
        return lines
    }

    /// Whatever can stand between two cells: tabs, bars, box-drawing characters, and gaps of spaces. Counted before any
    /// line is split, because a cell takes up many times its bytes.
    private static func separators(_ bytes: [UInt8]) -> Int {
        var count = 0
        var (last, beforeLast): (UInt8, UInt8) = (0, 0)
        for byte in bytes {
            switch byte {
            case 0x09, 0x7C: count += 1
            case 0x20: if last == 0x20, beforeLast != 0x20 { count += 1 }
            // The ideographic space, U+2500 to U+257F and `｜`, by their last two bytes.
            case 0x80: if last == 0x80, beforeLast == 0xE3 { count += 1 }
            case 0x9C: if last == 0xBD, beforeLast == 0xEF { count += 1 }
            default: break
            }
            if beforeLast == 0xE2, last == 0x94 || last == 0x95, byte >= 0x80 { count += 1 }
            (beforeLast, last) = (last, byte)
        }
        return count
    }
}

/// Paragraphs and tables of a text, as they are found.
struct TextBlocks {
    private var blocks: [SourceBlock] = []
    /// Rows by tabs that may continue.
    private var tabbed: [SourceRow] = []
    private var tables = 0
    private var cells = 0

    /// A blank line ends a table.
    mutating func blank() { endTabbed() }

    private mutating func count(_ more: Int) throws(DocumentFault) {
        cells += more
        guard cells <= SpanGrid.mostCells else { throw .tooManyCells(limit: SpanGrid.mostCells) }
    }

    /// Whether the line before was a row.
    var isInRows: Bool { !tabbed.isEmpty }

    mutating func add(paragraph line: TextReader.Line, isMarkdown: Bool) {
        endTabbed()
        var text = trimmed(line.text)
        if isMarkdown { text = MarkdownText.paragraph(text) }
        guard !text.isEmpty else { return }
        blocks.append(.paragraph(SourceParagraph(text: text, place: SourcePlace(page: line.page, line: line.number))))
    }

    mutating func add(tabbed line: TextReader.Line) throws(DocumentFault) {
        let texts = line.text.split(separator: "\t", omittingEmptySubsequences: false)
        try count(texts.count)
        tabbed.append(
            SourceRow(
                place: SourcePlace(page: line.page, line: line.number),
                cells: texts.map { SourceCell(trimmed(String($0))) }))
    }

    private mutating func endTabbed() {
        guard !tabbed.isEmpty else { return }
        append(tabbed, .separated)
        tabbed = []
    }

    private mutating func append(_ rows: [SourceRow], _ grid: SourceGrid) {
        guard let first = rows.first else { return }
        tables += 1
        var rows = rows
        for index in rows.indices {
            rows[index].place.table = tables
            rows[index].place.row = index + 1
        }
        var place = first.place
        place.table = tables
        blocks.append(.table(SourceTable(place: place, rows: rows, grid: grid)))
    }

    mutating func add(_ rows: BarredRows) throws(DocumentFault) {
        endTabbed()
        for row in rows.rows { try count(row.cells.count) }
        append(rows.rows, rows.grid)
    }

    mutating func add(_ rows: AlignedRows) throws(DocumentFault) {
        endTabbed()
        for row in rows.rows { try count(row.cells.count) }
        append(rows.rows, rows.grid)
    }

    mutating func add(markup: [SourceBlock], at line: TextReader.Line) throws(DocumentFault) {
        endTabbed()
        for block in markup {
            switch block {
            case .paragraph(var paragraph):
                paragraph.place = SourcePlace(page: line.page, line: line.number)
                blocks.append(.paragraph(paragraph))
            case .table(var table):
                tables += 1
                try count(table.width * table.rows.count)
                table.place = SourcePlace(page: line.page, line: line.number, table: tables)
                for index in table.rows.indices {
                    table.rows[index].place = SourcePlace(
                        page: line.page, line: line.number, table: tables, row: index + 1)
                }
                blocks.append(.table(table))
            }
        }
    }

    mutating func finished() -> [SourceBlock] {
        endTabbed()
        return blocks
    }
}

public import SourceDocuments

/// A plain text file as paragraphs and tables: a line with tabs is a row, lines of rows without a blank line or other
/// text between them are a table.
public enum TextReader {
    public static func document(_ text: String, name: String, kind: SourceKind = .text) -> SourceDocument {
        var blocks: [SourceBlock] = []
        var rows: [SourceRow] = []
        var tables = 0
        var ended = true
        func trimmed(_ text: Substring) -> String {
            let scalars = Array(text.unicodeScalars)
            let first = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
            let last = scalars.lastIndex { !$0.properties.isWhitespace } ?? -1
            var out = String.UnicodeScalarView()
            if first <= last { out.append(contentsOf: scalars[first...last]) }
            return String(out)
        }
        func close() {
            guard let first = rows.first else { return }
            tables += 1
            var place = first.place
            place.table = tables
            blocks.append(.table(SourceTable(place: place, rows: rows, grid: .separated)))
            rows = []
        }
        // A CRLF is one Character.
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let place = SourcePlace(line: index + 1)
            if line.contains("\t") {
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { SourceCell(trimmed($0)) }
                rows.append(SourceRow(place: place, cells: cells))
                ended = index < lines.count - 1
                continue
            }
            close()
            let paragraph = trimmed(line)
            if !paragraph.isEmpty { blocks.append(.paragraph(SourceParagraph(text: paragraph, place: place))) }
        }
        close()
        return SourceDocument(
            files: [SourceFile(name: name, kind: kind, mayBeCutShort: !ended)], blocks: blocks)
    }
}

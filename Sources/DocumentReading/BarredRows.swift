import SourceDocuments

/// Rows whose cells stand between `|` or the vertical lines of box-drawing characters.
struct BarredRows {
    let rows: [SourceRow]
    let grid: SourceGrid

    private static let bars: Set<Unicode.Scalar> = ["|", "│", "┃", "║", "｜", "┆", "┇", "┊", "┋"]
    private static let crossings: Set<Unicode.Scalar> = ["+", ":"]

    private static func isBox(_ scalar: Unicode.Scalar) -> Bool { (0x2500...0x257F).contains(scalar.value) }

    /// Part of a horizontal line, or of a corner.
    private static func isRule(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "=" || scalar == "—" || scalar == "＋"
            || (isBox(scalar) && !bars.contains(scalar)) || crossings.contains(scalar)
    }

    /// Whether the line belongs to such a table.
    static func isPart(_ line: String) -> Bool {
        let text = trimmed(line).unicodeScalars
        guard let first = text.first, let last = text.last else { return false }
        if text.contains(where: { isBox($0) }), bars.contains(first) || isBox(first) { return true }
        if bars.contains(first) { return true }
        if first == "+", last == "+", text.allSatisfy({ isRule($0) }) { return true }
        if isMarkdownRule(line) { return true }
        // `一级 | 城关镇 | 东门社区`, without outer lines.
        return text.contains { bars.contains($0) } && !text.contains("。")
    }

    /// `|:---|---|`, the line under a header of Markdown.
    static func isMarkdownRule(_ line: String) -> Bool {
        let text = trimmed(line).unicodeScalars
        return text.contains("|") && text.contains("-") && text.allSatisfy { "|-: ".unicodeScalars.contains($0) }
    }

    /// A line of nothing but rules and corners.
    private static func isFullRule(_ line: String) -> Bool {
        let text = trimmed(line).unicodeScalars
        return text.contains { isRule($0) && $0 != ":" }
            && text.allSatisfy { isRule($0) || bars.contains($0) || $0 == " " }
            && !text.allSatisfy { bars.contains($0) || $0 == " " }
    }

    init(_ lines: [TextReader.Line], isMarkdown: Bool) {
        // Groups of lines between full rules.
        var groups: [[TextReader.Line]] = [[]]
        var rules = 0
        var partial = false
        for line in lines {
            if Self.isFullRule(line.text) {
                rules += 1
                // A rule that leaves a column open: a cell continues below it.
                if trimmed(line.text).unicodeScalars.contains(" ") { partial = true }
                if groups.last?.isEmpty == false { groups.append([]) }
            } else {
                groups[groups.count - 1].append(line)
            }
        }
        if groups.last?.isEmpty == true { groups.removeLast() }
        // Rules between all rows: the lines between two of them are one row. A rule under the header alone says nothing.
        let isRuled = groups.count > 2
        var rows: [SourceRow] = []
        for group in groups {
            if isRuled, group.count > 1 {
                var joined: [String] = []
                for line in group {
                    for (index, text) in Self.cells(line.text, isMarkdown: isMarkdown).enumerated() {
                        if index < joined.count { joined[index] += text } else { joined.append(text) }
                    }
                }
                rows.append(Self.row(group[0], joined))
            } else {
                rows += group.map { Self.row($0, Self.cells($0.text, isMarkdown: isMarkdown)) }
            }
        }
        self.rows = rows
        grid = partial ? .aligned : .separated
    }

    private static func row(_ line: TextReader.Line, _ texts: [String]) -> SourceRow {
        SourceRow(place: SourcePlace(page: line.page, line: line.number), cells: texts.map { SourceCell($0) })
    }

    private static func cells(_ line: String, isMarkdown: Bool) -> [String] {
        var texts: [String] = []
        var text = String.UnicodeScalarView()
        var isEscaped = false
        let scalars = Array(trimmed(line).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if isEscaped {
                text.append(scalar)
                isEscaped = false
            } else if isMarkdown, scalar == "\\" {
                text.append(scalar)
                isEscaped = true
            } else if bars.contains(scalar) || isBox(scalar) {
                // The outer lines bound no cell.
                if index > 0 { texts.append(String(text)) }
                text = String.UnicodeScalarView()
            } else {
                text.append(scalar)
            }
        }
        if !trimmed(String(text)).isEmpty || !(scalars.last.map { bars.contains($0) || isBox($0) } ?? false) {
            texts.append(String(text))
        }
        return texts.map { trimmed(isMarkdown ? MarkdownText.inline($0) : $0) }
    }
}

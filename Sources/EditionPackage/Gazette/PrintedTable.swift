import GradeModel

/// A grade table as the text prints it, merged cells carried down.
struct PrintedTable: Hashable {
    let table: String
    let landType: LandType
    let rows: [PrintedRow]
    /// The text ends with this table: it may have been cut short.
    let runsToEnd: Bool

    var lines: ClosedRange<Int> { (rows.first?.line ?? 0)...(rows.last?.line ?? 0) }
}

struct PrintedRow: Hashable {
    /// From 1 below the header, across page breaks.
    let number: Int
    let line: Int
    let label: Grade
    let township: String
    let villages: [String]
}

/// Reads one grade table below its caption.
struct PrintedTableReader {
    let text: GazetteText
    let caption: Caption
    let landType: LandType

    private var table: String { caption.table }

    func read() throws(GazetteError) -> PrintedTable {
        var rows: [PrintedRow] = []
        // Line n stands at index n - 1, so this is the line below the caption.
        var index = try header()
        while index < text.lines.count {
            let line = text.lines[index]
            if line.isRow {
                if !Self.isHeader(line) { rows.append(try row(line, number: rows.count + 1, above: rows.last)) }
            } else if !line.isBlank {
                try refuseBrokenRow(at: index)
                break
            }
            index += 1
        }
        guard !rows.isEmpty else { throw GazetteError(line: caption.line, .noRows(table: table)) }
        if let last = text.lines.last, last.isRow, rows.last?.line == last.number, !text.endsWithLineEnd {
            throw GazetteError(line: last.number, .endsInsideRow)
        }
        return PrintedTable(table: table, landType: landType, rows: rows, runsToEnd: index == text.lines.count)
    }

    /// The index of the line behind the header.
    private func header() throws(GazetteError) -> Int {
        let rest = text.lines[caption.line...]
        guard let first = rest.first(where: { !$0.isBlank }), first.isRow else {
            throw GazetteError(line: caption.line, .noHeader(table: table))
        }
        guard Self.isHeader(first) else {
            let found = first.cells.joined(separator: " | ")
            throw GazetteError(line: first.number, .badHeader(table: table, found: found))
        }
        return first.number
    }

    /// `级别 | 所属乡镇 | 行政村 / 社区名`.
    static func isHeader(_ line: SourceLine) -> Bool {
        let cells = line.cells.map(compacted)
        return cells.count == 3 && cells[0] == "级别" && cells[1].contains("乡镇") && cells[2].contains("村")
    }

    /// A table ends at a blank line and text behind it. Text that touches a row is a row that lost its tabs.
    private func refuseBrokenRow(at index: Int) throws(GazetteError) {
        let touchesAbove = text.lines[index - 1].isRow
        let touchesBelow = index + 1 < text.lines.count && text.lines[index + 1].isRow
        guard touchesAbove || touchesBelow else { return }
        throw GazetteError(line: text.lines[index].number, .columnCount(table: table, expected: 3, found: 1))
    }

    private func row(_ line: SourceLine, number: Int, above: PrintedRow?) throws(GazetteError) -> PrintedRow {
        let cells = line.cells
        guard cells.count == 3 else {
            throw GazetteError(line: line.number, .columnCount(table: table, expected: 3, found: cells.count))
        }
        let label: Grade
        if cells[0].isEmpty {
            guard let above else { throw GazetteError(line: line.number, .noLabel(table: table)) }
            label = above.label
        } else {
            guard let printed = Grade(label: cells[0]) else {
                throw GazetteError(line: line.number, .unknownLabel(table: table, text: cells[0]))
            }
            label = printed
        }
        guard !cells[1].isEmpty else { throw GazetteError(line: line.number, .emptyTownship(table: table)) }
        guard Grammar.isName(cells[1]) else {
            throw GazetteError(line: line.number, .badTownship(table: table, text: cells[1]))
        }
        let villages = cells[2].split(separator: "、", omittingEmptySubsequences: false).map(String.init)
        for village in villages {
            guard !village.isEmpty else { throw GazetteError(line: line.number, .emptyVillage(table: table)) }
            guard Grammar.isName(village) else {
                throw GazetteError(line: line.number, .badVillage(table: table, text: village))
            }
        }
        return PrintedRow(number: number, line: line.number, label: label, township: cells[1], villages: villages)
    }
}

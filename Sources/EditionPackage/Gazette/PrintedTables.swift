import GradeModel

/// All grade tables of the annex, held against the rest of the text.
struct PrintedTables {
    let tables: [PrintedTable]

    init(_ text: GazetteText, _ annex: Annex) throws(GazetteError) {
        var tables: [PrintedTable] = []
        for (caption, landType) in annex.grades {
            tables.append(try PrintedTableReader(text: text, caption: caption, landType: landType).read())
        }
        self.tables = tables
        try refuseRepeated()
        try refuseStray(text)
    }

    /// A village has one grade for a land type.
    private func refuseRepeated() throws(GazetteError) {
        for table in tables {
            var lines: [VillageName: Int] = [:]
            for row in table.rows {
                for village in row.villages {
                    let name = VillageName(township: row.township, village: village)
                    guard let first = lines.updateValue(row.line, forKey: name) else { continue }
                    throw GazetteError(
                        line: row.line,
                        .villageTwice(
                            landType: table.landType, township: row.township, village: village, firstLine: first))
                }
            }
        }
    }

    /// Rows that a line of text cut off from their table would else be dropped in silence.
    private func refuseStray(_ text: GazetteText) throws(GazetteError) {
        let townships = Set(tables.flatMap { $0.rows.map(\.township) })
        for line in text.lines where line.isRow {
            guard !tables.contains(where: { $0.lines.contains(line.number) }) else { continue }
            let cells = line.cells
            let isRow =
                cells.count == 3 && townships.contains(cells[1])
                && (cells[0].isEmpty || Grade(label: cells[0]) != nil)
            let isLateHeader =
                PrintedTableReader.isHeader(line) && tables.contains { $0.lines.upperBound < line.number }
                && !tables.contains { $0.lines.lowerBound > line.number && opens($0, at: line, text) }
            guard isRow || isLateHeader else { continue }
            throw GazetteError(line: line.number, .strayRow)
        }
    }

    /// Whether nothing but blank lines and headers stands between this header and the table's first row.
    private func opens(_ table: PrintedTable, at line: SourceLine, _ text: GazetteText) -> Bool {
        text.lines[line.number..<(table.lines.lowerBound - 1)].allSatisfy {
            $0.isBlank || PrintedTableReader.isHeader($0)
        }
    }
}

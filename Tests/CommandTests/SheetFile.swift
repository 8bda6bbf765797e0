import TestSupport

/// A workbook of texts and numbers that a test writes, for the real program.
struct SheetFile {
    private let workspace = TemporaryFolder()
    private let rows: [[String]]

    /// - Parameter rows: cells of digits alone are numbers.
    init(_ rows: [[String]]) { self.rows = rows }

    /// - Parameters:
    ///   - merged: ranges, `B2:B4`.
    ///   - dates: cells whose number is shown as yyyy-mm-dd.
    func validate(merged: [String] = [], dates: [String] = [], _ arguments: [String] = []) async throws -> Run {
        let texts = rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        let made = try await Program.tool("/usr/bin/env").run([
            "python3", "-c", Self.writer, workspace("list.xlsx"), texts, merged.joined(separator: " "),
            dates.joined(separator: " "),
        ])
        guard made.status == 0 else { return made }
        return try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), workspace("list.xlsx")] + arguments)
    }

    private static let writer = """
        import sys, zipfile
        from xml.sax.saxutils import escape
        path, texts, merged, dates = sys.argv[1:]
        main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        package = 'http://schemas.openxmlformats.org/package/2006/'
        types = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
        def cell(row, column, text):
            place = f"{chr(65 + column)}{row + 1}"
            if text.isdigit():
                style = ' s="1"' if place in dates.split() else ''
                return f'<c r="{place}"{style}><v>{text}</v></c>'
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else ''
        rows = ''.join(f'<row r="{r + 1}">' + ''.join(cell(r, c, t) for c, t in enumerate(line.split(chr(9)))) + '</row>'
                       for r, line in enumerate(texts.splitlines()))
        ranges = ''.join('<mergeCell ref="%s"/>' % r for r in merged.split())
        merges = f'<mergeCells>{ranges}</mergeCells>' if ranges else ''
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{package}content-types">'
                f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.xml" ContentType="{types}sheet.main+xml"/>'
                f'<Override PartName="/xl/styles.xml" ContentType="{types}styles+xml"/>'
                f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}relationships"><Relationship Id="r1" '
                f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {main} xmlns:r="{office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
                '</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}relationships"><Relationship Id="r1" '
                f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
                f'Type="{office}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet {main}><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>'
                '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet {main}><sheetData>{rows}</sheetData>{merges}</worksheet>',
        }
        with zipfile.ZipFile(path, "w") as file:
            for name, words in parts.items(): file.writestr(name, words)
        """
}

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
    ///   - formats: cells, and the code of the format that shows their number.
    ///   - examples: against the made-up county of Seeds/examples too.
    func validate(
        merged: [String] = [], dates: [String] = [], formats: [(cell: String, code: String)] = [],
        examples: Bool = false, _ arguments: [String] = []
    ) async throws -> Run {
        let texts = rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        let made = try await Program.tool("/usr/bin/env").run([
            "python3", "-c", Self.writer, workspace("list.xlsx"), texts, merged.joined(separator: " "),
            dates.joined(separator: " "), formats.map { $0.cell + "\t" + $0.code }.joined(separator: "\n"),
        ])
        guard made.status == 0 else { return made }
        let store = try await examples ? SharedStore.shared.pathWithExamples() : SharedStore.shared.path()
        return try await Program.landgrade.run(["validate", "--store", store, workspace("list.xlsx")] + arguments)
    }

    private static let writer = """
        import sys, zipfile
        from xml.sax.saxutils import escape
        path, texts, merged, dates, formats = sys.argv[1:]
        formats = dict(line.split(chr(9)) for line in formats.splitlines())
        codes = sorted(set(formats.values()))
        main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        package = 'http://schemas.openxmlformats.org/package/2006/'
        types = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
        def cell(row, column, text):
            place = f"{chr(65 + column)}{row + 1}"
            if text.isdigit():
                style = ' s="1"' if place in dates.split() else ''
                if place in formats: style = f' s="{2 + codes.index(formats[place])}"'
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
            "xl/styles.xml": f'<styleSheet {main}><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/>'
                + ''.join(f'<numFmt numFmtId="{165 + i}" formatCode="{escape(c, {chr(34): "&quot;"})}"/>' for i, c in enumerate(codes))
                + '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>'
                + ''.join(f'<xf numFmtId="{165 + i}"/>' for i in range(len(codes))) + '</cellXfs></styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet {main}><sheetData>{rows}</sheetData>{merges}</worksheet>',
        }
        with zipfile.ZipFile(path, "w") as file:
            for name, words in parts.items(): file.writestr(name, words)
        """
}

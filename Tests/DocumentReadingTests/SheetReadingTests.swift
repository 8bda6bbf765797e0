import DocumentReading
import SourceDocuments
import TestSupport
import Testing

@testable import TableFiles

/// XLSX workbooks made of bare parts.
@Suite struct SheetReadingTests {
    private func workbook(_ sheets: [(name: String, state: String, rows: String)], styles: String = "") -> [UInt8] {
        var archive = StoredArchive()
        let entries = sheets.enumerated().map { #"<sheet name="\#($1.name)" state="\#($1.state)" r:id="s\#($0)"/>"# }
            .joined()
        archive.add("xl/workbook.xml", Array("<workbook><sheets>\(entries)</sheets></workbook>".utf8))
        let relations = sheets.indices.map {
            #"<Relationship Id="s\#($0)" Type="/worksheet" Target="worksheets/s\#($0).xml"/>"#
        }.joined()
        archive.add("xl/_rels/workbook.xml.rels", Array("<r>\(relations)</r>".utf8))
        for (index, sheet) in sheets.enumerated() {
            archive.add("xl/worksheets/s\(index).xml", Array("<worksheet>\(sheet.rows)</worksheet>".utf8))
        }
        if !styles.isEmpty { archive.add("xl/styles.xml", Array(styles.utf8)) }
        return archive.finished()
    }

    private func text(_ place: String, _ text: String) -> String { #"<c r="\#(place)" t="str"><v>\#(text)</v></c>"# }

    @Test func `merged cells cover their rows and columns; every sheet that shows is a table`() throws {
        let rows =
            "<sheetData><row r=\"1\">\(text("A1", "表1"))</row><row r=\"3\">\(text("A3", "一级"))\(text("B3", "东村"))</row>"
            + "<row r=\"4\">\(text("A4", "盖住"))\(text("B4", "西村"))</row></sheetData>"
            + #"<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:A4"/></mergeCells>"#
        let other = "<sheetData><row r=\"1\">\(text("A1", "暗"))</row></sheetData>"
        let read = try ReadFile(workbook([("级别", "visible", rows), ("旧", "hidden", other)])).read()
        #expect(read.outline == ["[markup 级别]", "表1|^表1", "一级|东村", "^一级|西村"])
        #expect(read.sentences == ["hidden sheets, not read: 1"])
        guard case .table(let table) = read.document.blocks[0] else { throw CancellationError() }
        #expect(table.rows.map(\.place.row) == [1, 3, 4] && table.place.sheet == "级别")
    }

    @Test func `rows that are hidden are read, and said`() throws {
        let rows =
            "<sheetData><row r=\"1\">\(text("A1", "一级"))</row><row r=\"2\" hidden=\"1\">\(text("A2", "二级"))</row>"
            + "<row r=\"3\" hidden=\"0\">\(text("A3", "三级"))</row><row r=\"9\" hidden=\"1\"/></sheetData>"
        let read = try ReadFile(workbook([("a", "visible", rows)])).read()
        #expect(read.outline == ["[markup a]", "一级", "二级", "三级"])
        #expect(
            read.sentences.count == 1
                && read.sentences[0].contains("hidden rows, and they are read: 1 (the first is row 2)"))
    }

    @Test(arguments: [
        ("0.00", "42", "42.00"), ("#,##0.00_ ", "1234.5", "1234.50"), ("0", "41.6", "42"), ("General", "42", "42"),
        ("0.00\"元\"", "9.8", "9.80元"), ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "36.5", "36.50"),
        ("0.0%", "0.125", "12.5%"), ("[$¥-804]#,##0.00", "12", "¥12.00"), ("[Red]0.0", "-1.25", "-1.3"),
        ("0.##", "1.5", "1.5"),
        ("# ?/?", "1.5", "1.5"), ("0.00E+00", "1500", "1500"), ("0.000", "9.9996", "10.000"), ("@", "7", "7"),
    ])
    func `numbers are as they are shown`(code: String, saved: String, shown: String) {
        #expect((NumberFormat(code: code) ?? .general).shown(saved) == shown)
    }

    @Test func `a number in its cell, by the formats of the workbook`() throws {
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.000"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/></cellXfs></styleSheet>
            """
        let rows =
            #"<sheetData><row r="1"><c r="A1" s="0"><v>42</v></c><c r="B1" s="1"><v>42</v></c><c r="C1" s="2"><v>42.1</v></c></row></sheetData>"#
        #expect(
            try ReadFile(workbook([("a", "visible", rows)], styles: styles)).read().outline == [
                "[markup a]", "42|42.00|42.100",
            ])
    }

    @Test func `an error in a cell is reported`() throws {
        let rows = "<sheetData><row r=\"1\">\(text("A1", "a"))<c r=\"B1\" t=\"e\"><v>#REF!</v></c></row></sheetData>"
        let read = try ReadFile(workbook([("a", "visible", rows)])).read()
        #expect(read.sentences.contains { $0.contains("(the first is B1)") })
    }
}

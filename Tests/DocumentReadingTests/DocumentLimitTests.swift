import DocumentReading
import SourceDocuments
import TestSupport
import Testing

/// References in a circle, depth, and documents that come to far more than their bytes: each is read as a person would
/// read it, or refused for what it is.
@Suite struct DocumentLimitTests {
    private func word(_ body: String, _ parts: [String: String] = [:], relations: String? = nil) -> [UInt8] {
        var archive = StoredArchive()
        func relation(_ type: String, _ target: String) -> String {
            #"<Relationship Id="\#(type)" Type="http://x/\#(type)" Target="\#(target)"/>"#
        }
        archive.add("_rels/.rels", Array("<R>\(relation("officeDocument", "word/document.xml"))</R>".utf8))
        let own = parts.keys.sorted().map { relation($0, "\($0).xml") }.joined()
        archive.add("word/_rels/document.xml.rels", Array("<R>\(relations ?? own)</R>".utf8))
        for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
            archive.add("word/\(name).xml", Array("<w:x xmlns:w=\"w\">\(content)</w:x>".utf8))
        }
        archive.add(
            "word/document.xml", Array("<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>".utf8))
        return archive.finished()
    }

    private func open(_ body: String, styles: String = "") -> [UInt8] {
        var archive = StoredArchive()
        archive.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
        archive.add(
            "content.xml",
            Array(
                "<o:document-content><o:automatic-styles>\(styles)</o:automatic-styles><office:body>\(body)</office:body></o:document-content>"
                    .utf8))
        return archive.finished()
    }

    private func workbook(_ rows: String, merges: String = "", strings: String = "") -> [UInt8] {
        var archive = StoredArchive()
        archive.add("xl/workbook.xml", Array(#"<workbook><sheets><sheet name="a" r:id="b"/></sheets></workbook>"#.utf8))
        archive.add(
            "xl/_rels/workbook.xml.rels",
            Array(#"<r><Relationship Id="b" Type="/worksheet" Target="worksheets/s.xml"/></r>"#.utf8))
        archive.add(
            "xl/worksheets/s.xml",
            Array("<worksheet><sheetData>\(rows)</sheetData><mergeCells>\(merges)</mergeCells></worksheet>".utf8))
        if !strings.isEmpty { archive.add("xl/sharedStrings.xml", Array("<sst>\(strings)</sst>".utf8)) }
        return archive.finished()
    }

    private func paragraph(_ text: String, style: String) -> String {
        "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    private func cell(_ place: String, _ text: String) -> String { #"<c r="\#(place)" t="str"><v>\#(text)</v></c>"# }

    // MARK: Circles

    @Test func `styles that are based on themselves or on each other are not numbered`() throws {
        let styles =
            [("A", "A"), ("B", "C"), ("C", "B"), ("D", "nowhere")].map {
                "<w:style w:styleId=\"\($0.0)\"><w:basedOn w:val=\"\($0.1)\"/></w:style>"
            }.joined()
            // One of a circle has a list.
            + #"<w:style w:styleId="E"><w:basedOn w:val="F"/></w:style>"#
            + #"<w:style w:styleId="F"><w:basedOn w:val="E"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#
        let numbering =
            #"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>"#
            + #"<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"#
        let body = ["A", "B", "C", "D", "E", "F"].map { paragraph("村", style: $0) }.joined()
        #expect(
            try ReadFile(word(body, ["styles": styles, "numbering": numbering])).read().outline
                == ["村", "村", "村", "村", "1.村", "2.村"])
    }

    @Test func `lists that refer to each other's styles end`() throws {
        let numbering =
            #"<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>"#
            + #"<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="A"/><w:numStyleLink w:val="B"/></w:abstractNum>"#
            + #"<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>"#
        let styles =
            #"<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>"#
            + #"<w:style w:styleId="B"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#
        let body = paragraph("村", style: "A") + paragraph("村", style: "B")
        #expect(
            try ReadFile(word(body, ["styles": styles, "numbering": numbering])).read().outline == ["村", "村"])
    }

    @Test func `a text that names itself as its styles, numbering and notes is read once`() throws {
        let relations = ["styles", "numbering", "footnotes", "endnotes", "officeDocument"].map {
            #"<Relationship Id="\#($0)" Type="http://x/\#($0)" Target="document.xml"/>"#
        }.joined()
        let body = #"<w:p><w:r><w:t>东村</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>"#
        #expect(try ReadFile(word(body, relations: relations)).read().outline == ["东村［注1］"])
    }

    @Test func `notes in their own notes are read once`() throws {
        let note =
            #"<w:footnote w:id="1"><w:p><w:r><w:t>见</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>"#
        let body = #"<w:p><w:r><w:t>东村</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>"#
        #expect(try ReadFile(word(body, ["footnotes": note])).read().outline == ["东村［注1］", "［注1］见［注1］"])
    }

    @Test func `styles of an ODT that are their own parents are read`() throws {
        let styles =
            #"<style:style style:name="P" style:parent-style-name="P" style:list-style-name="L"/><style:style style:name="Q" style:parent-style-name="R"/><style:style style:name="R" style:parent-style-name="Q"/>"#
            + #"<text:list-style style:name="L" style:next-style-name="L"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="-9223372036854775808"/></text:list-style>"#
        let body =
            #"<office:text><text:p text:style-name="P">甲</text:p><text:list text:style-name="L" text:continue-list="L"><text:list-item text:start-value="9223372036854775807"><text:p>乙</text:p></text:list-item></text:list></office:text>"#
        #expect(try ReadFile(open(body, styles: styles)).read().outline == ["甲", "1乙"])
    }

    // MARK: Depth

    @Test func `tables nested hundreds deep are refused`() throws {
        func nested(_ begin: String, _ text: String, _ end: String) -> String {
            String(repeating: begin, count: 400) + text + String(repeating: end, count: 400)
        }
        let refusals = try [
            ReadFile(
                word(nested("<w:tbl><w:tr><w:tc>", paragraph("村", style: "A"), "</w:tc></w:tr></w:tbl>"))
            ).refusal,
            ReadFile(
                open(
                    nested(
                        "<table:table><table:table-row><table:table-cell>", "<text:p>村</text:p>",
                        "</table:table-cell></table:table-row></table:table>"))
            ).refusal,
            ReadFile(Array("<html>\(nested("<table><tr><td>", "村", "</td></tr></table>"))".utf8)).refusal,
        ]
        #expect(
            refusals.allSatisfy {
                $0 == "tables nested more than 12 deep" || $0?.contains("nested too deeply") == true
            },
            "\(refusals)")
    }

    // MARK: Far more than their bytes

    @Test func `a merge of all cells of a sheet covers those that hold something`() throws {
        let rows =
            "<row r=\"1\">\(cell("A1", "一级"))\(cell("B1", "村"))</row><row r=\"1048576\">\(cell("A1048576", "末"))</row>"
        let read = try ReadFile(workbook(rows, merges: #"<mergeCell ref="A1:XFD1048576"/>"#)).read()
        #expect(read.outline == ["[markup a]", "一级|^一级", "^一级|^一级"])
    }

    @Test func `merges that overlap are for a person, and thousands of large ones are refused`() throws {
        let rows = (1...3).map { "<row r=\"\($0)\">\(cell("A\($0)", "a"))\(cell("B\($0)", "b"))</row>" }.joined()
        let overlap = #"<mergeCell ref="A1:A2"/><mergeCell ref="A2:B3"/>"#
        #expect(try ReadFile(workbook(rows, merges: overlap)).read().outline.first == "[aligned a]")
        let many = String(repeating: #"<mergeCell ref="A1:XFD1048576"/>"#, count: 20_000)
        let wide = "<row r=\"1\">\(cell("A1", "a"))\(cell("AMJ1", "z"))</row>"
        let refusal = try ReadFile(workbook(wide, merges: many)).refusal
        #expect(refusal == "tables of more than 1000000 cells: no annex of a gazette", "\(refusal ?? "read")")
    }

    @Test func `more than a million cells are refused`() throws {
        // A cell counts with those to its left.
        let rows = (1...977).map { "<row r=\"\($0)\">\(cell("AMJ\($0)", "a"))</row>" }.joined()
        #expect(try ReadFile(workbook(rows)).refusal == "the sheets have more than 1000000 cells")
    }

    @Test func `a text that many cells share is counted for each`() throws {
        let rows = (1...700).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }.joined()
        let long = String(repeating: "x", count: 100_000)
        #expect(
            try ReadFile(workbook(rows, strings: "<si><t>\(long)</t></si>")).refusal
                == "the sheets have more than 64 MiB of text")
        let repeated = """
            <office:text><table:table><table:table-row table:number-rows-repeated="1000">
            <table:table-cell table:number-columns-repeated="900"><text:p>\(long)</text:p></table:table-cell>
            </table:table-row></table:table></office:text>
            """
        #expect(try ReadFile(open(repeated)).refusal?.contains("more than 64 MiB of text") == true)
        // A merged cell's text is held once, but read at every position.
        let merged = "<table><tr><td colspan=900 rowspan=900>\(long)" + String(repeating: "<tr>", count: 900)
        #expect(try ReadFile(Array(merged.utf8)).refusal?.contains("more than 64 MiB of text") == true)
    }

    @Test func `spans and numbers at the end of what an integer holds are no more than large ones`() throws {
        let most = Int.max
        let cells = String(
            repeating:
                "<table:table-cell table:number-columns-spanned=\"\(most)\" table:number-rows-spanned=\"\(most)\"><text:p>村</text:p></table:table-cell>",
            count: 3)
        let table = "<office:text><table:table><table:table-row>\(cells)</table:table-row></table:table></office:text>"
        let read = try ReadFile(open(table)).read()
        guard case .table(let first) = read.document.blocks[0] else { throw CancellationError() }
        #expect(first.width == 3000 && first.rows.count == 1)
    }

    @Test func `lists have nine levels, and a text around a number is short`() throws {
        let marks = String(repeating: "\u{301}", count: 10_000)
        let numbering =
            "<w:abstractNum w:abstractNumId=\"1\">"
            + "<w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"a\(marks)%1\"/></w:lvl><w:lvl w:ilvl=\"9\"><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>"
            + #"<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"#
        func paragraph(_ level: Int) -> String {
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>村</w:t></w:r></w:p>"
        }
        let read = try ReadFile(word(paragraph(0) + paragraph(9), ["numbering": numbering])).read()
        #expect(read.outline[0].unicodeScalars.count == 41 && read.outline[1] == "村")
    }

    @Test(arguments: [
        String(repeating: "a\n", count: 1_000_001), String(repeating: "|", count: 1_000_001),
        String(repeating: "a\t", count: 1_000_001), String(repeating: "a  ", count: 1_000_001),
        String(repeating: "a\u{3000}", count: 1_000_001), String(repeating: "│", count: 1_000_001),
        // One line of a thousand columns makes all the others as wide.
        String(repeating: "a  ", count: 1000) + "\n" + String(repeating: "a  b\n", count: 2000),
    ])
    func `a text of a million lines or cells is refused before it is taken apart`(_ text: String) throws {
        let refusal = try ReadFile(Array(text.utf8)).refusal
        #expect(refusal?.contains("more than 1000000") == true, "\(refusal ?? "read")")
    }

    @Test func `a cell of a hundred thousand lines is put together once`() throws {
        let text = "级别  村\n一级  甲村\n" + String(repeating: "      乙村\n", count: 100_000)
        let read = try ReadFile(Array(text.utf8)).read()
        guard case .table(let table) = read.document.blocks[0] else { throw CancellationError() }
        #expect(table.rows.count == 2 && table.rows[1].cells[1].text.utf8.count == 600_006)
    }

    @Test func `tables of markup in a text that never end, or are hundreds, do not hold it up`() throws {
        let open = "a\n" + String(repeating: "<table\n", count: 100_000)
        #expect(try ReadFile(Array(open.utf8)).read().document.blocks.count == 100_001)
        let many = "a\n" + String(repeating: "<table></table>\n", count: 401)
        #expect(try ReadFile(Array(many.utf8)).refusal?.contains("more than 400 tables in HTML") == true)
    }
}

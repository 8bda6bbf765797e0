import DocumentReading
import TestSupport
import Testing

/// DOCX files made of bare parts.
@Suite struct WordReadingTests {
    static let main = "word/document.xml"

    private func document(_ body: String, parts: [String: String] = [:]) -> [UInt8] {
        var archive = StoredArchive()
        let relations = ["styles", "numbering", "footnotes"].map {
            #"<Relationship Id="\#($0)" Type="http://x/\#($0)" Target="\#($0).xml"/>"#
        }.joined()
        archive.add(
            "_rels/.rels",
            Array(#"<R><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></R>"#.utf8))
        archive.add(Self.main, Array(#"<w:document xmlns:w="w"><w:body>\#(body)</w:body></w:document>"#.utf8))
        if !parts.isEmpty { archive.add("word/_rels/document.xml.rels", Array("<R>\(relations)</R>".utf8)) }
        for (name, text) in parts.sorted(by: { $0.key < $1.key }) { archive.add("word/\(name).xml", Array(text.utf8)) }
        return archive.finished()
    }

    private func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p>\(properties)<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    private func cell(_ text: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
    }

    private func row(_ cells: String..., properties: String = "") -> String {
        "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
    }

    private let restart = #"<w:vMerge w:val="restart"/>"#
    private let goesOn = "<w:vMerge/>"

    private func outline(_ body: String, parts: [String: String] = [:]) throws -> [String] {
        try ReadFile(document(body, parts: parts)).read().outline
    }

    @Test func `merged cells cover their rows and columns, in a header of two rows too`() throws {
        let table = [
            row(cell("级别", restart), cell("园地", #"<w:gridSpan w:val="2"/>"#)),
            row(cell("", goesOn), cell("村"), cell("价格")),
            row(cell("一级", restart), cell("东村"), cell("42.00")),
            row(cell("", goesOn), cell("西村"), cell("40.00")),
        ].joined()
        #expect(
            try outline(paragraph("表1") + "<w:tbl>\(table)</w:tbl>")
                == ["表1", "[markup]", "级别|园地|^园地", "^级别|村|价格", "一级|东村|42.00", "^一级|西村|40.00"])
    }

    @Test func `columns that a row leaves out before and behind its cells are empty`() throws {
        let table = [
            row(cell("a"), cell("b"), cell("c")), row(cell("d"), cell("e"), properties: #"<w:gridBefore w:val="1"/>"#),
            row(cell("f"), properties: #"<w:gridAfter w:val="2"/>"#),
        ].joined()
        #expect(try outline("<w:tbl>\(table)</w:tbl>") == ["[markup]", "a|b|c", "|d|e", "f||^"])
    }

    @Test func `of tracked changes the accepted text is taken, and that is reported`() throws {
        let body =
            "<w:p><w:r><w:t>共</w:t></w:r><w:ins><w:r><w:t>和</w:t></w:r></w:ins><w:del><w:r><w:delText>同</w:delText></w:r></w:del>"
            + "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:t>村</w:t></w:r></w:p>"
            + "<w:tbl>\(row(cell("甲"), cell("1")))\(row(cell("删"), cell("2"), properties: "<w:del/>"))\(row(cell("乙"), cell("3"), properties: "<w:ins/>"))</w:tbl>"
        let read = try ReadFile(document(body)).read()
        #expect(read.outline == ["共和村", "[markup]", "甲|1", "乙|3"])
        #expect(read.sentences.contains { $0.contains("tracked changes") })
    }

    @Test func `a paragraph whose end is deleted goes on`() throws {
        let body = paragraph("湘", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>") + paragraph("阴")
        #expect(try outline(body) == ["湘阴"])
    }

    @Test func `cells that are deleted in tracked changes are for a person`() throws {
        let file = try ReadFile(document("<w:tbl>\(row(cell("a", "<w:cellDel/>"), cell("b")))</w:tbl>"))
        #expect(file.refusal?.contains("tracked changes of whole cells") == true)
    }

    @Test func `hidden text is left out, fields, links and content controls are not`() throws {
        let body =
            "<w:p><w:r><w:t>表</w:t></w:r><w:fldSimple><w:r><w:t>3</w:t></w:r></w:fldSimple>"
            + "<w:r><w:instrText>SEQ</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"
            + "<w:hyperlink><w:r><w:t>明</w:t></w:r></w:hyperlink></w:p>"
            + "<w:sdt><w:sdtContent><w:tbl>\(row(cell("a"), cell("b")))</w:tbl></w:sdtContent></w:sdt>"
        let read = try ReadFile(document(body)).read()
        #expect(read.outline == ["表3明", "[markup]", "a|b"] && read.sentences.contains("hidden texts, not read: 1"))
    }

    @Test func `a text box follows its paragraph, once`() throws {
        let box = "<w:txbxContent>\(paragraph("框内"))</w:txbxContent>"
        let body =
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><a:p><a:r><a:t>图</a:t></a:r></a:p><wps:txbx>\(box)</wps:txbx></w:drawing>"
            + "</mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            + "<w:r><w:t>正文</w:t></w:r></w:p>"
        #expect(try outline(body) == ["正文", "框内"])
    }

    @Test func `numbers that the program counts are part of the text`() throws {
        let numbering = """
            <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="表%1-%2 "/></w:lvl>
            </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>
            """
        let styles = """
            <w:styles xmlns:w="w"><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="K"><w:basedOn w:val="H"/></w:style></w:styles>
            """
        let first = #"<w:pPr><w:pStyle w:val="K"/></w:pPr>"#
        let second = #"<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>"#
        let body = [("园地", first), ("甲", second), ("乙", second), ("林地", first), ("丙", second), ("草地", first)]
            .map { paragraph($0.0, $0.1) }.joined()
        #expect(
            try outline(body, parts: ["numbering": numbering, "styles": styles])
                == ["一、园地", "表一-1 甲", "表一-2 乙", "二、林地", "表二-1 丙", "三、草地"])
    }

    @Test func `a footnote's mark stands where it is, its text at the end`() throws {
        let notes = """
            <w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0">\(paragraph("线"))</w:footnote>
            <w:footnote w:id="2">\(paragraph("仅1组"))</w:footnote></w:footnotes>
            """
        let body = "<w:p><w:r><w:t>东村</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
        #expect(try outline(body, parts: ["footnotes": notes]) == ["东村［注2］", "［注2］仅1组"])
    }

    @Test func `a table in a cell is a table of its own, and neither is taken without a person`() throws {
        let inner = "<w:tbl>\(row(cell("甲"), cell("乙")))</w:tbl>"
        let table = row(cell("一级，东村、西村、南村、北村"), cell("x")) + row("<w:tc>\(inner)\(paragraph("尾"))</w:tc>", cell("y"))
        #expect(
            try outline("<w:tbl>\(table)</w:tbl>")
                == ["[aligned]", "一级，东村、西村、南村、北村|x", "甲/乙/尾|y", "[markup]", "甲|乙"])
    }

    @Test func `a frame around a table is none`() throws {
        let inner = "<w:tbl>\(row(cell("甲"), cell("乙")))</w:tbl>"
        #expect(
            try outline("<w:tbl>\(row("<w:tc>\(paragraph("前"))\(inner)\(paragraph("后"))</w:tc>"))</w:tbl>") == [
                "前", "[markup]", "甲|乙", "后",
            ])
    }

    @Test func `pictures alone are a scan`() throws {
        let body = "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"
        #expect(try ReadFile(document(body)).refusal?.contains("nothing but pictures (1): a scan") == true)
    }

    @Test func `depth, document types and cells beyond measure are refused`() throws {
        let deep =
            String(repeating: "<w:tbl><w:tr><w:tc>", count: 14) + paragraph("x")
            + String(repeating: "</w:tc></w:tr></w:tbl>", count: 14)
        #expect(try ReadFile(document(deep)).refusal == "tables nested more than 12 deep")
        #expect(
            try ReadFile(document(String(repeating: "<w:a>", count: 99))).refusal?.contains("nested too deeply") == true
        )
        let wide = String(repeating: row(cell("x", #"<w:gridSpan w:val="999999"/>"#)), count: 1001)
        #expect(try ReadFile(document("<w:tbl>\(wide)</w:tbl>")).refusal?.contains("more than 1000000 cells") == true)
        var archive = StoredArchive()
        archive.add("word/document.xml", Array("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".utf8))
        #expect(try ReadFile(archive.finished()).refusal?.contains("DOCTYPE") == true)
    }
}

import DocumentReading
import TestSupport
import Testing

/// OpenDocument files made of bare parts.
@Suite struct OpenDocumentReadingTests {
    private func document(_ body: String, styles: String = "", manifest: String = "") -> [UInt8] {
        var archive = StoredArchive()
        archive.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
        archive.add(
            "content.xml",
            Array(
                "<o:document-content><o:automatic-styles>\(styles)</o:automatic-styles><office:body>\(body)</office:body></o:document-content>"
                    .utf8))
        if !manifest.isEmpty { archive.add("META-INF/manifest.xml", Array(manifest.utf8)) }
        return archive.finished()
    }

    private func outline(_ body: String, styles: String = "") throws -> [String] {
        try ReadFile(document(body, styles: styles)).read().outline
    }

    @Test func `cells that others cover are theirs`() throws {
        let body = """
            <office:text><text:p>表<text:sequence>1</text:sequence><text:s text:c="2"/>标题</text:p><table:table>
            <table:table-header-rows><table:table-row>
            <table:table-cell table:number-rows-spanned="2"><text:p>级别</text:p></table:table-cell>
            <table:table-cell table:number-columns-spanned="2"><text:p>园地</text:p></table:table-cell><table:covered-table-cell/>
            </table:table-row><table:table-row><table:covered-table-cell/>
            <table:table-cell><text:p>村</text:p></table:table-cell><table:table-cell><text:p>价</text:p><text:p>元</text:p></table:table-cell>
            </table:table-row></table:table-header-rows><table:table-row>
            <table:table-cell table:number-columns-repeated="3"><text:p>—</text:p></table:table-cell></table:table-row>
            </table:table></office:text>
            """
        #expect(try outline(body) == ["表1  标题", "[markup]", "级别|园地|^园地", "^级别|村|价/元", "—|—|—"])
    }

    @Test func `deleted text, notes to the editor and list numbers`() throws {
        let styles = """
            <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
            </text:list-style>
            """
        let item = { (text: String) in "<text:list-item><text:p>\(text)</text:p></text:list-item>" }
        let body = """
            <office:text><text:tracked-changes><text:p>删去</text:p></text:tracked-changes>
            <text:list text:style-name="L">\(item("园地"))\(item("林地"))</text:list>
            <text:p>村<office:annotation><text:p>批注</text:p></office:annotation><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>仅一组</text:p></text:note-body></text:note></text:p></office:text>
            """
        let read = try ReadFile(document(body, styles: styles)).read()
        #expect(read.outline == ["一、园地", "二、林地", "村［注1：］", "仅一组"])
        #expect(read.sentences.contains { $0.contains("tracked changes") })
    }

    @Test func `a sheet without end has the rows that hold something`() throws {
        let body = """
            <office:spreadsheet><table:table table:name="地价"><table:table-row>
            <table:table-cell><text:p>一级</text:p></table:table-cell><table:table-cell><text:p>42.00</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="16382"/></table:table-row>
            <table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            </table:table></office:spreadsheet>
            """
        #expect(try outline(body) == ["[markup 地价]", "一级|42.00"])
    }

    @Test func `an encrypted one is named`() throws {
        let manifest = "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
        #expect(
            try ReadFile(document("", manifest: manifest)).refusal?.contains("an encrypted OpenDocument file") == true)
    }
}

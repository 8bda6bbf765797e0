import DocumentReading
import SourceDocuments
import SystemSupport
import TabularText
import TestSupport
import Testing

/// Documents of each kind, damaged at random places from a fixed start, and ones that are made to grow without measure:
/// whatever comes, a reader gives a document within its limits, or says why not.
@Suite struct DamagedDocumentTests {
    enum Kind: CaseIterable { case word, openDocument, page, text, markdown, pdf }

    private static let word = """
        <w:document xmlns:w="w"><w:body><w:p><w:r><w:t>表 2 级别范围</w:t></w:r></w:p><w:tbl>
        <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>级别</w:t></w:r></w:p></w:tc>
        <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>园地</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>
        <w:tc><w:p><w:r><w:t>东村</w:t></w:r><w:del><w:r><w:delText>西村</w:delText></w:r></w:del></w:p></w:tc></w:tr>
        </w:tbl></w:body></w:document>
        """
    private static let openDocument = """
        <o:document-content><office:body><office:text><text:list><text:list-item><text:p>表<text:s text:c="2"/>2</text:p>
        </text:list-item></text:list><table:table><table:table-row table:number-rows-repeated="2">
        <table:table-cell table:number-rows-spanned="2"><text:p>级别</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="3"><text:p>村</text:p></table:table-cell></table:table-row>
        </table:table></office:text></office:body></o:document-content>
        """
    private static let page = """
        <html><meta charset="utf-8"><table><caption>表 2</caption><tr><th rowspan=2>级别<th colspan="2">园地</tr>
        <tr><td>东村<td>42.00</table><p>说明&nbsp;&#20;</p></html>
        """
    private static let text = "表 2 级别范围\n\n级别\t乡镇\t村\n一级\t甲镇\t东村、西村\n\t乙乡\t南村\n\n级别   村\n一级   东村\n      西村\n"
    private static let markdown =
        "# 表 2\n\n| 级别 | 村 |\n|---|:--|\n| 一级 | 东村<br>西村 |\n\n<table><tr><td rowspan=2>a</td></tr></table>\n"

    private static func file(_ kind: Kind, _ damage: ([UInt8]) -> [UInt8]) -> [UInt8] {
        var archive = StoredArchive()
        switch kind {
        case .word:
            archive.add(
                "_rels/.rels",
                Array(#"<R><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></R>"#.utf8))
            archive.add("word/document.xml", damage(Array(word.utf8)))
            return archive.finished()
        case .openDocument:
            archive.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))
            archive.add("content.xml", damage(Array(openDocument.utf8)))
            return archive.finished()
        case .page: return damage(Array(page.utf8))
        case .text: return damage(Array(text.utf8))
        case .markdown: return damage(Array(markdown.utf8))
        case .pdf:
            var page = PDFFile.Page()
            for (row, texts) in [["级别", "村"], ["一级", "东村"], ["二级", "西村"]].enumerated() {
                let top = 100 + Double(row) * 20
                for x in [50.0, 150, 300] { page.line(x, top, x, top + 20) }
                page.line(50, top, 300, top)
                page.line(50, top + 20, 300, top + 20)
                for (column, text) in texts.enumerated() { page.text(55 + Double(column) * 100, top + 4, text) }
            }
            return damage(PDFFile([page]).bytes)
        }
    }

    private static func damaged(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &chance) where bytes.count > 8 {
            let at = Int.random(in: 0..<bytes.count, using: &chance)
            let end = min(bytes.count, at + Int.random(in: 1...24, using: &chance))
            switch Int.random(in: 0..<7, using: &chance) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &chance)
            case 1: bytes.removeSubrange(at..<end)
            case 2: bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &chance))
            case 3: bytes.removeSubrange(at...)
            case 4:
                let other = [
                    "9", "0", "-1", "999999999", "\0", "<", "\"", "&", "\t", "\u{3000}", "</w:tbl>", "<table>",
                ]
                bytes.insert(contentsOf: Array(other.randomElement(using: &chance)!.utf8), at: at)
            case 5:
                // A number that says how much there is of something.
                guard let digit = bytes[at...].firstIndex(where: { (0x30...0x39).contains($0) }) else { break }
                bytes.replaceSubrange(
                    digit...digit,
                    with: Array(["0", "2", "50", "100000", "99999999999999999999"].randomElement(using: &chance)!.utf8))
            default: bytes.insert(contentsOf: Array(repeating: bytes[at], count: 200), at: at)
            }
        }
        return bytes
    }

    @Test(arguments: Kind.allCases)
    func `damage gives a document or a reason`(_ kind: Kind) throws {
        var chance = Chance(state: 2026)
        var read = 0
        // Pages and PDF are read by programs of their own, which take their time to start.
        for _ in 0..<(kind == .pdf ? 40 : kind == .page ? 80 : 400) {
            let file = try ReadFile(Self.file(kind) { Self.damaged($0, &chance) })
            do {
                let document = try file.read().document
                read += 1
                for case .table(let table) in document.blocks {
                    #expect(table.rows.reduce(0) { $0 + $1.cells.count } <= 1_000_000)
                }
            } catch let fault as DocumentFault {
                #expect(!fault.sentence(in: .zh).isEmpty && !fault.sentence(in: .en).isEmpty)
            }
        }
        #expect(read > 0)
    }

    @Test func `what says that it is large is no larger for it`() throws {
        let many = "99999999"
        let span = Self.word.replacing("w:gridSpan w:val=\"2\"", with: "w:gridSpan w:val=\"\(many)\"")
            .replacing("w:gridBefore w:val=\"1\"", with: "w:gridBefore w:val=\"\(many)\"")
        let rows = Self.openDocument.replacing("rows-repeated=\"2\"", with: "rows-repeated=\"\(many)\"")
            .replacing("columns-repeated=\"3\"", with: "columns-repeated=\"\(many)\"")
        let spaces = Self.openDocument.replacing("text:c=\"2\"", with: "text:c=\"\(many)\"")
        let tabs = (0..<1200).map { _ in String(repeating: "\t村", count: 1000) }.joined(separator: "\n")
        let bars = (0..<1200).map { _ in String(repeating: "|村", count: 1000) + "|" }.joined(separator: "\n")
        for file in [
            Self.file(.word) { _ in Array(span.utf8) }, Self.file(.openDocument) { _ in Array(rows.utf8) },
            Self.file(.openDocument) { _ in Array(spaces.utf8) }, Array(tabs.utf8), Array(bars.utf8),
        ] {
            do {
                let document = try ReadFile(file).read().document
                for case .table(let table) in document.blocks {
                    #expect(table.rows.reduce(0) { $0 + $1.cells.count } <= 1_000_000)
                }
            } catch let fault as DocumentFault { #expect(!fault.sentence(in: .en).isEmpty) }
        }
    }
}

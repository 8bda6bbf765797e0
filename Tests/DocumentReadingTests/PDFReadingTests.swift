import DocumentReading
import SourceDocuments
import TestSupport
import Testing

/// PDFs that the test writes itself: text in a font that says its characters, and lines.
@Suite struct PDFReadingTests {
    /// Three columns of 100, 100 and 200 points, from 100.
    private static let columns: [Double] = [100, 200, 300, 500]

    /// Rows of a table from `top` on, each 30 points high; nil: the cell above goes on.
    private func table(_ page: inout PDFFile.Page, top: Double, _ rows: [[String?]], open: Bool = false) {
        let xs = Self.columns
        let bottom = top + 30 * Double(rows.count)
        for (index, row) in rows.enumerated() {
            let y = top + 30 * Double(index)
            for (column, text) in row.enumerated() {
                if let text {
                    page.line(xs[column], y, xs[column + 1], y)
                    page.text(xs[column] + 5, y + 12, text)
                }
            }
        }
        page.line(xs[0], bottom, xs[3], bottom)
        for (index, x) in xs.enumerated() where !(open && (index == 0 || index == 3)) { page.line(x, top, x, bottom) }
    }

    private func outline(_ pages: PDFFile.Page...) throws -> [String] {
        try ReadFile(PDFFile(pages).bytes).read().outline
    }

    @Test func `cells between lines, and cells that no line cuts`() throws {
        var page = PDFFile.Page()
        page.text(250, 40, "表1")
        table(&page, top: 60, [["级别", "乡镇", "村"], ["一级", "甲镇", "东村、西村"], [nil, "乙镇", "南村"], ["二级", "甲镇", "北村"]])
        #expect(try outline(page) == ["表1", "[ruled]", "级别|乡镇|村", "一级|甲镇|东村、西村", "^一级|乙镇|南村", "二级|甲镇|北村"])
    }

    @Test func `borders drawn as thin filled boxes are lines, white ones are none`() throws {
        var page = PDFFile.Page(style: .filled)
        table(&page, top: 60, [["级别", "乡镇", "村"], ["一级", "甲镇", "东村"]])
        page.content += "1 1 1 RG\n"
        #expect(try outline(page) == ["[ruled]", "级别|乡镇|村", "一级|甲镇|东村"])
    }

    @Test func `a table without its outer lines is for a person`() throws {
        var page = PDFFile.Page()
        table(&page, top: 60, [["级别", "乡镇", "村"], ["一级", "甲镇", "东村"]], open: true)
        #expect(try outline(page).first == "[aligned]")
    }

    @Test func `a table goes on over a page, its header once, its label where it is`() throws {
        var one = PDFFile.Page(), two = PDFFile.Page()
        one.text(250, 40, "表1")
        table(&one, top: 60, [["级别", "乡镇", "村"], ["一级", "甲镇", "东村"]])
        one.text(290, 800, "— 1 —")
        table(&two, top: 60, [["级别", "乡镇", "村"], ["", "乙镇", "西村"], ["二级", "甲镇", "南村"]])
        let read = try ReadFile(PDFFile([one, two]).bytes).read()
        #expect(read.outline == ["表1", "[ruled]", "级别|乡镇|村", "一级|甲镇|东村", "^一级|乙镇|西村", "二级|甲镇|南村"])
        guard case .table(let table) = read.document.blocks[1] else { throw CancellationError() }
        #expect(table.rows.map(\.place.page) == [1, 1, 2, 2])
    }

    @Test func `a row that the page cut is joined where its line was full, asked about where it may be another row`()
        throws
    {
        // Nineteen characters of ten points fill the 190 between the paddings.
        let full = "甲村、乙村、丙村、丁村、戊村、己村、大"
        for (last, grid) in [(full, "[ruled]"), ("东村", "[aligned]")] {
            var one = PDFFile.Page(), two = PDFFile.Page()
            table(&one, top: 60, [["级别", "乡镇", "村"], ["一级", "甲镇", "东村"], [nil, "乙镇", last]])
            table(&two, top: 60, [["", "", "坪村、北村"], ["二级", "甲镇", "南村"]])
            let outline = try outline(one, two)
            #expect(outline.first == grid)
            #expect(outline.contains("^一级|乙镇|\(full)坪村、北村") == (last == full))
        }
    }

    @Test func `pages without text are a scan, all of them or some`() throws {
        var text = PDFFile.Page()
        text.text(100, 100, "公告")
        var scan = PDFFile.Page()
        scan.picture()
        #expect(
            try ReadFile(PDFFile([scan, scan, scan]).bytes).refusal?.hasPrefix("a scan: 3 pages without text") == true)
        #expect(
            try ReadFile(PDFFile([text, scan]).bytes).refusal?.hasPrefix(
                "a PDF with scanned pages, which have no text: 2") == true)
    }

    @Test func `columns of text without lines are for a person`() throws {
        var page = PDFFile.Page()
        for (index, row) in [["级别", "乡镇", "村"], ["一级", "甲镇", "东村"], ["二级", "乙镇", "西村"]].enumerated() {
            for (column, text) in row.enumerated() {
                page.text(100 + 120 * Double(column), 100 + 20 * Double(index), text)
            }
        }
        #expect(try outline(page) == ["[aligned]", "级别|乡镇|村", "一级|甲镇|东村", "二级|乙镇|西村"])
    }

    @Test func `damaged and encrypted files are named`() throws {
        #expect(try ReadFile(Array("%PDF-1.4\nnothing".utf8)).refusal?.contains("damaged PDF") == true)
        let locked = PDFFile([PDFFile.Page()], isEncrypted: true)
        #expect(try ReadFile(locked.bytes).refusal?.contains("PDF") == true)
    }
}

import DocumentReading
import SourceDocuments
import TabularText
import TestSupport
import Testing

@Suite struct TextReadingTests {
    @Test func `tabs make rows, a blank line ends them, an indent makes none`() throws {
        #expect(
            try read("标题\r\n级别\t村\r\n\t东村\r\n一级\t西村\r\n\r\n级别\t村\r\n\r\n\t为健全制度\r\n")
                == ["标题", "[separated]", "级别|村", "|东村", "一级|西村", "[separated]", "级别|村", "为健全制度"])
    }

    @Test func `bars, with and without outer ones, and Markdown's marks`() throws {
        #expect(try read("a | b\n一级 | 东村\n") == ["[separated]", "a|b", "一级|东村"])
        #expect(
            try read("# 标题\n\n| **级别** | 村 |\n|:--|---:|\n| 一级 | 东村<br>西\\|村 |\n")
                == ["标题", "[separated]", "级别|村", "一级|东村/西|村"])
    }

    @Test func `lines of box-drawing characters`() throws {
        #expect(
            try read(
                """
                ┌────┬────────┐
                │级别│村      │
                ├────┼────────┤
                │一级│东村、西│
                │    │村      │
                ├────┼────────┤
                │二级│南村    │
                └────┴────────┘

                """) == ["[separated]", "级别|村", "一级|东村、西村", "二级|南村"])
        // A cell that goes on below a rule: where its text belongs is for a person.
        #expect(
            try read("┌──┬──┐\n│一│东│\n│  ├──┤\n│  │西│\n├──┼──┤\n│二│南│\n└──┴──┘\n").first == "[aligned]")
        #expect(
            try read("+----+----+\n| a  | b  |\n+====+====+\n| c  | d  |\n+----+----+\n") == [
                "[separated]", "a|b", "c|d",
            ])
    }

    @Test func `columns of spaces, and the rest of a long cell`() throws {
        #expect(try read("级别    村\n一级    东村\n二级    西村\n") == ["[separated]", "级别|村", "一级|东村", "二级|西村"])
        #expect(
            try read("    标题\n\n级别   乡镇    村\n一级   甲镇    东村、西\n              村\n     乙镇    南村\n")
                == ["标题", "[aligned]", "级别|乡镇|村", "一级|甲镇|东村、西村", "|乙镇|南村"])
    }

    @Test func `a caption ends the table above it`() throws {
        let rows = "级别   乡镇    村\n一级   甲镇    东村\n     乙镇    南村\n"
        let both = try read("\(rows)     表 4 例县草地级别范围\n\n\(rows)")
        #expect(both.filter { $0 == "[aligned]" }.count == 2 && both.contains("表 4 例县草地级别范围"))
        #expect(try read("a\tb\n表 2\t标题\nc\td\n") == ["[separated]", "a|b", "表 2\t标题", "[separated]", "c|d"])
        // A grade's numeral, and a row that is cited, number no table.
        #expect(try read("甲\t乙\n表一级别\t丙\n表2第11行\t丁\n") == ["[separated]", "甲|乙", "表一级别|丙", "表2第11行|丁"])
    }

    @Test func `pages are counted by form feeds, lines by line ends`() throws {
        let read = try ReadFile(Array("甲\n\u{0C}乙\n".utf8)).read()
        #expect(read.document.blocks.map(\.place.page) == [1, 2] && read.document.blocks.map(\.place.line) == [1, 2])
    }

    @Test func `a row without its line end may be cut short`() throws {
        func cut(_ text: String) throws -> Bool {
            try ReadFile(Array(text.utf8)).read().document.files[0].mayBeCutShort
        }
        #expect(try cut("a\tb\nc\td") && !cut("a\tb\nc\td\n") && !cut("a\tb\n\n完"))
    }

    @Test func `a table of HTML in Markdown`() throws {
        #expect(
            try read("附件\n\n<table><tr><td rowspan=\"2\">一级</td><td>东村</td></tr><tr><td>西村</td></tr></table>\n\n完\n")
                == ["附件", "[markup]", "一级|东村", "^一级|西村", "完"])
    }

    @Test func `encodings`() throws {
        let text = "级别\t村\n"
        let utf16 = Array(text.utf16)
        let files: [[UInt8]] = [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), GB18030.encode(text),
            [0xFF, 0xFE] + utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] },
            [0xFE, 0xFF] + utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] },
        ]
        for file in files { #expect(try ReadFile(file).read().outline == ["[separated]", "级别|村"]) }
        #expect(
            try ReadFile([0x41, 0x0A, 0xFF, 0xFF, 0x0A]).refusal?.hasPrefix("neither UTF-8 nor GB18030 (GBK): line 2")
                == true)
        #expect(try ReadFile(Array("a\nb\0c\n".utf8)).refusal == "line 2 has a NUL byte: not a text file")
    }
}

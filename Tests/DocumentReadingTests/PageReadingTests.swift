import DocumentReading
import TabularText
import Testing

/// Web pages, which xmllint makes well-formed.
@Suite struct PageReadingTests {
    @Test func `spans, headers of two rows, cells that nothing ends, rowspan 0`() throws {
        #expect(
            try read(
                """
                <!DOCTYPE html><html><head><title>t</title><style>td{}</style></head><body><script>if (a<b) {}</script>
                <!-- <table><tr><td>注释</table> --><p>甲 <b>乙</b>&nbsp;</p>
                <table><caption>表1 <b>范围</b></caption><thead><tr><th rowspan=2>级别<th colspan=2>园地</tr><tr><th>村<th>价</thead>
                <tbody><tr><td rowspan=0>一级<td>东村<br>西村<td>1<tr><td>南村<td>2</table>
                """)
                == ["甲 乙", "[markup 表1 范围]", "级别|园地|^园地", "^级别|村|价", "一级|东村/西村|1", "^一级|南村|2"])
    }

    @Test(arguments: [
        (TextEncoding.gb18030, "utf-8"), (.utf8, "gb2312"), (.gb18030, "gb2312"), (.utf16LittleEndian, "gbk"),
    ])
    func `the bytes say what a page is written in, whatever it says`(encoding: TextEncoding, declared: String) throws {
        let page = "<html><meta charset=\"\(declared)\"><p>测试县㙍村</p></html>"
        var bytes: [UInt8]
        switch encoding {
        case .gb18030: bytes = GB18030.encode(page)
        case .utf8: bytes = Array(page.utf8)
        default:
            bytes = [0xFF, 0xFE] + page.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        }
        let read = try ReadFile(bytes).read()
        #expect(read.outline == ["测试县㙍村"])
        let isRight = encoding == .gb18030 && declared == "gb2312"
        #expect(read.sentences.contains { $0.contains("that says it is \(declared)") } != isRight)
    }

    @Test func `a page in another encoding is named`() throws {
        #expect(
            try ReadFile(Array("<html><meta charset=big5><p>a</p>".utf8)).refusal?.hasPrefix("a web page in big5")
                == true)
    }

    @Test func `tables that arrange the page are taken apart`() throws {
        #expect(
            try read(
                """
                <table><tr><td>首页</td></tr><tr><td><p>表1</p><table><tr><td>级别</td><td>村</td></tr><tr><td>一级</td><td>东村</td></tr></table>
                <p>注</p></td></tr></table>
                """) == ["首页", "表1", "[markup]", "级别|村", "一级|东村", "注"])
    }

    @Test func `what a page does not show is not read`() throws {
        let read = try ReadFile(Array("<p>甲</p><p style='display: none'>乙</p><div hidden>丙</div>".utf8)).read()
        #expect(read.outline == ["甲"] && read.sentences.count == 1)
    }

    @Test func `cells that overlap are for a person`() throws {
        #expect(
            try read("<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=2>c</td></tr></table>").first
                == "[aligned]")
    }

    @Test func `a bomb of spans, and tables without end in one another`() throws {
        let cells = String(repeating: "<td rowspan=65534 colspan=1000>x</td>", count: 40)
        let bomb = "<table>" + String(repeating: "<tr>\(cells)</tr>", count: 400) + "</table>"
        #expect(try ReadFile(Array(bomb.utf8)).refusal?.contains("more than 1000000 cells") == true)
        let deep = String(repeating: "<table><tr><td>", count: 60) + "x"
        #expect(try ReadFile(Array(deep.utf8)).refusal == "tables nested more than 12 deep")
    }
}

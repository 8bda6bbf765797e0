import Testing

@testable import TabularText

@Suite struct CSVTableTests {
    private func parse(_ text: String) throws -> CSVTable { try CSVTable(parsing: Array(text.utf8)) }

    @Test func `reads header, rows and the line each row begins on`() throws {
        let table = try parse("land_type,village\norchard,\"芙蓉\n村\"\nforest,\"a \"\"b\"\", c\"\n,\n")
        #expect(table.header == ["land_type", "village"])
        #expect(table.rows.map(\.fields) == [["orchard", "芙蓉\n村"], ["forest", "a \"b\", c"], ["", ""]])
        #expect(table.rows.map(\.line) == [2, 4, 5])
    }

    @Test(arguments: ["a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "\u{FEFF}a,b\n1,2\r3,4\r\n"])
    func `every line end, a missing last one and a byte-order mark give the same rows`(text: String) throws {
        let table = try parse(text)
        #expect(table.header == ["a", "b"])
        #expect(table.rows == [CSVRow(line: 2, fields: ["1", "2"]), CSVRow(line: 3, fields: ["3", "4"])])
    }

    @Test func `counts a line end inside quotes once, whatever its form`() throws {
        let table = try parse("a\n\"x\r\ny\rz\nw\"\nlast\n")
        #expect(table.rows.map(\.line) == [2, 6])
        #expect(table.rows[0].fields.map { Array($0.utf8) } == [Array("x\r\ny\rz\nw".utf8)])
    }

    @Test func `only the first byte-order mark is one`() throws {
        #expect(try parse("\u{FEFF}\u{FEFF}a\n").header.map { Array($0.utf8) } == [Array("\u{FEFF}a".utf8)])
    }

    @Test(arguments: [
        ("", CSVError.empty, "empty file: a header line is needed"),
        ("\u{FEFF}", .empty, "empty file: a header line is needed"),
        ("a,b\n1,2\n1\n", .ragged(line: 3, expected: 2, found: 1), "line 3: field count 1, the header has 2"),
        ("a,b\n\n", .ragged(line: 2, expected: 2, found: 1), "line 2: field count 1, the header has 2"),
        ("a,\n", .emptyHeader(column: 2), "header: column 2 has no name"),
        ("a,b,a\n", .duplicateHeader(name: "a", column: 3), "header: column 3 repeats the name \"a\""),
        ("a,b\n1,\"\n\n", .unclosedQuote(line: 2, column: 2), "line 2, column 2: the quote is never closed"),
        ("a,b\n\"\n1\"x,2", .textAfterQuote(line: 2, column: 1), "line 2, column 1: text after the closing quote"),
        ("a,b\n1,x\"y\n", .quoteInField(line: 2, column: 2), "line 2, column 2: quote inside an unquoted field"),
        ("a,b\n1,x\0\n", .nulByte(line: 2, column: 2), "line 2, column 2: NUL byte"),
        ("a,b\n1,\"\n\0\"\n", .nulByte(line: 2, column: 2), "line 2, column 2: NUL byte"),
    ])
    func `says what is wrong and where`(text: String, error: CSVError, message: String) {
        #expect(throws: error) { try parse(text) }
        #expect(error.description == message)
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE6, 0x9D],
        ] as [[UInt8]])
    func `refuses bytes that are not UTF-8 instead of repairing them`(wrong: [UInt8]) {
        let error = CSVError.notUTF8(line: 3, offset: 5)
        #expect(throws: error) { try CSVTable(parsing: Array("a\r\nb\r".utf8) + wrong) }
        #expect(error.description == "line 3: the byte at offset 5 is not UTF-8")
    }

    @Test func `writes quotes only where they are needed`() {
        var text = CSVText()
        text.append(["a", "b c", "d,e", "f\"g", "h\ni", "j\rk", ""])
        text.append([""])
        #expect(text.bytes == Array("a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",\"j\rk\",\n\"\"\n".utf8))
    }

    @Test func `reads back what it wrote, byte for byte`() throws {
        let fields = ["\u{FEFF}x", "e\u{301}", "é", "\"", "\"\"", ",", "\r\n", " ", "", "𠮷", "'", "\u{2028}"]
        var text = CSVText()
        text.append(fields.reversed() + ["last"])
        for first in fields { text.append([first] + fields) }
        let table = try CSVTable(
            parsing: Array("h0".utf8) + (1..<13).flatMap { Array(",h\($0)".utf8) } + [0x0A] + text.bytes)
        #expect(
            table.rows.first?.fields.map { Array($0.utf8) } == (fields.reversed() + ["last"]).map { Array($0.utf8) })
        #expect(
            table.rows.dropFirst().map { $0.fields.map { Array($0.utf8) } }
                == fields.map { ([$0] + fields).map { Array($0.utf8) } })
    }
}

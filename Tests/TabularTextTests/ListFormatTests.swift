import Testing

@testable import FuzzChecks

@testable import TabularText

@Suite struct ListFormatTests {
    private func detect(_ bytes: [UInt8], isWhole: Bool = true) throws -> ListFormat {
        try ListFormat.detect(sample: bytes, isWhole: isWhole)
    }

    @Test func `a byte-order mark decides, then strict UTF-8, then strict GB18030`() throws {
        let text = "乡镇,村\n金龙镇,芙蓉村\n"
        #expect(try detect(Array(text.utf8)).encoding == .utf8)
        #expect(try detect(GB18030.encode(text)).encoding == .gb18030)
        for encoding in TextEncoding.allCases {
            let format = try detect(encoding.byteOrderMark + [0x61, 0])
            #expect(format.encoding == encoding)
            #expect(format.prologue == encoding.byteOrderMark)
        }
        #expect(try detect(Array("a,b\n".utf8)).isASCII)
        #expect(try !detect(Array("a,é\n".utf8)).isASCII)
    }

    @Test func `a sample may end inside a character, a whole list may not`() throws {
        for encoding in [TextEncoding.utf8, .gb18030] {
            let bytes = encoding.bytes(of: "a,村村𠮷")
            for cut in 1..<4 {
                let sample = Array(bytes.dropLast(cut))
                #expect(try detect(sample, isWhole: false).encoding == encoding)
                #expect((try? detect(sample))?.encoding != encoding)
            }
        }
    }

    @Test(arguments: [
        ("乡镇,村\n", Delimiter.comma), ("乡镇\t村\n", .tab), ("乡镇;村\n", .semicolon), ("乡镇，村\n", .fullWidthComma),
        ("乡镇,村;社区\na,b\n", .comma), ("乡镇;\"村,社区\"\na;b\n", .semicolon), ("坐落\n", .comma),
        ("坐落\n金龙镇,芙蓉村\n", .comma), ("a\tb,c\n1\t2\n", .tab),
    ])
    func `finds the delimiter the first rows are written with`(text: String, delimiter: Delimiter) throws {
        for encoding in [TextEncoding.utf8, .gb18030] {
            #expect(try detect(encoding.bytes(of: text)).delimiter == delimiter)
        }
    }

    @Test func `says that several delimiters fit`() {
        let counts = [DelimiterCount(delimiter: .comma, columns: 2), DelimiterCount(delimiter: .semicolon, columns: 3)]
        #expect(throws: FormatError.delimiterUnclear(counts)) { try detect(Array("a;b,c;d\n".utf8)) }
    }

    @Test(arguments: ["sep=;\n", "sep=;\r\n", "SEP=;\r"])
    func `a separator line is no record and is kept`(line: String) throws {
        for encoding in TextEncoding.allCases {
            var bytes = Array((line + "a;b,c\n").utf8)
            if encoding.isUTF16 {
                var units: [UInt8] = []
                UTF16Transcoder.encode(bytes[...], isLittleEndian: encoding == .utf16LittleEndian, into: &units)
                bytes = units
            }
            bytes = encoding.byteOrderMark + bytes
            let format = try detect(bytes)
            #expect(format.delimiter == .semicolon)
            #expect(format.prologueLines == 1)
            let result = fastRead(bytes, format: format, chunk: 3)
            #expect(result.records.map(\.fields) == [[Array("a".utf8), Array("b,c".utf8)]])
            #expect(result.records.map(\.line) == [2])
        }
    }

    @Test(
        arguments: [
            ([], FormatError.empty), ([0xEF, 0xBB, 0xBF], .empty), (Array("sep=,\r\n".utf8), .empty),
            (Array("sep=|\na|b\n".utf8), .unknownSeparator("|")), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .utf32),
            ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], .utf32), (Array("a\0,\0b\0\n\0".utf8), .notText),
            ([0x61, 0xE6, 0x9D, 0x91, 0x2C, 0xFF], .undecodable(utf8Offset: 5, gb18030Offset: 3)),
        ] as [([UInt8], FormatError)])
    func `refuses what is no list`(bytes: [UInt8], error: FormatError) {
        #expect(throws: error) { try detect(bytes) }
    }

    /// The byte of zero of 一 (U+4E00) and of the ideographic space stands where others have none.
    @Test(arguments: ["乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,一级\n", "乡镇,村,地类\r\n金龙镇,芙蓉　村,园地\r\n", "村,级别\n芙蓉村,二级\n"])
    func `UTF-16 without a mark is said to be that, whatever its header`(text: String) {
        for isLittle in [true, false] {
            let bytes = text.utf16.flatMap { unit in
                isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            }
            #expect(throws: FormatError.notText) { try detect(bytes) }
        }
    }

    @Test func `stray NUL bytes in a list in GB18030 are faults of its rows`() throws {
        let bytes = GB18030.encode("乡镇,村\n") + [0, 0x2C, 0, 0x2C, 0x0A]
        #expect(try detect(bytes).encoding == .gb18030)
    }

    @Test func `what the user says is taken, unless a byte-order mark says otherwise`() throws {
        let told = try ListFormat.detect(
            sample: [0x61, 0xFF, 0x3B], isWhole: true, encoding: .utf8, delimiter: .semicolon)
        #expect(told.encoding == .utf8)
        #expect(told.delimiter == .semicolon)
        #expect(throws: FormatError.otherByteOrderMark(found: .utf8, told: .gb18030)) {
            try ListFormat.detect(sample: [0xEF, 0xBB, 0xBF, 0x61], isWhole: true, encoding: .gb18030)
        }
    }
}

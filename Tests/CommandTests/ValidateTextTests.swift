import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Lists as bytes: encodings, line ends, delimiters, quotes, limits. On the real program.
@Suite struct ValidateTextTests {
    let workspace = TemporaryFolder()
    static let header = "所属乡镇,行政村,地类名称,土地级别,备注"
    static let row = "金龙镇,芙蓉村,果园,1,"

    private func validate(_ bytes: [UInt8], _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: bytes)
    }

    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await validate(Array(text.utf8), arguments)
    }

    /// The text as `iconv` writes it.
    private func encoded(_ text: String, _ name: String) async throws -> [UInt8] {
        let run = try await Program.tool("iconv").run(
            ["-f", "UTF-8", "-t", name], input: Array(text.utf8))
        try #require(run.status == 0, "\(run.error)")
        return run.bytes
    }

    private func isRefused(
        _ bytes: [UInt8], _ sentence: String, _ arguments: [String] = [], source: SourceLocation = #_sourceLocation
    ) async throws {
        let run = try await validate(bytes, arguments + ["-o", workspace("out.csv")])
        #expect(run.status == 2 && run.output.isEmpty, sourceLocation: source)
        #expect(run.error.contains(sentence), "\(run.error)", sourceLocation: source)
        #expect(names(in: workspace.path).isEmpty, sourceLocation: source)
    }

    @Test func `the header again is no parcel, with a mark and in other words too`() async throws {
        let header = Self.header.replacing("土地级别", with: "级别 ")
        let run = try await validate("\(Self.header)\n\(Self.header)\n\(Self.row)\n\u{FEFF}\(header)\n\(Self.row)\n")
        #expect(run.status == 0 && run.error.contains("4 rows: ok 2, not_a_row 2"), "\(run.error)")
        #expect(run.output.contains("\(Self.header),not_a_row,,,,,,,,\"the header again, no parcel\"\n"))
    }

    @Test(arguments: [
        ("宗地代码,乡镇,村,地类,级别,面积\nA1,金龙镇,芙蓉村,园地,一级,10\n宗地代码,乡镇,村,地类,面积,级别\nA2,金龙镇,芙蓉村,园地,1,二级\n", [String]()),
        ("宗地代码,乡镇,村,级别,原级别\nA1,金龙镇,芙蓉村,一级,二级\n宗地代码,乡镇,村,原级别,级别\nA2,金龙镇,芙蓉村,一级,二级\n", ["--land-type", "园地"]),
    ])
    func `a list is refused where another table is below it`(text: String, options: [String]) async throws {
        try await isRefused(
            Array(text.utf8),
            "line 3 is the header of another table, with other columns than the list's, so the rows behind it can't be read",
            options)
    }

    @Test func `a row without a township that is matched by its village alone is said`() async throws {
        let run = try await validate("乡镇,村,地类,级别\n静河镇,青湖村,园地,一级\n,芙蓉村,园地,一级\n", ["--lang", "zh"])
        #expect(run.error.contains("有的行乡镇为空，只按村名认定，没有沿用上一行的乡镇，请核实：芙蓉村\n"), "\(run.error)")
        let told = try await validate("村,地类,级别\n芙蓉村,园地,一级\n", ["--columns", "township="])
        #expect(!told.error.contains("without a township"))
    }

    @Test func `a nul byte is a fault of its row`() async throws {
        let start = "\(Self.header)\n金龙镇,芙蓉"
        let run = try await validate("\(start)\0村,果园,1,\n\(Self.row)\n")
        #expect(run.status == 1 && run.error.contains("2 rows: ok 1, bad_row 1"))
        #expect(run.output.contains("\"column 2, byte offset \(start.utf8.count): NUL byte\""))
    }

    @Test func `a stray quote in the second of a million rows does not eat them`() async throws {
        let text =
            "\(Self.header)\n\(Self.row)\n金龙镇,\"芙蓉村,果园,1,\n" + String(repeating: Self.row + "\n", count: 1_000_000)
        try await isRefused(
            Array(text.utf8),
            "record 2 (line 3, byte \("\(Self.header)\n\(Self.row)\n".utf8.count)) exceeds 1 MiB; a quote opened at line 3, column 2 is not closed"
        )
    }

    @Test func `quotes where they may not be are faults of their row`() async throws {
        let run = try await validate(
            "\(Self.header)\n金龙镇,芙\"蓉村,果园,1,\n金龙镇,\"芙蓉\"村,果园,1,\n金龙镇,\"芙蓉村\",果园,1,\"a\"\"b\"\n金龙镇,芙蓉村,果园,1,\"\"\n")
        #expect(run.error.contains("4 rows: ok 2, bad_row 2"))
        #expect(
            run.output.contains("quote inside an unquoted field") && run.output.contains("text after the closing quote")
        )
        #expect(run.output.contains("金龙镇,\"芙蓉村\",果园,1,\"a\"\"b\",ok,") && run.output.contains("金龙镇,芙蓉村,果园,1,\"\",ok,"))
    }

    @Test func `line ends of every kind make the same rows and lines`() async throws {
        // LF, CRLF and CR mixed, one inside quotes, U+2028 in a field, none at the end.
        let text = "\(Self.header)\r\(Self.row)\r\n\(Self.row)\"x\r\ny\rz\"\n\(Self.row)a\u{2028}b\r\(Self.row)"
        let run = try await validate(text)
        #expect(run.status == 0 && run.error.contains("4 rows: ok 4"), "\(run.error)")
        let open = try await validate(text + "\r\"")
        #expect(open.status == 2 && open.error.contains("the quote opened at line 8, column 1"), "\(open.error)")
    }

    @Test func `UTF-16 needs its mark`() async throws {
        let text = "\(Self.header)\r\n\(Self.row)\r\n"
        for name in ["UTF-16LE", "UTF-16BE"] {
            let bytes = try await encoded(text, name)
            let mark: [UInt8] = name == "UTF-16LE" ? [0xFF, 0xFE] : [0xFE, 0xFF]
            let marked = try await validate(mark + bytes)
            #expect(marked.status == 0 && marked.error.contains("encoding \(name)"))
            #expect(marked.bytes.starts(with: mark + bytes.prefix(Self.header.utf16.count * 2)))
            try await isRefused(bytes, "UTF-16 without a byte-order mark; save it as CSV in UTF-8")
            // Nearly all of it Chinese, so that hardly a NUL byte is in it.
            let sparse = try await encoded(text + String(repeating: "金龙镇芙蓉村", count: 500) + "\r\n", name)
            try await isRefused(sparse, "UTF-16 without a byte-order mark; save it as CSV in UTF-8")
            let told = try await validate(bytes, ["--encoding", name])
            #expect(told.status == 0 && told.bytes.starts(with: bytes.prefix(Self.header.utf16.count * 2)))
        }
        let marked = try await validate([0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(
            marked.status == 0 && marked.error.contains("encoding UTF-8")
                && marked.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test func `the encodings of Chinese spreadsheets are found`() async throws {
        // 𠮷 has four bytes in GB18030, 嵒 is in GBK and not in GB2312.
        let run = try await validate(try await encoded("\(Self.header)\n\(Self.row)𠮷嵒\n三塘镇,金嵒村,园地,,\n", "GB18030"))
        #expect(run.status == 0 && run.error.contains("encoding GB18030") && run.error.contains("ok 1, filled 1"))
        let utf8 = try await validate("\(Self.header)\n\(Self.row)𠮷\n")
        #expect(utf8.error.contains("encoding UTF-8"))
    }

    @Test func `what is neither UTF-8 nor GB18030 is refused and not misread`() async throws {
        let named = try await validate("x", ["--encoding", "big5"])
        #expect(
            named.status == 64 && named.error.contains("--encoding takes utf-8, gb18030, gbk, utf-16le or utf-16be"))
        // Big5 is made of pairs that GB18030 has too: what it says then is printed, and its headers are no headers.
        let big5 = try await encoded("鄉鎮,村,地類\n金龍鎮,芙蓉村,果園\n", "BIG5")
        try await isRefused(
            big5,
            "; the encoding was not given and is taken for GB18030: if names are garbled, give it with --encoding\n")
        let told = try await validate(big5, ["--encoding", "gb18030", "--lang", "zh", "--quiet"])
        #expect(told.status == 2 && told.error.contains("没有找到“村”列") && !told.error.contains("编码"), "\(told.error)")
        let guessed = try await validate(big5, ["--lang", "zh", "--quiet"])
        #expect(guessed.error.contains("；编码没有指定，按 GB18030 读取：如有乱码，请用 --encoding 指定\n"), "\(guessed.error)")
        // A mark says it, and ASCII is the same in every encoding.
        for text in ["\u{FEFF}乡镇,名称,地类\n金龙镇,芙蓉村,果园\n", "a,b,c\n1,2,3\n"] {
            let run = try await validate(text)
            #expect(run.status == 2 && !run.error.contains("encoding"), "\(run.error)")
        }
        try await isRefused(
            try await encoded("township,village,land_type,owner\na,b,c,Ren\u{E9}\n", "LATIN1"), "encoding can't be told"
        )
    }

    @Test func `bytes of another encoding are faults of their rows and come back as they were`() async throws {
        let head = Array("\(Self.header)\n\(Self.row)村\n".utf8)
        var bytes = head
        let wrong: [[UInt8]] = [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xFF], [0xB4, 0xE5]]
        var places: [Int] = []
        for odd in wrong {
            bytes += Array(Self.row.utf8)
            places.append(bytes.count)
            bytes += odd + [0x0A]
        }
        bytes += Array((Self.row + "\n").utf8)
        try await isRefused(bytes, "as UTF-8 it fails at byte \(places[0])")
        let run = try await validate(bytes, ["--encoding", "utf-8"])
        #expect(run.status == 1 && run.error.contains("6 rows: ok 2, bad_row 4"))
        let lines = run.bytes.split(separator: 0x0A)
        for (index, odd) in wrong.enumerated() {
            #expect(lines[index + 2].starts(with: Array(Self.row.utf8) + odd + Array(",bad_row,".utf8)))
            #expect(
                String(decoding: lines[index + 2], as: UTF8.self).contains("column 5, byte offset \(places[index]):"))
        }
    }

    @Test func `the delimiter is found once and said`() async throws {
        for (delimiter, shown) in [(";", ";"), ("\t", "TAB"), ("，", "，")] {
            let text = "\(Self.header)\n\(Self.row)\n".replacing(",", with: delimiter)
            let run = try await validate(text)
            #expect(run.status == 0 && run.error.contains("delimiter ‘\(shown)’"), "\(run.error)")
            let line = try await validate("sep=\(delimiter)\n" + text)
            #expect(line.status == 0 && line.output.hasPrefix("sep=\(delimiter)\n所属乡镇\(delimiter)"), "\(line.error)")
        }
        try await isRefused(Array("sep=|\na|b\n1|2\n".utf8), "the sep= line names ‘|’, which is no delimiter we read")
        let two = "乡镇;村,地类;级别\n金龙镇;芙蓉村,果园;1\n"
        try await isRefused(
            Array(two.utf8),
            "several delimiters fit (‘,’ gives 2 columns, ‘;’ gives 3 columns); give it with --delimiter")
        let told = try await validate(
            "\(Self.header)\n\(Self.row)\n".replacing(",", with: ";"), ["--delimiter", "comma"])
        #expect(told.status == 2 && told.error.contains("no column for the village"))
    }

    @Test func `more than 1024 columns are a fault`() async throws {
        let more = String(repeating: ",", count: 100_000)
        let run = try await validate("\(Self.header)\n金龙镇,芙蓉村,果园,1\(more)\n\(Self.row)\n")
        #expect(run.status == 1 && run.error.contains("2 rows: ok 1, bad_row 1"))
        #expect(run.output.contains("more than 1024 columns"))
        try await isRefused(Array("\(Self.header)\(more)\n\(Self.row)\n".utf8), "more than 1024 columns")
        let fits = String(repeating: ",x", count: 1019)
        #expect(try await validate("\(Self.header)\(fits)\n\(Self.row)\(fits)\n").status == 0)
    }

    @Test func `headers are compared folded and kept as they are`() async throws {
        let run = try await validate("乡\u{A0}镇,村（社区）,ＤＬＭＣ,级别\n金龙镇,芙蓉村,果园,1\n")
        #expect(run.status == 0 && run.output.hasPrefix("乡\u{A0}镇,村（社区）,ＤＬＭＣ,级别,landgrade_verdict,"))
        try await isRefused(Array("乡镇,村,行政村,地类\na,b,c,d\n".utf8), "several columns could be the village (2, 3)")
        try await isRefused(
            Array("乡镇,村,地类\na,b,c\n".utf8), "--columns names ‘级别’ for the grade, which is not there",
            ["--columns", "grade=级别"])
    }

    @Test func `ragged rows are faults and stand under their columns`() async throws {
        let run = try await validate("\(Self.header)\n金龙镇\n\(Self.row),x,y\n\n\(Self.row)\n")
        #expect(run.status == 1 && run.error.contains("4 rows: ok 1, bad_row 2, not_a_row 1"))
        #expect(run.output.contains("\n金龙镇,,,,,bad_row,,,,,,,,\"field count 1, the header has 5\"\n"))
        #expect(run.output.contains("\"field count 7, the header has 5\"") && run.output.contains("an empty row"))
    }
}

import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What cells hold, and what becomes of them in the output. On the real program.
@Suite struct ValidateCellTests {
    let workspace = TemporaryFolder()

    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    /// What stands in the verdict's column, row by row; the cells before it have no comma.
    private func verdicts(_ run: Run, behind columns: Int) -> [String] {
        run.output.split(separator: "\n").dropFirst().map {
            String($0.split(separator: ",", omittingEmptySubsequences: false)[columns])
        }
    }

    @Test func `every form of a grade is read and nothing else is`() async throws {
        let one = [
            "一级", "1级", "1", "1.0", "Ⅰ", "Ⅰ级", "I", "壹级", " 1 ", "\u{3000}一级", "１", "１级", "一級", "1.00", "1.00000000000",
            "第一级", "1 级", "第 １ 級", "一", "1.", "1.0级", "ⅰ", "一级地", "1\u{200B}", "1级。",
        ]
        let none = [
            "inf", "-inf", "0x1p3", "1e400", "1.234", "-0", "+1", "01", "1e0", "i", "0", "21", "１．５", "1-2级",
            "二等", "1 2",
            "4.3E+17", "1\u{200B}1级级", "٢", "1..", "1.01", "一.00", ".00",
        ]
        let rows = (one + none).map { "金龙镇,芙蓉村,果园,\($0)\n" } + ["金龙镇,芙蓉村,果园,\"1,234.5\"\n"]
        let run = try await validate("乡镇,村,地类,级别\n" + rows.joined())
        #expect(run.status == 1)
        #expect(
            run.error.contains("\(rows.count) rows: ok \(one.count), unreadable_grade \(none.count + 1)"),
            "\(run.error)")
        #expect(verdicts(run, behind: 4).prefix(one.count).allSatisfy { $0 == "ok" })
    }

    @Test(arguments: ["+1", "0x2", "2.0", "２", "-2", "99999999999999999999", " 2"])
    func `a column's number has digits only`(number: String) async throws {
        let run = try await validate("a,b,c\n金龙镇,芙蓉村,果园\n", ["--columns", "township=1,village=\(number),land_type=3"])
        #expect(run.status == 2 && run.output.isEmpty && run.error.contains("which is not there"), "\(run.error)")
    }

    @Test func `a parcel ID is kept and never a number`() async throws {
        let fine = [
            "000123", "430624001001GB00001", "４３０６２４", "430624Ａ", "43О624", "1E5", String(repeating: "9", count: 64),
            "430624-12", "JC00000001", "B-3", "1-2", "2025-03", "03.01.25",
        ]
        let faults = [
            ("4.3011E+17", "a spreadsheet has made a number of it"),
            ("4.3011e+17", "a spreadsheet has made a number of it"),
            ("4.E+18", "a spreadsheet has made a number of it"), ("-4.3E+18", "a spreadsheet has made a number of it"),
            ("03/01/25", "a date"), ("2025-03-01T00:00:00.000Z", "a date"), ("2025-03-01 00:00:00+00:00", "a date"),
            ("2025-03-01T00:00:00-05:00", "a date"), ("2025/3", "a date"), ("Mar-2025", "a date"),
            ("1-OCT-25", "a date"),
            ("4306\u{200B}24", "cannot be seen"), ("\u{202E}430624", "cannot be seen"), ("43\u{1}", "cannot be seen"),
            ("43\u{FEFF}1", "cannot be seen"), ("43\t1", "cannot be seen"),
            (String(repeating: "9", count: 65), "longer than 64 characters"),
        ]
        let rows = (fine + faults.map(\.0)).map { "\($0),金龙镇,芙蓉村,果园" }
        let run = try await validate("宗地代码,乡镇,村,地类\n" + rows.joined(separator: "\n"))
        #expect(run.status == 1 && run.error.contains("filled \(fine.count), bad_row \(faults.count)"))
        let lines = run.output.split(separator: "\n").dropFirst()
        try #require(lines.count == rows.count)
        for (line, row) in zip(lines, rows) { #expect(line.utf8.starts(with: (row + ",").utf8)) }
        for (line, fault) in zip(lines.dropFirst(fine.count), faults) { #expect(line.contains(fault.1), "\(line)") }
    }

    @Test(arguments: [
        "2026-02-30", "1900-02-29", "45000", "2026/1/2", "2026-1-2", "２０２６-01-02", "", "2026-01-02T00:00",
    ])
    func `a date is a day of the calendar written in one way`(date: String) async throws {
        let run = try await validate("乡镇,村,地类\n金龙镇,芙蓉村,果园\n", ["--as-of", date])
        #expect(
            [2, 64].contains(run.status) && run.output.isEmpty && run.error.contains("a day that exists"), "\(run)")
    }

    @Test func `dates in the list are not read`() async throws {
        let run = try await validate("乡镇,村,地类,日期\n金龙镇,芙蓉村,果园,2026-02-30\n金龙镇,芙蓉村,果园,45000\n")
        #expect(run.status == 0 && run.output.contains(",2026-02-30,filled,") && run.output.contains(",45000,filled,"))
    }

    @Test func `the list's own cells are made safe only where that is asked for`() async throws {
        let unsafe = [
            "=1+1", "+1", "-x", "@x", "＝1", "＋1", "－1", "＠1", " =1", "\u{3000}=1", "'=1", "1.5", "-1.5", "-0", "x=1",
        ]
        let safe =
            ["=1+1", "+1", "-x", "@x", "＝1", "＋1", "－1", "＠1", " =1", "\u{3000}=1", "'=1"].map { "'" + $0 } + [
                "1.5", "-1.5", "-0", "x=1",
            ]
        let start = "乡镇,村,地类,备注\n"
        let text = start + unsafe.map { "金龙镇,芙蓉村,果园,\($0)\n" }.joined() + "金龙镇,芙蓉村,果园,\"\t=1\"\n"
        let asked = try await validate(text, ["--safe-cells"])
        let changed = asked.output.split(separator: "\n").dropFirst()
        try #require(changed.count == safe.count + 1)
        for (line, cell) in zip(changed, safe + ["'\t=1"]) {
            #expect(
                line.utf8.starts(with: "金龙镇,芙蓉村,果园,\(cell),filled".utf8)
                    || line.utf8.starts(with: "金龙镇,芙蓉村,果园,\"\(cell)\",filled".utf8), "\(line)")
        }
        let plain = try await validate(text)
        let kept = plain.output.split(separator: "\n").dropFirst()
        try #require(kept.count == unsafe.count + 1)
        for (line, cell) in zip(kept, unsafe) {
            #expect(line.utf8.starts(with: "金龙镇,芙蓉村,果园,\(cell),filled".utf8), "\(line)")
        }
        let json = try await validate(text, ["--safe-cells", "--format", "jsonl"])
        #expect(json.output.contains("\"备注\":\"=1+1\"") && json.output.contains("\"备注\":\"＠1\""))
    }

    @Test(arguments: [",", ";", "\t", "，"])
    func `what comes out can be read again and keeps every cell`(delimiter: String) async throws {
        let rows = [
            "金龙镇,芙荣村,茶园,1,\"a\(delimiter)b\"", "金龙镇,芙蓉村,茶园,1,\"a\"\"b\"", "金龙镇,芙蓉村,茶园,2,\"a\r\nb\"", ",东湖渔场,林地,1,",
            "杨林寨乡,东合港村,果园,3,\u{FEFF}", "金凤镇,芙蓉村,果园,1,é",
        ].map { $0.replacing(",", with: delimiter) }
        let text = ("乡镇,村,地类,级别,备注".replacing(",", with: delimiter) + "\n" + rows.joined(separator: "\n") + "\n")
        let once = try await validate(text, ["--delimiter", delimiter == "\t" ? "tab" : delimiter])
        #expect(once.status == 1 && !once.error.contains("bad_row"), "\(once.error)")
        let again = try await validate(once.output, ["--delimiter", delimiter == "\t" ? "tab" : delimiter])
        #expect(
            again.status == 1 && again.error.contains("6 rows: ") && !again.error.contains("bad_row"), "\(again.error)")
        // The same verdicts, and the first output's records are the beginnings of the second's.
        #expect(again.error.split(separator: "\n").last == once.error.split(separator: "\n").last)
    }

    @Test func `a byte order mark is written on request`() async throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = "乡镇,村,地类\n金龙镇,芙蓉村,果园\n"
        let plain = try await validate(text)
        let marked = try await validate(text, ["--output-encoding", "utf-8-bom"])
        #expect(marked.status == 0 && marked.bytes == mark + plain.bytes)
        let already = try await validate("\u{FEFF}" + text, ["--output-encoding", "utf-8-bom"])
        #expect(already.bytes == marked.bytes)
        let gbk = try await Program.tool("iconv").run(
            ["-f", "UTF-8", "-t", "GB18030"], input: Array(text.utf8))
        let back = try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), "--output-encoding", "utf-8-bom"],
            input: gbk.bytes)
        #expect(back.error.contains("GB18030") && back.bytes == marked.bytes)
        let json = try await validate(text, ["--output-encoding", "utf-8-bom", "--format", "jsonl"])
        #expect(json.status == 64 && json.error.contains("no byte-order mark"))
    }

    @Test func `what a list holds cannot move a terminal's cursor`() async throws {
        let run = try await validate("乡\u{1B}[2J镇,\u{202E}村,地类\u{7}\na,b,c\n")
        #expect(
            run.status == 2 && run.error.contains("1=乡\\x1b[2J镇") && run.error.contains("2=\\u{202e}村"),
            "\(run.error)")
        #expect(!run.error.contains("\u{1B}") && !run.error.contains("\u{7}") && !run.error.contains("\u{202E}"))
        let columns = try await validate("乡镇,村,地类\na,b,c\n", ["--columns", "village=\u{1B}[31m"])
        #expect(columns.status == 2 && !columns.error.contains("\u{1B}"))
        let cell = try await validate("乡镇,村,地类\n金龙镇,芙\u{1B}蓉村,果园\n")
        #expect(
            cell.output.split(separator: "\n").last?.hasPrefix("金龙镇,芙\u{1B}蓉村,果园,unknown_village,金龙镇,,,orchard,")
                == true)
    }
}

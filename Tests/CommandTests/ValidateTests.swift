import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// `landgrade validate` on the real program: what a list may hold and what a user may do wrong.
@Suite struct ValidateTests {
    let workspace = TemporaryFolder()
    static let header = "宗地代码,所属乡镇,行政村,地类名称,土地级别"
    static let ours =
        ",landgrade_verdict,landgrade_warning,landgrade_township,landgrade_village,landgrade_rule,landgrade_land_type"
        + ",landgrade_grade,landgrade_printed_grade,landgrade_edition,landgrade_note"
    static let rows = [
        "A1,金龙镇,芙蓉村,果园,一级", "A2,金龙镇,芙蓉村,果园,", "A3,金龙镇,芙蓉村,果园,二级", "A4,杨林寨乡,东合港村,茶园,2级",
        "A5,文星街道,滨江社区,0201,1", "A6,金龙镇,芙蓉村,其他草地,1", "A7,,东湖渔场,乔木林地,1", "A8,金凤镇,芙蓉村,果园,1",
        "A9,金龙镇,芙荣村,果园,1", "A10,金龙镇,芙蓉村,园林,1", "A11,金龙镇,芙蓉村,水田,1", "A12,金龙镇,芙蓉村,果园,优",
        "4.3062E+17,金龙镇,芙蓉村,果园,1",
    ]
    static let verdicts = [
        "ok", "filled", "mismatch", "disputed", "not_listed", "not_published", "ambiguous", "unknown_township",
        "unknown_village", "unknown_land_type", "out_of_scope", "unreadable_grade", "bad_row",
    ]

    private func validate(_ arguments: [String], input: [UInt8] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: input)
    }

    private func check(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await validate(arguments, input: Array(text.utf8))
    }

    /// Cells of our columns, by row; none of the test's own cells holds a comma or a quote.
    private func cells(_ run: Run, column: String) -> [String] {
        let records = run.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        guard let place = records.first?.firstIndex(where: { $0.trimming("\r") == column }) else { return [] }
        return records.dropFirst().map { place < $0.count ? $0[place].trimming("\r") : "" }
    }

    @Test func `every verdict comes of its own row`() async throws {
        let run = try await check(([Self.header] + Self.rows).joined(separator: "\n") + "\n")
        #expect(run.status == 1)
        #expect(run.output.split(separator: "\n").first ?? "" == Self.header + Self.ours)
        #expect(cells(run, column: "landgrade_verdict") == Self.verdicts)
        #expect(cells(run, column: "landgrade_grade").prefix(4) == ["1", "1", "1", "1"])
        #expect(cells(run, column: "landgrade_printed_grade")[3] == "2")
        #expect(run.error.contains("13 rows: ok 1, filled 1, mismatch 1"))
        #expect(run.error.contains("township = column 2 ‘所属乡镇’"))
    }

    @Test func `a list with nothing to do ends with zero`() async throws {
        let run = try await check([Self.header, Self.rows[0], Self.rows[1], Self.rows[10]].joined(separator: "\n"))
        #expect(run.status == 0)
        #expect(cells(run, column: "landgrade_verdict") == ["ok", "filled", "out_of_scope"])
    }

    @Test func `rows come back byte for byte in any encoding`() async throws {
        let text =
            ([Self.header] + Self.rows + ["\"A,14\",\"金龙\"\"镇\",\"芙蓉村\n\",果园, 1 "]).joined(separator: "\r\n") + "\r\n"
        try workspace.write(text, to: "utf8.csv")
        for encoding in ["UTF-8", "GB18030", "UTF-16LE"] {
            let list = workspace("\(encoding).csv")
            let mark = encoding == "UTF-16LE" ? "printf '\\377\\376';" : ""
            _ = try await Program.tool("/bin/sh").run(
                [
                    "-c",
                    "{ \(mark) iconv -f UTF-8 -t \(encoding) utf8.csv; } > \(encoding).csv".replacing(
                        "utf8.csv", with: workspace("utf8.csv")
                    ).replacing("> \(encoding).csv", with: "> \(list)"),
                ])
            let out = workspace("\(encoding).out")
            let run = try await validate([list, "-o", out])
            #expect(run.status == 1 && run.output.isEmpty, "\(run.error)")
            let back = try await Program.tool("/usr/bin/iconv").run(
                ["-f", encoding == "UTF-16LE" ? "UTF-16" : encoding, "-t", "UTF-8", out])
            #expect(run.error.contains(encoding))
            // Every record is its input and then our columns.
            #expect(
                back.output.hasPrefix(
                    Self.header + Self.ours + "\r\n" + Self.rows[0] + ",ok,,金龙镇,芙蓉村,exact,orchard,1,,430624-2025-1,\r\n"
                )
            )
            #expect(back.output.contains("\"A,14\",\"金龙\"\"镇\",\"芙蓉村\n\",果园, 1 ,"))
        }
    }

    @Test func `unusual delimiters and line ends are found`() async throws {
        for delimiter in ["\t", ";", "，"] {
            for lineEnd in ["\n", "\r\n", "\r"] {
                let text = ([Self.header] + Self.rows.prefix(3)).joined(separator: lineEnd).replacing(
                    ",", with: delimiter)
                let run = try await check(text)
                #expect(run.status == 1 && run.error.contains("3 rows: ok 1, filled 1, mismatch 1"), "\(run.error)")
            }
        }
    }

    @Test func `columns are given by name or number where their headers say nothing`() async throws {
        let text = "a,b,c,d,e\nA1,金龙镇,芙蓉村,果园,一级\n"
        let unknown = try await check(text)
        #expect(unknown.status == 2 && unknown.output.isEmpty)
        #expect(unknown.error.contains("--columns village=NAME or NUMBER") && unknown.error.contains("1=a, 2=b"))
        let told = try await check(text, ["--columns", "township=b,village=3,land_type=d,grade=5"])
        #expect(told.status == 0 && told.output.contains(",ok,"))
        let bad = try await check(text, ["--columns", "town=b"])
        #expect(bad.status == 64 && bad.error.contains("--columns takes"))
    }

    @Test func `one address column is enough`() async throws {
        let run = try await check("坐落,地类编码\n湖南省岳阳市湘阴县金龙镇芙蓉村3组,0201K\n湘阴县石塘镇芙蓉园村,031\n金龙镇芙蓉园村,0301\n")
        #expect(cells(run, column: "landgrade_verdict") == ["filled", "filled", "unknown_village"])
        #expect(cells(run, column: "landgrade_village") == ["芙蓉村", "芙蓉园村", ""])
        #expect(cells(run, column: "landgrade_rule").prefix(2) == ["address", "address"])
    }

    @Test func `地力等级 is not the grade`() async throws {
        let run = try await check("所属乡镇,行政村,地类名称,地力等级\n金龙镇,芙蓉村,果园,7\n")
        #expect(cells(run, column: "landgrade_verdict") == ["filled"])
        #expect(!run.error.contains("grade = "))
    }

    @Test func `only the rows that need somebody can be asked for`() async throws {
        let run = try await check(([Self.header] + Self.rows).joined(separator: "\n"), ["--only-problems"])
        #expect(
            cells(run, column: "landgrade_verdict")
                == Self.verdicts.filter { !["ok", "filled", "out_of_scope"].contains($0) })
    }

    @Test func `a summary for programs counts every verdict`() async throws {
        let list = ([Self.header] + Self.rows).joined(separator: "\n")
        let run = try await check(list, ["-o", workspace("out.csv"), "--summary", "json", "--by-township"])
        #expect(run.output.contains("\"rows\": 13") && run.output.contains("\"mismatch\": 1"))
        #expect(run.output.contains("\"township\": \"杨林寨乡\""))
        // Rows without a place come last, under no township; so all counts add up.
        let last = run.output.split(separator: "\"county\": ").last ?? ""
        #expect(last.hasPrefix("null,\n      \"township\": null") && last.contains("\"bad_row\": 1"), "\(last)")
        let text = try await check(list, ["--by-township"])
        #expect(
            text.error.hasSuffix(
                "\n  no village matched: ambiguous 1, unknown_township 1, unknown_village 1, unknown_land_type 1, "
                    + "out_of_scope 1, bad_row 1\n"), "\(text.error)")
        let refused = try await check(list, ["--summary", "json"])
        #expect(refused.status == 64)
    }

    @Test func `formulas are made safe in our cells and in theirs on request`() async throws {
        let text = "宗地代码,所属乡镇,行政村,地类名称\n=1+1,金龙镇,芙蓉村,果园\n"
        #expect(try await check(text).output.contains("\n=1+1,"))
        #expect(try await check(text, ["--safe-cells"]).output.contains("\n'=1+1,"))
    }
}

extension Substring {
    fileprivate func trimming(_ end: String) -> String { hasSuffix(end) ? String(dropLast(end.count)) : String(self) }
}

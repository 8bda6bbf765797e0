import StrictJSON
import SystemPackage
import TabularText
import TestSupport
import Testing

/// Options of `validate` for programs that drive it.
@Suite struct ValidateProgramTests {
    let workspace = TemporaryFolder()
    static let list = """
        所属乡镇,行政村,地类名称,土地级别,备注
        金龙镇,芙蓉村,果园,一级,"第一行
        第二行"
        金龙镇,"无此
        村",果园,,x
        金龙镇,芙蓉村,果园
        ,=1+1,果园,1,

        """

    private func run(_ options: [String], list: String = "list.csv") async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--lang", "en", "--store", try await SharedStore.shared.path(), workspace(list)] + options)
    }

    @Test func `our columns alone are a line for each row`() async throws {
        try workspace.write(Self.list, to: "list.csv")
        let csv = try await run(["--only-our-columns"])
        let lines = csv.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(csv.status == 1 && lines.count == 6 && lines.last == "")
        #expect(
            lines[0]
                == "landgrade_verdict,landgrade_township,landgrade_village,landgrade_rule,landgrade_land_type,landgrade_grade,landgrade_printed_grade,landgrade_edition,landgrade_note"
        )
        #expect(lines[1] == "ok,金龙镇,芙蓉村,exact,orchard,1,,430624-2025-1,")
        #expect(lines[2].hasPrefix("unknown_village,金龙镇,,,orchard,,,,"))
        #expect(lines[3].hasPrefix("bad_row,,,,,,,,") && lines[4].hasPrefix("unknown_"))
        let objects = try await run(["--only-our-columns", "--format", "jsonl"])
        let first = try #require(objects.output.split(separator: "\n").first)
        let row = try JSONValue(parsing: Array(first.utf8))
        #expect(row["landgrade_verdict"] == .string("ok") && row["landgrade_grade"] == .integer(1))
        #expect(row["input"] == nil && row["raw"] == nil)
    }

    /// A list that was checked before, two columns of one name, prices: the same as what follows the list's cells.
    @Test func `our columns alone are those that follow the list's`() async throws {
        let rows = (0..<2_000).map { "金龙镇,芙蓉村,\(["果园", "0301", "草地", "水田"][$0 % 4]),\($0 % 3),x,x,\($0 % 7).5,2,ok" }
        try workspace.write(
            "乡镇,村,地类,级别,备注,备注,单价（元/亩）,面积（亩）,landgrade_verdict\n" + rows.joined(separator: "\n"), to: "list.csv")
        let whole = try await run([])
        let ours = try await run(["--only-our-columns"])
        let wanted = whole.output.split(separator: "\n").map { line in
            line.split(separator: ",", maxSplits: 8, omittingEmptySubsequences: false)[8]
        }
        #expect(ours.output.split(separator: "\n") == wanted && wanted.count == 2_001)
        let json = try await run(["--only-our-columns", "--format", "jsonl"])
        #expect(json.output.split(separator: "\n").count == 2_000, "\(json.error)")
    }

    /// Several pieces of output, long lines, lines of one row and of many, encodings, and a last row without a line end.
    @Test(arguments: ["utf-8", "gb18030", "utf-16le"])
    func `numbered lines are those that are written without numbers`(encoding: String) async throws {
        let villages = ["芙蓉村", "坝桥村", "没有这个村", "xx"]
        let rows = (0..<60_000).map { row in
            let village = row % 1_000 == 7 ? "村\(String(repeating: "长", count: row % 300))\(row)" : villages[row % 4]
            return "金龙镇,\(village),\(["果园", "0301", "水田"][row % 3]),\(row % 5)"
        }
        let text = "乡镇,村,地类,级别\r\n" + rows.joined(separator: "\r\n")
        let known = try #require(TextEncoding(name: encoding))
        let bytes = known.isUTF16 ? text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : known.bytes(of: text)
        try workspace.write(bytes, to: "list.csv")
        let options = ["--only-our-columns", "--encoding", encoding]
        let plain = try await run(options + ["--output-encoding", "utf-8"])
        let numbered = try await run(options + ["--numbered"]).bytes
        let found = NumberedLines(numbered)
        #expect(found.rows == Array(plain.output.utf8))
        #expect(found.frames > 1 && found.lines < 1_000, "\(found.frames), \(found.lines)")
    }

    @Test(arguments: [
        (["--numbered"], "list.csv", 64),
        (["--numbered", "--only-our-columns", "-o", "checked.csv"], "list.csv", 64),
        (["--numbered", "--only-our-columns", "--output-encoding", "utf-8"], "list.csv", 64),
        (["--only-our-columns", "--safe-cells"], "list.csv", 64),
        (["--only-our-columns", "--only-problems"], "list.csv", 64),
        (["--only-our-columns", "--verdict", "ok"], "list.csv", 64),
        (["--only-our-columns", "--only-township", "金龙镇"], "list.csv", 64),
        (["--only-our-columns", "-o", "checked.xlsx"], "list.csv", 2),
        (["--quiet", "--summary", "text"], "list.csv", 64),
        (["-o", "checked.csv", "--summary-file", "checked.csv"], "list.csv", 64),
    ])
    func `options that contradict each other are refused`(
        options: [String], list: String, status: Int
    ) async throws {
        try workspace.write(Self.list, to: "list.csv")
        let paths = options.map { $0.hasPrefix("checked") ? workspace($0) : $0 }
        let run = try await run(paths)
        #expect(run.status == status && run.error.contains(options.first { $0.hasPrefix("--") } ?? ""), "\(run)")
        #expect(names(in: workspace.path) == ["list.csv"])
    }

    @Test(arguments: [
        (["--only-township", "没有镇"], "There is no township ‘没有镇’."),
        (["--only-township", "金龙镇", "--only-township", "金龙"], "Near names, offered and not taken: 金龙镇"),
        (["--only-township", "金龙镇", "--county", "430624"], ""), (["--only-township", ""], ""),
    ])
    func `a township that is not there is said and nothing is written`(
        options: [String], sentence: String
    ) async throws {
        try workspace.write(Self.list, to: "list.csv")
        let run = try await run(options + ["-o", workspace("checked.csv")])
        #expect(run.status == (sentence.isEmpty ? 1 : 2) && run.error.contains(sentence), "\(run.error)")
        #expect(names(in: workspace.path) == (sentence.isEmpty ? ["checked.csv", "list.csv"] : ["list.csv"]))
    }

    @Test func `a quiet run says its errors and nothing else`() async throws {
        try workspace.write(Self.list, to: "list.csv")
        let quiet = try await run(["--quiet"])
        #expect(quiet.status == 1 && quiet.error.isEmpty && !quiet.output.isEmpty)
        try workspace.write("甲,乙\n1,2\n", to: "other.csv")
        let wrong = try await run(["--quiet"], list: "other.csv")
        #expect(wrong.status == 2 && wrong.error.hasPrefix("landgrade: ") && wrong.output.isEmpty)
    }

    @Test func `the summary goes to a file once the list is judged`() async throws {
        try workspace.write(Self.list, to: "list.csv")
        let file = workspace("summary.json")
        let checked = try await run(["--quiet", "--summary-file", file])
        let summary = try JSONValue(parsing: Array(try contents(of: FilePath(file)).utf8))
        #expect(checked.status == 1 && summary["rows"] == .integer(4) && summary["verdicts"]?["ok"] == .integer(1))
        #expect(summary["columns"]?["village"] == ["number": .integer(2), "header": .string("行政村")])
        #expect(summary["columns"]?["county"] == nil)
        let standard = try await run(["-o", workspace("checked.csv"), "--summary", "json"])
        let written = try contents(of: FilePath(file))
        #expect(standard.output == written)

        // A quote that is never closed: the judging stops, and the file keeps what it had.
        try workspace.write(Self.list + "金龙镇,芙蓉村,果园,1,\"", to: "list.csv")
        let stopped = try await run(["--summary-file", file])
        let kept = try contents(of: FilePath(file))
        #expect(stopped.status == 2 && kept == written, "\(stopped.error)")
        let nowhere = try await run(["--summary-file", workspace("none/summary.json")])
        #expect(nowhere.status == 2 && nowhere.output.isEmpty && nowhere.error.contains("can't be written"))
    }

    @Test func `a generation is judged with, whichever is current`() async throws {
        let store = workspace("store")
        _ = try await Program.landgrade.run(["init", "--store", store])
        let package = try await workspace.revised("430624-2027-3", issued: "2027-03-01", [.moved])
        _ = try await Program.landgrade.run(["import", "--unsigned", "--store", store, package])
        try workspace.write("乡镇,村,地类\n金龙镇,芙蓉村,果园\n", to: "list.csv")
        func edition(_ options: [String]) async throws -> String {
            let run = try await Program.landgrade.run(
                ["validate", "--store", store, "--quiet", "--only-our-columns", workspace("list.csv")] + options)
            return run.output.contains("430624-2025-1")
                ? "old" : run.output.contains("430624-2027-3") ? "new" : run.error
        }
        #expect(try await edition([]) == "new")
        #expect(try await edition(["--generation", "1"]) == "old")
        #expect(try await edition(["--generation", "2"]) == "new")
        #expect(
            try await edition(["--generation", "7", "--lang", "zh"]) == "landgrade: 没有第7批数据。现有批次：1、2。\n")
        #expect(try await edition(["--generation", "7", "--lang", "en"]).hasSuffix("There are: 1, 2.\n"))
        let bad = try await run(["--generation", "x"])
        #expect(bad.status == 64 && bad.error.contains("‘x’"), "\(bad.error)")
    }
}

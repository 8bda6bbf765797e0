import SystemPackage
import TestSupport
import Testing

/// Lists as the files of other programs are: on the real program.
@Suite struct ListFileTests {
    let workspace = TemporaryFolder()
    private static let lists = Repository.file("Tests/Lists")

    private func make(_ name: String, _ suffix: String, codePage: String? = nil) async throws -> String {
        let path = workspace(name + suffix)
        let made = try await Program.tool("/usr/bin/env").run(
            ["python3", Self.lists.appending("programs.py").string, name, path] + (codePage.map { [$0] } ?? []))
        try #require(made.status == 0, "\(made.error)")
        return path
    }

    private func validate(_ path: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), path] + arguments)
    }

    @Test(arguments: [
        "prefix-cols", "prefix-merged", "space-in-end", "comment-with-end", "utf-16", "inline-v-and-is", "spaces-in-v",
        "small-letters", "foreign-in-cell", "whole-columns", "backslash", "dot-paths", "rooted", "gbk-neighbour",
    ])
    func `a workbook of another program is read`(name: String) async throws {
        let run = try await validate(try await make(name, ".xlsx"))
        #expect(run.status == 0 && run.error.contains("2 rows: ok 2"), "\(run.error)")
        #expect(run.output.contains("430624001,金龙镇,芙蓉村,果园,1,"), "\(run.output)")
    }

    @Test(arguments: ["dates-1904-prefix", "dates-1904-redeclared"])
    func `elements of other namespaces change no date`(name: String) async throws {
        let run = try await validate(try await make(name, ".xlsx"))
        #expect(run.status == 0 && run.output.contains(",2024-03-01,"), "\(run.output)")
    }

    @Test(arguments: [
        ("names-utf8", "UTF8"), ("names-utf8", "65001"), ("names-utf8", "CP65001"), ("names-utf8", nil),
        ("names-gbk", "cp936"), ("names-gbk", "ANSI 936"), ("names-gbk", nil), ("grade-decimals", nil),
        ("text-decimals", nil), ("nul-end", nil), ("no-end", nil), ("long-text", nil),
    ])
    func `a DBF of another program is read`(name: String, codePage: String?) async throws {
        let run = try await validate(try await make(name, ".dbf", codePage: codePage))
        #expect(run.status == 0 && run.error.contains("2 rows: ok 2"), "\(run.error)")
        #expect(run.error.contains("cut inside a character") == name.hasPrefix("names"), "\(run.error)")
    }

    @Test func `zeros that pad a number field are no digits of a price`() async throws {
        let run = try await Program.landgrade.run([
            "validate", "--store", try await SharedStore.shared.pathWithExamples(), "--columns",
            "unit_price=DJ,area=MJ",
            "--units", "unit_price=元/亩,area=亩", "--output-encoding", "utf-8", try await make("price-decimals", ".dbf"),
        ])
        #expect(run.status == 1, "\(run.error)")
        let lines = run.output.split(separator: "\n").dropFirst()
        #expect(lines.map { $0.contains(",mismatch,") } == [false, true, true], "\(run.output)")
        #expect(lines.first?.contains(",34666.67,12.50,1.50,") == true, "\(run.output)")
        #expect(run.output.contains(",34666.6666,12.50,-0.10,") && run.output.contains(",34666.60,12.50,100,"))
    }

    @Test func `a binary number in a DBF is the decimal that it was made of`() async throws {
        let run = try await Program.landgrade.run([
            "validate", "--store", try await SharedStore.shared.pathWithExamples(), "--units",
            "unit_price=元/亩,area=亩,amount=元", "--output-encoding", "utf-8", try await make("binary-decimals", ".dbf"),
        ])
        #expect(run.status == 0, "\(run.output)\(run.error)")
        #expect(run.output.contains("青山镇,松林村,桑园,1,26666.67,12.5,333333.33,ok,"), "\(run.output)")
        #expect(run.error.contains("25"), "\(run.error)")
    }

    @Test(arguments: [
        ("names-gbk", "UTF-8", "the .cpg file says UTF-8"), ("names-utf8", "GBK", "the .cpg file says GB18030"),
        ("driver-gbk-texts-utf8", nil, "its header says GB18030"),
    ])
    func `an encoding that the texts contradict is said and not followed`(
        name: String, codePage: String?, said: String
    ) async throws {
        let path = try await make(name, ".dbf", codePage: codePage)
        let run = try await validate(path)
        #expect(run.status == 0 && run.error.contains("2 rows: ok 2"), "\(run.error)")
        #expect(run.error.contains(said), "\(run.error)")
        // Who says it himself is followed.
        let told = try await validate(path, ["--encoding", said.hasSuffix("UTF-8") ? "utf-8" : "gbk"])
        #expect(told.status != 0, "\(told.error)")
    }

    @Test func `a code that was a binary number has lost its last digits`() async throws {
        let run = try await validate(try await make("code-decimals", ".dbf"))
        #expect(run.status == 1 && run.error.contains("5 rows: ok 1, bad_row 4"), "\(run.error)")
    }

    @Test(arguments: [("cut-utf8", "UTF-8"), ("cut-gbk", "GB18030")])
    func `a cut cell is said and never flips the encoding`(name: String, encoding: String) async throws {
        let run = try await validate(try await make(name, ".dbf"), ["--output-encoding", "utf-8"])
        #expect(run.status == 0 && run.error.contains("2 rows: ok 2"), "\(run.error)")
        #expect(run.error.contains("encoding \(encoding)"), "\(run.error)")
        #expect(run.output.contains("#1 BZ was cut by the length of its field"), "\(run.output)")
    }

    @Test func `a cut name is not judged`() async throws {
        let run = try await validate(try await make("cut-village", ".dbf"))
        #expect(run.status == 1 && run.error.contains("2 rows: bad_row 2"), "\(run.error)")
        #expect(run.output.contains("#1 ZLDWMC was cut by the length of its field and is not whole"), "\(run.output)")
    }

    private static let table = "宗地代码,乡镇,村,地类,级别\n430624001,金龙镇,芙蓉村,果园,1\n"

    @Test(arguments: ["\u{FEFF}", "\u{FEFF}\u{FEFF}", "sep=,\n", "\u{FEFF}sep=,\r\n", "sep=,\n\u{FEFF}"])
    func `what stands before the header is no cell`(start: String) async throws {
        try workspace.write(start + Self.table, to: "in.csv")
        let output = workspace("out.xlsx")
        let made = try await validate(workspace("in.csv"), ["-o", output])
        #expect(made.status == 0, "\(made.error)")
        let again = try await validate(output, ["--sheet", "1", "--format", "jsonl"])
        #expect(again.output.hasPrefix("{\"input\":{\"宗地代码\":\"430624001\",\"乡镇\":"), "\(again.output)\(again.error)")
        let text = try await validate(workspace("in.csv"))
        #expect(text.output.utf8.starts(with: (start + "宗地代码,").utf8), "\(text.output)")
        let json = try await validate(workspace("in.csv"), ["--format", "jsonl"])
        #expect(json.output.hasPrefix("{\"input\":{\"宗地代码\":\"430624001\""), "\(json.output)")
    }

    @Test(arguments: [
        ("{\"type\": \"FeatureCollection\", \"features\": []}", "GeoJSON; save it as GeoPackage or CSV"),
        ("\u{FEFF}\n{ \"type\":\"Topology\"}", "TopoJSON"), ("[{\"乡镇\": \"金龙镇\"}]", "JSON, not a table"),
        ("PAR1\u{15}", "a Parquet file"), ("ARROW1", "an Arrow"), ("fgb\u{3}fgb", "a FlatGeobuf file"),
        ("\0\u{1}\0\0Standard Jet DB\0", "an Access database"), ("7z\u{BC}", "text"), ("Rar!\u{1A}", "a RAR archive"),
        ("!table\n!version 300", "a MapInfo TAB file"),
    ])
    func `other kinds are named`(text: String, words: String) async throws {
        try workspace.write(text + "\n", to: "in.csv")
        let run = try await validate(workspace("in.csv"))
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.error.contains(words) || words == "text", "\(run.error)")
    }

    @Test func `a header in brackets is a list`() async throws {
        try workspace.write("[乡镇],[村],[地类]\n金龙镇,芙蓉村,果园\n", to: "in.csv")
        let run = try await validate(workspace("in.csv"), ["--columns", "township=1,village=2,land_type=3"])
        #expect(run.status == 0, "\(run.error)")
    }
}

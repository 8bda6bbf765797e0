import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Lists and files that can't be judged: refused whole before anything is written, or stopped with the place.
@Suite struct ValidateFaultTests {
    let workspace = TemporaryFolder()
    static let header = "所属乡镇,行政村,地类名称,土地级别\n"

    private func validate(_ arguments: [String], input: [UInt8] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: input)
    }

    private func refused(
        _ bytes: [UInt8], _ sentence: String, _ arguments: [String] = [], source: SourceLocation = #_sourceLocation
    ) async throws {
        let out = workspace("out.csv")
        let run = try await validate(arguments + ["-o", out], input: bytes)
        #expect(run.status == 2 && run.output.isEmpty, sourceLocation: source)
        #expect(run.error.contains("landgrade: \(sentence)"), "\(run.error)", sourceLocation: source)
        #expect(names(in: workspace.path).isEmpty, sourceLocation: source)
    }

    @Test func `lists without rows`() async throws {
        try await refused([], "the list is empty")
        try await refused([0xEF, 0xBB, 0xBF], "the list is empty")
        try await refused(Array(Self.header.utf8), "the list has a header and no rows")
    }

    @Test func `what is no text`() async throws {
        try await refused([UInt8](repeating: 0, count: 4096), "not text (NUL bytes)")
        try await refused([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "UTF-32 is not read; save it as UTF-8")
        try await refused(
            Array(Self.header.utf8) + [0xFF, 0xFF, 0x0A],
            "the encoding can't be told: as UTF-8 it fails at byte \(Self.header.utf8.count)")
    }

    @Test func `a missing or ambiguous column`() async throws {
        try await refused(
            Array("所属乡镇,名称,地类\n金龙镇,芙蓉村,果园\n".utf8),
            "no column for the village was found; give it with --columns village=NAME or NUMBER. There are: 1=所属乡镇, 2=名称, 3=地类"
        )
        try await refused(
            Array("乡镇,所属乡镇,村,地类\n金龙镇,金龙镇,芙蓉村,果园\n".utf8), "several columns could be the township (1, 2)")
    }

    @Test func `a quote that is never closed`() async throws {
        let text = Self.header + "金龙镇,芙蓉村,果园,1\n金龙镇,\"芙蓉村,果园,1\n" + String(repeating: "金龙镇,芙蓉村,果园,1\n", count: 9)
        let run = try await validate(["-o", workspace("out.csv")], input: Array(text.utf8))
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.error.contains("the quote opened at line 3, column 2 is not closed"))
        #expect(names(in: workspace.path).isEmpty)
    }

    @Test func `the input is not written over`() async throws {
        try workspace.write(Self.header + "金龙镇,芙蓉村,果园,1\n", to: "list.csv")
        let list = workspace("list.csv")
        let same = try await validate([list, "-o", list])
        #expect(same.status == 2 && same.error.contains("write to another file"))
        link(list, workspace("other.csv"))
        let hard = try await validate([list, "-o", workspace("other.csv")])
        #expect(hard.status == 2 && hard.error.contains("write to another file"))
        symlink(list, workspace("link.csv"))
        let soft = try await validate([list, "-o", workspace("link.csv")])
        #expect(soft.status == 2 && soft.error.contains("is a link"))
        #expect(try contents(of: FilePath(list)) == Self.header + "金龙镇,芙蓉村,果园,1\n")
    }

    @Test func `files of other kinds`() async throws {
        #expect(try await validate([workspace("")]).error.contains("is a folder, not a list"))
        #expect(try await validate(["/dev/zero"]).error.contains("is a device, not a list"))
        #expect(try await validate([workspace("nothing.csv")]).error.contains("can't be read"))
        mkfifo(workspace("pipe"), 0o644)
        let pipe = workspace("pipe")
        try workspace.write(Self.header + "金龙镇,芙蓉村,果园,1\n", to: "list.csv")
        let script = "cat \(workspace("list.csv")) > \(pipe) & exec \"$0\" validate --store \"$1\" \(pipe)"
        let run = try await Program.tool("/bin/sh").run(
            ["-c", script, Program.landgrade.path.string, try await SharedStore.shared.path()])
        #expect(run.status == 0 && run.output.contains(",ok,"))
    }

    @Test func `a bad row does not stop the others`() async throws {
        let bytes =
            Array((Self.header + "金龙镇,芙蓉村,果园,1\n金龙镇,芙蓉").utf8) + [0xFF] + Array("村,果园,1\n金龙镇,芙蓉村,果园\n".utf8)
            + Array("金龙镇,芙\"蓉村,果园,1\n金龙镇,芙蓉村,果\0园,1\n金龙镇,芙蓉村,果园,2\n".utf8)
        let run = try await validate(["--encoding", "utf-8"], input: bytes)
        #expect(run.status == 1)
        let verdicts = run.error.split(separator: "\n").last ?? ""
        #expect(verdicts.contains("6 rows: ok 1, mismatch 1, bad_row 4"))
        #expect(run.bytes.contains(0xFF))
    }

    @Test func `a record without end is stopped with flat memory`() async throws {
        // 300 MiB in one line: the program may hold the record's limit, not the line.
        let script = """
            ulimit -v 400000
            { printf '%s' "$2"; head -c 300000000 /dev/zero | tr '\\0' 'x'; } | "$0" validate --store "$1"
            """
        let run = try await Program.tool("/bin/sh").run(
            ["-c", script, Program.landgrade.path.string, try await SharedStore.shared.path(), Self.header])
        #expect(run.status == 2 && run.error.contains("exceeds 1 MiB"), "\(run.error.suffix(300))")
    }

    @Test func `a full disk leaves no half file`() async throws {
        let rows = String(repeating: "金龙镇,芙蓉村,果园,1\n", count: 20_000)
        try workspace.write(Self.header + rows, to: "list.csv")
        let script =
            "ulimit -f 100; trap '' XFSZ; exec \"$0\" validate --store \"$1\" \(workspace("list.csv")) -o \(workspace("out.csv"))"
        let run = try await Program.tool("/bin/sh").run(
            ["-c", script, Program.landgrade.path.string, try await SharedStore.shared.path()])
        #expect(run.status == 2)
        #expect(names(in: workspace.path) == ["list.csv"])
    }

    @Test func `editions of another time and unknown ones`() async throws {
        let list = Array((Self.header + "金龙镇,芙蓉村,果园,1\n").utf8)
        let before = try await validate(["--as-of", "2020-01-01"], input: list)
        #expect(before.status == 1 && before.output.contains(",not_published,"))
        let unknown = try await validate(["--compare-with", "430624-2099-1"], input: list)
        #expect(unknown.status == 2 && unknown.error.contains("430624-2099-1 is not in the store"))
        let county = try await validate(["--county", "湘潭县"], input: list)
        #expect(county.status == 2 && county.error.contains("湘潭县"))
    }
}

import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A machine that lacks something: every program says so in a sentence and does not end with 0, and leaves nothing.
@Suite struct EndTests {
    let bench = FeedBench()
    private var workspace: TemporaryFolder { bench.workspace }

    private static let commands: [(Program, [String])] = [
        (.landgrade, ["lookup", "金龙镇", "芙蓉村"]), (.landgrade, ["validate", "LIST", "-o", "OUT/checked.csv"]),
        (.landgrade, ["validate", "LIST", "-o", "OUT/checked.xlsx"]), (.landgrade, ["init"]),
        (.sync, ["pull"]), (.publish, ["check", "PACKAGE"]), (Program.workbook, ["OUT/a.xlsx"]),
    ]

    /// Runs a command after `setup`, a line of shell.
    private func run(_ program: Program, _ arguments: [String], after setup: String) async throws -> Run {
        let words = arguments.map {
            $0.replacing("LIST", with: workspace("list.csv")).replacing("OUT", with: workspace("out"))
                .replacing("PACKAGE", with: workspace("430624-2025-1"))
        }
        return try await Program.tool("/bin/sh").run(
            ["-c", "\(setup); exec \"$0\" \"$@\"", program.path.string] + words,
            environment: ["LANDGRADE_STORE": bench.store])
    }

    private func prepare(rows: Int = 1) async throws {
        try #require(mkdir(workspace("out"), 0o755) == 0)
        try workspace.write("", to: "out/.keep")
        try workspace.write(
            "乡镇,村,地类,级别\n" + String(repeating: "金龙镇,芙蓉村,园地,1\n", count: rows), to: "list.csv")
        let made = try await Program.landgrade.run(["init", "--store", bench.store])
        try #require(made.status == 0, "\(made.error)")
    }

    private static let mayUnshare = geteuid() == 0 && access("/usr/bin/unshare", X_OK) == 0

    /// Swift reads a program's arguments from there; without them a program would print its help and end with 0.
    @Test(.enabled(if: mayUnshare)) func `without proc`() async throws {
        try await prepare()
        let package = try await bench.package()
        let without = "mount -t tmpfs none /proc || exit 99"
        func run(_ program: Program, _ arguments: [String]) async throws -> Run {
            let words = arguments.map { $0.replacing("LIST", with: workspace("list.csv")) }
            return try await Program.tool("/usr/bin/unshare").run(
                ["-m", "/bin/sh", "-c", "\(without); exec \"$0\" \"$@\"", program.path.string] + words,
                environment: ["LANDGRADE_STORE": bench.store])
        }
        let found = try await run(.landgrade, ["lookup", "--lang", "en", "金龙镇", "芙蓉村"])
        guard found.status != 99, !found.error.contains("unshare") else {
            withKnownIssue("this machine lets nobody mount: not tested here") { Issue.record("\(found.error)") }
            return
        }
        #expect(found.status == 0 && found.output.contains("grade 1"), "\(found.error)")
        #expect(try await run(.landgrade, ["lookup", "金龙镇", "无此村"]).status == 1)
        // A file gets a name until it is whole, and nothing else stays.
        let checked = try await run(.landgrade, ["validate", "LIST", "-o", workspace("out/checked.csv")])
        #expect(checked.status == 0, "\(checked.error)")
        #expect(names(in: workspace.path.appending("out")).sorted() == [".keep", "checked.csv"])
        #expect(try await run(.publish, ["check", package]).status == 0)
        #expect(try await run(.sync, ["pull"]).status == 2)
        #expect(try await run(.landgrade, []).output.contains("USAGE"))
    }

    @Test(arguments: [3, 4, 5, 6]) func `with few descriptors`(_ count: Int) async throws {
        try await prepare()
        for (program, arguments) in Self.commands {
            let run = try await run(program, arguments, after: "ulimit -n \(count)")
            guard run.status != 0 else {
                #expect(!run.output.contains("USAGE"), "\(program.name) \(arguments)")
                continue
            }
            #expect(run.status > 0 && !run.error.isEmpty, "\(program.name) \(arguments): \(run.status)")
        }
        #expect(
            names(in: workspace.path.appending("out")).allSatisfy { !$0.hasSuffix(".part") && !$0.hasSuffix(".new") })
    }

    @Test(arguments: ["csv", "xlsx"]) func `a list over the limit for files`(_ kind: String) async throws {
        try await prepare(rows: 20_000)
        let run = try await run(.landgrade, ["validate", "LIST", "-o", "OUT/checked.\(kind)"], after: "ulimit -f 16")
        #expect(run.status == 2 && run.error.contains("File too large"), "\(run.status) \(run.error)")
        #expect(names(in: workspace.path.appending("out")) == [".keep"])
    }

    @Test func `a copy over the limit for files`() async throws {
        try await prepare()
        let made = try await bench.tool([
            "/usr/bin/python3", "-c",
            """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            database.execute("CREATE TABLE list (id INTEGER PRIMARY KEY, 乡镇 TEXT, 村 TEXT, 地类 TEXT, 级别 INTEGER)")
            rows = (("金龙镇", "芙蓉村", "园地", 1) for _ in range(5_000))
            database.executemany("INSERT INTO list (乡镇, 村, 地类, 级别) VALUES (?, ?, ?, ?)", rows)
            database.commit()
            """, workspace("list.gpkg"),
        ])
        try #require(made.status == 0, "\(made.error)")
        let run = try await run(
            .landgrade, ["validate", workspace("list.gpkg"), "-o", "OUT/checked.gpkg"], after: "ulimit -f 16")
        #expect(run.status == 2 && !run.error.isEmpty, "\(run.status) \(run.error)")
        #expect(names(in: workspace.path.appending("out")) == [".keep"])
    }

    @Test func `a store over the limit for files`() async throws {
        let made = try await run(.landgrade, ["init"], after: "ulimit -f 16")
        #expect(made.status == 2 && !made.error.isEmpty, "\(made.status) \(made.error)")
        #expect(names(in: FilePath(bench.store).appending("tmp")) == [])
        _ = try await bench.settled([try await bench.package()])
        let moved = try await bench.package("430624-2026-1", issued: "2026-03-01", grades: FeedBench.moved)
        let imported = try await run(.landgrade, ["import", "--unsigned", moved], after: "ulimit -f 16")
        #expect(imported.status == 2 && !imported.error.isEmpty, "\(imported.status) \(imported.error)")
        #expect(names(in: FilePath(bench.store).appending("tmp")) == [])
        #expect(try await bench.answer().first == "1")
    }

    @Test func `a pull and a feed over the limit for files`() async throws {
        let package = try await bench.package()
        let key = try await bench.settled([package])
        let moved = try await bench.package("430624-2026-1", issued: "2026-03-01", grades: FeedBench.moved)
        let build = [
            "feed", "build", package, moved, "--out", workspace("feed"), "--expires", FeedBench.farOff, "--key", key,
        ]
        let before = names(in: FilePath(workspace("feed/files"))).sorted()
        let built = try await run(.publish, build, after: "ulimit -f 8")
        #expect(built.status == 2 && !built.error.isEmpty, "\(built.status) \(built.error)")
        let after = names(in: FilePath(workspace("feed/files")))
        #expect(after.allSatisfy { $0.count == 64 } && after.count >= before.count, "\(after)")
        try await bench.publish([package, moved], keys: [key])
        let pulled = try await run(.sync, ["pull"], after: "ulimit -f 16")
        #expect(pulled.status == 7 && !pulled.error.isEmpty, "\(pulled.status) \(pulled.error)")
        #expect(try await bench.answer().first == "1")
        #expect(try await bench.sync(["pull"]).status == 0)
        #expect(try await bench.answer().first == "2")
        #expect(names(in: FilePath(bench.store).appending("tmp")) == [])
    }

    /// In the folder that is to be uploaded there is never a file but those of the feed.
    @Test(.enabled(if: StorageScene.hasStrace, "needs strace"), arguments: [1, 3, 6])
    func `a feed build that is killed leaves no part`(_ call: Int) async throws {
        let package = try await bench.package(), key = try await bench.key("bureau")
        try await bench.start(keys: [key])
        let run = try await Program.publish.run(
            ["feed", "build", package, "--out", workspace("feed"), "--expires", FeedBench.farOff, "--key", key],
            through: [
                "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=linkat", "-e",
                "inject=linkat:signal=KILL:when=\(call)",
            ])
        #expect(run.status != 0)
        for folder in ["feed", "feed/files", "feed/keys"] {
            #expect(names(in: FilePath(workspace(folder))).allSatisfy { !$0.hasPrefix(".") }, "\(folder)")
        }
    }
}

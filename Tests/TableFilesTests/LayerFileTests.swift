import Glibc
import SystemSupport
import TableFiles
import SystemPackage
import TabularText
import Testing

/// Files that somebody has open, left behind, damaged, or made with intent.
@Suite struct LayerFileTests {
    let scene = Scene()

    private func python(_ script: String) async throws {
        _ = try await scene.run("python3", "-c", "import os, sqlite3, time\n" + script)
    }

    @Test func beginningsAreTold() {
        #expect(LayerFile.isDatabase(Array("SQLite format 3\0…".utf8)))
        #expect(!LayerFile.isDatabase(Array("SQLite format 2\0…".utf8)))
        #expect(!LayerFile.isDatabase([]))
    }

    @Test func otherFilesAreRefused() throws {
        try scene.write(Array("乡镇,村\n".utf8), to: "list.gpkg")
        try scene.write([], to: "empty.gpkg")
        try scene.write(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0xFF, count: 4080), to: "fake.gpkg")
        let no = "不是 SQLite 数据库（GeoPackage 也是一种 SQLite 数据库）"
        for name in ["list.gpkg", "empty.gpkg", "fake.gpkg"] {
            #expect(refusal { _ = try LayerSource(scene.path(name)) } == no)
        }
        #expect(refusal { _ = try LayerSource(scene.folder) } == "不是普通文件")
        #expect(refusal { _ = try LayerSource(scene.path("none")) } == "无法读取：No such file or directory")
    }

    /// Waits for a file another process makes, without keeping a thread that process may need to be started.
    private func appearance(of name: String) async throws {
        for _ in 0..<3_000 {
            if scene.names.contains(name) { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("\(name) has not appeared in a minute")
        throw CancellationError()
    }

    /// As QGIS has it open: the newest rows stand in the log only.
    @Test func rowsInTheLogOfAnotherProcessAreSeen() async throws {
        async let other: Void = python(
            """
            d = sqlite3.connect('w.gpkg', isolation_level=None)
            d.execute('PRAGMA journal_mode=WAL'); d.execute('PRAGMA wal_autocheckpoint=0')
            d.execute('CREATE TABLE t (a)'); d.execute("INSERT INTO t VALUES ('saved')")
            open('ready', 'w').close()
            while not os.path.exists('stop'): time.sleep(0.02)
            d.execute("INSERT INTO t VALUES ('later')")
            open('done', 'w').close()
            while os.path.exists('stop'): time.sleep(0.02)
            """)
        try await appearance(of: "ready")
        let before = scene.names
        let source = try LayerSource(scene.path("w.gpkg"))
        try scene.write([], to: "stop")
        try await appearance(of: "done")
        #expect(try records(source) == [["a"], ["saved"]])
        #expect(try records(LayerSource(scene.path("w.gpkg"))) == [["a"], ["saved"], ["later"]])
        #expect(scene.names == (before + ["done", "stop"]).sorted())
        unlink(scene.path("stop").string)
        try await other
    }

    /// Its writer was killed: the log's rows are read where its index is there, else somebody has to recover it.
    @Test func aLogLeftBehindIsReadOrRefused() async throws {
        try await python(
            """
            d = sqlite3.connect('k.gpkg', isolation_level=None)
            d.execute('PRAGMA journal_mode=WAL'); d.execute('CREATE TABLE t (a)'); d.execute("INSERT INTO t VALUES (1)")
            os._exit(0)
            """)
        #expect(scene.names == ["k.gpkg", "k.gpkg-shm", "k.gpkg-wal"])
        #expect(try records(LayerSource(scene.path("k.gpkg"))) == [["a"], ["#1"]])
        #expect(scene.names == ["k.gpkg", "k.gpkg-shm", "k.gpkg-wal"])
        unlink(scene.path("k.gpkg-shm").string)
        #expect(
            refusal { _ = try LayerSource(scene.path("k.gpkg")) }
                == "旁边的日志“k.gpkg-wal”里有未并入的数据，而写入它的程序没有正常关闭；请先用该程序（如 QGIS）打开并关闭一次，再试")
        #expect(scene.names == ["k.gpkg", "k.gpkg-wal"])
    }

    @Test func aFileWithAnEmptyLogIsReadWithoutATrace() throws {
        let path = try scene.database(
            "q.gpkg", "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
        #expect(scene.names == ["q.gpkg"])
        let source = try LayerSource(path)
        #expect(try records(source) == [["a"], ["#1"]])
        #expect(scene.names == ["q.gpkg"])
        let changed = try LayerSource(path)
        try scene.database("q.gpkg", "INSERT INTO t VALUES (2)")
        #expect(refusal { _ = try records(changed) } == "读取过程中文件被改动；请再试")
    }

    @Test func aHotJournalIsRefused() async throws {
        try await python(
            """
            d = sqlite3.connect('j.gpkg', isolation_level=None)
            d.execute('CREATE TABLE t (a)')
            d.execute('WITH n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<5000) INSERT INTO t SELECT i FROM n')
            d.execute('PRAGMA cache_size=2'); d.execute('BEGIN'); d.execute('UPDATE t SET a = -a')
            os._exit(0)
            """)
        let text = "上次写入中断，旁边留有日志“j.gpkg-journal”；请先用写入它的程序（如 QGIS）打开一次，让它恢复，再试"
        #expect(refusal { _ = try LayerSource(scene.path("j.gpkg")) } == text)
        #expect(scene.names == ["j.gpkg", "j.gpkg-journal"])
    }

    /// A writer that has not committed yet is no obstacle; one that commits while we read waits.
    @Test func rowsAreOfOneMoment() throws {
        let path = try scene.database("s.sqlite", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
        let writer = try OpenDatabase(path)
        try writer.run("BEGIN; INSERT INTO t VALUES (2)")
        #expect(try records(LayerSource(path)) == [["a"], ["#1"]])
        try writer.run("COMMIT")
        #expect(try records(LayerSource(path)) == [["a"], ["#1"], ["#2"]])
        try writer.run("BEGIN EXCLUSIVE")
        #expect(refusal { _ = try LayerSource(path) } == "另一程序正在写入此文件；请在其中保存并关闭后再试")
    }

    @Test func damageIsSaid() throws {
        let path = try scene.database(
            "d.sqlite", "CREATE TABLE t (a)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
            INSERT INTO t SELECT printf('%060d', i) FROM n
            """)
        let whole = try scene.bytes("d.sqlite")
        try scene.write(Array(whole.prefix(whole.count / 2)), to: "d.sqlite")
        #expect(refusal { _ = try records(LayerSource(path)) }.hasPrefix("数据库已损坏："))
        var bytes = whole
        for position in (whole.count - 4096)..<whole.count { bytes[position] = 0xFF }
        try scene.write(bytes, to: "d.sqlite")
        #expect(refusal { _ = try records(LayerSource(path)) }.hasPrefix("数据库已损坏："))
    }

    /// Whatever a file holds: rows or an error, and no end of the program.
    @Test func flippedBytesNeverCrash() throws {
        try scene.database(
            "f.sqlite", "PRAGMA page_size=512", "CREATE TABLE t (a TEXT, b REAL)", "CREATE INDEX i ON t (a)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
            INSERT INTO t SELECT printf('%020d', i), i / 3.0 FROM n
            """)
        let whole = try scene.bytes("f.sqlite")
        var failures = 0
        for seed in 0..<600 {
            var bytes = whole
            for step in 0..<3 {
                bytes[(seed * 7919 + step * 104_729) % bytes.count] ^= UInt8(truncatingIfNeeded: 1 << (seed % 8))
            }
            try scene.write(bytes, to: "f.sqlite")
            do { _ = try records(LayerSource(scene.path("f.sqlite"))) } catch is TableError { failures += 1 }
        }
        #expect(failures > 0)
    }

    @Test(arguments: [
        "CREATE VIEW v AS SELECT load_extension('evil.so') AS a",
        "CREATE VIEW v AS SELECT hex(fts3_tokenizer('simple')) AS a",
        "CREATE VIEW v AS SELECT writefile('/tmp/evil', 'x') AS a",
        "CREATE VIEW v AS SELECT name AS a FROM nowhere",
    ])
    func definitionsThatReachOutAreRefused(_ sql: String) throws {
        let path = try scene.database("v.sqlite", sql)
        #expect(refusal { _ = try records(LayerSource(path)) }.hasPrefix("数据库的定义中有不能执行的内容："))
    }

    @Test func namesCanNotMoveTheCursor() throws {
        let path = try scene.database("c.sqlite", "CREATE TABLE \"a\u{1B}[2Jb\" (x)")
        #expect(try LayerSource(path).opening[0].sentence(in: .zh) == "SQLite 表“a\\x1b[2Jb”")
    }
}

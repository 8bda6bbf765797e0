import Glibc
import SystemSupport
import SystemPackage
import TableFiles
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

/// Files that somebody has open, left behind, damaged, or made with intent.
@Suite struct LayerFileTests {
    let folder = TemporaryFolder()

    private func python(_ script: String) async throws {
        _ = try await folder.run("python3", "-c", "import os, sqlite3, time\n" + script)
    }

    @Test func `beginnings are told`() {
        #expect(LayerFile.isDatabase(Array("SQLite format 3\0…".utf8)))
        #expect(!LayerFile.isDatabase(Array("SQLite format 2\0…".utf8)))
        #expect(!LayerFile.isDatabase([]))
    }

    @Test func `other files are refused`() throws {
        try folder.write(Array("乡镇,村\n".utf8), to: "list.gpkg")
        try folder.write([], to: "empty.gpkg")
        try folder.write(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0xFF, count: 4080), to: "fake.gpkg")
        let no = "不是 SQLite 数据库（GeoPackage 也是一种 SQLite 数据库）"
        for name in ["list.gpkg", "empty.gpkg", "fake.gpkg"] {
            #expect(refusal { _ = try LayerSource(folder[name]) } == no)
        }
        #expect(refusal { _ = try LayerSource(folder.path) } == "不是普通文件")
        #expect(refusal { _ = try LayerSource(folder["none"]) } == "无法读取：没有此文件或文件夹")
    }

    /// Waits for a file another process makes, without keeping a thread that process may need to be started.
    private func appearance(of name: String) async throws {
        for _ in 0..<3_000 {
            if folder.names.contains(name) { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("\(name) has not appeared in a minute")
        throw CancellationError()
    }

    /// As QGIS has it open: the newest rows stand in the log only.
    @Test func `rows in the log of another process are seen`() async throws {
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
        let before = folder.names
        let source = try LayerSource(folder["w.gpkg"])
        try folder.write([], to: "stop")
        try await appearance(of: "done")
        #expect(try records(source) == [["a"], ["saved"]])
        #expect(try records(LayerSource(folder["w.gpkg"])) == [["a"], ["saved"], ["later"]])
        #expect(folder.names == (before + ["done", "stop"]).sorted())
        unlink(folder["stop"].string)
        try await other
    }

    /// Its writer was killed: the log's rows are read where its index is there, else somebody has to recover it.
    @Test func `a log left behind is read or refused`() async throws {
        try await python(
            """
            d = sqlite3.connect('k.gpkg', isolation_level=None)
            d.execute('PRAGMA journal_mode=WAL'); d.execute('CREATE TABLE t (a)'); d.execute("INSERT INTO t VALUES (1)")
            os._exit(0)
            """)
        #expect(folder.names == ["k.gpkg", "k.gpkg-shm", "k.gpkg-wal"])
        #expect(try records(LayerSource(folder["k.gpkg"])) == [["a"], ["#1"]])
        #expect(folder.names == ["k.gpkg", "k.gpkg-shm", "k.gpkg-wal"])
        unlink(folder["k.gpkg-shm"].string)
        #expect(
            refusal { _ = try LayerSource(folder["k.gpkg"]) }
                == "旁边的日志“k.gpkg-wal”里有未并入的数据，而写入它的程序没有正常关闭；请先用该程序（如 QGIS）打开并关闭一次，再试")
        #expect(folder.names == ["k.gpkg", "k.gpkg-wal"])
    }

    @Test func `a file with an empty log is read without a trace`() throws {
        let path = try folder.database(
            "q.gpkg", "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
        #expect(folder.names == ["q.gpkg"])
        let source = try LayerSource(path)
        #expect(try records(source) == [["a"], ["#1"]])
        #expect(folder.names == ["q.gpkg"])
        let changed = try LayerSource(path)
        try folder.database("q.gpkg", "INSERT INTO t VALUES (2)")
        #expect(refusal { _ = try records(changed) } == "读取过程中文件被改动；请再试")
    }

    @Test func `a hot journal is refused`() async throws {
        try await python(
            """
            d = sqlite3.connect('j.gpkg', isolation_level=None)
            d.execute('CREATE TABLE t (a)')
            d.execute('WITH n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<5000) INSERT INTO t SELECT i FROM n')
            d.execute('PRAGMA cache_size=2'); d.execute('BEGIN'); d.execute('UPDATE t SET a = -a')
            os._exit(0)
            """)
        let text = "上次写入中断，旁边留有日志“j.gpkg-journal”；请先用写入它的程序（如 QGIS）打开一次，让它恢复，再试"
        #expect(refusal { _ = try LayerSource(folder["j.gpkg"]) } == text)
        #expect(folder.names == ["j.gpkg", "j.gpkg-journal"])
    }

    /// A writer that has not committed yet is no obstacle; one that commits while we read waits.
    @Test func `rows are of one moment`() throws {
        let path = try folder.database("s.sqlite", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
        let writer = try OpenDatabase(path)
        try writer.run("BEGIN; INSERT INTO t VALUES (2)")
        #expect(try records(LayerSource(path)) == [["a"], ["#1"]])
        try writer.run("COMMIT")
        #expect(try records(LayerSource(path)) == [["a"], ["#1"], ["#2"]])
        try writer.run("BEGIN EXCLUSIVE")
        #expect(refusal { _ = try LayerSource(path) } == "另一程序正在写入此文件；请在其中保存并关闭后再试")
    }

    @Test func `damage is said`() throws {
        let path = try folder.database(
            "d.sqlite", "CREATE TABLE t (a)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
            INSERT INTO t SELECT printf('%060d', i) FROM n
            """)
        let whole = try folder.bytes("d.sqlite")
        try folder.write(Array(whole.prefix(whole.count / 2)), to: "d.sqlite")
        #expect(refusal { _ = try records(LayerSource(path)) }.hasPrefix("数据库已损坏："))
        var bytes = whole
        for position in (whole.count - 4096)..<whole.count { bytes[position] = 0xFF }
        try folder.write(bytes, to: "d.sqlite")
        #expect(refusal { _ = try records(LayerSource(path)) }.hasPrefix("数据库已损坏："))
    }

    /// Whatever a file holds: rows or an error, and no end of the program.
    @Test func `flipped bytes never crash`() throws {
        try folder.database(
            "f.sqlite", "PRAGMA page_size=512", "CREATE TABLE t (a TEXT, b REAL)", "CREATE INDEX i ON t (a)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
            INSERT INTO t SELECT printf('%020d', i), i / 3.0 FROM n
            """)
        let whole = try folder.bytes("f.sqlite")
        var failures = 0
        for seed in 0..<600 {
            var bytes = whole
            for step in 0..<3 {
                bytes[(seed * 7919 + step * 104_729) % bytes.count] ^= UInt8(truncatingIfNeeded: 1 << (seed % 8))
            }
            try folder.write(bytes, to: "f.sqlite")
            do { _ = try records(LayerSource(folder["f.sqlite"])) } catch is TableError { failures += 1 }
        }
        #expect(failures > 0)
    }

    @Test(arguments: [
        "CREATE VIEW v AS SELECT load_extension('evil.so') AS a",
        "CREATE VIEW v AS SELECT hex(fts3_tokenizer('simple')) AS a",
        "CREATE VIEW v AS SELECT writefile('/tmp/evil', 'x') AS a",
        "CREATE VIEW v AS SELECT name AS a FROM nowhere",
    ])
    func `definitions that reach out are refused`(_ sql: String) throws {
        let path = try folder.database("v.sqlite", sql)
        #expect(refusal { _ = try records(LayerSource(path)) }.hasPrefix("数据库的定义中有不能执行的内容："))
    }

    @Test func `names can not move the cursor`() throws {
        let path = try folder.database("c.sqlite", "CREATE TABLE \"a\u{1B}[2Jb\" (x)")
        #expect(try LayerSource(path).opening[0].sentence(in: .zh) == "SQLite 表“a\\x1b[2Jb”")
    }
}

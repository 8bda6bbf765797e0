import Glibc
import SystemPackage
import TableFiles
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

/// Our columns in a copy of the layer.
@Suite struct LayerCopyTests {
    let folder = TemporaryFolder()
    private let columns = ["landgrade_verdict", "landgrade_grade"]

    private func copy(_ name: String, layer: String? = nil, to output: String, _ stream: [UInt8], chunk: Int = 7) throws
    {
        let source = try LayerSource(folder[name], layer: layer)
        let copy = try LayerCopy(of: source, to: folder[output])
        try copy.begin(columns: columns)
        for start in stride(from: 0, to: stream.count, by: chunk) {
            try copy.write(stream[start..<min(start + chunk, stream.count)])
        }
        try copy.finish()
    }

    @Test func `rows get their cells`() throws {
        try folder.database(
            "a.sqlite", "CREATE TABLE \"地 \"\"块\" (村 TEXT UNIQUE, b BLOB, g AS (村 || '!'), CHECK (b <> x'00'))",
            "INSERT INTO \"地 \"\"块\" (rowid, 村, b) VALUES (9, '丙', x'0102'), (-5, '甲', NULL), (7, '乙', CAST(x'FF' AS TEXT))",
            "CREATE TABLE other (x)", "INSERT INTO other VALUES (1)",
            "CREATE TRIGGER no AFTER UPDATE ON \"地 \"\"块\" BEGIN SELECT ST_IsEmpty(new.b); END")
        let before = try folder.bytes("a.sqlite")
        try copy(
            "a.sqlite", layer: "地 \"块", to: "b.sqlite",
            cells(columns, ["ok", "1"], ["unknown_village", ""], ["mismatch", "2"]))
        #expect(try folder.bytes("a.sqlite") == before)
        #expect(folder.names == ["a.sqlite", "b.sqlite"])
        #expect(
            try folder.rows(
                "b.sqlite",
                """
                SELECT rowid, 村, quote(b), g, landgrade_verdict, landgrade_grade, typeof(landgrade_grade)
                FROM "地 ""块" ORDER BY rowid
                """) == [
                    "-5|甲|NULL|甲!|ok|1|integer",
                    "7|乙|\(try folder.rows("a.sqlite", "SELECT quote(b) FROM \"地 \"\"块\" WHERE rowid = 7")[0])|乙!|unknown_village|NULL|null",
                    "9|丙|X'0102'|丙!|mismatch|2|integer",
                ])
        #expect(try folder.rows("b.sqlite", "SELECT x FROM other") == ["1"])
        #expect(try folder.rows("b.sqlite", "SELECT name FROM sqlite_schema WHERE type = 'trigger'") == ["no"])
        #expect(try folder.rows("b.sqlite", "PRAGMA integrity_check") == ["ok"])
        #expect(try folder.rows("b.sqlite", "PRAGMA journal_mode") == ["delete"])
    }

    @Test func `rows of a log are copied too`() throws {
        try folder.database("w.gpkg", "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)")
        let writer = try OpenDatabase(folder["w.gpkg"])
        try writer.run("INSERT INTO t VALUES ('in the log')")
        #expect(folder.names.contains("w.gpkg-wal"))
        try copy("w.gpkg", to: "c.gpkg", cells(columns, ["ok", "1"]))
        #expect(try folder.rows("c.gpkg", "SELECT * FROM t") == ["in the log|ok|1"])
        #expect(try folder.rows("c.gpkg", "PRAGMA journal_mode") == ["delete"])
        #expect(folder.names == ["c.gpkg", "w.gpkg", "w.gpkg-shm", "w.gpkg-wal"])
    }

    /// Many more rows than are numbered at a time, with gaps, in a database of another encoding.
    @Test func `every row of a large layer gets its own`() throws {
        try folder.database(
            "n.sqlite", "PRAGMA encoding='UTF-16'", "CREATE TABLE t (id INTEGER PRIMARY KEY, a)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
            INSERT INTO t SELECT i * 3, i FROM n
            """, "INSERT INTO t VALUES (9223372036854775807, 10001)")
        let rows = (1...10_001).map { cells(["第\($0)行", String($0)]) }
        try copy("n.sqlite", to: "m.sqlite", cells(columns) + rows.joined(), chunk: 1000)
        #expect(
            try folder.rows(
                "m.sqlite", "SELECT count(*) FROM t WHERE landgrade_verdict = '第' || a || '行' AND landgrade_grade = a")
                == ["10001"])
    }

    @Test func `what does not fit leaves nothing`() throws {
        try folder.database("a.sqlite", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1), (2)")
        let two = cells(columns, ["ok", "1"], ["ok", "1"])
        let otherRows = "结果的行数与图层的行数不符；没有留下输出文件"
        let broken = "结果的格式有误；没有留下输出文件"
        #expect(refusal { try copy("a.sqlite", to: "b.sqlite", cells(columns, ["ok", "1"])) } == otherRows)
        #expect(refusal { try copy("a.sqlite", to: "b.sqlite", two + cells(["ok", "1"])) } == otherRows)
        #expect(refusal { try copy("a.sqlite", to: "b.sqlite", two + cells(["ok"])) } == broken)
        #expect(refusal { try copy("a.sqlite", to: "b.sqlite", [0x21, 0]) } == broken)
        #expect(refusal { try copy("a.sqlite", to: "b.sqlite", []) } == broken)
        #expect(folder.names == ["a.sqlite"])
        try copy("a.sqlite", to: "b.sqlite", two)
        #expect(folder.names == ["a.sqlite", "b.sqlite"])
    }

    @Test func `outputs that must not be written are refused`() throws {
        try folder.database(
            "a.sqlite", "CREATE TABLE t (a, Landgrade_Grade)", "CREATE VIEW v AS SELECT a FROM t",
            "CREATE TABLE w (k PRIMARY KEY) WITHOUT ROWID", "CREATE TABLE r (rowid, oid, _rowid_)")
        func start(_ layer: String, _ output: String) -> String {
            refusal {
                try LayerCopy(of: LayerSource(folder["a.sqlite"], layer: layer), to: folder[output])
                    .begin(columns: columns)
            }
        }
        #expect(start("v", "b.sqlite") == "“v”是视图，不能加列；请先把它另存为图层，或输出 CSV")
        #expect(start("w", "b.sqlite") == "表“w”没有行号（rowid），不能逐行写入；请先把它另存为图层，或输出 CSV")
        #expect(start("r", "b.sqlite") == "表“r”没有行号（rowid），不能逐行写入；请先把它另存为图层，或输出 CSV")
        #expect(start("t", "a.sqlite") == "输出文件就是输入文件")
        #expect(start("t", ".") == "输出路径不是普通文件")
        symlink("elsewhere", folder["l.sqlite"].string)
        link(folder["a.sqlite"].string, folder["h.sqlite"].string)
        #expect(start("t", "l.sqlite") == "输出路径是符号链接")
        #expect(start("t", "h.sqlite") == "输出文件就是输入文件")
        try folder.write([1], to: "o.sqlite-wal")
        #expect(start("t", "o.sqlite") == "输出文件旁边有日志“o.sqlite-wal”，旧文件可能正打开着；请先关闭，或换一个输出文件名")
        #expect(folder.names == ["a.sqlite", "h.sqlite", "l.sqlite", "o.sqlite-wal"])
    }

    @Test func `a folder that is not there is said`() throws {
        try folder.database("a.sqlite", "CREATE TABLE t (a)")
        #expect(
            refusal { try copy("a.sqlite", to: "none/b.sqlite", []) } == "无法写入：没有此文件或文件夹")
    }
}

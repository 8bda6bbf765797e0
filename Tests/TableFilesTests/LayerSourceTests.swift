import SystemSupport
import SystemPackage
import TableFiles
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

/// Tables and cells of all kinds.
@Suite struct LayerSourceTests {
    let folder = TemporaryFolder()

    @Test func `cells come as they are`() throws {
        let path = try folder.database(
            "a.sqlite", "CREATE TABLE 地块 (村 TEXT, n, \"面 \"\"积\"\"\" REAL, b)",
            """
            INSERT INTO 地块 VALUES ('东合港村', 9223372036854775807, 12.5, NULL), ('a,"b"' || char(10), -7, 0.1, ''),
            ('', 430624001001000001, 1e18, x'00FF'), (NULL, 123456789012345.0, 3.0, 1e15)
            """)
        let source = try LayerSource(path)
        #expect(source.opening.map { $0.sentence(in: .zh) } == ["SQLite 表“地块”"])
        #expect(source.opening.map { $0.sentence(in: .en) } == ["SQLite table \"地块\""])
        #expect(source.total == 4)
        #expect(
            try records(source) == [
                ["村", "n", "面 \"积\"", "b"], ["东合港村", "#9223372036854775807", "#12.5", ""],
                ["a,\"b\"\n", "#-7", "#0.1", ""],
                ["", "#430624001001000001", "#1.0e+18", "", "longNumber 2 #3", "binary 3 #3"],
                ["", "#123456789012345.0", "#3.0", "#1.0e+15", "longNumber 3 #4"],
            ])
        #expect(source.done == 4)
    }

    /// SQLite writes each of them itself too, and has to write the same.
    @Test func `numbers are written as SQLite writes them`() throws {
        let path = try folder.database("n.sqlite", "CREATE TABLE t (r REAL, i INTEGER)", "INSERT INTO t VALUES (0, 0)")
        let database = try OpenDatabase(path)
        try database.run("BEGIN")
        var generator = SystemRandomNumberGenerator()
        for digits in 0..<20_000 {
            let real =
                Double(Int.random(in: -99_999_999...99_999_999, using: &generator))
                / [1, 10, 100, 1000, 1e6, 1e7, 1e9, 3][digits % 8]
            let integer = Int64.random(in: .min ... .max, using: &generator) >> (digits % 64)
            try database.run("INSERT INTO t VALUES (\(real), \(integer))")
        }
        try database.run("INSERT INTO t VALUES (-0.0, -9223372036854775807 - 1), (99999999.999999, 1), (0.001, 2)")
        try database.run("COMMIT")
        let expected = try database.rows("SELECT '#' || CAST(r AS TEXT) || ' #' || CAST(i AS TEXT) FROM t")
        #expect(try records(LayerSource(path)).dropFirst().map { $0[0] + " " + $0[1] } == expected)
    }

    @Test func `wrong bytes and NUL are their row's fault`() throws {
        let path = try folder.database(
            "f.sqlite", "CREATE TABLE t (a TEXT, b TEXT)",
            "INSERT INTO t VALUES ('x', CAST(x'B4E5' AS TEXT)), ('x', CAST(x'610062' AS TEXT)), ('x', 'good')")
        #expect(
            try records(LayerSource(path)) == [["a", "b"], ["wrongBytes in 2"], ["nulByte in 2"], ["x", "good"]])
    }

    @Test(arguments: ["UTF-16le", "UTF-16be"])
    func `other encodings are read`(_ encoding: String) throws {
        let path = try folder.database(
            "u.sqlite", "PRAGMA encoding='\(encoding)'", "CREATE TABLE 表 (村 TEXT, n REAL)",
            "INSERT INTO 表 VALUES ('东合港村𠮷', 0.123456789), (CAST(x'D8D8' AS TEXT), 1)")
        #expect(try records(LayerSource(path)) == [["村", "n"], ["东合港村𠮷", "#0.123456789"], ["wrongBytes in 1"]])
    }

    @Test func `several tables are listed`() throws {
        let path = try folder.database(
            "m.sqlite", "CREATE TABLE 一 (a)", "CREATE TABLE \"二 \"\"'\" (a)", "INSERT INTO 一 VALUES (1), (2)",
            "CREATE VIEW 三 AS SELECT a + 1 AS b FROM 一")
        let list = "“一”（2行）、“三”（视图）、“二 \"'”（0行）；请用 --layer 图层名 指定"
        #expect(refusal { _ = try LayerSource(path) } == "文件中有多个图层：" + list)
        #expect(refusal { _ = try LayerSource(path, layer: "四") } == "没有图层“四”，现有：" + list)
        let view = try LayerSource(path, layer: "三")
        #expect(view.total == nil)
        #expect(view.opening[0].sentence(in: .en) == "SQLite table \"三\" (a view)")
        #expect(try records(view) == [["b"], ["#2"], ["#3"]])
        #expect(try records(LayerSource(path, layer: "二 \"'")) == [["a"]])
    }

    @Test func `no table is no layer`() throws {
        let path = try folder.database("e.sqlite", "CREATE TABLE t (a)", "DROP TABLE t")
        #expect(refusal { _ = try LayerSource(path) } == "文件中没有可读的图层或表")
    }

    @Test func `tables of other kinds are read`() throws {
        let path = try folder.database(
            "k.sqlite", "CREATE TABLE w (k TEXT PRIMARY KEY, v) WITHOUT ROWID", "INSERT INTO w VALUES ('b', x'01')",
            "CREATE TABLE g (a, b AS (a * 2), c AS (a * 3) STORED)", "INSERT INTO g VALUES (2)",
            "CREATE TABLE h (rowid, _rowid_)", "INSERT INTO h VALUES ('x', 'y')")
        #expect(try records(LayerSource(path, layer: "w")) == [["k", "v"], ["b", "", "binary 1 #1"]])
        #expect(try records(LayerSource(path, layer: "g")) == [["a", "b", "c"], ["#2", "#4", "#6"]])
        #expect(try records(LayerSource(path, layer: "H")) == [["rowid", "_rowid_"], ["x", "y"]])
    }

    @Test func `limits are kept`() throws {
        let names = (0..<1025).map { "c\($0)" }
        let path = try folder.database(
            "l.sqlite", "CREATE TABLE wide (\(names.joined(separator: ",")))",
            "CREATE TABLE long (a)", "INSERT INTO long VALUES ('x'), (printf('%.*c', 1048577, 'x'))",
            "CREATE TABLE fits (a)", "INSERT INTO fits VALUES (printf('%.*c', 1048576, 'x'))")
        #expect(refusal { _ = try LayerSource(path, layer: "wide") } == "图层有 1025 列，最多 1024 列")
        #expect(refusal { _ = try records(LayerSource(path, layer: "long")) } == "#2 行的内容超过 1 MiB，不是一行地块；请检查该行")
        #expect(try records(LayerSource(path, layer: "fits"))[1][0].utf8.count == 1_048_576)
    }

    /// More rows than one block holds.
    @Test func `rows stay in order`() throws {
        let path = try folder.database(
            "o.sqlite", "CREATE TABLE t (id INTEGER PRIMARY KEY, a)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
            INSERT INTO t SELECT i * 3, printf('%060d', i) FROM n ORDER BY i DESC
            """)
        let found = try records(LayerSource(path)).dropFirst()
        #expect(found.map { $0[0] } == (1...50_000).map { "#\($0 * 3)" })
    }
}

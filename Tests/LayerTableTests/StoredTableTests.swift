@testable import LayerTable
import SystemPackage
import TabularText
import Testing

/// Rows read from the pages of a file are those that SQLite gives.
@Suite struct StoredTableTests {
    let scene = Scene()

    static let columns = "村 TEXT, n INTEGER, x REAL, y DOUBLE PRECISION, p FLOATING POINT, any, b BOOLEAN, d DATE"
    static let values = """
        SELECT iif(i % 5 = 0, NULL, iif(i % 11 = 0, '', '第' || i || '村,"' || char(10))), iif(i % 3 = 0, i * i * i * i * i, -i),
          iif(i % 4 = 0, i, i / 7.0), i * 1e12, i, iif(i % 2 = 0, i / 3.0, CAST(x'B4D8' AS TEXT) || i), i % 2,
          iif(i % 6 = 0, -0.0, char(0) || i) FROM n
        """

    private func make(_ name: String, _ before: String, key: String = "", rows: Int = 3000, _ after: String = "") throws
        -> FilePath
    {
        try scene.database(
            name, before, "CREATE TABLE t (\(Self.columns)\(key))",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
            INSERT INTO t (村, n, x, y, p, any, b, d) \(Self.values)
            """, after)
    }

    private func expectSame(_ path: FilePath, from first: Int64 = .min, through last: Int64 = .max, _ rows: Int? = nil)
        throws
    {
        let (pages, sqlite) = try StoredReading.both(path, from: first, through: last)
        let read = try #require(pages)
        #expect(try read == sqlite.get())
        if let rows { #expect(read.cells.count == rows) }
    }

    @Test(arguments: [512, 1024, 4096, 65536])
    func pagesOfAnySize(_ size: Int) throws {
        try expectSame(try make("s.sqlite", "PRAGMA page_size=\(size)"), 3000)
    }

    @Test func aTableWithoutRowsAndOneOfOneLeaf() throws {
        let path = try make("e.sqlite", "", "DELETE FROM t")
        try expectSame(path, 0)
        try scene.database("e.sqlite", "INSERT INTO t (村) VALUES ('a')")
        try expectSame(path, 1)
    }

    @Test(arguments: [
        ", id INTEGER PRIMARY KEY", ", id INTEGER PRIMARY KEY AUTOINCREMENT", ", id INT PRIMARY KEY",
        ", id INTEGER PRIMARY KEY DESC", ", id INTEGER, PRIMARY KEY (id DESC)", ", PRIMARY KEY (n)",
        ", PRIMARY KEY (n, d)",
        ", id INTEGER UNIQUE", ", id integer, v AS (n + 1) STORED",
    ])
    func keysAreTheRowsNumberOrNot(_ key: String) throws {
        let path = try make("k.sqlite", "PRAGMA page_size=1024", key: key, "UPDATE t SET n = n * 5 WHERE n < 0")
        let (pages, sqlite) = try StoredReading.both(path)
        let isPlain = !key.contains("STORED")
        #expect((pages != nil) == isPlain)
        if isPlain { #expect(try pages == sqlite.get()) }
    }

    @Test func partsBeginAndEndAnywhere() throws {
        let path = try make(
            "p.sqlite", "PRAGMA page_size=512", key: ", id INTEGER PRIMARY KEY", rows: 2000,
            "DELETE FROM t WHERE id % 7 = 1 OR id BETWEEN 900 AND 1300; UPDATE t SET id = -id WHERE id > 1500")
        for (first, last) in [
            (1, 1), (2, 2), (890, 910), (901, 1299), (1301, 4000), (-1600, 3), (1400, 1401), (5000, 9000),
        ] {
            try expectSame(path, from: Int64(first), through: Int64(last))
        }
        try expectSame(path, from: .min, through: .min)
        try expectSame(path, from: .max, through: .max)
    }

    @Test func bytesKeptForAnExtensionAreNone() throws {
        // Only its file control reserves bytes; the shell offers it.
        let path = try make("r.sqlite", "PRAGMA page_size=1024")
        let code = try scene.reserve(32, "r.sqlite")
        #expect(code == 0)
        try expectSame(path, 3000)
        #expect(try scene.bytes("r.sqlite")[20] == 32)
        // A row that would still fit if they were some goes on elsewhere.
        try scene.database("r.sqlite", "DELETE FROM t", "INSERT INTO t (村) VALUES (printf('%.*c', 960, 'x'))")
        #expect(try StoredReading.both(path).pages == nil)
        try scene.database("r.sqlite", "UPDATE t SET 村 = substr(村, 31)")
        try expectSame(path, 1)
    }

    @Test(arguments: [
        ("a row that goes on elsewhere", "INSERT INTO t (村) VALUES (printf('%.*c', 9000, 'x'))"),
        ("bytes", "UPDATE t SET any = x'00' WHERE rowid = 7"),
        ("a value that came later", "ALTER TABLE t ADD COLUMN late DEFAULT 5"),
        ("a column that is made", "ALTER TABLE t ADD COLUMN made AS (n + 1) VIRTUAL"),
        ("a log", "PRAGMA journal_mode=WAL"),
    ])
    func whatIsNotPlainIsLeftToSQLite(_ what: String, _ change: String) throws {
        let path = try make("o.sqlite", "", rows: 50, change)
        let (pages, sqlite) = try StoredReading.both(path)
        #expect(pages == nil, "\(what)")
        #expect(try sqlite.get().cells.count >= 50)
        // And so it is in the list.
        let source = try LayerSource(path)
        let part = try #require(try source.takePart())
        var block = RecordBlock()
        #expect(try part.fill(&block) == nil)
        #expect(try texts(of: block) == sqlite.get().cells)
    }

    @Test func textsInUTF16AreLeftToSQLite() throws {
        let path = try make("u.sqlite", "PRAGMA encoding='UTF-16le'", rows: 50)
        #expect(try StoredReading.both(path).pages == nil)
    }

    /// By https://sqlite.org/datatype3.html, 3.1.
    @Test(arguments: [
        ("REAL", true), ("double precision", true), ("FLOAT(8)", true), ("Real", true), ("FLOATING POINT", false),
        ("", false), ("NUMERIC", false), ("DECIMAL(10,5)", false), ("TEXTREAL", false), ("BLOB FLOAT", false),
        ("ANY", false),
    ])
    func whichColumnsAreOfFloatingPointNumbers(_ type: String, _ isReal: Bool) throws {
        #expect(StoredTable.isReal(type) == isReal)
        try scene.database("\(type.count).sqlite", "CREATE TABLE t (x \(type))", "INSERT INTO t VALUES (3)")
        let kind = try scene.rows("\(type.count).sqlite", "SELECT typeof(x) FROM t")
        #expect((kind == ["real"]) == isReal)
        try expectSame(scene.path("\(type.count).sqlite"), 1)
    }

    /// A block has room for so much; the rest of the part follows.
    @Test func aLongPartIsGivenInPieces() throws {
        let path = try scene.database(
            "l.sqlite", "PRAGMA page_size=65536", "CREATE TABLE t (a)",
            "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) INSERT INTO t SELECT printf('%.*c', 3000, i) FROM n"
        )
        let source = try LayerSource(path)
        var part = try source.takePart()
        var block = RecordBlock()
        var counts: [Int] = []
        while let some = part {
            part = try some.fill(&block)
            #expect(block.byteCount < 1 << 20 + 1 << 16)
            counts.append(block.recordCount)
        }
        #expect(counts.count == 5 && counts.reduce(0, +) == 1500)
        #expect(try source.takePart() == nil)
    }

    /// As between two parts: what one piece has found behind its last row, the next has to find.
    @Test func betweenPiecesNoRowIsLost() throws {
        let path = try make("b.sqlite", "", "UPDATE t SET 村 = printf('%.*c', 1500, 'x')")
        let file = try LayerFile(path)
        let layer = try LayerCatalogue(LayerDatabase(reading: file), hasGeoPackageID: false).layer(nil)
        let readers = LayerReaders(layer, rowID: "rowid", file: file, try #require(file.stamp()), .utf8)
        var block = RecordBlock()
        let part = LayerPart(first: 1, last: 3000, isLast: true, readers: readers)
        let rest = try #require(try part.fill(&block) as? LayerPart)
        #expect(rest.first == Int64(block.recordCount + 1) && rest.last == 3000 && rest.isLast)
        #expect(refusal { try readers.meet(before: rest.first, rest.first + 1) }.contains("rows out of the order"))
    }

    @Test func aTableThatIsSeldomPlainIsNoLongerTried() throws {
        let path = try make(
            "m.sqlite", "", rows: 100,
            "UPDATE t SET 村 = printf('%.*c', 9000, 'x') WHERE rowid % 10 BETWEEN 1 AND 3 OR rowid > 60")
        let file = try LayerFile(path)
        let stamp = try #require(file.stamp())
        let layer = try LayerCatalogue(LayerDatabase(reading: file), hasGeoPackageID: false).layer(nil)
        let readers = LayerReaders(layer, rowID: "rowid", file: file, stamp, .utf8)
        let reader = try LayerReader(layer, rowID: "rowid", file, size: stamp.size, .utf8)
        var block = RecordBlock()
        var isTried: [Bool] = []
        for first in 0..<100 {
            let number = Int64(first)
            _ = try reader.fill(&block, with: LayerPart(first: number, last: number, isLast: false, readers: readers))
            #expect(block.recordCount == (first == 0 ? 0 : 1))
            isTried.append(reader.table != nil)
        }
        #expect(isTried == (0..<100).map { $0 < 64 })
    }
}

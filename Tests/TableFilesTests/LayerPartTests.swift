import SystemSupport
import TableFiles
import ParcelValidation
import SystemPackage
import TabularText
import Testing

/// Rows that are read by several connections at once.
@Suite struct LayerPartTests {
    let scene = Scene()

    private func makeLayer(_ name: String, rows: Int, gap: String = "") throws -> FilePath {
        try scene.database(
            name, "CREATE TABLE t (id INTEGER PRIMARY KEY, 乡镇, 村, 地类, 级别, n REAL)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
            INSERT INTO t SELECT i - 5, iif(i % 3 = 0, '金龙镇', '杨林寨乡'), iif(i % 3 = 0, '金龙村', '东合港村'), '果园',
              iif(i % 501 = 0, CAST(x'FF' AS TEXT), iif(i % 2 = 0, '一级', NULL)),
              iif(i % 777 = 0, 1e16, i / 4.0) FROM n
            """, gap)
    }

    @Test func partsAreTheRowsBehindTheFirstBlock() throws {
        let path = try makeLayer("p.sqlite", rows: 40_000)
        let source = try LayerSource(path)
        var block = RecordBlock()
        try source.next(&block)
        let first = block.recordCount
        #expect(first < 4_000)
        #expect(block.ending == .more)
        var row = first
        var parts = 0
        try eachBlock(of: source, &block) { block in
            #expect(block.firstRow == nil)
            #expect(block.ending == .more)
            #expect(String(decoding: block.content(start: 0, end: block.fieldEnds[0]), as: UTF8.self) == "\(row - 5)")
            row += block.recordCount
            parts += 1
        }
        #expect(parts > 1)
        #expect(row == 40_001)
        #expect(source.done == 40_000)
        try source.next(&block)
        #expect(block.recordCount == 0)
        #expect(block.ending == .finished)
    }

    @Test func gapsAreLeftOut() throws {
        let path = try makeLayer(
            "g.sqlite", rows: 30_000, gap: "DELETE FROM t WHERE id % 7 = 1 OR id BETWEEN 20000 AND 25000")
        let source = try LayerSource(path)
        var block = RecordBlock()
        var found: [Int64] = []
        var emptyParts = 0
        try eachBlock(of: source, &block) { block in
            if block.recordCount == 0 { emptyParts += 1 }
            found += ids(of: block)
            #expect(source.done <= 30_000)
        }
        let expected = try scene.rows("g.sqlite", "SELECT id FROM t ORDER BY id").compactMap { Int64($0) }
        #expect(emptyParts > 1)
        #expect(found == expected)
        #expect(source.total == 30_000)
        #expect(source.done == 30_000)
    }

    /// All parts that are left of a list, with what a block has no room for.
    private func eachBlock(
        of source: LayerSource, _ block: inout RecordBlock, _ body: (borrowing RecordBlock) throws -> Void
    ) throws {
        while let part = try source.takePart() {
            var rest: (any TablePart)? = part
            while let some = rest {
                rest = try some.fill(&block)
                try body(block)
            }
        }
    }

    private func ids(of block: borrowing RecordBlock) -> [Int64] {
        (0..<block.recordCount).compactMap { index in
            let start = Int(block.entries[index].start)
            let end = block.fieldEnds[Int(block.entries[index].firstField)].position
            return Int64(String(decoding: block.bytes[start..<end], as: UTF8.self))
        }
    }

    @Test(arguments: [(Int64.min, Int64.min + 3000), (Int64.max - 3000, Int64.max), (-10, 3000)])
    func numbersMayBeAnyThatSQLiteHas(_ first: Int64, _ last: Int64) throws {
        let path = try scene.database(
            "e.sqlite", "CREATE TABLE t (id INTEGER PRIMARY KEY, a)",
            "WITH n(i) AS (SELECT 0 UNION ALL SELECT i + 5 FROM n WHERE i < 3000) INSERT INTO t SELECT \(first + 1) - 1 + i, 1 FROM n",
            "INSERT OR IGNORE INTO t VALUES (\(last), 1)")
        let source = try LayerSource(path)
        var block = RecordBlock()
        var found: [Int64] = []
        try eachBlock(of: source, &block) { found += ids(of: $0) }
        #expect(found.first == first)
        #expect(found.last == last)
        #expect(found.count >= 600)
        #expect(try found == scene.rows("e.sqlite", "SELECT id FROM t ORDER BY id").compactMap { Int64($0) })
        #expect(source.done == source.total)
    }

    /// As many searches as there are numbers would never end.
    @Test func numbersFarApartAreReadInOne() throws {
        for (name, number) in [("far.sqlite", "1152921504606846976"), ("all.sqlite", "9223372036854775807")] {
            let path = try scene.database(
                name, "CREATE TABLE t (id INTEGER PRIMARY KEY)", "INSERT INTO t VALUES (-2), (\(number))")
            let source = try LayerSource(path)
            #expect(try source.takePart() == nil)
            #expect(try records(source) == [["id"], ["#-2"], ["#\(number)"]])
            if let total = source.total { #expect(source.done == total) } else { #expect(name == "all.sqlite") }
        }
    }

    /// Keys in the table's tree that are too small send whoever looks for a row past it.
    @Test func aTreeThatLeadsPastRowsIsDamage() throws {
        let path = try makeLayer("d.sqlite", rows: 40_000)
        func read() throws -> Int {
            let source = try LayerSource(path)
            var block = RecordBlock()
            try source.next(&block)
            var count = block.recordCount - 1
            try eachBlock(of: source, &block) { count += $0.recordCount }
            return count
        }
        #expect(try read() == 40_000)
        var bytes = try scene.bytes("d.sqlite")
        var changed = 0
        for page in stride(from: 4096, to: bytes.count, by: 4096) where bytes[page] == 5 {
            // Of each cell of an inner page: four bytes of page number, then the key, here of three bytes; a leaf has 80 rows.
            for cell in 0..<(Int(bytes[page + 3]) << 8 | Int(bytes[page + 4])) {
                let place = page + 12 + 2 * cell
                let key = page + (Int(bytes[place]) << 8 | Int(bytes[place + 1])) + 4
                guard bytes[key] & 0x80 != 0, bytes[key + 1] & 0x80 != 0, bytes[key + 2] >= 79 else { continue }
                bytes[key + 2] -= 79
                changed += 1
            }
        }
        #expect(changed > 0)
        try scene.write(bytes, to: "d.sqlite")
        #expect(refusal { _ = try read() } == "数据库已损坏：rows out of the order of their ids；请用备份，或在 QGIS 中另存图层")
    }

    /// Cells of all kinds, in any number and encoding, come in parts as they come one row after the other. A function takes
    /// 126 of them, and more are asked for one by one.
    @Test(
        arguments: ["UTF-8", "UTF-16le", "UTF-16be"],
        [1, 10, 126, 127])
    func partsAreAsTheWhole(_ encoding: String, _ columns: Int) throws {
        let kinds = [
            "'第' || i || '号'", "i", "i / 4.0", "NULL", "CAST(x'B4D8' AS TEXT)", "x'00FF'", "1e16 + i", "'a,\"b' || i",
            "''", "i / 3.0",
        ]
        let names = (0..<columns).map { "c\($0)" }.joined(separator: ",")
        let values = (0..<columns).map { "iif((i + \($0)) % 7 = 0, \(kinds[$0 % 10]), \(kinds[($0 * 3 + 1) % 10]))" }
        let path = try scene.database(
            "k.sqlite", "PRAGMA encoding='\(encoding)'", "CREATE TABLE t (\(names))",
            "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1700) INSERT INTO t SELECT \(values.joined(separator: ",")) FROM n",
            "DELETE FROM t WHERE rowid % 50 = 3 OR rowid BETWEEN 1590 AND 1610")
        let whole = try records(LayerSource(path))
        let source = try LayerSource(path)
        var block = RecordBlock()
        var found: [[String]] = []
        try eachBlock(of: source, &block) { found += texts(of: $0) }
        #expect(found.count > 1600)
        #expect(found == Array(whole.dropFirst()))
    }

    @Test func aRowThatIsTooLongIsNamed() throws {
        let path = try scene.database(
            "l.sqlite", "CREATE TABLE t (a, b)", "INSERT INTO t VALUES ('x', 1), (printf('%.*c', 1048576, 'x'), NULL)",
            "UPDATE t SET rowid = 7 WHERE rowid = 2")
        let part = try #require(try LayerSource(path).takePart())
        var block = RecordBlock()
        #expect(refusal { _ = try part.fill(&block) } == "#7 行的内容超过 1 MiB，不是一行地块；请检查该行")
    }

    @Test func viewsAndLogsAreReadInOne() throws {
        try scene.database("v.sqlite", "CREATE VIEW v AS SELECT 1 AS a")
        try scene.database("w.sqlite", "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)")
        let writer = try OpenDatabase(scene.path("w.sqlite"))
        try writer.run("INSERT INTO t VALUES (1)")
        for path in [scene.path("v.sqlite"), scene.path("w.sqlite")] {
            #expect(try LayerSource(path).takePart() == nil)
        }
    }

    @Test(arguments: ["", "DELETE FROM t WHERE id % 3 = 0 OR id BETWEEN 30000 AND 40000"])
    func severalThreadsWriteWhatOneWrites(_ gap: String) throws {
        let path = try makeLayer("t.sqlite", rows: 60_000, gap: gap)
        let rows = try #require(Int(try scene.rows("t.sqlite", "SELECT count(*) FROM t")[0]))
        func judged(_ threads: Int) throws -> [UInt8] {
            final class Output: @unchecked Sendable { var bytes: [UInt8] = [] }  // written to by one thread at a time
            let output = Output()
            var options = ValidationOptions()
            options.threads = threads
            let list = try ListValidation(LayerSource(path), counties: OneCounty(), options: options)
            let summary = try list.run { output.bytes += $0 }
            #expect(summary.rows == rows)
            return output.bytes
        }
        let one = try judged(1)
        #expect(one.count(where: { $0 == 0x0A }) == rows + 1)
        #expect(try judged(3) == one)
    }

    /// The same rows, read one after the other.
    private final class WithoutParts: TableSource {
        private let source: LayerSource
        init(_ source: LayerSource) { self.source = source }
        var format: ListFormat { source.format }
        var opening: [Remark] { source.opening }
        var total: Int64? { source.total }
        var done: Int64 { source.done }
        func next(_ block: inout RecordBlock) throws { try source.next(&block) }
    }

    /// Each of these parts is more than a block: its pieces come under one number, in their order, whoever writes.
    @Test func piecesOfLongPartsAreWrittenInTurn() throws {
        let path = try scene.database(
            "pieces.sqlite", "CREATE TABLE t (乡镇, 村, 地类, 级别, n)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
            INSERT INTO t SELECT '金龙镇', '金龙村', '果园', '一级', printf('%05d%.*c', i, 2000, 'x') FROM n
            """)
        func judged(_ source: any TableSource, _ threads: Int) throws -> [UInt8] {
            final class Output: @unchecked Sendable { var bytes: [UInt8] = [] }  // written to by one thread at a time
            let output = Output()
            var options = ValidationOptions()
            options.threads = threads
            let summary = try ListValidation(source, counties: OneCounty(), options: options).run { output.bytes += $0 }
            #expect(summary.rows == 12_000)
            return output.bytes
        }
        let plain = try judged(WithoutParts(LayerSource(path)), 1)
        #expect(plain.count > 12_000 * 2_000)
        for threads in 1...4 { #expect(try judged(LayerSource(path), threads) == plain) }
    }

    @Test func rowsThatWentMeanwhileAreMissed() throws {
        let path = try scene.database(
            "c.gpkg", "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1), (2)")
        let source = try LayerSource(path)
        let part = try #require(try source.takePart())
        try scene.database("c.gpkg", "DELETE FROM t WHERE a = 2")
        var block = RecordBlock()
        #expect(refusal { _ = try part.fill(&block) } == "读取过程中文件被改动；请再试")
    }
}

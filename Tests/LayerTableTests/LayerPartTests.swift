import LayerTable
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
        #expect(first < 40_001)
        #expect(block.ending == .more)
        var row = first
        var parts = 0
        while let part = source.takePart() {
            try part.fill(&block)
            #expect(block.firstRow == row)
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

    @Test func gapsViewsAndLogsAreReadInOne() throws {
        let gap = try makeLayer("g.sqlite", rows: 2000, gap: "DELETE FROM t WHERE id = 7")
        try scene.database("v.sqlite", "CREATE VIEW v AS SELECT 1 AS a")
        try scene.database("w.sqlite", "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)")
        let writer = try OpenDatabase(scene.path("w.sqlite"))
        try writer.run("INSERT INTO t VALUES (1)")
        for path in [gap, scene.path("v.sqlite"), scene.path("w.sqlite")] {
            #expect(try LayerSource(path).takePart() == nil)
        }
    }

    @Test func severalThreadsWriteWhatOneWrites() throws {
        let path = try makeLayer("t.sqlite", rows: 60_000)
        func judged(_ threads: Int) throws -> [UInt8] {
            final class Output: @unchecked Sendable { var bytes: [UInt8] = [] }  // written to by one thread at a time
            let output = Output()
            var options = ValidationOptions()
            options.threads = threads
            let list = try ListValidation(LayerSource(path), counties: OneCounty(), options: options)
            let summary = try list.run { output.bytes += $0 }
            #expect(summary.rows == 60_000)
            return output.bytes
        }
        let one = try judged(1)
        #expect(one.count(where: { $0 == 0x0A }) == 60_001)
        #expect(try judged(3) == one)
    }

    @Test func rowsThatWentMeanwhileAreMissed() throws {
        let path = try scene.database(
            "c.gpkg", "PRAGMA journal_mode=WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1), (2)")
        let source = try LayerSource(path)
        let part = try #require(source.takePart())
        try scene.database("c.gpkg", "DELETE FROM t WHERE a = 2")
        var block = RecordBlock()
        #expect(refusal { try part.fill(&block) } == "读取过程中文件被改动；请再试")
    }
}

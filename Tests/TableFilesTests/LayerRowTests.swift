import ParcelValidation
import SystemPackage
import TableFiles
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

/// Rows by their ids, over many blocks.
@Suite struct LayerRowTests {
    let folder = TemporaryFolder()

    private func makeLayer(_ name: String, rows: Int, gap: String = "") throws -> FilePath {
        try folder.database(
            name, "CREATE TABLE t (id INTEGER PRIMARY KEY, 乡镇, 村, 地类, 级别, n REAL)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
            INSERT INTO t SELECT i - 5, iif(i % 3 = 0, '金龙镇', '杨林寨乡'), iif(i % 3 = 0, '金龙村', '东合港村'), '果园',
              iif(i % 501 = 0, CAST(x'FF' AS TEXT), iif(i % 2 = 0, '一级', NULL)),
              iif(i % 777 = 0, 1e16, i / 4.0) FROM n
            """, gap)
    }

    private func ids(_ source: LayerSource) throws -> [Int64] {
        var ids: [Int64] = []
        var block = RecordBlock()
        repeat {
            try source.next(&block)
            for index in 0..<block.recordCount {
                let start = Int(block.entries[index].start)
                let end = block.fieldEnds[Int(block.entries[index].firstField)].position
                if let id = Int64(String(decoding: block.bytes[start..<end], as: UTF8.self)) { ids.append(id) }
            }
        } while block.ending == .more
        return ids
    }

    @Test func `gaps count for the progress and for nothing else`() throws {
        let path = try makeLayer(
            "g.sqlite", rows: 30_000, gap: "DELETE FROM t WHERE id % 7 = 1 OR id BETWEEN 20000 AND 25000")
        let source = try LayerSource(path)
        let expected = try folder.rows("g.sqlite", "SELECT id FROM t ORDER BY id").compactMap { Int64($0) }
        #expect(try ids(source) == expected)
        #expect(source.total == 30_000)
        #expect(source.done == 30_000)
    }

    @Test(arguments: [(Int64.min, Int64.min + 3000), (Int64.max - 3000, Int64.max), (-10, 3000)])
    func `ids may be any that SQLite has`(_ first: Int64, _ last: Int64) throws {
        let path = try folder.database(
            "e.sqlite", "CREATE TABLE t (id INTEGER PRIMARY KEY, a)",
            "WITH n(i) AS (SELECT 0 UNION ALL SELECT i + 5 FROM n WHERE i < 3000) INSERT INTO t SELECT \(first + 1) - 1 + i, 1 FROM n",
            "INSERT OR IGNORE INTO t VALUES (\(last), 1)")
        let source = try LayerSource(path)
        let found = try ids(source)
        #expect(found.first == first)
        #expect(found.last == last)
        #expect(found.count >= 600)
        #expect(try found == folder.rows("e.sqlite", "SELECT id FROM t ORDER BY id").compactMap { Int64($0) })
        #expect(source.done == source.total)
    }

    @Test func `ids far apart are counted where they can be`() throws {
        for (name, number) in [("far.sqlite", "1152921504606846976"), ("all.sqlite", "9223372036854775807")] {
            let path = try folder.database(
                name, "CREATE TABLE t (id INTEGER PRIMARY KEY)", "INSERT INTO t VALUES (-2), (\(number))")
            let source = try LayerSource(path)
            #expect(try records(source) == [["id"], ["#-2"], ["#\(number)"]])
            if let total = source.total { #expect(source.done == total) } else { #expect(name == "all.sqlite") }
        }
    }

    /// Keys in the table's tree that are too small send a search past a row; a walk from row to row meets them all.
    @Test func `wrong keys in the tree lose no row`() throws {
        let path = try makeLayer("d.sqlite", rows: 40_000)
        let expected = try ids(LayerSource(path))
        #expect(expected.count == 40_000)
        var bytes = try folder.bytes("d.sqlite")
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
        try folder.write(bytes, to: "d.sqlite")
        #expect(try ids(LayerSource(path)) == expected)
    }

    @Test func `leaves out of order are damage`() throws {
        let path = try makeLayer("o.sqlite", rows: 40_000)
        var bytes = try folder.bytes("o.sqlite")
        let leaf = try #require(
            stride(from: 4096, to: bytes.count - 4096, by: 4096).first {
                bytes[$0] == 13 && bytes[$0 + 4096] == 13
            })
        for index in leaf..<leaf + 4096 { bytes.swapAt(index, index + 4096) }
        try folder.write(bytes, to: "o.sqlite")
        #expect(
            refusal { _ = try ids(LayerSource(path)) }
                == "数据库已损坏：rows out of the order of their ids；请用备份，或在 QGIS 中另存图层")
    }

    @Test func `a row that is too long is named`() throws {
        let path = try folder.database(
            "l.sqlite", "CREATE TABLE t (a, b)", "INSERT INTO t VALUES ('x', 1), (printf('%.*c', 1048576, 'x'), NULL)",
            "UPDATE t SET rowid = 7 WHERE rowid = 2")
        #expect(refusal { _ = try records(LayerSource(path)) } == "#7 行的内容超过 1 MiB，不是一行地块；请检查该行")
    }

    @Test(arguments: ["", "DELETE FROM t WHERE id % 3 = 0 OR id BETWEEN 30000 AND 40000"])
    func `several threads write what one writes`(_ gap: String) throws {
        let path = try makeLayer("t.sqlite", rows: 60_000, gap: gap)
        let rows = try #require(Int(try folder.rows("t.sqlite", "SELECT count(*) FROM t")[0]))
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
}

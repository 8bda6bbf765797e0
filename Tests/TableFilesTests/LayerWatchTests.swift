import Synchronization
import SystemPackage
import TableFiles
import TabularText
import TestSupport
import Testing

@testable import FuzzChecks

#if canImport(Glibc)
    import Glibc
#endif

/// Uploaded databases: without a name on the disk, and read no longer than somebody waits for them.
@Suite struct LayerWatchTests {
    let folder = TemporaryFolder()

    @Test(arguments: ["delete", "wal"])
    func `a file without a name is read like any other`(_ journal: String) throws {
        let path = try folder.database(
            "n.sqlite", "PRAGMA journal_mode=\(journal)", "CREATE TABLE t (a TEXT)",
            "INSERT INTO t VALUES ('东合港村'), ('芙蓉村')")
        let file = try FileDescriptor.open(path, .readOnly)
        defer { try? file.close() }
        for name in folder.names { unlink(folder[name].string) }
        #expect(try records(LayerSource(nameless: file, bounds: .upload { false })) == [["a"], ["东合港村"], ["芙蓉村"]])
        #expect(folder.names.isEmpty)
    }

    @Test func `a view without end is read until its watch ends it`() throws {
        let path = try folder.database(
            "v.sqlite", "CREATE TABLE t (a TEXT)",
            """
            CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
            SELECT '金龙镇' AS a FROM c WHERE x < 0
            """)
        let asked = Atomic(0)
        let bounds = LayerBounds(runsDefinitions: true, secondsWithoutRow: 60) {
            asked.add(1, ordering: .relaxed).newValue > 20
        }
        let refused = refusal { _ = try records(LayerSource(path, layer: "v", bounds: bounds)) }
        #expect(refused == "已取消")
        #expect(asked.load(ordering: .relaxed) > 20)
    }
}

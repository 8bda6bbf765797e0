import TableFiles
import TestSupport

/// What must hold for a damaged database: it is refused, or its rows are as many as another connection to it finds, in the
/// order of their ids; and reading it ends. An input is `ByteChanges`.
struct LayerDamage {
    private let folder = TemporaryFolder()
    let good: [UInt8]

    init() throws {
        let database = try OpenDatabase(folder["good.sqlite"])
        try database.run("PRAGMA page_size=512")
        try database.run("CREATE TABLE t (id INTEGER PRIMARY KEY, 乡镇 TEXT, 村 TEXT, 级别, 面积 REAL, late DEFAULT 3)")
        try database.run(
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
            INSERT INTO t SELECT 3 * i, '乡镇' || i, iif(i % 9 = 0, NULL, '村,"' || i), i % 3, i / 4.0,
              iif(i % 50 = 0, 1000000 * i, 'x') FROM n
            """)
        good = try folder.bytes("good.sqlite")
    }

    func fault(_ input: [UInt8]) -> String? {
        let bytes = ByteChanges(input).applied(to: good)
        guard (try? folder.write(bytes, to: "t.sqlite")) != nil else { return "no room for the file" }
        let path = folder["t.sqlite"]
        let bounds = LayerBounds(runsDefinitions: true, secondsWithoutRow: 5, isCancelled: { false })
        guard let records = try? records(LayerSource(path, bounds: bounds)) else { return nil }
        let ids = records.dropFirst().compactMap { Int64($0[0].dropFirst()) }
        // A record with a fault is its fault's name.
        guard zip(ids, ids.dropFirst()).allSatisfy({ $0 < $1 }) else { return "rows out of order" }
        guard let others = try? OpenDatabase(unchanging: path).rows("SELECT rowid FROM t ORDER BY rowid") else {
            return nil
        }
        return records.count - 1 == others.count ? nil : "\(records.count - 1) rows, where SQLite has \(others.count)"
    }
}

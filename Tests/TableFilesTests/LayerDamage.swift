import TableFiles
import SystemPackage

/// What must hold for a damaged database: it is refused, or its rows are as many as another connection to it finds, in the
/// order of their ids; and reading it ends. The fuzzer brings new damage, the tests bring what is kept in
/// `Tests/Corpus/layer`. Returns what does not hold.
///
/// An input is a list of changes to a good file, four bytes each: three for the place (of the file's end as well: there
/// the file is cut), one for the bits to be flipped.
struct LayerDamage {
    private let scene = Scene()
    let good: [UInt8]

    init() throws {
        try scene.database(
            "good.sqlite", "PRAGMA page_size=512",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, 乡镇 TEXT, 村 TEXT, 级别, 面积 REAL, late DEFAULT 3)",
            """
            WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
            INSERT INTO t SELECT 3 * i, '乡镇' || i, iif(i % 9 = 0, NULL, '村,"' || i), i % 3, i / 4.0,
              iif(i % 50 = 0, 1000000 * i, 'x') FROM n
            """)
        good = try scene.bytes("good.sqlite")
    }

    func fault(_ input: [UInt8]) -> String? {
        var bytes = good
        var rest = input[...]
        while rest.count >= 4 {
            let place = rest.prefix(3).reduce(0) { $0 << 8 | Int($1) } % (2 * good.count)
            if place >= good.count {
                bytes.removeLast(bytes.count - min(bytes.count, place - good.count))
            } else if place < bytes.count {
                bytes[place] ^= rest[rest.startIndex + 3]
            }
            rest = rest.dropFirst(4)
        }
        guard (try? scene.write(bytes, to: "t.sqlite")) != nil else { return "no room for the file" }
        let path = scene.path("t.sqlite")
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

@testable import LayerTable
import SystemPackage

/// What must hold for a table in a damaged file: where its rows are read from the pages, SQLite gives the same rows; else
/// it is SQLite that refuses them or gives them. The fuzzer brings new damage, the tests bring what is kept in
/// `Tests/Corpus/layer`. Returns what does not hold.
///
/// An input is a list of changes to a good file, four bytes each: three for the place (of the file's end as well: there
/// the file is cut), one for the bits to be flipped.
struct StoredDamage {
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
        for (first, last) in [(Int64.min, Int64.max), (300, 700)] {
            guard let (pages, sqlite) = try? StoredReading.both(scene.path("t.sqlite"), from: first, through: last)
            else { return nil }
            guard let pages else { continue }
            guard let asked = try? sqlite.get() else {
                // SQLite reads the row behind the part as well, which is the next part's.
                if let behind = pages.behind, (try? isRefused(behind)) == true { continue }
                return "SQLite refuses what the pages give: \(sqlite)"
            }
            guard pages == asked else { return "the pages give other rows than SQLite" }
        }
        return nil
    }

    private func isRefused(_ number: Int64) throws -> Bool {
        let (pages, sqlite) = try StoredReading.both(scene.path("t.sqlite"), from: number, through: number)
        if case .failure = sqlite { return pages == nil }
        return false
    }
}

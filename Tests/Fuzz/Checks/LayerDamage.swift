import TableFiles
import TabularText
import TestSupport

/// What must hold for a damaged database: it is refused, or its rows are the same whether they are read one after the
/// other or in parts; and reading it ends. An input is `ByteChanges`.
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
        guard let whole = try? records(LayerSource(path, bounds: bounds)),
            let parts = try? recordsOfParts(LayerSource(path, bounds: bounds))
        else { return nil }
        return whole == parts ? nil : "in parts there are other rows"
    }

    private func recordsOfParts(_ source: LayerSource) throws -> [[String]] {
        var block = RecordBlock()
        try source.next(&block)
        var found = texts(of: block)
        while let part = try source.takePart() {
            var rest: (any TablePart)? = part
            while let some = rest {
                rest = try some.fill(&block)
                found += texts(of: block)
            }
        }
        return found
    }
}

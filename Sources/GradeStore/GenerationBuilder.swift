internal import CSQLite
import GradeModel

/// Fills one new database file with editions. The file is nobody's yet: no journal and no flushing here, because it is
/// flushed as a whole before it gets its name.
struct GenerationBuilder: ~Copyable {
    private let connection: Connection
    private let indexing: NameIndexing
    private let rows: EditionRows
    private var counties = 0
    private var editions = 0
    private var villages = 0
    private var entries = 0

    init(path: String, indexing: NameIndexing) throws(StoreError) {
        let connection = try Connection(
            path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW)
        try connection.run(
            """
            PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;
            PRAGMA application_id=\(Schema.applicationID); PRAGMA user_version=\(Schema.version);
            BEGIN;
            """)
        try connection.run(Schema.tables)
        rows = try EditionRows(connection)
        self.connection = connection
        self.indexing = indexing
    }

    /// Adds all editions of one county. A county comes once.
    mutating func add(_ sourced: [SourcedEdition]) throws(StoreError) {
        func precedes(_ a: SourcedEdition, _ b: SourcedEdition) -> Bool {
            guard (a.withdrawn == nil) == (b.withdrawn == nil) else { return a.withdrawn != nil }
            return a.edition.document.issued < b.edition.document.issued
        }
        guard let newest = sourced.max(by: precedes) else { return }
        counties += 1
        let county = newest.edition.county
        try rows.add(county, id: counties)
        var names = CountyNames(county: county, countyID: counties, nextVillage: villages)
        for edition in sourced {
            editions += 1
            try names.add(edition.edition, to: rows)
            try rows.add(edition, id: editions, countyID: counties, names: names)
            entries += edition.edition.grades.count
        }
        villages = names.nextVillage
        for key in names.keys(sourced.map(\.edition), indexing) {
            try rows.addKey(key.text, ofTownship: key.ofTownship, countyID: counties)
        }
    }

    /// Writes the indexes and the generation's record of itself, checks the whole, closes the file. `facts` are further
    /// rows of `meta`, under keys that are none of ours and each once.
    consuming func finish(number: Int, facts: [(key: String, value: String)] = []) throws(StoreError) {
        let meta = [
            ("format", "landgrade.store/\(Schema.version)"), ("min_reader", "\(Schema.version)"),
            ("generation", "\(number)"), ("name_rules", "\(indexing.rules)"), ("counties", "\(counties)"),
            ("editions", "\(editions)"), ("villages", "\(villages)"), ("entries", "\(entries)"),
        ]
        for (key, value) in meta + facts { try rows.addMeta(key, value) }
        try connection.run(Schema.indexes)
        try connection.run("COMMIT; PRAGMA optimize")
        try check()
    }

    private func check() throws(StoreError) {
        let path = connection.path
        let verdict = try connection.prepare("PRAGMA integrity_check(1)")
        guard try verdict.step(), try verdict.text(0) == "ok" else {
            throw .damaged(path: path, detail: "integrity_check")
        }
        let broken = try connection.prepare("PRAGMA foreign_key_check")
        guard try !broken.step() else { throw .damaged(path: path, detail: "foreign_key_check") }
        for (table, expected) in [
            ("county", counties), ("edition", editions), ("village", villages), ("grade", entries),
        ] {
            guard try connection.number("SELECT count(*) FROM \(table)") == expected else {
                throw .damaged(path: path, detail: "rows of \(table)")
            }
        }
    }
}

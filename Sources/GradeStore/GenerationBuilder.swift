import GradeModel
import SQLite

/// Fills one new database file with editions. The file is not in use yet: no journal and no flushing here, because it is
/// flushed as a whole before it gets its name.
struct GenerationBuilder: ~Copyable {
    private let connection: Connection
    private let indexing: NameIndexing
    private let rows: EditionRows
    /// Of a generation that has its indexes already.
    private let isCopy: Bool
    /// Rows that the finished file must have.
    private var counts = GenerationCounts()
    /// Ids that were given last.
    private var last = GenerationCounts()
    /// Of those the last that were taken over.
    private let taken: GenerationCounts
    private var canaries: [Canary] = []

    init(path: String, indexing: NameIndexing) throws(StoreError) {
        (connection, rows) = try StoreError.of(path) { () throws(SQLiteError) in
            let connection = try Connection(path, .making, followsLinks: false)
            try connection.reserve(bytesOfPage: PageChecksums.size)
            try connection.run(
                """
                PRAGMA page_size=\(PageChecksums.pageSize); \(Self.pragmas)
                PRAGMA application_id=\(Schema.applicationID); PRAGMA user_version=\(Schema.version);
                BEGIN;
                """)
            try connection.run(Schema.tables)
            return (connection, try EditionRows(connection))
        }
        self.indexing = indexing
        taken = GenerationCounts()
        isCopy = false
    }

    /// Goes on with a copy of a generation, from which the counties of these codes are taken out first.
    init(copy path: String, without codes: Set<String>, indexing: NameIndexing) throws(StoreError) {
        (connection, counts, taken, rows) = try StoreError.of(path) { () throws(SQLiteError) in
            let connection = try Connection(path, .writing, followsLinks: false)
            try connection.run("\(Self.pragmas) BEGIN;")
            try CountyRemoval(codes: codes).run(connection)
            // What a generation says of itself is written when it is finished.
            try connection.run("DELETE FROM meta")
            return (
                connection, try GenerationCounts(rowsOf: connection), try GenerationCounts(lastIDsOf: connection),
                try EditionRows(connection)
            )
        }
        last = taken
        self.indexing = indexing
        isCopy = true
    }

    /// 64 MiB of pages are kept in memory: the checks at the end jump about in a file that may be larger.
    private static let pragmas = """
        PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA temp_store=MEMORY;
        PRAGMA cache_size=-65536;
        """

    /// Adds all editions of one county. A county comes once.
    mutating func add(_ sourced: [SourcedEdition]) throws(StoreError) {
        func precedes(_ a: SourcedEdition, _ b: SourcedEdition) -> Bool {
            guard (a.withdrawn == nil) == (b.withdrawn == nil) else { return a.withdrawn != nil }
            return a.edition.document.inForceFrom < b.edition.document.inForceFrom
        }
        guard let newest = sourced.max(by: precedes) else { return }
        let told = sourced.filter { $0.edition.rights != nil }
        if let first = told.first?.edition.rights,
            let other = told.first(where: { $0.edition.rights != first })?.edition
        {
            throw .otherRights(edition: other.id, rights: other.rights ?? "", held: first)
        }
        counts.counties += 1
        last.counties += 1
        let county = newest.edition.county
        var names = CountyNames(county: county, countyID: last.counties, lastVillage: last.villages)
        for edition in sourced { try names.add(edition.edition, to: rows) }
        try rows.add(county, id: last.counties, villages: names.villageIDs)
        for (edition, periods) in zip(sourced, ForcePeriod.all(of: sourced)) {
            counts.editions += 1
            last.editions += 1
            try rows.add(edition, id: last.editions, countyID: last.counties, names: names, periods: periods)
            counts.entries += edition.edition.grades.count
            canaries += Canary.of(edition.edition)
        }
        counts.villages += names.villageIDs.count
        last.villages = names.lastVillage
        for key in names.keys(sourced.map(\.edition), indexing) {
            try rows.addKey(key.text, ofTownship: key.ofTownship, countyID: last.counties)
        }
    }

    /// Writes the indexes and the generation's record of itself, checks the whole, closes the file. `facts` are further
    /// rows of `meta`, under keys that are none of ours and each once. The time is kept inside: that of the file is
    /// another one after it was copied.
    consuming func finish(
        number: Int, made: Timestamp, facts: [(key: String, value: String)] = []
    ) throws(StoreError) {
        let meta = [
            ("format", "landgrade.store/\(Schema.version)"), ("min_reader", "\(Schema.version)"),
            ("generation", "\(number)"), ("made", "\(made)"), ("name_rules", "\(indexing.rules)"),
        ]
        for (key, value) in meta + counts.facts + facts { try rows.addMeta(key, value) }
        try StoreError.of(connection.path) { () throws(SQLiteError) in
            if !isCopy {
                try connection.run(Schema.indexes)
                try connection.run(Schema.views)
            }
            try connection.run("COMMIT")
            try check()
        }
    }

    private func check() throws(SQLiteError) {
        let verdict = try connection.prepare("PRAGMA integrity_check(1)")
        guard try verdict.step(), try verdict.text(0) == "ok" else {
            throw .damaged("integrity_check")
        }
        let broken = try connection.prepare("PRAGMA foreign_key_check")
        guard try !broken.step() else { throw .damaged("foreign_key_check") }
        guard try GenerationCounts(rowsOf: connection) == counts else {
            throw .damaged("counts of rows")
        }
        try Self.checkGradeBytes(from: taken.editions + 1, village: taken.villages + 1, connection)
        for canary in canaries { try canary.ask(connection) }
    }
}

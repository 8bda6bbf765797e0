import SQLite

/// A number for each of the tables that grow with what is held: how many rows there are, or which id was given last.
struct GenerationCounts {
    var counties = 0
    var editions = 0
    var villages = 0
    var entries = 0

    init() {}

    /// How many rows the tables have.
    init(rowsOf connection: Connection) throws(SQLiteError) {
        func count(_ table: String, in connection: Connection) throws(SQLiteError) -> Int {
            try connection.number("SELECT count(*) FROM \(table)") ?? 0
        }
        counties = try count("county", in: connection)
        editions = try count("edition", in: connection)
        villages = try count("village", in: connection)
        entries = 0
        for table in ["grade", "scoped_grade"] { entries += try count(table, in: connection) }
    }

    /// The ids given last; entries have none of their own.
    init(lastIDsOf connection: Connection) throws(SQLiteError) {
        func last(_ table: String, in connection: Connection) throws(SQLiteError) -> Int {
            try connection.number("SELECT max(id) FROM \(table)") ?? 0
        }
        counties = try last("county", in: connection)
        editions = try last("edition", in: connection)
        villages = try last("village", in: connection)
    }
}

extension GenerationCounts: Equatable {
    /// As `meta` holds them.
    var facts: [(key: String, value: String)] {
        [
            ("counties", "\(counties)"), ("editions", "\(editions)"), ("villages", "\(villages)"),
            ("entries", "\(entries)"),
        ]
    }
}

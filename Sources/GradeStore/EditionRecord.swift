public import GradeModel
import SQLite

/// An edition of a store without its tables: what a citation needs, and since when it is in force.
public struct EditionRecord: Hashable, Sendable {
    public let id: EditionID
    public let county: County
    public let document: Document
    /// Whose land it is about, where its document distinguishes that.
    public let rights: String?
    public let packageSHA256: String
    public let origin: EditionOrigin
    /// The day it was seen to be listed no longer; nil: it stands.
    public let withdrawn: CalendarDate?
    /// Some entries are about a township as a whole or a part of a village.
    public let hasScopedEntries: Bool

    /// A citation of one row of this edition.
    public func citation(_ source: TableRow?) -> Citation {
        Citation(
            edition: id, document: document, rights: rights, source: source, packageSHA256: packageSHA256,
            origin: origin,
            withdrawn: withdrawn)
    }
}

extension Generation {
    /// The first day on which an edition is in force, in SQL.
    static let inForceFrom = "coalesce(edition.effective, edition.issued)"

    /// Those that stand first, then the newest: the first edition by this order that was in force from a day on, and has
    /// not expired by then, is in force on it.
    var precedence: String {
        "edition.withdrawn IS NOT NULL, \(Self.inForceFrom) DESC, edition.issued DESC, edition.id DESC"
    }

    private var editionColumns: String {
        """
        edition.code, county.code, county.name, county.province, county.prefecture, document, registration, title,
        issuer, issued, publication, package_sha256, origin, edition.withdrawn, effective, expires, edition.rights,
        scoped_entries, factor_tables, edition.id
        """
    }

    private static func record(_ row: Statement) throws(SQLiteError) -> EditionRecord {
        func date(_ column: Int32) throws(SQLiteError) -> CalendarDate? {
            guard let text = try row.text(column) else { return nil }
            return try row.meaning(CalendarDate(text), of: column)
        }
        return EditionRecord(
            id: try row.meaning(EditionID(try row.required(0)), of: 0),
            county: County(
                code: try row.required(1), name: try row.required(2), province: try row.text(3),
                prefecture: try row.text(4)),
            document: Document(
                number: try row.required(5), registration: try row.text(6), title: try row.required(7),
                issuer: try row.required(8), issued: try row.meaning(CalendarDate(try row.required(9)), of: 9),
                publication: try row.text(10), effective: try date(14), expires: try date(15),
                factorTables: try row.text(18)),
            rights: try row.text(16),
            packageSHA256: try row.required(11),
            origin: try row.meaning(EditionOrigin(text: try row.required(12)), of: 12),
            withdrawn: try date(13), hasScopedEntries: try row.requiredInteger(17) > 0)
    }

    /// All editions (of one county), newest first.
    public func editions(of county: County? = nil) throws(StoreError) -> [EditionRecord] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT \(editionColumns) FROM edition JOIN county ON county.id = edition.county_id
                \(county == nil ? "" : "WHERE county.code = ?") 
                ORDER BY county.code, \(Self.inForceFrom) DESC, issued DESC, edition.id DESC
                """)
            if let county { try row.bind(1, county.code) }
            var records: [EditionRecord] = []
            while try row.step() { records.append(try Self.record(row)) }
            return records
        }
    }

    /// The newest edition in force from `date` or earlier on that was not withdrawn, and only where there is none, the
    /// newest withdrawn one; without a date the same of all editions. One that has expired by the date is not in force.
    /// Nil: none was.
    public func edition(of county: County, inForce date: CalendarDate?) throws(StoreError) -> EditionRecord? {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT \(editionColumns) FROM edition JOIN county ON county.id = edition.county_id
                WHERE county.code = ?1
                AND (?2 IS NULL OR (\(Self.inForceFrom) <= ?2 AND (edition.expires IS NULL OR edition.expires >= ?2)))
                ORDER BY \(precedence)
                """)
            // Only the first row is read. `LIMIT 1` would have SQLite keep a table of its own for the order, with a page
            // cache: more than sorting the few editions of a county.
            try row.bind(1, county.code)
            try row.bind(2, date?.description)
            return try row.step() ? try note(row) : nil
        }
    }

    public func edition(_ id: EditionID) throws(StoreError) -> EditionRecord? {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT \(editionColumns) FROM edition JOIN county ON county.id = edition.county_id
                WHERE edition.code = ?
                """)
            try row.bind(1, id.text)
            return try row.step() ? try note(row) : nil
        }
    }
}

extension Generation {
    /// The record in a row, whose edition is the one that will be asked about next.
    private func note(_ row: Statement) throws(SQLiteError) -> EditionRecord {
        let record = try Self.record(row)
        lastEdition = (record.id, try row.requiredInteger(19))
        return record
    }

    /// By which other tables refer to an edition; nil: the generation has none such. An answer asks several tables about
    /// one edition, so that the last one is kept.
    func rowID(of edition: EditionID) throws(SQLiteError) -> Int? {
        if let lastEdition, lastEdition.id == edition { return lastEdition.rowID }
        let row = try connection.cachedStatement("SELECT id FROM edition WHERE code = ?")
        try row.bind(1, edition.text)
        guard try row.step() else { return nil }
        let rowID = try row.requiredInteger(0)
        lastEdition = (edition, rowID)
        return rowID
    }

    /// The earliest valuation date of each edition that defines any.
    public func valuationDates() throws(StoreError) -> [EditionID: CalendarDate] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT edition.code, min(valuation_date) FROM definition
                JOIN edition ON edition.id = definition.edition_id GROUP BY edition.code
                """)
            var dates: [EditionID: CalendarDate] = [:]
            while try row.step() {
                let id = try row.meaning(EditionID(try row.required(0)), of: 0)
                dates[id] = try row.meaning(CalendarDate(try row.required(1)), of: 1)
            }
            return dates
        }
    }
}

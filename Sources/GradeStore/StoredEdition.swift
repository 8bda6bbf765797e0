public import GradeModel
import SQLite

extension Generation {
    /// A whole edition as it was put in: the next generation is built from these, and `diff` compares them.
    public func storedEdition(_ id: EditionID) throws(StoreError) -> SourcedEdition? {
        guard let record = try edition(id) else { return nil }
        let aliases = try read { () throws(SQLiteError) in try self.aliases(in: id) }
        let townships = try read { () throws(SQLiteError) in try self.townships(in: id) }
        let edition = Edition(
            id: id, county: record.county, document: record.document, rights: record.rights,
            definitions: try definitions(in: id), grades: try entries(in: id), aliases: aliases,
            errata: try errata(in: id), townships: townships, prices: try prices(in: id),
            rates: try rates(in: id))
        return SourcedEdition(
            edition: edition, packageSHA256: record.packageSHA256, origin: record.origin, withdrawn: record.withdrawn)
    }

    private func aliases(in edition: EditionID) throws(SQLiteError) -> [Alias] {
        let row = try connection.cachedStatement(
            """
            SELECT township.name, alias.alias, village.name, alias.kind, alias.source
            FROM edition JOIN alias ON alias.edition_id = edition.id
            JOIN village ON village.id = alias.village_id JOIN township ON township.id = village.township_id
            WHERE edition.code = ? ORDER BY alias.number
            """)
        try row.bind(1, edition.text)
        var aliases: [Alias] = []
        while try row.step() { aliases.append(try Self.alias(row)) }
        return aliases
    }

    private func townships(in edition: EditionID) throws(SQLiteError) -> [TownshipEntry] {
        let row = try connection.cachedStatement(
            """
            SELECT township.name, pinyin, edition_township.code, position
            FROM edition JOIN edition_township ON edition_township.edition_id = edition.id
            JOIN township ON township.id = edition_township.township_id
            WHERE edition.code = ? ORDER BY position
            """)
        try row.bind(1, edition.text)
        var townships: [TownshipEntry] = []
        while try row.step() {
            townships.append(
                TownshipEntry(
                    name: try row.required(0), pinyin: try row.required(1), code: try row.text(2),
                    order: try row.requiredInteger(3)))
        }
        return townships
    }
}

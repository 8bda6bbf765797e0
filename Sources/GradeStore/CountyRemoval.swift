import SQLite

/// Takes counties out of a generation that is being made: every row of theirs, in every table.
struct CountyRemoval {
    let codes: Set<String>

    /// One statement for each table, however many counties there are: `name_key` is ordered by name, and going through it
    /// once takes a tenth of a second in a store of the whole country.
    private static let deletions = """
        DELETE FROM name_key WHERE county_id IN (SELECT id FROM temp.gone);
        DELETE FROM grade WHERE village_id IN (
            SELECT village.id FROM temp.gone JOIN township ON township.county_id = gone.id
            JOIN village ON village.township_id = township.id);
        DELETE FROM scoped_grade WHERE edition_id IN (SELECT id FROM temp.gone_edition);
        DELETE FROM graded WHERE edition_id IN (SELECT id FROM temp.gone_edition);
        DELETE FROM alias WHERE edition_id IN (SELECT id FROM temp.gone_edition);
        DELETE FROM edition_township WHERE edition_id IN (SELECT id FROM temp.gone_edition);
        DELETE FROM grade_period WHERE edition_id IN (SELECT id FROM temp.gone_edition);
        DELETE FROM erratum WHERE edition_id IN (SELECT id FROM temp.gone_edition);
        DELETE FROM rate WHERE edition_id IN (SELECT id FROM temp.gone_edition);
        DELETE FROM price WHERE edition_id IN (SELECT id FROM temp.gone_edition);
        DELETE FROM definition WHERE edition_id IN (SELECT id FROM temp.gone_edition);
        DELETE FROM village WHERE township_id IN (
            SELECT township.id FROM temp.gone JOIN township ON township.county_id = gone.id);
        DELETE FROM township WHERE county_id IN (SELECT id FROM temp.gone);
        DELETE FROM edition WHERE county_id IN (SELECT id FROM temp.gone);
        DELETE FROM county WHERE id IN (SELECT id FROM temp.gone);
        """

    func run(_ connection: Connection) throws(SQLiteError) {
        try connection.run("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
        let insert = try connection.prepare("INSERT INTO temp.gone SELECT id FROM county WHERE code = ?")
        for code in codes.sorted() {
            try insert.bind(1, code)
            try insert.runOnce()
        }
        try connection.run(
            """
            CREATE TEMP TABLE gone_edition AS SELECT edition.id FROM edition JOIN temp.gone ON gone.id = county_id;
            \(Self.deletions)
            DROP TABLE temp.gone_edition; DROP TABLE temp.gone;
            """)
    }
}

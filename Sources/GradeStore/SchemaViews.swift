extension Schema {
    /// For people and other programs, who need no more than this: a row for each entry of an edition and each period in
    /// which it answers, and the same of each base price.
    ///
    /// This program reads neither, and SQLite parses both whenever it opens the file. So `grade_period` and the tables of
    /// grades have what the views show, in an order in which `*` takes it over. DuckDB parses the views by a grammar of its
    /// own: they keep to what both have. Both halves of the union have columns of one type, or SQLite would lay the whole
    /// of it down before it looks for a village.
    static let views = """
        CREATE VIEW grades AS SELECT county, t.name AS township, v.name AS village, part, land_type, grade, printed_grade,
        disputed, price, unit, edition, in_force_from, in_force_until, document, source_table, source_row, county_code
        FROM (SELECT *, CAST(NULL AS TEXT) AS part, CAST(NULL AS INTEGER) AS whole FROM grade
        UNION ALL SELECT * FROM scoped_grade)
        JOIN grade_period USING (edition_id, land_type, grade) LEFT JOIN village AS v ON v.id = village_id
        JOIN township AS t ON t.id = coalesce(v.township_id, whole) WHERE subtype IS NULL;
        CREATE VIEW prices AS SELECT * FROM grade_period WHERE price IS NOT NULL;
        """
}

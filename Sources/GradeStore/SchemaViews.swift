extension Schema {
    /// Writes the days on which each edition is its county's answer, as `ForcePeriod` says them, but the last one
    /// inclusive: several rows for one that is it again after another has expired, one without days for one that never is.
    /// It can begin or end only where a document begins to apply or has expired. For the views alone.
    static let periods = """
        DELETE FROM edition_period;
        WITH day(county_id, day) AS (
            SELECT county_id, coalesce(effective, issued) FROM edition
            UNION SELECT county_id, date(expires, '+1 day') FROM edition WHERE expires IS NOT NULL),
        answer AS (
            SELECT county_id, day, (
                SELECT id FROM edition WHERE edition.county_id = day.county_id
                AND coalesce(effective, issued) <= day AND coalesce(expires, day) >= day
                ORDER BY withdrawn IS NOT NULL, coalesce(effective, issued) DESC, issued DESC, id DESC LIMIT 1
            ) AS edition_id FROM day),
        change AS (
            SELECT *, lag(edition_id) OVER (PARTITION BY county_id ORDER BY day) AS earlier FROM answer),
        period AS (
            SELECT edition_id, day, lead(day) OVER (PARTITION BY county_id ORDER BY day) AS next FROM change
            WHERE edition_id IS NOT earlier)
        INSERT INTO edition_period
        SELECT id, day, date(next, '-1 day') FROM edition LEFT JOIN period ON edition_id = id ORDER BY id, day;
        """

    /// For people and other programs, who need no more than this: a row for each entry of an edition and each period in
    /// which it answers, and the same of each base price. A grade is in dispute as `Disputes` has it. Its price is that of
    /// no sub type.
    ///
    /// This program reads neither, and SQLite parses both whenever it opens the file, so they are written shortly. DuckDB
    /// parses them by a grammar of its own: they keep to what both have.
    static let views = """
        CREATE VIEW grades AS SELECT c.name AS county, t.name AS township, v.name AS village, part, g.land_type, g.grade,
        printed_grade, CASE WHEN printed_grade <> g.grade AND coalesce(e.status, '') <> 'confirmed' THEN 1 ELSE 0 END
        AS disputed, amount AS price, unit, d.code AS edition, in_force_from, in_force_until, document, source_table, source_row, c.code AS county_code
        FROM (SELECT *, NULL AS part, NULL AS whole FROM grade UNION ALL
        SELECT village_id, edition_id, land_type, grade, printed_grade, erratum, source_table, source_row, 0, '', part,
        NULL FROM part_grade UNION ALL SELECT NULL, edition_id, land_type, grade, printed_grade, erratum, source_table,
        source_row, 0, '', NULL, township_id FROM township_grade) AS g JOIN edition AS d ON d.id = g.edition_id
        JOIN edition_period AS i ON i.edition_id = d.id JOIN county AS c ON c.id = d.county_id
        LEFT JOIN village AS v ON v.id = village_id JOIN township AS t ON t.id = coalesce(v.township_id, whole)
        LEFT JOIN erratum AS e ON e.edition_id = d.id AND e.code = g.erratum LEFT JOIN price AS p
        ON p.edition_id = d.id AND p.grade = g.grade AND p.land_type = g.land_type AND subtype IS NULL;
        CREATE VIEW prices AS SELECT c.name AS county, p.land_type, subtype, grade, amount AS price, unit, d.rights,
        term_years, valuation_date, e.code AS edition, in_force_from, in_force_until, document, p.source,
        c.code AS county_code FROM price AS p JOIN edition AS e ON e.id = p.edition_id
        JOIN edition_period AS i ON i.edition_id = e.id JOIN county AS c ON c.id = county_id
        LEFT JOIN definition AS d ON d.edition_id = e.id AND d.land_type = p.land_type;
        """
}

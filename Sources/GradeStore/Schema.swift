/// The layout of a generation. A generation is never altered: another layout is another generation.
enum Schema {
    /// `LGRD`.
    static let applicationID = 0x4C47_5244
    /// `user_version`: raised with every change of layout. No other is read.
    static let version = 7

    /// Written first; rows go in before `indexes`, which is faster than keeping them up to date.
    static let tables = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE county (
            id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, province TEXT, prefecture TEXT,
            first_village INTEGER NOT NULL, villages INTEGER NOT NULL);
        CREATE TABLE edition (
            id INTEGER PRIMARY KEY, county_id INTEGER NOT NULL REFERENCES county, code TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL, registration TEXT, title TEXT NOT NULL, issuer TEXT NOT NULL,
            issued TEXT NOT NULL, publication TEXT, package_sha256 TEXT NOT NULL, origin TEXT NOT NULL,
            withdrawn TEXT, effective TEXT, expires TEXT, rights TEXT, factor_tables TEXT,
            scoped_entries INTEGER NOT NULL);
        CREATE TABLE definition (
            edition_id INTEGER NOT NULL REFERENCES edition, land_type TEXT NOT NULL, rights TEXT NOT NULL,
            term_years INTEGER, term TEXT, infrastructure TEXT NOT NULL, valuation_date TEXT NOT NULL,
            source TEXT NOT NULL, PRIMARY KEY (edition_id, land_type)) WITHOUT ROWID;
        CREATE TABLE price (
            edition_id INTEGER NOT NULL REFERENCES edition, number INTEGER NOT NULL, land_type TEXT NOT NULL,
            subtype TEXT, grade INTEGER NOT NULL, amount TEXT NOT NULL, unit TEXT NOT NULL, source TEXT,
            PRIMARY KEY (edition_id, number)) WITHOUT ROWID;
        CREATE TABLE rate (
            edition_id INTEGER NOT NULL REFERENCES edition, number INTEGER NOT NULL, land_type TEXT NOT NULL,
            subtype TEXT, percent TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (edition_id, number)) WITHOUT ROWID;
        CREATE TABLE erratum (
            edition_id INTEGER NOT NULL REFERENCES edition, number INTEGER NOT NULL, code TEXT NOT NULL,
            printed TEXT NOT NULL, held TEXT NOT NULL, evidence TEXT NOT NULL, status TEXT NOT NULL,
            PRIMARY KEY (edition_id, number)) WITHOUT ROWID;
        CREATE TABLE township (
            id INTEGER PRIMARY KEY, county_id INTEGER NOT NULL REFERENCES county, name TEXT NOT NULL);
        CREATE TABLE edition_township (
            edition_id INTEGER NOT NULL REFERENCES edition, position INTEGER NOT NULL,
            township_id INTEGER NOT NULL REFERENCES township, pinyin TEXT NOT NULL, code TEXT,
            PRIMARY KEY (edition_id, position)) WITHOUT ROWID;
        CREATE TABLE village (
            id INTEGER PRIMARY KEY, township_id INTEGER NOT NULL REFERENCES township, name TEXT NOT NULL,
            kind TEXT NOT NULL);
        CREATE TABLE alias (
            edition_id INTEGER NOT NULL REFERENCES edition, number INTEGER NOT NULL,
            village_id INTEGER NOT NULL REFERENCES village, alias TEXT NOT NULL, kind TEXT NOT NULL,
            source TEXT NOT NULL, PRIMARY KEY (edition_id, number)) WITHOUT ROWID;
        CREATE TABLE grade (
            village_id INTEGER NOT NULL REFERENCES village, edition_id INTEGER NOT NULL REFERENCES edition,
            land_type TEXT NOT NULL, grade INTEGER NOT NULL, printed_grade INTEGER NOT NULL,
            disputed INTEGER NOT NULL, erratum TEXT, source_table TEXT NOT NULL, source_row INTEGER,
            number INTEGER NOT NULL, kind TEXT, PRIMARY KEY (village_id, edition_id, land_type)) WITHOUT ROWID;
        CREATE TABLE scoped_grade (
            village_id INTEGER REFERENCES village, edition_id INTEGER NOT NULL REFERENCES edition,
            land_type TEXT NOT NULL, grade INTEGER NOT NULL, printed_grade INTEGER NOT NULL,
            disputed INTEGER NOT NULL, erratum TEXT, source_table TEXT NOT NULL, source_row INTEGER,
            number INTEGER NOT NULL, kind TEXT, part TEXT, township_id INTEGER NOT NULL REFERENCES township,
            UNIQUE (edition_id, township_id, land_type, village_id, part));
        CREATE TABLE grade_period (
            county TEXT NOT NULL, land_type TEXT NOT NULL, subtype TEXT, grade INTEGER NOT NULL, price TEXT, unit TEXT,
            rights TEXT, term_years INTEGER, valuation_date TEXT, edition TEXT NOT NULL, in_force_from TEXT,
            in_force_until TEXT, document TEXT NOT NULL, source TEXT, county_code TEXT NOT NULL,
            edition_id INTEGER NOT NULL REFERENCES edition,
            UNIQUE (edition_id, land_type, grade, subtype, in_force_from));
        CREATE TABLE graded (
            edition_id INTEGER NOT NULL REFERENCES edition, land_type TEXT NOT NULL, source_table TEXT NOT NULL,
            entries INTEGER NOT NULL, grades BLOB NOT NULL, PRIMARY KEY (edition_id, land_type)) WITHOUT ROWID;
        CREATE TABLE name_key (
            key TEXT NOT NULL, of_township INTEGER NOT NULL, county_id INTEGER NOT NULL REFERENCES county,
            PRIMARY KEY (key, of_township, county_id)) WITHOUT ROWID;
        """

    /// Of the rows of `grade` those of which `graded.grades` does not tell all.
    static let corrected = "printed_grade <> grade OR erratum IS NOT NULL"

    static let indexes = """
        CREATE UNIQUE INDEX township_name ON township (county_id, name);
        CREATE UNIQUE INDEX village_name_in_township ON village (township_id, name);
        CREATE INDEX village_name ON village (name);
        CREATE INDEX edition_in_force ON edition (county_id, issued);
        CREATE INDEX grade_corrected ON grade (edition_id) WHERE \(corrected);
        """
}

public import GradeModel
import SQLite

/// Grades, definitions, prices and errata of one edition.
extension Generation {
    private static let entryColumns = """
        township.name, village.name, coalesce(grade.kind, village.kind), grade.land_type, grade.grade,
        grade.printed_grade, grade.erratum, grade.source_table, grade.source_row
        """

    private static func entry(_ row: Statement) throws(SQLiteError) -> GradeEntry {
        GradeEntry(
            landType: try row.meaning(LandType(rawValue: try row.required(3)), of: 3),
            township: try row.required(0), village: try row.required(1),
            kind: try row.meaning(PlaceKind(rawValue: try row.required(2)), of: 2),
            grade: try row.meaning(Grade(rawValue: try row.requiredInteger(4)), of: 4),
            printedGrade: try row.meaning(Grade(rawValue: try row.requiredInteger(5)), of: 5),
            erratum: try row.text(6), source: TableRow(table: try row.required(7), row: row.integer(8)))
    }

    /// The entries of one place: for each land type none, one, or one for each part of the village. Where the edition
    /// grades the township as a whole, that entry.
    public func entries(of place: Place, in edition: EditionRecord) throws(StoreError) -> [GradeEntry] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT \(Self.entryColumns) FROM county JOIN township ON township.county_id = county.id AND township.name = ?2
                JOIN village ON village.township_id = township.id AND village.name = ?3
                JOIN grade ON grade.village_id = village.id AND grade.edition_id = ?4 WHERE county.code = ?1
                """)
            try row.bind(1, place.county.code)
            try row.bind(2, place.township)
            try row.bind(3, place.village)
            try row.bind(4, try rowID(of: edition.id))
            var entries: [GradeEntry] = []
            while try row.step() { entries.append(try Self.entry(row)) }
            guard edition.hasScopedEntries else { return entries }
            for other in try scopedEntries(in: edition.id, of: place.township)
            where other.entry.village == nil || other.entry.village == place.village {
                entries.append(other.entry)
            }
            return entries
        }
    }

    /// All entries of an edition, in the package's order.
    public func entries(in edition: EditionID) throws(StoreError) -> [GradeEntry] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT \(Self.entryColumns), grade.number FROM edition JOIN county ON county.id = edition.county_id
                JOIN township ON township.county_id = county.id JOIN village ON village.township_id = township.id
                JOIN grade ON grade.village_id = village.id AND grade.edition_id = edition.id
                WHERE edition.code = ? ORDER BY grade.number
                """)
            try row.bind(1, edition.text)
            var entries: [(number: Int, entry: GradeEntry)] = []
            while try row.step() { entries.append((try row.requiredInteger(9), try Self.entry(row))) }
            let others = try scopedEntries(in: edition, of: nil)
            if !others.isEmpty { entries = (entries + others).sorted { $0.number < $1.number } }
            return entries.map(\.entry)
        }
    }

    public func definitions(in edition: EditionID) throws(StoreError) -> [Definition] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT land_type, rights, term_years, infrastructure, valuation_date, source, term
                FROM definition WHERE edition_id = ?
                """)
            try row.bind(1, try rowID(of: edition))
            var definitions: [Definition] = []
            while try row.step() {
                definitions.append(
                    Definition(
                        landType: try row.meaning(LandType(rawValue: try row.required(0)), of: 0),
                        rights: try row.required(1), termYears: row.integer(2), term: try row.text(6),
                        infrastructure: try row.required(3),
                        valuationDate: try row.meaning(CalendarDate(try row.required(4)), of: 4),
                        source: try row.meaning(TableRow(try row.required(5)), of: 5)))
            }
            return definitions.sorted { $0.landType < $1.landType }
        }
    }

    /// Sub types that any edition has prices of, each once.
    public func pricedSubtypes() throws(StoreError) -> [String] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                "SELECT DISTINCT subtype FROM price WHERE subtype IS NOT NULL ORDER BY subtype")
            var subtypes: [String] = []
            while try row.step() { subtypes.append(try row.required(0)) }
            return subtypes
        }
    }

    /// In the package's order.
    public func prices(in edition: EditionID) throws(StoreError) -> [BasePrice] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT land_type, grade, amount, unit, subtype, source FROM price WHERE edition_id = ? ORDER BY number
                """)
            try row.bind(1, try rowID(of: edition))
            var prices: [BasePrice] = []
            while try row.step() {
                prices.append(
                    BasePrice(
                        landType: try row.meaning(LandType(rawValue: try row.required(0)), of: 0),
                        subtype: try row.text(4),
                        grade: try row.meaning(Grade(rawValue: try row.requiredInteger(1)), of: 1),
                        amount: try row.required(2), unit: try row.required(3),
                        source: try row.text(5).map { text throws(SQLiteError) in
                            try row.meaning(TableRow(text), of: 5)
                        }))
            }
            return prices
        }
    }

    /// In the package's order.
    public func rates(in edition: EditionID) throws(StoreError) -> [CapitalizationRate] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT land_type, subtype, percent, source FROM rate WHERE edition_id = ? ORDER BY number
                """)
            try row.bind(1, try rowID(of: edition))
            var rates: [CapitalizationRate] = []
            while try row.step() {
                rates.append(
                    CapitalizationRate(
                        landType: try row.meaning(LandType(rawValue: try row.required(0)), of: 0),
                        subtype: try row.text(1), percent: try row.required(2),
                        source: try row.meaning(TableRow(try row.required(3)), of: 3)))
            }
            return rates
        }
    }

    public func errata(in edition: EditionID) throws(StoreError) -> [Erratum] {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT code, printed, held, evidence, status FROM erratum WHERE edition_id = ? ORDER BY number
                """)
            try row.bind(1, try rowID(of: edition))
            var errata: [Erratum] = []
            while try row.step() {
                errata.append(
                    Erratum(
                        id: try row.required(0), printed: try row.required(1), held: try row.required(2),
                        evidence: try row.required(3),
                        status: try row.meaning(ErratumStatus(rawValue: try row.required(4)), of: 4)))
            }
            return errata
        }
    }

    /// The table in which an edition grades a land type, `表2`; nil where it grades none.
    public func table(of landType: LandType, in edition: EditionID) throws(StoreError) -> String? {
        try read { () throws(SQLiteError) in
            let row = try connection.cachedStatement(
                """
                SELECT source_table FROM graded WHERE edition_id = ? AND land_type = ?
                """)
            try row.bind(1, try rowID(of: edition))
            try row.bind(2, landType.rawValue)
            return try row.step() ? try row.text(0) : nil
        }
    }
}

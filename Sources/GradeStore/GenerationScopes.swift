public import GradeModel
import SQLite

/// Entries that are about more or less than a village: a township as a whole, or a part of a village.
extension Generation {
    /// Those of one edition (in one township), each with its place in the package's order.
    func scopedEntries(
        in edition: EditionID, of township: String?
    ) throws(SQLiteError) -> [(number: Int, entry: GradeEntry)] {
        let row = try connection.cachedStatement(
            """
            SELECT township.name, village.name, part, coalesce(scoped_grade.kind, village.kind), land_type, grade,
                printed_grade, erratum, source_table, source_row, number, village_id
            FROM scoped_grade
            JOIN township ON township.id = scoped_grade.township_id LEFT JOIN village ON village.id = village_id
            WHERE edition_id = ?1 AND (?2 IS NULL OR township.name = ?2) ORDER BY number
            """)
        try row.bind(1, try rowID(of: edition))
        try row.bind(2, township)
        var entries: [(number: Int, entry: GradeEntry)] = []
        while try row.step() {
            // A village that is not there is damage, and makes no entry about the township.
            let isVillage = row.integer(11) != nil
            let kind = isVillage ? try row.required(3) : nil
            entries.append(
                (
                    try row.requiredInteger(10),
                    GradeEntry(
                        landType: try row.meaning(LandType(rawValue: try row.required(4)), of: 4),
                        township: try row.required(0), village: isVillage ? try row.required(1) : nil,
                        part: try row.text(2),
                        kind: kind == nil ? nil : try row.meaning(kind.flatMap(PlaceKind.init(rawValue:)), of: 3),
                        grade: try row.meaning(Grade(rawValue: try row.requiredInteger(5)), of: 5),
                        printedGrade: try row.meaning(Grade(rawValue: try row.requiredInteger(6)), of: 6),
                        erratum: try row.text(7),
                        source: TableRow(table: try row.required(8), row: row.integer(9)))
                ))
        }
        return entries
    }

    /// All of them, in the package's order.
    public func scopedEntries(in edition: EditionID) throws(StoreError) -> [GradeEntry] {
        try read { () throws(SQLiteError) in try scopedEntries(in: edition, of: nil) }.map(\.entry)
    }

    /// The entry that grades a township as a whole, for each land type that has one.
    public func townshipEntries(
        of township: String, in edition: EditionID
    ) throws(StoreError) -> [GradeEntry] {
        try read { () throws(SQLiteError) in try scopedEntries(in: edition, of: township) }
            .map(\.entry).filter { $0.village == nil }
    }
}

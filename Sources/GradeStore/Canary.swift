import GradeModel

/// A question whose answer is known before the generation is built: asked of the finished file by the same path that a
/// look-up takes, so that a generation which would answer otherwise never gets its name.
struct Canary {
    private let edition: EditionID
    private let entry: GradeEntry

    /// The first and the last entry of an edition.
    static func of(_ edition: Edition) -> [Canary] {
        Set([edition.grades.startIndex, edition.grades.endIndex - 1]).filter(edition.grades.indices.contains)
            .map { Canary(edition: edition.id, entry: edition.grades[$0]) }
    }

    func ask(_ connection: borrowing Connection) throws(StoreError) {
        let row = try connection.prepare(
            """
            SELECT grade.grade, grade.printed_grade FROM edition
            JOIN township ON township.county_id = edition.county_id AND township.name = ?2
            JOIN village ON village.township_id = township.id AND village.name = ?3
            JOIN grade ON grade.village_id = village.id AND grade.edition_id = edition.id AND grade.land_type = ?4
            WHERE edition.code = ?1
            """)
        try row.bind(1, edition.text)
        try row.bind(2, entry.township)
        try row.bind(3, entry.village)
        try row.bind(4, entry.landType.rawValue)
        guard try row.step(), row.integer(0) == entry.grade.rawValue, row.integer(1) == entry.printedGrade.rawValue
        else {
            throw .damaged(
                path: connection.path, detail: "\(edition): \(entry.township) \(entry.village) is answered wrongly")
        }
    }
}

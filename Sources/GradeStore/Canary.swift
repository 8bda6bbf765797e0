import GradeModel
import SQLite

/// A question whose answer is known before the generation is built: asked of the finished file by the same path that a
/// look-up takes, so that a generation which would answer otherwise never gets its name.
struct Canary {
    private let edition: EditionID
    private let entry: GradeEntry

    /// The first and the last entry of an edition, of each scope.
    static func of(_ edition: Edition) -> [Canary] {
        GradeScope.allCases.flatMap { scope -> [Canary] in
            let indices = edition.grades.indices.filter { edition.grades[$0].scope == scope }
            return Set([indices.first, indices.last].compactMap(\.self))
                .map { Canary(edition: edition.id, entry: edition.grades[$0]) }
        }
    }

    func ask(_ connection: Connection) throws(SQLiteError) {
        let village = "JOIN village ON village.township_id = township.id AND village.name = ?3"
        let grades =
            switch entry.scope {
            case .village: "\(village) JOIN grade AS held ON held.village_id = village.id"
            case .part: "\(village) JOIN scoped_grade AS held ON held.village_id = village.id AND held.part = ?5"
            case .township: "JOIN scoped_grade AS held ON held.township_id = township.id AND held.village_id IS ?3"
            }
        let row = try connection.cachedStatement(
            """
            SELECT held.grade, held.printed_grade FROM edition
            JOIN township ON township.county_id = edition.county_id AND township.name = ?2
            \(grades) AND held.edition_id = edition.id AND held.land_type = ?4
            WHERE edition.code = ?1
            """)
        try row.bind(1, edition.text)
        try row.bind(2, entry.township)
        try row.bind(3, entry.village)
        try row.bind(4, entry.landType.rawValue)
        if let part = entry.part { try row.bind(5, part) }
        guard try row.step(), row.integer(0) == entry.grade.rawValue, row.integer(1) == entry.printedGrade.rawValue
        else {
            throw .damaged("\(edition): \(entry.township) \(entry.village ?? "") is answered wrongly")
        }
    }
}

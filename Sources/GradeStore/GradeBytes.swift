import GradeModel
import SQLite

// `graded.grades`: of one edition and land type a byte for each village of the county, in the order of their ids: the
// grade held, 0 where the edition's table does not list the village. The rows of `grade` say the same and more; a list
// over the whole country would need two million of them, and is judged by these.

extension EditionRows {
    /// The bytes of an edition, by land type.
    struct GradeBytes {
        private let villages: Range<Int>
        private var bytes: [LandType: [UInt8]] = [:]

        /// - Parameter villages: the ids of the county's.
        init(_ villages: Range<Int>) { self.villages = villages }

        mutating func set(_ grade: Grade, _ landType: LandType, ofVillage id: Int) {
            bytes[landType, default: [UInt8](repeating: 0, count: villages.count)][id - villages.lowerBound] =
                UInt8(grade.rawValue)
        }

        /// A byte for each village, also where the edition grades townships as a whole and no village.
        func of(_ landType: LandType) -> [UInt8] {
            bytes[landType] ?? [UInt8](repeating: 0, count: villages.count)
        }
    }
}

extension GenerationBuilder {
    /// That the bytes of the editions from this one on say what their rows say.
    static func checkGradeBytes(
        from edition: Int, village: Int, _ connection: Connection
    ) throws(SQLiteError) {
        var bytes: [Table: (first: Int, grades: [UInt8])] = [:]
        let table = try connection.prepare(
            """
            SELECT edition_id, land_type, first_village, grades FROM graded JOIN edition ON edition.id = edition_id
            JOIN county ON county.id = county_id WHERE edition_id >= ?
            """)
        try table.bind(1, edition)
        while try table.step() {
            let key = Table(edition: try table.requiredInteger(0), landType: try table.named(1, .landTypes))
            let grades = try table.withBlob(3) { bytes throws(SQLiteError) in Array(bytes) }
            bytes[key] = (try table.requiredInteger(2), grades)
        }
        let row = try connection.prepare(
            "SELECT edition_id, land_type, village_id, grade FROM grade WHERE village_id >= ?")
        try row.bind(1, village)
        while try row.step() {
            let key = Table(edition: try row.requiredInteger(0), landType: try row.named(1, .landTypes))
            let id = try row.requiredInteger(2)
            guard let first = bytes[key]?.first, let count = bytes[key]?.grades.count,
                (first..<first + count).contains(id),
                try row.requiredInteger(3) == bytes[key].map({ Int($0.grades[id - first]) })
            else { throw .damaged("village \(id): its grade is not among the bytes") }
            bytes[key]?.grades[id - first] = 0
        }
        guard bytes.values.allSatisfy({ $0.grades.allSatisfy { $0 == 0 } }) else {
            throw .damaged("bytes without a grade")
        }
    }

    private struct Table: Hashable {
        let edition: Int
        let landType: LandType
    }
}

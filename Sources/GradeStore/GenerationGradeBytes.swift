public import GradeModel
import SQLite

extension Generation {
    /// The grades of an edition in the order of the villages, for a county whose names are known already: read from the
    /// bytes of `graded.grades`, which costs a small part of asking for the rows.
    public func grades(of source: GazetteerSource, in edition: EditionID) throws(StoreError) -> [HeldGrade] {
        try read { () throws(SQLiteError) in
            let corrected = try correctedGrades(of: source, in: edition)
            let row = try connection.cachedStatement(
                """
                SELECT land_type, grades, entries FROM edition JOIN county ON county.id = county_id
                JOIN graded ON edition_id = edition.id WHERE edition.code = ?1 AND county.code = ?2
                """)
            try row.bind(1, edition.text)
            try row.bind(2, source.county.code)
            var grades: [HeldGrade] = []
            grades.reserveCapacity(source.villages.count * LandType.allCases.count)
            while try row.step() {
                let landType = try row.named(0, .landTypes)
                let before = grades.count
                let count = try row.withBlob(1) { bytes throws(SQLiteError) in
                    for village in bytes.indices where bytes[village] != 0 {
                        let grade = try row.meaning(Grade(rawValue: Int(bytes[village])), of: 1)
                        let other = corrected.isEmpty ? nil : corrected[Entry(village: village, landType: landType)]
                        // A row that holds another grade than the byte is damage, and not the better of two answers.
                        if let other, other.grade != grade { _ = try row.meaning(Grade?.none, of: 1) }
                        grades.append(
                            other
                                ?? HeldGrade(
                                    village: village, landType: landType, grade: grade, printedGrade: grade,
                                    erratum: nil))
                    }
                    return bytes.count
                }
                // Of other villages than the county's, or not of all.
                guard count == source.villages.count, try row.requiredInteger(2) == grades.count - before else {
                    throw .damaged("\(edition): grades of \(landType.rawValue) don't add up")
                }
            }
            return grades
        }
    }

    private struct Entry: Hashable {
        let village: Int
        let landType: LandType
    }

    /// Those printed otherwise than held, or under an erratum.
    private func correctedGrades(
        of source: GazetteerSource, in edition: EditionID
    ) throws(SQLiteError) -> [Entry: HeldGrade] {
        let row = try connection.cachedStatement(
            """
            SELECT village_id, land_type, grade, printed_grade, erratum FROM grade INDEXED BY grade_corrected
            WHERE edition_id = (SELECT id FROM edition WHERE code = ?) AND (\(Schema.corrected))
            """)
        try row.bind(1, edition.text)
        var grades: [Entry: HeldGrade] = [:]
        while try row.step() {
            let village = try row.requiredInteger(0) &- (source.villageIDs.first ?? 0)
            let landType = try row.named(1, .landTypes)
            grades[Entry(village: village, landType: landType)] = HeldGrade(
                village: village, landType: landType,
                grade: try row.meaning(Grade(rawValue: try row.requiredInteger(2)), of: 2),
                printedGrade: try row.meaning(Grade(rawValue: try row.requiredInteger(3)), of: 3),
                erratum: try row.text(4))
        }
        return grades
    }
}

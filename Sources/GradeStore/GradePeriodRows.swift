import GradeModel
import SQLite

/// Writes `grade_period`, which the views are made of: a row for each grade that an edition gives or prices, and for each
/// period in which the edition is its county's answer. The row of no sub type is there without a price too, as every
/// entry needs it.
struct GradePeriodRows {
    private let statement: Statement

    init(_ connection: Connection) throws(SQLiteError) {
        // A period ends before a day; people expect the last one.
        statement = try connection.prepare(
            "INSERT INTO grade_period VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, date(?, '-1 day'), ?, ?, ?, ?)")
    }

    /// - Parameter periods: none: the edition is never the answer, and has rows without days.
    func add(_ edition: Edition, id: Int, periods: [ForcePeriod]) throws(SQLiteError) {
        var grades = Set(edition.grades.map { PricedGrade($0.landType, $0.grade) })
        grades.formUnion(edition.prices.map { PricedGrade($0.landType, $0.grade) })
        for grade in grades.sorted(by: { ($0.landType, $0.grade) < ($1.landType, $1.grade) }) {
            var prices: [BasePrice?] = edition.prices.filter { PricedGrade($0.landType, $0.grade) == grade }
            if !prices.contains(where: { $0?.subtype == nil }) { prices.insert(nil, at: 0) }
            let definition = edition.definitions.first { $0.landType == grade.landType }
            for price in prices {
                for period in periods.isEmpty ? [nil] : periods.map(Optional.some) {
                    try bind(edition, id, grade, definition, price, period)
                    try statement.runOnce()
                }
            }
        }
    }

    private func bind(
        _ edition: Edition, _ id: Int, _ grade: PricedGrade, _ definition: Definition?, _ price: BasePrice?,
        _ period: ForcePeriod?
    ) throws(SQLiteError) {
        try statement.bind(1, edition.county.name)
        try statement.bind(2, grade.landType.rawValue)
        try statement.bind(3, price?.subtype)
        try statement.bind(4, grade.grade.rawValue)
        try statement.bind(5, price?.amount)
        try statement.bind(6, price?.unit)
        try statement.bind(7, definition?.rights)
        try statement.bind(8, definition?.termYears)
        try statement.bind(9, definition?.valuationDate.description)
        try statement.bind(10, edition.id.text)
        try statement.bind(11, period?.from.description)
        try statement.bind(12, period?.before?.description)
        try statement.bind(13, edition.document.number)
        try statement.bind(14, price?.source?.description)
        try statement.bind(15, edition.county.code)
        try statement.bind(16, id)
    }

    private struct PricedGrade: Hashable {
        let landType: LandType
        let grade: Grade

        init(_ landType: LandType, _ grade: Grade) {
            self.landType = landType
            self.grade = grade
        }
    }
}

extension ForcePeriod {
    /// The periods of each edition of one county, in their order; of two that are alike the later one counts.
    static func all(of editions: [SourcedEdition]) -> [[ForcePeriod]] {
        func precedes(_ a: Int, _ b: Int) -> Bool {
            let (first, second) = (editions[a].edition.document, editions[b].edition.document)
            return (first.inForceFrom, first.issued, a) < (second.inForceFrom, second.issued, b)
        }
        let oldestFirst = editions.indices.sorted(by: precedes)
        let candidates = oldestFirst.map {
            Candidate(editions[$0].edition.document, isWithdrawn: editions[$0].withdrawn != nil)
        }
        var periods = [[ForcePeriod]](repeating: [], count: editions.count)
        for (place, index) in oldestFirst.enumerated() { periods[index] = all(of: place, in: candidates) }
        return periods
    }
}

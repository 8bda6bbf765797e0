import GradeModel
import SystemPackage
import TestSupport
import Testing

@testable import FuzzChecks
@testable import GradeStore

/// The views of a store say what the program says.
@Suite struct ViewTests {
    let folder = TemporaryFolder()

    /// Sets of editions with beginnings, ends and withdrawals by chance, close together so that they meet.
    @Test func `periods are those of the rule`() throws {
        var chance = Chance(state: 20_261_129)
        let database = try OpenDatabase(folder["periods.sqlite"])
        try database.run(Schema.tables)
        try database.run("INSERT INTO county VALUES (1, '430624', '湘阴县', NULL, NULL, 1, 0)")
        func day() -> CalendarDate { CalendarDate("2020-01-\(chance.next(upperBound: UInt64(8)) + 10)")! }
        for round in 0..<300 {
            try database.run("DELETE FROM edition_period; DELETE FROM edition")
            var editions: [(candidate: ForcePeriod.Candidate, issued: CalendarDate, id: Int)] = []
            for id in 1...Int.random(in: 1...6, using: &chance) {
                let issued = day()
                let effective = chance.next(upperBound: UInt64(3)) == 0 ? day() : nil
                let expires = chance.next(upperBound: UInt64(2)) == 0 ? day() : nil
                let isWithdrawn = chance.next(upperBound: UInt64(3)) == 0
                let dates = [isWithdrawn ? issued : nil, effective, expires].map { $0.map { "'\($0)'" } ?? "NULL" }
                try database.run(
                    """
                    INSERT INTO edition VALUES (\(id), 1, 'e\(id)', '', NULL, '', '', '\(issued)', NULL, '', '',
                    \(dates.joined(separator: ", ")), NULL, NULL, 0)
                    """)
                editions.append(
                    (.init(from: effective ?? issued, expires: expires, isWithdrawn: isWithdrawn), issued, id))
            }
            editions.sort { ($0.candidate.from, $0.issued, $0.id) < ($1.candidate.from, $1.issued, $1.id) }
            var expected: [String] = []
            for (index, edition) in editions.enumerated() {
                for period in ForcePeriod.all(of: index, in: editions.map(\.candidate)) {
                    expected.append("\(period.from)|\(period.before?.description ?? "NULL")|\(edition.id)")
                }
            }
            try database.run(Schema.periods)
            let found = try database.rows(
                "SELECT in_force_from, date(in_force_until, '+1 day'), edition_id FROM edition_period WHERE in_force_from > ''"
            )
            #expect(found.sorted() == expected.sorted(), "round \(round)")
            let all = try database.rows("SELECT count(DISTINCT edition_id) FROM edition_period")
            #expect(all == ["\(editions.count)"])
        }
    }

    @Test func `every entry is in the view of grades`() throws {
        let store = StoreFolder(folder.path.appending("store"))
        try store.applying([[GenerationTests.other], LayoutTests.editions])
        let generation = try Generation.openCurrent(of: store)
        let database = try OpenDatabase(unchanging: store.file(try store.current()))
        for edition in [GenerationTests.other] + LayoutTests.editions {
            let edition = try #require(try generation.storedEdition(edition.edition.id)).edition
            let disputes = Disputes(edition.errata)
            let expected = edition.grades.map { entry in
                let disputed = disputes.contains(entry) ? 1 : 0
                return [
                    edition.county.name, entry.township, entry.village ?? "NULL", entry.part ?? "NULL",
                    entry.landType.rawValue, "\(entry.grade.rawValue)", "\(entry.printedGrade.rawValue)", "\(disputed)",
                    "\(entry.source)", edition.county.code,
                ].joined(separator: "|")
            }
            try #require(!expected.isEmpty)
            let found = try database.rows(
                """
                SELECT county, township, village, part, land_type, grade, printed_grade, disputed,
                source_table || coalesce('第' || source_row || '行', ''), county_code
                FROM grades WHERE edition = '\(edition.id)'
                """)
            #expect(found.sorted() == expected.sorted())
        }
    }
}

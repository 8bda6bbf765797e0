import GradeModel
import SystemPackage
import TestSupport
import Testing

@testable import FuzzChecks
@testable import GradeStore

/// The views of a store say what the program says.
@Suite struct ViewTests {
    let folder = TemporaryFolder()

    /// Editions with beginnings, ends and withdrawals by chance, close together so that they meet: on each day the views
    /// have one edition, and it is the one that the store answers with.
    @Test func `on each day the views have the edition in force`() throws {
        var chance = Chance(state: 20_261_129)
        func day() -> String { "2020-01-\(chance.next(upperBound: UInt64(8)) + 10)" }
        let counties = (100_000..<100_200).map { code in
            let county = County(code: "\(code)", name: "县\(code)")
            return (1...Int.random(in: 1...6, using: &chance)).map { number in
                var sourced = SampleEditions.edition(
                    "\(code)-2020-\(number)", county, issued: day(), grade: number,
                    effective: chance.next(upperBound: UInt64(3)) == 0 ? day() : nil,
                    expires: chance.next(upperBound: UInt64(2)) == 0 ? day() : nil)
                if chance.next(upperBound: UInt64(3)) == 0 { sourced.withdrawn = CalendarDate("2020-01-31") }
                return sourced
            }
        }
        let store = StoreFolder(folder.path.appending("store"))
        try store.applying(counties)
        let generation = try Generation.openCurrent(of: store)
        let database = try OpenDatabase(unchanging: store.file(try store.current()))
        for view in ["grades", "prices"] {
            let all = try database.rows("SELECT count(DISTINCT edition) FROM \(view)")
            #expect(all == ["\(counties.joined().count)"], "\(view)")
        }
        for number in 9...20 {
            let day = try #require(CalendarDate("2020-01-\(number < 10 ? "0" : "")\(number)"))
            var expected: [String] = []
            for editions in counties {
                let county = editions[0].edition.county
                guard let found = try generation.edition(of: county, inForce: day) else { continue }
                expected.append("\(county.code)|\(found.id)")
            }
            let found = try database.rows(
                """
                SELECT DISTINCT county_code, edition FROM grades WHERE in_force_from <= '\(day)'
                AND coalesce(in_force_until, '9999-12-31') >= '\(day)' ORDER BY county_code
                """)
            #expect(found == expected, "\(day)")
        }
    }

    @Test func `every price is in the view of prices`() throws {
        let store = StoreFolder(folder.path.appending("store"))
        let edition = SampleEditions.edition(
            "430624-2025-1", SampleEditions.xiangyin, issued: "2025-01-23",
            prices: [
                BasePrice(
                    landType: .orchard, subtype: "茶园", grade: Grade(rawValue: 1)!, amount: "12.50", unit: "元/平方米"),
                BasePrice(landType: .orchard, subtype: "果园", grade: Grade(rawValue: 1)!, amount: "10", unit: "元/平方米"),
                // No entry has this grade.
                BasePrice(
                    landType: .forest, grade: Grade(rawValue: 3)!, amount: "1.0", unit: "万元/公顷",
                    source: TableRow(table: "表4", row: 7)),
            ])
        try store.applying([[edition, GenerationTests.second]])
        let database = try OpenDatabase(unchanging: store.file(try store.current()))
        let found = try database.rows(
            """
            SELECT county, land_type, subtype, grade, price, unit, rights, term_years, valuation_date, in_force_from,
            in_force_until, document, source, county_code FROM prices WHERE edition = '430624-2025-1'
            ORDER BY land_type, subtype
            """)
        let rest = "2025-01-23|2027-02-28|湘阴政发〔2025〕1号"
        #expect(
            found == [
                "湘阴县|forest|NULL|3|1.0|万元/公顷|承包经营权|70|2021-12-31|\(rest)|表4第7行|430624",
                "湘阴县|orchard|果园|1|10|元/平方米|承包经营权|30|2021-12-31|\(rest)|NULL|430624",
                "湘阴县|orchard|茶园|1|12.50|元/平方米|承包经营权|30|2021-12-31|\(rest)|NULL|430624",
            ])
        // A price of a sub type is none of an entry.
        let entries = try database.rows(
            "SELECT village, land_type, price FROM grades WHERE edition = '430624-2025-1' ORDER BY land_type, village")
        #expect(entries.count == edition.edition.grades.count && entries.allSatisfy { $0.hasSuffix("|NULL") })
        let priced = try database.rows(
            "SELECT DISTINCT land_type, grade, price, unit FROM grades WHERE price IS NOT NULL")
        #expect(priced == [])
    }

    @Test func `every entry is in the view of grades`() throws {
        let store = StoreFolder(folder.path.appending("store"))
        try store.applying([[GenerationTests.other], LayoutTests.editions, [Self.scoped]])
        let generation = try Generation.openCurrent(of: store)
        let database = try OpenDatabase(unchanging: store.file(try store.current()))
        for edition in [GenerationTests.other, Self.scoped] + LayoutTests.editions {
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

    /// In a store of the country to read all grades takes seconds.
    @Test func `a village's row is found by its name`() throws {
        let store = StoreFolder(folder.path.appending("store"))
        try store.applying([[Self.scoped]])
        let database = try OpenDatabase(unchanging: store.file(try store.current()))
        let plan = try database.rows(
            "EXPLAIN QUERY PLAN SELECT land_type, grade FROM grades WHERE township = '金龙镇' AND village = '芙蓉村'")
        #expect(plan.contains { $0.contains("SEARCH v USING INDEX village_name") }, "\(plan)")
        #expect(!plan.contains { $0.contains("SCAN grade") || $0.contains("MATERIALIZE") }, "\(plan)")
    }

    /// Entries about a township as a whole and about parts of a village, one of them in dispute.
    private static let scoped: SourcedEdition = {
        func entry(_ village: String?, _ part: String?, _ grade: Int, row: Int) -> GradeEntry {
            GradeEntry(
                landType: .grassland, township: "金龙镇", village: village, part: part,
                kind: village == nil ? nil : .village, grade: Grade(rawValue: grade)!,
                printedGrade: Grade(rawValue: 2)!,
                erratum: grade == 2 ? nil : "E1", source: TableRow(table: "表6", row: row))
        }
        return SampleEditions.edition(
            "990001-2025-1", County(code: "990001", name: "示例县"), issued: "2025-01-01",
            more: [
                entry("芙蓉村", "1、2组", 1, row: 1), entry("芙蓉村", "3组", 2, row: 2), entry(nil, nil, 2, row: 3),
            ])
    }()

    @Test func `an entry of a village that is not there is damage`() throws {
        let store = StoreFolder(folder.path.appending("store"))
        let name = try store.applying([[Self.scoped]])
        try OpenDatabase(store.file(name)).run("UPDATE scoped_grade SET village_id = 99 WHERE part = '3组'")
        try PageChecksums.write(to: store.file(name))
        let generation = try Generation.openCurrent(of: store)
        #expect {
            try generation.scopedEntries(in: Self.scoped.edition.id)
        } throws: { error in
            guard case StoreError.damaged = error else { return false }
            return true
        }
    }
}

import GradeLookup
import GradeModel
import Testing

@Suite struct ListingTests {
    let store: SeedStore
    let listing: Listing

    init() throws {
        store = try SeedStore()
        listing = Listing(store.generation)
    }

    @Test func `grades are counted as the tables have them`() throws {
        let rows = try #require(try listing.grades(of: store.edition.county, landType: nil, asOf: nil))
        let counts = rows.map { [$0.count?.grade.rawValue, $0.count?.villages, $0.count?.disputed] }
        #expect(counts == [[1, 67, 16], [2, 99, 0], [1, 117, 24], [2, 128, 30], [nil, nil, nil]])
    }

    @Test func `townships come in the table's order`() throws {
        let rows = try #require(try listing.townships(of: store.edition.county, asOf: nil))
        #expect(rows.count == 16 && rows.first?.name == "东塘镇" && rows.last?.name == "樟树镇")
        #expect(rows.reduce(0) { $0 + $1.villages } == 245)
        let reserve = try #require(rows.first { $0.name == "横岭湖自然保护区" })
        #expect(reserve.entries == [.orchard: 0, .forest: 3])
    }

    @Test func `villages can be narrowed by township land type and grade`() throws {
        let county = store.edition.county
        func count(_ township: String?, _ landType: LandType?, _ grade: Int?) throws -> Int? {
            try listing.villages(
                of: county,
                VillageFilter(
                    township: township, landType: landType, grade: grade.flatMap(Grade.init(rawValue:))),
                asOf: nil)?.count
        }
        #expect(try count(nil, nil, nil) == 245)
        #expect(try count("金龙镇", .orchard, 1) == 6)
        #expect(try count(nil, .orchard, 1) == 67)
        #expect(try count(nil, .grassland, 1) == 0)
        #expect(
            try listing.villages(
                of: county, asOf: CalendarDate("2000-01-01")) == nil)
    }

    @Test func `villages can be narrowed by dispute and a grade with it`() throws {
        func count(_ landType: LandType?, _ grade: Int?, _ disputed: Bool?) throws -> Int? {
            let filter = VillageFilter(
                landType: landType, grade: grade.flatMap(Grade.init(rawValue:)), disputed: disputed)
            return try listing.villages(of: store.edition.county, filter, asOf: nil)?.count
        }
        #expect(try count(.orchard, nil, true) == 16)
        #expect(try count(.orchard, 1, true) == 16)
        // The orchard's second grade has no dispute, though villages that hold it have one in another land type.
        #expect(try count(.orchard, 2, true) == 0)
        #expect(try count(.orchard, 1, false) == 67 - 16)
        #expect(try count(.forest, nil, true) == 54)
        let either = try #require(try count(nil, nil, true))
        #expect(try count(nil, nil, false) == 245 - either)
        #expect(try count(nil, nil, nil) == 245)
    }

    @Test func `the report tells the age of the valuation date`() throws {
        let report = try listing.report(today: CalendarDate("2026-11-23"))
        #expect(report.villages == 245 && report.entries == 411 && report.counties == 1)
        #expect(report.editions.map(\.valuationYears) == [4])
        #expect(try listing.report(today: nil).editions.map(\.valuationYears) == [nil])
    }

    @Test func `editions tell their contents`() throws {
        let row = try #require(try listing.editions().first)
        #expect(row.contents.entries == [.orchard: 166, .forest: 245] && row.contents.disputed == 70)
        #expect(row.contents.prices == 0 && row.contents.townships == 16 && row.inForce?.before == nil)
    }
}

import GradeLookup
import GradeModel
import GradeStore
import TestSupport
import Testing

/// Townships graded as a whole, villages graded by parts, and dates of validity.
@Suite struct ScopeTests {
    private func ask(
        _ store: MadeStore, _ place: PlaceQuestion, _ landType: LandType? = nil, asOf: String? = nil,
        county: String? = nil
    ) throws -> Answer {
        try GradeLookup(store.generation).answer(
            Question(place: place, county: county, landType: landType, asOf: asOf.flatMap { CalendarDate($0) }))
    }

    private func names(_ township: String?, _ village: String) -> PlaceQuestion {
        .names(township: township, village: village)
    }

    @Test func `a township graded as a whole answers for any village, and knows none`() throws {
        let store = try MadeStore([[ScopeEditions.edition(ScopeEditions.mixed)]])
        for place in [names("城关镇", "无此村"), names("城关镇", "东门村"), .address("测试县城关镇无此村3组")] {
            let answer = try ask(store, place, .orchard)
            #expect(answer.outcome == .found, "\(place)")
            let found = try #require(answer.matches.first)
            #expect(found.match.rule == .township && found.match.village == nil && found.match.kind == nil)
            #expect(found.match.township == "城关镇" && found.match.place == nil)
            let orchard = try #require(found.landTypes.first)
            #expect(orchard.outcome == .graded && orchard.grade?.rawValue == 1 && orchard.scope == .township)
            #expect(orchard.citation.source == TableRow(table: "表2", row: 1) && orchard.citation.rights == "集体")
            #expect(orchard.basePrice?.amount == "42.00" && orchard.subtypePrices.map(\.subtype) == ["果园"])
        }
    }

    @Test func `each land type of one question is answered by its own table`() throws {
        let store = try MadeStore([[ScopeEditions.edition(ScopeEditions.mixed)]])
        // The village is known by the forest table.
        let known = try #require(try ask(store, names("城关镇", "东门社区")).matches.first)
        #expect(known.match.rule == .exact && known.match.village == "东门社区")
        #expect(known.landTypes.map(\.outcome) == [.graded, .graded, .notPublished])
        #expect(known.landTypes.map(\.scope) == [.township, .village, nil])
        #expect(known.landTypes.map { $0.grade?.rawValue } == [1, 2, nil])
        // Without the township it is as good.
        #expect(try ask(store, names(nil, "东门社区"), .orchard).matches.first?.landTypes.first?.grade?.rawValue == 1)
        // The village is known by none.
        let unknown = try #require(try ask(store, names("城关镇", "无此村")).matches.first)
        #expect(unknown.match.rule == .township)
        #expect(unknown.landTypes.map(\.outcome) == [.graded, .unknownVillage, .notPublished])
        #expect(unknown.landTypes.map { $0.grade?.rawValue } == [1, nil, nil])
        // Asked about forest alone, nothing is graded as a whole.
        #expect(try ask(store, names("城关镇", "无此村"), .forest).outcome == .unknownVillage)
    }

    @Test func `in a township graded by villages an unknown village stays unknown`() throws {
        let store = try MadeStore([[ScopeEditions.edition(ScopeEditions.mixed)]])
        #expect(try ask(store, names("青山镇", "无此村")).outcome == .unknownVillage)
        #expect(try ask(store, names(nil, "无此村")).outcome == .unknownVillage)
        #expect(try ask(store, names("无此镇", "无此村")).outcome == .unknownTownship)
    }

    @Test func `a village graded by parts has each part's grade and none of its own`() throws {
        let store = try MadeStore([[ScopeEditions.edition(ScopeEditions.mixed)]])
        let orchard = try #require(try ask(store, names("青山镇", "大坪村"), .orchard).matches.first?.landTypes.first)
        #expect(orchard.outcome == .byPart && orchard.grade == nil && orchard.scope == .part)
        #expect(orchard.parts.map(\.part) == ["1、2、3组", "4、5组"] && orchard.parts.map(\.grade.rawValue) == [1, 2])
        #expect(orchard.parts.map { $0.basePrice?.amount } == ["42.00", "36.50"])
        #expect(orchard.parts.map { $0.source.row } == [3, 4])
    }

    @Test func `where another county has the township too, it has to be named`() throws {
        let other = County(code: "430699", name: "样例县")
        let byVillages = ScopeEditions.edition(
            id: "430699-2024-1", county: other, [ScopeEditions.entry(.orchard, "城关镇", "西门村", 3)])
        let whole = ScopeEditions.edition(
            id: "430699-2024-1", county: other, [ScopeEditions.entry(.orchard, "城关镇", nil, 3)])
        let mixed = ScopeEditions.edition(ScopeEditions.mixed)
        let place = names("城关镇", "无此村")
        let first = try MadeStore([[mixed], [byVillages]])
        #expect(try ask(first, place, .orchard).outcome == .unknownVillage)
        #expect(try ask(first, place, .orchard, county: "430698").outcome == .found)
        let second = try MadeStore([[mixed], [whole]])
        let answer = try ask(second, place, .orchard)
        #expect(answer.outcome == .ambiguous && answer.matches.map(\.match.county.code) == ["430698", "430699"])
    }

    @Test func `an edition is in force from the day it applies to the day it expires`() throws {
        let old = ScopeEditions.edition(id: "430698-2020-1", issued: "2020-01-01", ScopeEditions.mixed)
        let new = ScopeEditions.edition(
            issued: "2024-06-18", effective: "2024-07-01", expires: "2029-06-30", ScopeEditions.mixed)
        let store = try MadeStore([[old, new]])
        func edition(_ day: String?) throws -> String? {
            let answer = try ask(store, names("青山镇", "石桥村"), .orchard, asOf: day)
            return answer.matches.first?.landTypes.first?.citation.edition.text
        }
        #expect(try edition("2024-06-30") == "430698-2020-1" && edition("2024-07-01") == "430698-2024-8")
        #expect(try edition("2029-06-30") == "430698-2024-8" && edition("2029-07-01") == "430698-2020-1")
        #expect(try edition(nil) == "430698-2024-8")
        let alone = try MadeStore([[new]])
        let place = names("青山镇", "石桥村")
        #expect(try ask(alone, place, asOf: "2024-06-30").outcome == .noEdition)
        #expect(try ask(alone, place, asOf: "2029-07-01").outcome == .noEdition)
        #expect(try ask(alone, names("城关镇", "无此村"), .orchard, asOf: "2029-07-01").outcome == .noEdition)
        let rows = try Listing(store.generation).editions()
        #expect(rows.map(\.id.text) == ["430698-2024-8", "430698-2020-1"])
        #expect(rows[0].inForce == ForcePeriod(from: CalendarDate("2024-07-01")!, before: CalendarDate("2029-07-01")!))
        #expect(rows[1].inForceAgain == [ForcePeriod(from: CalendarDate("2029-07-01")!, before: nil)])
    }

    @Test func `what was put in comes out`() throws {
        let edition = ScopeEditions.edition(effective: "2024-07-01", ScopeEditions.mixed)
        let store = try MadeStore([[edition]])
        #expect(try store.generation.storedEdition(edition.id)?.edition == edition)
        // No village at all.
        let whole = ScopeEditions.edition([ScopeEditions.entry(.orchard, "城关镇", nil, 1)])
        let second = try MadeStore([[whole]])
        #expect(try second.generation.storedEdition(whole.id)?.edition == whole)
        #expect(try second.generation.gazetteerSource(of: ScopeEditions.county).villages.isEmpty)
    }

    @Test func `lists tell townships as a whole from villages`() throws {
        let listing = Listing(try MadeStore([[ScopeEditions.edition(ScopeEditions.mixed)]]).generation)
        let townships = try #require(try listing.townships(of: ScopeEditions.county, asOf: nil))
        #expect(townships.map(\.villages) == [1, 2] && townships[0].wholeGrades.mapValues(\.rawValue) == [.orchard: 1])
        #expect(townships.map(\.entries) == [[.orchard: 0, .forest: 1], [.orchard: 2, .forest: 0]])
        let villages = try #require(try listing.villages(of: ScopeEditions.county, asOf: nil))
        #expect(villages.map(\.village) == [nil, "东门社区", "石桥村", "大坪村"])
        #expect(villages[0].grades.map(\.landType) == [.orchard] && villages[0].grades[0].scope == .township)
        #expect(villages[1].grades.map { $0.grade?.rawValue } == [1, 2, nil])
        #expect(
            villages[3].grades[0].outcome == .byPart && villages[3].grades[0].parts.map(\.grade.rawValue) == [1, 2])
        let ones = try listing.villages(
            of: ScopeEditions.county,
            VillageFilter(township: "青山镇", landType: .orchard, grade: Grade(rawValue: 1)), asOf: nil)
        #expect(ones?.map(\.village) == ["大坪村"])
        let grades = try #require(try listing.grades(of: ScopeEditions.county, landType: .orchard, asOf: nil))
        #expect(grades.map { [$0.count?.villages, $0.count?.townships, $0.count?.parts] } == [[0, 1, 1], [1, 0, 1]])
        #expect(try listing.editions().first?.contents.wholeTownships == 1)
    }
}

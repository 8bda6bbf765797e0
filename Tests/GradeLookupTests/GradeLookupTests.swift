import GradeLookup
import GradeModel
import GradeStore
import PlaceMatching
import TestSupport
import Testing

@Suite struct GradeLookupTests {
    let store: SeedStore
    let lookup: GradeLookup

    init() throws {
        store = try SeedStore()
        lookup = GradeLookup(store.generation)
    }

    private func ask(_ township: String?, _ village: String, _ landType: LandType? = nil) throws -> Answer {
        try lookup.answer(Question(place: .names(township: township, village: village), landType: landType))
    }

    @Test func `every entry of the package is answered with its grade and row`() throws {
        try #require(!store.edition.grades.isEmpty)
        for entry in store.edition.grades {
            let answer = try ask(entry.township, try #require(entry.village), entry.landType)
            let match = try #require(answer.matches.first)
            #expect(answer.outcome == .found && answer.matches.count == 1 && match.match.rule == .exact)
            let found = try #require(match.landTypes.first)
            #expect(found.outcome == (entry.differsFromPrint ? .disputed : .graded))
            #expect(found.grade == entry.grade && found.heldGrade == entry.grade)
            #expect(found.printedGrade == entry.printedGrade && found.erratum?.id == entry.erratum)
            #expect(found.citation.source == entry.source && found.basePrice == nil)
            #expect(found.definition?.landType == entry.landType)
        }
    }

    @Test func `the database shortcut answers as the gazetteer does`() throws {
        let gazetteer = try lookup.gazetteer(of: store.edition.county)
        let places = try store.places
        #expect(places.count == 245)
        for place in places {
            for township in [place.township, nil] {
                let answer = try ask(township, place.village)
                let match = gazetteer.match(.names(township: township, village: place.village))
                #expect(match == .matched(answer.matches.map(\.match)), "\(place)")
            }
        }
    }

    @Test func `what is not in a table is distinguished from what is unknown`() throws {
        let unlisted = try ask("文星街道", "滨江社区")
        let outcomes = unlisted.matches.first?.landTypes.map(\.outcome)
        #expect(outcomes == [.notListed, .graded, .notPublished])
        let orchard = try #require(unlisted.matches.first?.landTypes.first)
        #expect(orchard.grade == nil && orchard.citation.source == TableRow(table: "表2", row: nil))
        let grassland = try #require(unlisted.matches.first?.landTypes.last)
        #expect(grassland.grade == nil && grassland.definition?.termYears == 30)
        #expect(grassland.citation.source?.table == "表1")
        #expect(try ask("文星街道", "没有村").outcome == .unknownVillage)
    }

    @Test func `counts are those of the document`() throws {
        var outcomes: [LandType: [LandTypeOutcome: Int]] = [:]
        for place in try store.places {
            for answer in try #require(try ask(place.township, place.village).matches.first).landTypes {
                outcomes[answer.landType, default: [:]][answer.outcome, default: 0] += 1
            }
        }
        #expect(outcomes[.orchard] == [.graded: 150, .disputed: 16, .notListed: 79])
        #expect(outcomes[.forest] == [.graded: 191, .disputed: 54])
        #expect(outcomes[.grassland] == [.notPublished: 245])
    }

    @Test func `the printed label is the answer where it is asked for`() throws {
        let place = PlaceQuestion.names(township: "金龙镇", village: "鹅形村")
        let answer = try lookup.answer(Question(place: place, landType: .forest, asPrinted: true))
        let found = try #require(answer.matches.first?.landTypes.first)
        #expect(found.grade?.rawValue == 3 && found.heldGrade?.rawValue == 2 && found.outcome == .disputed)
    }

    @Test func `a place of two townships is ambiguous`() throws {
        let answer = try ask(nil, "东湖渔场")
        #expect(answer.outcome == .ambiguous)
        #expect(answer.matches.map(\.match.township) == ["文星街道", "洋沙湖镇"])
    }

    @Test func `before the first edition there is none`() throws {
        var question = Question(place: .names(township: "金龙镇", village: "芙蓉村"))
        question.asOf = CalendarDate("2025-01-22")
        #expect(try lookup.answer(question).outcome == .noEdition)
        question.asOf = CalendarDate("2025-01-23")
        #expect(try lookup.answer(question).outcome == .found)
    }

    @Test func `a county is known by code and by name`() throws {
        var question = Question(place: .names(township: "金龙镇", village: "芙蓉村"), county: "430624")
        #expect(try lookup.answer(question).outcome == .found)
        question.county = "湘阴县"
        #expect(try lookup.answer(question).outcome == .found)
        question.county = "湘潭县"
        let unknown = try lookup.answer(question)
        #expect(unknown.outcome == .unknownCounty && unknown.suggestions.map(\.county.code) == ["430624"])
    }
}

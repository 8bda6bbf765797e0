import AnswerRendering
import GradeModel
import LookupService
import SystemSupport
import Testing

@Suite struct PageLinkTests {
    private let county = County(code: "430624", name: "湘阴县")

    @Test func `names are encoded byte by byte`() {
        let link = PageLink(.zh)
        #expect(link.township("金龙镇", of: county) == "/browse/430624/%E9%87%91%E9%BE%99%E9%95%87")
        #expect(link.township("a/b?c#\"<", of: county) == "/browse/430624/a%2Fb%3Fc%23%22%3C")
    }

    @Test func `english is kept`() {
        #expect(PageLink(.en).path("/browse") == "/browse?lang=en")
        #expect(PageLink(.zh).path("/browse", [("as_of", nil)]) == "/browse")
        #expect(PageLink(.en).path("/x", [("q", "a b")]) == "/x?q=a%20b&lang=en")
    }

    @Test func `a day is kept`() {
        let place = Place(county: county, township: "t", village: "v", kind: .village)
        let day = CalendarDate("2025-06-01")
        #expect(
            PageLink(.zh).place(place, asOf: day) == "/?county=430624&township=t&village=v&as_of=2025-06-01")
    }

    @Test func `a map, and a village on it`() {
        let link = PageLink(.en), day = CalendarDate("2025-06-01")
        #expect(link.map(of: county, nil, asOf: nil) == "/map?county=430624&lang=en")
        #expect(
            link.map(of: county, .forest, asOf: day, township: "t", village: "v")
                == "/map?county=430624&land_type=forest&as_of=2025-06-01&township=t&village=v&lang=en")
    }

    /// What is offered leads to the narrowest page there is for it.
    @Test func `offers`() {
        let link = PageLink(.zh)
        #expect(link.suggestion(Suggestion(county: county, township: nil, village: nil)) == "/browse?county=430624")
        #expect(link.suggestion(Suggestion(county: county, township: "t", village: nil)) == "/browse/430624/t")
        #expect(
            link.suggestion(Suggestion(county: county, township: "t", village: "v"))
                == "/?county=430624&township=t&village=v")
    }
}

import GradeModel
import PlaceMatching
import TestSupport
import Testing

struct MergeTests {
    static let other = County(code: "430623", name: "华容县", province: "湖南省", prefecture: "岳阳市")

    static func place(_ county: County) -> Place {
        Place(county: county, township: "金龙镇", village: "芙蓉村", kind: .village)
    }

    static func matched(_ county: County, _ rule: MatchRule) -> GazetteerMatch {
        .matched([PlaceMatch(place: place(county), rule: rule, alias: nil)])
    }

    @Test func `the strictest rule over all counties wins`() {
        let merged = GazetteerMatch.merged([
            .unknownCounty, Self.matched(Self.other, .normalized), Self.matched(Xiangyin.county, .exact),
        ])
        #expect(merged == Self.matched(Xiangyin.county, .exact))
    }

    @Test func `two counties by the same rule are ambiguous`() {
        let merged = GazetteerMatch.merged([Self.matched(Self.other, .exact), Self.matched(Xiangyin.county, .exact)])
        #expect(
            merged
                == .matched(
                    [Self.other, Xiangyin.county].map {
                        PlaceMatch(place: Self.place($0), rule: .exact, alias: nil)
                    }))
    }

    @Test func `without a match the county that understood most speaks, and all offer`() {
        let near = [Self.other, Xiangyin.county].map { Suggestion(county: $0, township: "金龙镇", village: "芙蓉村") }
        let unknown = GazetteerMatch.unknownVillage(township: "金龙镇", [near[0]])
        #expect(.merged([.unknownCounty, .unknownTownship([near[1]]), unknown]) == unknown)
        #expect(
            .merged([unknown, .unknownVillage(township: nil, near)])
                == GazetteerMatch.unknownVillage(township: nil, near))
        #expect(.merged([.unknownCounty, .unknownTownship(near)]) == GazetteerMatch.unknownTownship(near))
        #expect(.merged([.unknownCounty, .unknownCounty]) == GazetteerMatch.unknownCounty)
        #expect(.merged([]) == GazetteerMatch.unknownCounty)
    }
}

import GradeModel
import PlaceMatching
import Testing

@Suite struct SearchTests {
    private static let county = County(code: "430624", name: "湘阴县")
    private static let gazetteer = Gazetteer(
        county: county,
        townships: [
            TownshipEntry(name: "金龙镇", pinyin: "jinlongzhen", code: nil, order: 1),
            TownshipEntry(name: "静河镇", pinyin: "jinghezhen", code: nil, order: 2),
        ],
        villages: ["芙蓉村", "芙蓉园村", "新芙蓉村"].map {
            Place(county: county, township: "金龙镇", village: $0, kind: .village)
        } + [Place(county: county, township: "静河镇", village: "芙蓉村", kind: .village)],
        aliases: [Alias(township: "金龙镇", alias: "荷花村", village: "芙蓉园村", kind: .formerName, source: "test")])

    @Test(arguments: [
        ("芙蓉村", ["金龙镇芙蓉村", "静河镇芙蓉村", "金龙镇新芙蓉村"]), ("芙蓉", ["金龙镇芙蓉村", "金龙镇芙蓉园村", "静河镇芙蓉村", "金龙镇新芙蓉村"]),
        ("静河镇芙", ["静河镇芙蓉村"]), ("荷花", ["金龙镇芙蓉园村"]), ("frc", ["金龙镇芙蓉村", "静河镇芙蓉村"]),
        ("金 芙", ["金龙镇芙蓉村", "金龙镇芙蓉园村"]), ("jinl furongy", ["金龙镇芙蓉园村"]), ("jl 新", ["金龙镇新芙蓉村"]), ("静 新", []),
        ("furongy", ["金龙镇芙蓉园村"]), ("jhzf", ["静河镇芙蓉村"]), ("", []), ("黄", []),
    ])
    func `finds what is being typed`(_ text: String, _ expected: [String]) {
        let found = Self.gazetteer.search(text, limit: 10).map { $0.township + $0.village }
        #expect(found == expected)
        #expect(Self.gazetteer.search(text, limit: 1).count == min(1, expected.count))
    }
}

import GradeModel
import PlaceMatching
import Testing

/// `township/village`, or the township alone.
func offered(_ match: GazetteerMatch) -> [String] {
    let suggestions: [Suggestion] =
        switch match {
        case .matched, .unknownCounty: []
        case .townshipOnly(let suggestions), .otherTownship(_, let suggestions): suggestions
        case .unknownVillage(_, let suggestions, _), .unknownTownship(let suggestions): suggestions
        }
    return suggestions.map { [$0.township, $0.village].compactMap { $0 }.joined(separator: "/") }
}

struct SuggestionTests {
    @Test(arguments: [
        ("石塘镇", "芙蓉村", "金龙镇/芙蓉村"), ("金龙镇", "芙容村", "金龙镇/芙蓉村"),
        ("金龙镇", "芙蓉社区", "金龙镇/芙蓉村"), ("鹤龙湖镇", "任合村", "鹤龙湖镇/仁合村"), (nil, "芙蓉圆村", "石塘镇/芙蓉园村"),
        ("新泉镇", "湖渔场", "新泉镇/六角湖渔场"), ("三塘镇", "金岩村", "三塘镇/金嵒村"),
        ("金龙镇", "芙荣村3组", "金龙镇/芙蓉村"), ("金龙镇", "芙蓉3组", "金龙镇/芙蓉村"), (nil, "芙荣村12号", "金龙镇/芙蓉村"),
        ("金龙镇", "furongcum", "金龙镇/芙蓉村"), ("金龙镇", "furong", "金龙镇/芙蓉村"), ("石塘镇", "芙蓉村委会", "金龙镇/芙蓉村"),
    ])
    func `the nearest village is offered first, and not taken`(township: String?, village: String, nearest: String) {
        let match = ask(township, village)
        #expect(found(match).places.isEmpty)
        #expect(offered(match).first == nearest)
        #expect(offered(match).count <= 5)
    }

    @Test(arguments: [
        ("金农镇", "芙蓉村", ["金龙镇/芙蓉村"]), ("金龙乡", "没有村", ["金龙镇"]), ("黄花镇", "芙蓉村", ["金龙镇/芙蓉村"]),
        ("jinlonzhen", "芙蓉村", ["金龙镇/芙蓉村"]), ("黄花镇", "东湖渔场", ["文星街道/东湖渔场", "洋沙湖镇/东湖渔场"]),
        ("黄花镇", "没有村", []), ("石糖镇", "没有村", ["石塘镇"]),
    ])
    func `for an unknown township near ones are offered and those with the village`(
        township: String, village: String, expected: [String]
    ) {
        #expect(offered(ask(township, village)) == expected)
    }

    @Test func `nothing is offered for nothing`() {
        for village in ["", " ", "囧囧囧囧", String(repeating: "芙", count: 300)] {
            #expect(offered(ask("金龙镇", village)).isEmpty)
        }
    }
}

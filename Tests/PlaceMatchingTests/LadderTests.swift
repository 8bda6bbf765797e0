import GradeModel
import PlaceMatching
import TestSupport
import Testing

/// The rule and the villages a question matched, `township/village`; empty where it matched none.
func found(_ match: GazetteerMatch) -> (rule: MatchRule?, places: [String]) {
    guard case .matched(let places) = match else { return (nil, []) }
    return (places.map(\.rule).max(), places.map { "\($0.township)/\(($0.village ?? "*"))" })
}

func ask(_ township: String?, _ village: String) -> GazetteerMatch {
    Xiangyin.gazetteer.match(.names(township: township, village: village))
}

/// Names asked for, and what they match: no rule where they match nothing.
struct Example: Sendable {
    let township: String?
    let village: String
    let rule: MatchRule?
    let places: [String]

    init(_ township: String?, _ village: String, _ rule: MatchRule?, _ places: String...) {
        self.township = township
        self.village = village
        self.rule = rule
        self.places = places
    }
}

struct LadderTests {
    @Test(arguments: [
        Example("金龙镇", "芙蓉村", .exact, "金龙镇/芙蓉村"),
        Example("金龍鎮", "芙蓉村", .normalized, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村村民委员会", .normalized, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村民委员会", .normalized, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村委会", .normalized, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村村委会", .normalized, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村 村委會", .normalized, "金龙镇/芙蓉村"),
        Example("鹤龙湖镇", "浩河社区居委会", .normalized, "鹤龙湖镇/浩河社区"),
        Example("鹤龙湖镇", "浩河社区居民委员会", .normalized, "鹤龙湖镇/浩河社区"),
        Example("鹤龙湖镇", "浩河居委会", .normalized, "鹤龙湖镇/浩河社区"),
        Example("鹤龙湖镇", "浩河", .suffixOmitted, "鹤龙湖镇/浩河社区"),
        Example("鹤龙湖镇", "鹤龙湖农场", .suffixOmitted, "鹤龙湖镇/鹤龙湖农场社区"),
        Example("文星街道办事处", "东湖社区", .normalized, "文星街道/东湖社区"),
        Example("文星街道办", "东湖社区", .normalized, "文星街道/东湖社区"),
        Example("文星街道", "东湖", .suffixOmitted, "文星街道/东湖社区", "文星街道/东湖渔场"),
        Example("洋沙湖镇", "洋沙湖", .suffixOmitted, "洋沙湖镇/洋沙湖村", "洋沙湖镇/洋沙湖社区"),
        Example("金龙镇", "芙蓉", .suffixOmitted, "金龙镇/芙蓉村"),
        Example("金龙镇", "金龙", .suffixOmitted, "金龙镇/金龙村"),
        Example("金龙镇", "燎原", .suffixOmitted, "金龙镇/燎原村", "金龙镇/燎原水库"),
        Example("岭北镇", "茶湘潭", .suffixOmitted, "岭北镇/茶湖潭社区"),
        Example("金龙", "芙蓉村", .suffixOmitted, "金龙镇/芙蓉村"),
        Example("文星", "东山", .suffixOmitted, "文星街道/东山社区"),
        Example("横岭湖", "浩河区芦苇站", .suffixOmitted, "横岭湖自然保护区/浩河区芦苇站"),
        Example("金龙镇人民政府", "芙蓉村", .normalized, "金龙镇/芙蓉村"),
        Example("金龙镇党委", "芙蓉村", .normalized, "金龙镇/芙蓉村"),
        Example("文星办事处", "东湖社区", .normalized, "文星街道/东湖社区"),
        Example("金龙镇", "芙蓉村党总支", .normalized, "金龙镇/芙蓉村"),
        Example("金龙镇", "芙蓉村部", .normalized, "金龙镇/芙蓉村"),
        Example("金龙镇", "天鹅居委", .normalized, "金龙镇/天鹅社区"),
        Example("三塘镇", "金嵩村", .alias, "三塘镇/金嵒村"),
        Example("三塘镇", "金崙村村委会", .alias, "三塘镇/金嵒村"),
        Example("三塘鎮", "金崙村", .alias, "三塘镇/金嵒村"),
        Example("岭北镇", "茶湘潭社區", .alias, "岭北镇/茶湖潭社区"),
        Example(nil, "芙蓉村", .townshipOmitted, "金龙镇/芙蓉村"),
        Example(nil, "三峰", .suffixOmitted, "文星街道/三峰社区"),
        Example(nil, "芙蓉村委会", .townshipOmitted, "金龙镇/芙蓉村"),
        Example(nil, "连子口村", .townshipOmitted, "杨林寨乡/莲子口村"),
        Example(nil, "东湖渔场", .townshipOmitted, "文星街道/东湖渔场", "洋沙湖镇/东湖渔场"),
        Example("洋沙湖镇", "东湖渔场", .exact, "洋沙湖镇/东湖渔场"),
    ])
    func `a name is found on the strictest rung`(example: Example) {
        let result = found(ask(example.township, example.village))
        #expect(result.rule == example.rule)
        #expect(result.places == example.places)
    }

    @Test(arguments: [
        ("金龙镇", "芙"), ("金龙镇", "芙蓉园村"), ("金龙镇", "芙蓉社区"), ("金龙镇", "芙蓉园"), ("金龙镇", "村"), ("金龙镇", "村委会"), ("金龙镇", "社区"),
        ("金龙镇", ""), ("金龙镇", " \u{3000}"),
        ("金龙镇", "芙蓉村\u{1B}[31m"), ("金龙镇", "东湖渔场"), (nil, ""),
        (nil, "镇"), (nil, "'"), ("金龙镇", "蓉村"), ("金龙镇", "新芙蓉村"), ("金龙镇", "芙蓉村社区"), ("金龙镇", "金龙村渔场"),
        ("金龙镇", "芙蓉村民小组"), ("金龙镇", "天鹅3组"), ("鹤龙湖镇", "浩河区"), ("洋沙湖镇", "东湖"), ("金龙镇", "金龙镇芙蓉园村"),
    ])
    func `what is not a village's name is unknown`(township: String?, village: String) {
        guard case .unknownVillage(let named, let offered, _) = ask(township, village) else {
            Issue.record("not unknown")
            return
        }
        #expect(named == township)
        #expect(offered.count <= 5)
    }

    @Test(arguments: [
        "金", "金龙乡", "金龙乡人民政府", "湘阴县金龙乡", "金龙镇无此村", "金龙镇芙蓉园", "新金龙镇", "金龙镇外", "黄龙镇", "", " ", "jinlong", "文星街道办事", "湘阴县",
    ])
    func `what is not a township's name is unknown`(township: String) {
        guard case .unknownTownship = ask(township, "芙蓉村") else {
            Issue.record("not unknown")
            return
        }
    }

    @Test func `a township's cell may hold the village too`() {
        for village in ["", "芙蓉村", "芙蓉村3组"] {
            #expect(found(ask("金龙镇芙蓉村", village)).places == ["金龙镇/芙蓉村"], "\(village)")
        }
        #expect(found(ask("金龙镇芙蓉村", "胜利村")).places.sorted() == ["金龙镇/胜利村", "金龙镇/芙蓉村"])
        // A store of many counties is asked for its counties by these keys.
        let keys = Gazetteer.cellKeys(.names(township: "金龙镇芙蓉村", village: ""))
        #expect(keys?.townships.contains("金龙镇") == true && keys?.villages.contains("芙蓉村") == true)
        #expect(Gazetteer.cellKeys(.names(township: "金龙镇", village: "")) == nil)
    }

    @Test func `an alias is reported whatever the rule`() {
        let asked = [("三塘镇", "金嵩村"), (nil, "金嵩村"), ("鹤龙湖镇", "浩河社区居委会"), ("santangzhen", "金嵩村")]
        for (township, village) in asked {
            guard case .matched(let places) = ask(township, village) else {
                Issue.record("\(village) is unknown")
                continue
            }
            #expect(places.map(\.alias?.alias) == [village])
        }
    }

    @Test func `a register that keeps committees answers to the villages' names`() {
        let county = Xiangyin.county
        let held = ["芙蓉村委会", "浩河社区居民委员会", "上村村民委员会", "东风居委会"]
        let gazetteer = Gazetteer(
            county: county, townships: [],
            villages: held.map { Place(county: county, township: "文星街道办事处", village: $0, kind: PlaceKind(name: $0)) },
            aliases: [])
        for (asked, index) in [
            ("芙蓉村", 0), ("芙蓉村村委会", 0), ("浩河社区", 1), ("浩河居委会", 1), ("浩河", 1), ("上村", 2), ("东风社区", 3),
            ("东风", 3),
        ] {
            #expect(
                found(gazetteer.match(.names(township: "文星街道", village: asked))).places == ["文星街道办事处/\(held[index])"])
        }
        #expect(
            found(gazetteer.match(.names(township: "文星街道", village: "芙蓉"))).places == ["文星街道办事处/芙蓉村委会"])
    }

    @Test func `a committee that may be of two villages is ambiguous`() {
        let county = Xiangyin.county
        let gazetteer = Gazetteer(
            county: county, townships: [],
            villages: ["上村", "上村村"].map { Place(county: county, township: "石镇", village: $0, kind: .village) },
            aliases: [])
        #expect(
            found(gazetteer.match(.names(township: "石镇", village: "上村村民委员会"))).places == ["石镇/上村", "石镇/上村村"])
        #expect(found(gazetteer.match(.names(township: "石镇", village: "上村村"))).places == ["石镇/上村村"])
    }

    @Test func `a place given twice is one place`() {
        let gazetteer = Gazetteer(
            county: Xiangyin.county, townships: Xiangyin.townships, villages: Xiangyin.villages + Xiangyin.villages,
            aliases: Xiangyin.aliases)
        for (township, village) in [("金龙镇", "芙蓉村"), ("jlz", "frc"), ("三塘镇", "金嵩村")] {
            #expect(found(gazetteer.match(.names(township: township, village: village))).places.count == 1)
        }
        #expect(found(gazetteer.match(.address("金龙镇芙蓉村3组"))).places.count == 1)
    }

    @Test func `an alias of a village that is not held names nothing`() {
        let alias = Alias(township: "金龙镇", alias: "荷花村", village: "没有村", kind: .formerName, source: "县志")
        let gazetteer = Gazetteer(
            county: Xiangyin.county, townships: Xiangyin.townships, villages: Xiangyin.villages, aliases: [alias])
        #expect(found(gazetteer.match(.names(township: nil, village: "荷花村"))).places.isEmpty)
    }

    @Test func `ten kilobytes of anything are unknown and no trouble`() {
        for garbage in ["芙蓉村", " ", "a", "\u{1B}", "龍", "3", "镇"].map({ String(repeating: $0, count: 10_000) }) {
            #expect(found(ask(nil, garbage)).places.isEmpty)
            #expect(found(ask(garbage, garbage)).places.isEmpty)
            #expect(found(ask("金龙镇", garbage)).places.isEmpty)
            #expect(found(Xiangyin.gazetteer.match(.address(garbage))).places.isEmpty)
            #expect(found(Xiangyin.gazetteer.match(.address("湘阴县" + garbage))).places.isEmpty)
        }
    }
}

import GradeModel
import PlaceMatching
import TestSupport
import Testing

struct PinyinTests {
    @Test(arguments: [
        Example("jinlongzhen", "furongcun", .pinyin, "金龙镇/芙蓉村"), Example("jlz", "frc", .pinyin, "金龙镇/芙蓉村"),
        Example("JinLong Zhen", "Fu'rong-cun", .pinyin, "金龙镇/芙蓉村"), Example("金龙镇", "frc", .pinyin, "金龙镇/芙蓉村"),
        Example("jlz", "芙蓉村", .pinyin, "金龙镇/芙蓉村"), Example("jlz", "furongcun", .pinyin, "金龙镇/芙蓉村"),
        Example(nil, "furongcun", .pinyin, "金龙镇/芙蓉村"),
        Example("洋沙湖镇", "changkanglishequ", .pinyin, "洋沙湖镇/长康里社区"),
        Example("洋沙湖镇", "zhangkanglishequ", .pinyin, "洋沙湖镇/长康里社区"),
        Example("岭北镇", "heixcun", nil), Example("鹤龙湖镇", "renhecun", .pinyin, "鹤龙湖镇/仁合村", "鹤龙湖镇/仁和村"),
        Example("wenxingjiedao", "donghu", nil),
        Example("santangzhen", "金嵩村", .pinyin, "三塘镇/金嵒村"), Example("三塘镇", "jinlvncun", nil),
        Example("三塘镇", "jinyancun", .pinyin, "三塘镇/金嵒村"),
        Example("jlz", "frcc", nil), Example("jlz", "furongcunx", nil), Example("j", "f", nil),
        Example("jinlongzhen", "furong", nil),
    ])
    func `pinyin and initials are found by each name for itself`(example: Example) {
        let result = found(ask(example.township, example.village))
        #expect(result.places == example.places)
        #expect(result.rule == example.rule)
    }

    @Test func `every village is found by its pinyin, and only with those that sound alike`() throws {
        for place in Xiangyin.villages {
            let township = try #require(Pinyin.reading(of: place.township))
            let village = try #require(Pinyin.reading(of: place.village))
            let result = found(ask(township, village))
            #expect(result.rule == .pinyin)
            #expect(result.places.contains("\(place.township)/\(place.village)"))
            let alike = place.village == "仁合村" || place.village == "仁和村"
            #expect(result.places.count == (alike ? 2 : 1), "\(village)")
            #expect(found(ask(place.township, village.uppercased())).places == result.places)
        }
    }

    @Test(arguments: [
        ("金龙镇", "jinlongzhen"), ("女山镇", "nvshanzhen"), ("金龍鎮", "jinlongzhen"), ("尚南塅村", "shangnanduancun"),
        ("芙蓉村3组", nil), ("", nil), ("Ａ", nil),
    ])
    func `a reading is the usual one of each character`(name: String, reading: String?) {
        #expect(Pinyin.reading(of: name) == reading)
    }

    @Test(arguments: ["nvshancun", "nushancun", "nüshancun", "NÜ SHAN CUN", "nsc"])
    func `the vowel ü may be typed v, u or ü`(village: String) {
        let place = Place(county: Xiangyin.county, township: "石镇", village: "女山村", kind: .village)
        let gazetteer = Gazetteer(county: Xiangyin.county, townships: [], villages: [place], aliases: [])
        #expect(found(gazetteer.match(.names(township: nil, village: village))).places == ["石镇/女山村"])
    }

    @Test func `an edition's own pinyin of a township counts`() {
        let county = Xiangyin.county
        let gazetteer = Gazetteer(
            county: county,
            townships: [TownshipEntry(name: "六安镇", pinyin: "luanzhen", code: nil, order: 1)],
            villages: [Place(county: county, township: "六安镇", village: "芙蓉村", kind: .village)], aliases: [])
        #expect(found(gazetteer.match(.names(township: "luanzhen", village: "frc"))).places == ["六安镇/芙蓉村"])
    }
}

import GradeModel
import Testing

@testable import ParcelValidation

/// Every class of GB/T 21010, as both editions print it, and of the third national land survey: the code, then the
/// name.
@Suite struct LandClassTests {
    static let orchard = """
        0201 果园 0202 茶园 0203 橡胶园 0204 其他园地
        021 果园 022 茶园 023 其他园地 02 种植园用地
        """
    static let forest = """
        0301 乔木林地 0302 竹林地 0303 红树林地 0304 森林沼泽 0305 灌木林地 0306 灌丛沼泽 0307 其他林地
        031 有林地 032 灌木林地 033 其他林地
        """
    static let grassland = """
        0401 天然牧草地 0402 沼泽草地 0403 人工牧草地 0404 其他草地
        041 天然牧草地 042 人工牧草地 043 其他草地
        """
    static let others2017 = """
        0101 水田 0102 水浇地 0103 旱地
        0501 零售商业用地 0502 批发市场用地 0503 餐饮用地 0504 旅馆用地 0505 商务金融用地 0506 娱乐用地 0507 其他商服用地
        0601 工业用地 0602 采矿用地 0603 盐田 0604 仓储用地 0701 城镇住宅用地 0702 农村宅基地
        0801 机关团体用地 0802 新闻出版用地 0803 教育用地 0804 科研用地 0805 医疗卫生用地 0806 社会福利用地 0807 文化设施用地
        0808 体育用地 0809 公用设施用地 0810 公园与绿地
        0901 军事设施用地 0902 使领馆用地 0903 监教场所用地 0904 宗教用地 0905 殡葬用地 0906 风景名胜设施用地
        1001 铁路用地 1002 轨道交通用地 1003 公路用地 1004 城镇村道路用地 1005 交通服务场站用地 1006 农村道路 1007 机场用地
        1008 港口码头用地 1009 管道运输用地
        1101 河流水面 1102 湖泊水面 1103 水库水面 1104 坑塘水面 1105 沿海滩涂 1106 内陆滩涂 1107 沟渠 1108 沼泽地
        1109 水工建筑用地 1110 冰川及永久积雪
        1201 空闲地 1202 设施农用地 1203 田坎 1204 盐碱地 1205 沙地 1206 裸土地 1207 裸岩石砾地
        """
    static let others2007 = """
        011 水田 012 水浇地 013 旱地 051 批发零售用地 052 住宿餐饮用地 053 商务金融用地 054 其他商服用地
        061 工业用地 062 采矿用地 063 仓储用地 071 城镇住宅用地 072 农村宅基地
        081 机关团体用地 082 新闻出版用地 083 科教用地 084 医卫慈善用地 085 文体娱乐用地 086 公共设施用地 087 公园与绿地
        088 风景名胜设施用地
        091 军事设施用地 092 使领馆用地 093 监教场所用地 094 宗教用地 095 殡葬用地
        101 铁路用地 102 公路用地 103 街巷用地 104 农村道路 105 机场用地 106 港口码头用地 107 管道运输用地
        111 河流水面 112 湖泊水面 113 水库水面 114 坑塘水面 115 沿海滩涂 116 内陆滩涂 117 沟渠 118 水工建筑用地
        119 冰川及永久积雪
        121 空闲地 122 设施农用地 123 田坎 124 盐碱地 125 沼泽地 126 沙地 127 裸地
        """
    /// Beside the standard, in the third national land survey.
    static let survey = """
        05H1 商业服务业设施用地 0508 物流仓储用地 08H1 机关团体新闻出版用地 08H2 科教文卫用地 08H2A 高教用地 0810A 广场用地
        1104A 养殖坑塘 1104K 可调整养殖坑塘 1107A 干渠 00 湿地 05 商业服务业用地 06 工矿用地
        20 城镇村及工矿用地 201A 城市独立工业用地 202A 建制镇独立工业用地 203A 村庄独立工业用地
        城市 建制镇 村庄 盐田及采矿用地 风景名胜及特殊用地
        """
    static let groups = """
        01 耕地 05 商服用地 06 工矿仓储用地 07 住宅用地 08 公共管理与公共服务用地 09 特殊用地 10 交通运输用地
        11 水域及水利设施用地 12 其他土地
        """

    private func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }

    @Test(arguments: [
        (orchard, LandTypeCell.landType(.orchard), 16), (forest, .landType(.forest), 20),
        (grassland, .landType(.grassland), 14), (others2017, .outOfScope, 116), (others2007, .outOfScope, 96),
        (survey, .outOfScope, 37), (groups, .outOfScope, 18),
    ])
    func `is read by its code and by its name`(text: String, cell: LandTypeCell, count: Int) {
        let words = words(text)
        #expect(words.count == count)
        for word in words { #expect(LandTypeCell(word) == cell, "\(word)") }
    }

    @Test(arguments: [(orchard, LandType.orchard), (forest, .forest), (grassland, .grassland)])
    func `with a K is the class that may become arable again`(text: String, landType: LandType) {
        for word in words(text) where word.utf8.count == 4 {
            #expect(LandTypeCell(word + "K") == .landType(landType), "\(word)K")
        }
    }

    /// The survey's own list of them.
    @Test(arguments: [
        ("0201K 可调整果园 0202K 可调整茶园 0203K 可调整橡胶园 0204K 可调整其他园地", LandType.orchard),
        ("0301K 可调整乔木林地 0302K 可调整竹林地 0307K 可调整其他林地 0301k", .forest), ("0403K 可调整人工牧草地", .grassland),
    ])
    func `is adjustable by its code and by its name`(text: String, landType: LandType) {
        for word in words(text) { #expect(LandTypeCell(word) == .landType(landType), "\(word)") }
    }

    @Test(arguments: [
        "201", "301", "401", "２０１", "0201.0", "201.0", "0301.00", "21", "201K", "0201K.0", "13",
    ])
    func `a code that a program may have made a number of is called that`(code: String) {
        #expect(LandTypeCell(code) == .unknown && LandTypeCell.isCodeAsNumber(code), "\(code)")
    }

    @Test(arguments: ["999", "0201.5", "2", "", "果园", "201.0.0", "2.01E+2", "0205", "-201", "201X", "k"])
    func `what can be no code is not called one`(code: String) {
        #expect(!LandTypeCell.isCodeAsNumber(code), "\(code)")
    }

    /// The survey has them for 城市 to 特殊用地; a spreadsheet makes them of 0201 to 0205.
    @Test(arguments: ["201", "202", "203", "204", "205"])
    func `a code that may have lost its zero says nothing`(code: String) { #expect(LandTypeCell(code) == .unknown) }

    @Test func `no other number of up to four digits is a class`() {
        let known = Set(
            [Self.orchard, Self.forest, Self.grassland, Self.others2017, Self.others2007, Self.survey, Self.groups]
                .flatMap { words($0) } + ["02", "03", "04"])
        for width in 1...4 {
            var limit = 1
            for _ in 0..<width { limit *= 10 }
            for number in 0..<limit {
                let digits = String(number)
                let code = String(repeating: "0", count: width - digits.count) + digits
                if !known.contains(code) { #expect(LandTypeCell(code) == .unknown, "\(code)") }
            }
        }
    }
}

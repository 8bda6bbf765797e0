import GradeModel

/// The words a list may have for its land, each with the standard it is a word of. A word that no standard has is unknown;
/// one that standards put under two land types is neither.
enum LandTypeNames {
    /// By name, as its `NameKey`.
    static let all: [String: LandTypeCell] = {
        var names: [String: LandTypeCell] = [:]
        for entry in graded + either { for word in entry.words { names[word] = entry.cell } }
        for word in adjustable { names["可调整" + word] = names[word] }
        names["可调整园地"] = .landType(.orchard)
        for word in others { names[word] = .outOfScope }
        return names
    }()

    struct Entry: Sendable {
        let words: [String]
        let cell: LandTypeCell
        /// The standard, and its class.
        let source: String

        init(_ words: String, _ cell: LandTypeCell, _ source: String) {
            self.words = words.split(separator: " ").map(String.init)
            self.cell = cell
            self.source = source
        }

        init(_ words: String, _ landType: LandType, _ source: String) {
            self.init(words, .landType(landType), source)
        }
    }

    static let graded = [
        Entry("果园 茶园 橡胶园 其他园地", .orchard, "GB/T 21010-2017 0201–0204"),
        Entry("种植园用地", .orchard, "TD/T 1055-2019 02: 园地 in GB/T 21010, as the third national land survey calls it"),
        Entry("种植园地", .orchard, "TD/T 1055-2019 02, without its 用"),
        Entry("果园地", .orchard, "GB/T 21010-2017 0201: 果园, as land"),
        Entry("茶园地", .orchard, "GB/T 21010-2017 0202: 茶园, as land"),
        Entry(
            "柑橘园 柑桔园 橘园 桔园 橙园 脐橙园 柚园 柚子园 苹果园 梨园 桃园 黄桃园 李园 杏园 枣园 柿园 葡萄园 杨梅园 枇杷园 樱桃园 石榴园 猕猴桃园 "
                + "荔枝园 龙眼园 芒果园 果树园", .orchard, "GB/T 21010-2017 0201: 种植果树的园地"),
        Entry("茶叶园", .orchard, "GB/T 21010-2017 0202: 种植茶树的园地"),
        Entry("桑园 可可园 咖啡园 油棕园 胡椒园 药材园", .orchard, "GB/T 21010-2017 0204: 种植桑树、可可、咖啡、油棕、胡椒、药材等"),
        Entry("乔木林地 竹林地 红树林地 森林沼泽 灌木林地 灌丛沼泽 其他林地", .forest, "GB/T 21010-2017 0301–0307"),
        Entry(
            "杉木林 杉树林", .forest, "GB/T 21010-2017 0301: 乔木, whose trees are timber and bear nothing that 园地 is kept for"),
        Entry("毛竹林 楠竹林 杂竹林", .forest, "GB/T 21010-2017 0302: 生长竹类植物"),
        Entry("有林地", .forest, "GB/T 21010-2007 031; LY/T 1812-2009"),
        Entry("疏林地 未成林地 迹地 苗圃", .forest, "GB/T 21010-2017 0307: 包括疏林地、未成林地、迹地、苗圃等林地"),
        Entry("乔木林 竹林 红树林 灌木林 疏林", .forest, "LY/T 1812-2009, the stand for its land"),
        Entry(
            "未成林造林地 未成林封育地 苗圃地 无立木林地 采伐迹地 火烧迹地 其他无立木林地", .forest, "LY/T 1812-2009"),
        Entry(
            "其他灌木林地 一般灌木林地", .forest,
            "LY/T 1812-2009: shrubs that are none of 国家特别规定灌木林地, so kept for no fruit; 一般 where those are 特殊"),
        Entry(
            "用材林 用材林地 防护林 防护林地 薪炭林 薪炭林地 特种用途林 特种用途林地 特用林 特用林地", .forest,
            "LY/T 2012-2012: kinds of forest whose land is 林地 in GB/T 21010"),
        Entry("公益林 公益林地 生态公益林", .forest, "森林法 (2019) art. 47, 48: protective and special-purpose forests"),
        Entry("天然牧草地 沼泽草地 人工牧草地 其他草地", .grassland, "GB/T 21010-2017 0401–0404"),
        Entry("牧草地 天然草地 改良草地 人工草地", .grassland, "全国土地分类 (2001) 14, 141–143; GB/T 21010-2007 041, 042"),
        Entry("荒草地", .grassland, "全国土地分类 (2001) 311; GB/T 21010-2007 043"),
    ]

    /// What 可调整 may stand in front of, as the surveys have it.
    private static let adjustable = graded.filter { $0.source.hasPrefix("GB/T 21010-") && !$0.source.contains(":") }
        .flatMap(\.words)

    static let either = [
        Entry(
            "经济林 经济林地 果树林 果木林 油茶林 油茶园 核桃林 核桃园 板栗林 板栗园 花椒林 花椒园 橡胶林 茶叶林 商品林", .either([.orchard, .forest]),
            "LY/T 2012-2012 has them under forests (经济林; 商品林 has it as a part), GB/T 21010-2017 has land for fruit, leaves and sap under 园地"
        ),
        Entry(
            "国家特别规定灌木林地 国家特别规定的灌木林地 特殊灌木林地", .either([.orchard, .forest]),
            "LY/T 1812-2009: shrubs kept for their fruit or leaves too, which GB/T 21010-2017 has under 园地"),
        Entry(
            "宜林地 宜林荒山荒地 荒山荒地", .either([.forest, .grassland]),
            "LY/T 1812-2009 has land meant for forest under 林地, GB/T 21010-2017 by what grows there, mostly 其他草地"),
    ]

    /// Classes of GB/T 21010, its older edition, and the three national land surveys, that have no grade here.
    private static let others = [
        "灌溉水田", "望天田", "菜地", "耕地", "水田", "水浇地", "旱地", "商服用地", "零售商业用地", "批发市场用地", "餐饮用地", "旅馆用地", "商务金融用地", "娱乐用地",
        "其他商服用地", "批发零售用地", "住宿餐饮用地", "工矿仓储用地", "工业用地", "采矿用地", "盐田", "仓储用地", "住宅用地", "城镇住宅用地",
        "农村宅基地", "公共管理与公共服务用地", "机关团体用地", "新闻出版用地", "教育用地", "科研用地", "医疗卫生用地", "社会福利用地",
        "文化设施用地", "体育用地", "公用设施用地", "公园与绿地", "新闻出版业用地", "科教用地", "医卫慈善用地", "文体娱乐用地", "公共设施用地",
        "风景名胜设施用地", "特殊用地", "军事设施用地", "使领馆用地", "监教场所用地", "宗教用地", "殡葬用地",
        "交通运输用地", "铁路用地", "轨道交通用地", "公路用地", "城镇村道路用地", "交通服务场站用地", "农村道路", "机场用地", "港口码头用地",
        "管道运输用地", "街巷用地", "水域及水利设施用地", "河流水面", "湖泊水面", "水库水面", "坑塘水面", "沿海滩涂", "内陆滩涂", "沟渠",
        "沼泽地", "水工建筑用地", "冰川及永久积雪", "其他土地", "空闲地", "设施农用地", "田坎", "盐碱地", "沙地", "裸土地", "裸岩石砾地",
        "裸地", "城市", "建制镇", "村庄", "建设用地", "未利用地", "湿地", "商业服务业设施用地", "物流仓储用地", "机关团体新闻出版用地",
        "科教文卫用地", "高教用地", "广场用地", "养殖坑塘", "可调整养殖坑塘", "干渠", "商业服务业用地", "工矿用地",
        "城镇村及工矿用地", "城市独立工业用地", "建制镇独立工业用地", "村庄独立工业用地", "盐田及采矿用地", "风景名胜及特殊用地",
    ]
}

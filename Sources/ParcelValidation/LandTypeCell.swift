import GradeModel
import PlaceMatching

/// What a row says its land is.
enum LandTypeCell: Hashable, Sendable {
    case landType(LandType)
    /// A class of GB/T 21010 that has no grade here: 耕地, 0101 …
    case outOfScope
    case unknown

    /// Reads a name or a code of GB/T 21010-2017 or -2007, or the name of a class: 果园, 0201, 0201K, 021, 园地.
    /// Width, spaces and traditional characters are set aside as in names; nothing else is.
    init(_ text: String) {
        let key = NameKey(text).text
        if let landType = LandType(word: key) {
            self = .landType(landType)
        } else if let known = LandTypeNames.all[key] {
            self = known
        } else if key.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
            self = Self.code(key)
        } else {
            self = .unknown
        }
    }

    private static func code(_ code: String) -> LandTypeCell {
        if let known = LandTypeCodes.all[code] { return known }
        // 0201K: 可调整果园, land that may be turned into arable land again; its class stays.
        guard code.hasSuffix("K") || code.hasSuffix("k"),
            case .landType(let type)? = LandTypeCodes.all[String(code.dropLast())],
            code.utf8.count == 5
        else { return .unknown }
        return .landType(type)
    }
}

/// The codes of both editions of the standard. A three-digit code that a four-digit one may have become by losing its
/// zero in a spreadsheet (201 for 0201) is not in it, unless the older standard has it.
enum LandTypeCodes {
    /// What the third national land survey (第三次全国国土调查) has beside the standard, in the same column of its tables.
    private static let survey = [
        "05H1", "0508", "08H1", "08H2", "08H2A", "0810A", "1104A", "1104K", "1107A",
    ]

    static let all: [String: LandTypeCell] = {
        var codes: [String: LandTypeCell] = [:]
        func add(_ group: String, _ count2017: Int, _ count2007: Int, _ cell: LandTypeCell) {
            codes[group] = cell
            for number in 1...count2017 { codes[group + (number < 10 ? "0" : "") + String(number)] = cell }
            for number in 1...count2007 { codes[group + String(number)] = cell }
        }
        add("01", 3, 3, .outOfScope)
        add("02", 4, 3, .landType(.orchard))
        add("03", 7, 3, .landType(.forest))
        add("04", 4, 3, .landType(.grassland))
        add("05", 7, 4, .outOfScope)
        add("06", 4, 3, .outOfScope)
        add("07", 2, 2, .outOfScope)
        add("08", 10, 8, .outOfScope)
        add("09", 6, 5, .outOfScope)
        add("10", 9, 7, .outOfScope)
        add("11", 10, 9, .outOfScope)
        add("12", 7, 7, .outOfScope)
        for code in survey { codes[code] = .outOfScope }
        return codes
    }()
}

enum LandTypeNames {
    static let all: [String: LandTypeCell] = {
        var names: [String: LandTypeCell] = [:]
        for name in orchard { names[name] = .landType(.orchard) }
        for name in forest { names[name] = .landType(.forest) }
        for name in grassland { names[name] = .landType(.grassland) }
        for (name, cell) in names { names["可调整" + name] = cell }
        for name in others { names[name] = .outOfScope }
        return names
    }()

    private static let orchard = ["果园", "茶园", "橡胶园", "其他园地"]
    private static let forest = ["乔木林地", "竹林地", "红树林地", "森林沼泽", "灌木林地", "灌丛沼泽", "其他林地", "有林地"]
    private static let grassland = ["天然牧草地", "沼泽草地", "人工牧草地", "其他草地"]

    private static let others = [
        "耕地", "水田", "水浇地", "旱地", "商服用地", "零售商业用地", "批发市场用地", "餐饮用地", "旅馆用地", "商务金融用地", "娱乐用地",
        "其他商服用地", "批发零售用地", "住宿餐饮用地", "工矿仓储用地", "工业用地", "采矿用地", "盐田", "仓储用地", "住宅用地", "城镇住宅用地",
        "农村宅基地", "公共管理与公共服务用地", "机关团体用地", "新闻出版用地", "教育用地", "科研用地", "医疗卫生用地", "社会福利用地",
        "文化设施用地", "体育用地", "公用设施用地", "公园与绿地", "新闻出版业用地", "科教用地", "医卫慈善用地", "文体娱乐用地", "公共设施用地",
        "风景名胜设施用地", "特殊用地", "军事设施用地", "使领馆用地", "监教场所用地", "宗教用地", "殡葬用地",
        "交通运输用地", "铁路用地", "轨道交通用地", "公路用地", "城镇村道路用地", "交通服务场站用地", "农村道路", "机场用地", "港口码头用地",
        "管道运输用地", "街巷用地", "水域及水利设施用地", "河流水面", "湖泊水面", "水库水面", "坑塘水面", "沿海滩涂", "内陆滩涂", "沟渠",
        "沼泽地", "水工建筑用地", "冰川及永久积雪", "其他土地", "空闲地", "设施农用地", "田坎", "盐碱地", "沙地", "裸土地", "裸岩石砾地",
        "裸地", "城市", "建制镇", "村庄", "建设用地", "未利用地", "湿地", "商业服务业设施用地", "物流仓储用地", "机关团体新闻出版用地",
        "科教文卫用地", "高教用地", "广场用地", "养殖坑塘", "可调整养殖坑塘", "干渠",
    ]
}

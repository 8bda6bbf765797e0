package import GradeModel

/// The words that documents use in captions and headers. All are compared folded (`folded`); another word is another
/// entry here.
package enum HeaderWords {
    /// What a column holds, by the whole text of its header with or without what stands in brackets.
    static let columns: [(role: ColumnRole, words: Set<String>)] = [
        (.ignored, ["序号", "编号", "序", "面积", "占比", "比例", "图斑数", "行政区代码", "代码", "区划代码", "村数", "个数", "数量", "行政村数", "村个数"]),
        (.remark, ["备注", "说明", "注"]),
        (
            .county,
            ["县区名", "县区", "县市区", "县(市、区)", "县(市区)", "行政区", "县名", "区县", "县级行政区", "行政区名称", "县", "县级", "区"]
        ),
        (.right, ["权利类型", "权利", "权属", "权利性质", "土地权属", "权属性质", "权利状况", "土地权利类型", "土地权利状况"]),
        (
            .landType,
            ["地类", "土地类型", "用地类型", "土地用途", "用途", "地类名称", "土地类别", "农用地类型", "土地利用类型", "类型", "类别", "用地类别", "一级地类"]
        ),
        (
            .township,
            [
                "乡镇", "所属乡镇", "乡", "镇", "街道", "乡镇街道", "镇街", "乡镇名称", "乡镇名", "所在乡镇", "乡镇(街道)", "镇(街道)", "乡(镇)",
                "乡(镇、街道)", "镇(乡)", "镇乡", "乡镇场", "乡镇(街道、场)", "镇乡街道", "街道(乡镇)", "乡镇/街道", "乡级行政区", "乡级", "镇(街)",
                "镇(街道、乡)", "镇(乡、街道)", "苏木乡镇", "苏木镇", "乡街道",
            ]
        ),
        (
            .village,
            [
                "行政村", "行政村/社区名", "行政村/社区", "村", "村(社区)", "村名", "村社区", "村居", "行政村名称", "行政村(社区)", "村庄", "村委会",
                "社区", "村(居)委会", "村级单位", "涉及行政村", "所辖村", "行政村名", "村(场)", "村(居)", "行政村(居)", "村、社区", "村/社区",
                "村(社区)名称", "村名称", "所辖行政村", "包含行政村", "村级行政区", "村级", "行政村、社区", "嘎查村", "嘎查(村)", "村委",
            ]
        ),
        (
            .scope,
            [
                "范围", "级别范围", "区域范围", "级别范围描述", "范围描述", "区片范围", "四至范围", "分布范围", "覆盖范围", "所辖范围", "包含范围",
                "适用范围", "行政区范围", "涉及范围", "行政区域", "分布区域", "区域", "行政范围", "级别区域", "所含范围", "级别界限", "区片划分", "划分范围",
                "级别划分范围", "涉及区域", "乡镇村范围", "行政区划范围",
            ]
        ),
        (
            .grade,
            ["级别", "土地级别", "等级", "级别名称", "定级", "级", "土地等级", "级别划分", "级别号", "区片级别", "地价级别", "定级级别", "级别类型", "区片"]
        ),
        (.price, ["基准地价", "地价", "价格", "单价", "级别基准地价", "基准地价水平", "地价水平", "级别价", "级别价格", "平均价格"]),
    ]

    /// What headers of townships and villages are put together of. 望江街道 and 大坪村 are data: they hold more than this.
    private static let placeParts: [(role: ColumnRole?, words: [String])] = [
        (.village, ["行政村", "自然村", "村民委员会", "居民委员会", "村委会", "居委会", "村级", "村民", "村庄", "社区", "村居", "村"]),
        (.township, ["乡镇", "街道办事处", "街道", "办事处", "苏木", "乡级", "镇级", "乡", "镇"]),
        (
            nil,
            [
                "名称", "名单", "名", "所属", "所在", "所辖", "下辖", "辖区", "涉及", "包含", "包括", "具体", "主要", "对应", "分布", "划定", "各",
                "范围",
                "清单", "明细", "列表", "一览", "情况", "组成", "单位", "行政", "区划", "全部", "国有", "国营", "农", "林", "牧", "渔", "场", "居",
                "委会",
                "管理区", "开发区", "园区", "区", "级", "及", "和", "与", "或", "的", "等", "/", "、", "(", ")", ",", "·", "-",
            ]
        ),
    ]

    private static let longPlaceParts = placeParts.flatMap { part in part.words.map { (role: part.role, word: $0) } }
        .sorted { $0.word.count > $1.word.count }

    /// What a header says that is none of the known words and made of nothing but their parts: 涉及行政村（社区）, 所属乡镇及街道.
    static func placeRole(_ text: String) -> ColumnRole? {
        var rest = text[...]
        var roles: Set<ColumnRole> = []
        while !rest.isEmpty {
            guard let part = longPlaceParts.first(where: { rest.hasPrefix($0.word) }) else { return nil }
            if let role = part.role { roles.insert(role) }
            rest = rest.dropFirst(part.word.count)
        }
        return roles.count == 1 ? roles.first : nil
    }

    /// Sub types of the land types, as price tables name them.
    static let subtypes: [(landType: LandType, words: Set<String>)] = [
        (.orchard, ["果园", "茶园", "橡胶园", "其他园地", "油茶园", "桑园", "柑橘园", "果园地", "茶园地", "葡萄园", "药材园"]),
        (
            .forest,
            [
                "乔木林地", "竹林地", "灌木林地", "其他林地", "有林地", "疏林地", "未成林地", "红树林地", "苗圃", "经济林", "用材林", "防护林", "薪炭林",
                "商品林", "公益林", "商品林地", "公益林地", "经济林地", "用材林地",
            ]
        ),
        (.grassland, ["天然牧草地", "人工牧草地", "其他草地", "天然草地", "人工草地", "牧草地", "改良草地"]),
    ]

    /// Kinds of land that an edition does not hold; a column or row of one is left out.
    static let otherLand: Set<String> = [
        "耕地", "水田", "旱地", "水浇地", "设施农用地", "养殖水面", "坑塘水面", "水域", "商服用地", "商业用地", "住宅用地", "工业用地", "工矿用地", "建设用地",
        "商服", "住宅", "工业", "公共管理与公共服务用地", "公共服务用地", "未利用地", "农用地", "其他农用地", "湿地", "宅基地",
    ]

    static func role(_ text: String) -> ColumnRole? {
        columns.first { $0.words.contains(text) }?.role
    }

    static func landType(_ text: String) -> LandType? {
        LandType.allCases.first { $0.name == text }
    }

    static func subtype(_ text: String) -> LandType? {
        subtypes.first { $0.words.contains(text) }?.landType
    }

    /// Land types that a text names. A sub type (竹林地, 其他园地) is not its land type.
    static func landTypes(in text: String) -> [LandType] {
        var text = text
        for word in longSubtypes where text.contains(word) { text = text.replacing(word, with: "") }
        return LandType.allCases.filter { text.contains($0.name) }
    }

    /// Sub types whose words hold the name of a land type, the longer first.
    private static let longSubtypes = subtypes.flatMap { entry in
        entry.words.filter { $0.contains(entry.landType.name) }
    }
    .sorted { $0.count > $1.count }

    static let priceWords = ["基准地价", "地价", "价格", "单价"]

    static func isPrice(_ text: String) -> Bool {
        priceWords.contains { text.contains($0) } && !text.contains("内涵") && !text.contains("地价级别")
    }

    /// Attributes of a definition table.
    static let attributes: [(attribute: DefinitionAttribute, words: Set<String>)] = [
        (.landType, ["土地类型", "地类", "土地用途", "用地类型", "用途", "土地类别", "土地利用类型", "适用地类"]),
        (
            .rights,
            ["土地权利状况", "权利类型", "权利状况", "土地权利", "权利性质", "土地权利类型", "权属", "权利", "土地权属", "土地使用权类型", "使用权类型"]
        ),
        (
            .term,
            [
                "土地使用年期", "使用年期", "使用年限", "权利期限", "土地使用年限", "年期", "期限", "承包期", "土地年期", "设定年期", "权利年期", "承包年限", "使用期限",
                "承包期限", "年限",
            ]
        ),
        (
            .infrastructure,
            [
                "基本设施状况", "基础设施状况", "基础设施", "开发程度", "设施状况", "土地开发程度", "基本设施", "基础设施条件", "设施条件", "基础设施配套", "开发状况",
                "土地开发状况", "农田基本设施状况", "基本设施条件", "设定开发程度",
            ]
        ),
        (
            .valuationDate,
            ["估价期日", "基准日", "估价基准日", "基准期日", "地价基准日", "评估基准日", "估价时点", "基准地价期日", "评估期日", "价格期日"]
        ),
    ]

    static func attribute(_ text: String) -> DefinitionAttribute? {
        attributes.first { $0.words.contains(text) }?.attribute
            ?? attributes.first { $0.words.contains(text.withoutBrackets) }?.attribute
    }

    /// Units as a package holds them, by what documents print.
    static let units: [(unit: String, words: Set<String>)] = [
        ("元/平方米", ["元/平方米", "元/平米", "元每平方米", "每平方米元"]), ("元/㎡", ["元/㎡", "元/m²", "元/m2", "元/M2", "元/M²"]),
        ("万元/亩", ["万元/亩", "万元每亩"]), ("元/亩", ["元/亩", "元每亩"]), ("万元/公顷", ["万元/公顷", "万元每公顷", "万元/hm²", "万元/hm2"]),
        ("元/公顷", ["元/公顷", "元每公顷", "元/hm²", "元/hm2"]),
    ]

    /// The unit, as a package holds it, that a text is and nothing else: 元/平米 is 元/平方米.
    package static func unit(typed text: String) -> String? {
        let text = compacted(text)
        return BasePrice.units.first { $0 == text }
            ?? units.first { $0.words.contains(text) || $0.words.contains(folded(text)) }?.unit
    }

    /// The one unit a text names; nil where it names none, or several.
    static func unit(in text: String) -> String? {
        var rest = text
        var found: Set<String> = []
        for (unit, word) in longUnits where rest.contains(word) {
            found.insert(unit)
            rest = rest.replacing(word, with: " ")
        }
        return found.count == 1 ? found.first : nil
    }

    /// 万元/亩 holds 元/亩: the longer word first.
    private static let longUnits = units.flatMap { unit in unit.words.map { (unit.unit, $0) } }
        .sorted { $0.1.count > $1.1.count }
}

enum ColumnRole: Hashable {
    case ignored, remark, county, right, landType, township, village, scope, grade, price
}

/// What a definition says about a land type.
public enum DefinitionAttribute: String, CaseIterable, Hashable, Sendable {
    case landType = "land_type"
    case rights
    case term
    case infrastructure
    case valuationDate = "valuation_date"

    /// As the package's review names it.
    public var name: String {
        switch self {
        case .landType: "土地类型"
        case .rights: "土地权利状况"
        case .term: "土地使用年期"
        case .infrastructure: "基本设施状况"
        case .valuationDate: "估价期日"
        }
    }
}

package enum GradeLabel {
    /// `一级`, `Ⅰ级`, `1级`, `一级地`; a bare `一`, `Ⅰ` or `1` only where a label must stand.
    package static func read(_ text: String, bare: Bool) -> Grade? {
        var label = folded(text)
        if label.hasPrefix("第") { label.removeFirst() }
        if label.hasPrefix("级别") { label.removeFirst(2) }
        var hasWord = false
        for ending in ["级区片", "级地", "级区", "等级", "级别", "级"] where label.hasSuffix(ending) {
            label.removeLast(ending.count)
            hasWord = true
            break
        }
        guard hasWord || bare, let number = Numeral.value(label) else { return nil }
        return Grade(rawValue: number)
    }
}

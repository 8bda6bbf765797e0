import GradeModel
public import SystemSupport

extension Finding: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .passesUntold(let table, let landType, let doubt):
            language.pick(
                zh: "\(table)（\(landType.name)）所标级别与乡镇次序不一致，且\(doubt.sentence(in: language))；以所标级别为准",
                en:
                    "\(table) (\(landType.name)): labels and township passes differ, and \(doubt.sentence(in: language)); the labels stand"
            )
        case .heldAgainstPasses(let table, let row, let township, let held, let byPasses):
            language.pick(
                zh: "\(table)第\(row)行\(township)采用\(held.label)，按乡镇次序应为\(byPasses.label)",
                en: "\(table)第\(row)行 \(township) holds \(held.label), by the township passes it is \(byPasses.label)")
        case .nearNames(let township, let first, let second):
            language.pick(
                zh:
                    "\(township)：\(first.sentence(in: language))与\(second.sentence(in: language))可能是同一处的两种写法；登记资料确认是同一处的，用别名和勘误合并",
                en:
                    "\(township): \(first.sentence(in: language)) and \(second.sentence(in: language)) may be one place under two spellings; join them with an alias and an erratum, if a register says so"
            )
        case .pinyinMissing(let townships):
            language.pick(
                zh: "townships.csv 中\(townships.joined(separator: "、"))没有拼音；请填写",
                en: "townships.csv has no pinyin for \(townships.joined(separator: "、")); write it there")
        case .noDefinitions:
            language.pick(
                zh: "没有内涵（权利、年期、设施、估价期日）；文件在别处写明的，请把那份文件一并导入",
                en:
                    "the package has no definitions (rights, term, infrastructure, valuation date); if the document gives them elsewhere, import that file too"
            )
        case .townshipOrder(let listed, let byTables):
            language.pick(
                zh: "townships.csv 的次序是\(listed.joined(separator: "、"))；表中的次序是\(byTables.joined(separator: "、"))",
                en:
                    "townships.csv runs \(listed.joined(separator: "、")); the tables run \(byTables.joined(separator: "、"))"
            )
        case .attributeNotCarried(let attribute, let place):
            language.pick(
                zh: "内涵表中的“\(attribute)”，成果包没有地方写",
                en: "the definition table's \(quoted: attribute) (\(place)) has no place in the package")
        case .doubtfulName(let township, let name, let source, let reason):
            language.pick(
                zh: "\(township)：“\(name)”（\(source)）不像一个村名（\(Self.chinese(reason))）；请改正，或者用 --places 与村名表核对",
                en:
                    "\(township): \(quoted: name) (\(source)) is probably no name of one village (\(reason)); correct it, or check with the list of places: --places"
            )
        case .wholeAndVillages(let landType, let township):
            language.pick(
                zh: "\(township)的\(landType.name)既有整个乡镇的级别，又有村的级别；只留一种",
                en:
                    "\(township) is graded as a whole for \(landType.name) and has entries of villages too; keep one of them"
            )
        case .priceMissing(let landType, let subtype, let grade):
            language.pick(
                zh: "\(landType.name)\(subtype ?? "")\(grade.label)有村，没有基准地价，而其他级别有",
                en:
                    "\(landType.name)\(subtype ?? "") \(grade.label) has entries and no base price, where other grades have one"
            )
        case .priceOfWhole(let landType, let subtype, let grade):
            language.pick(
                zh: "\(landType.name)\(subtype)\(grade.label)有村，没有\(subtype)的基准地价，而其他级别有：以\(landType.name)的为准",
                en: """
                    \(landType.name)\(subtype) \(grade.label) has entries and no base price of \(subtype), where other grades have \
                    one: that of \(landType.name) is taken
                    """)
        case .priceWithoutGrade(let price):
            language.pick(
                zh: "\(Self.name(price, in: language))有基准地价，没有这一级别的村",
                en: "\(Self.name(price, in: language)) has a base price and no entry of that grade")
        case .priceRises(let from, let to):
            language.pick(
                zh:
                    "\(Self.name(to, in: language))\(to.amount)\(to.unit)，不低于\(Self.name(from, in: language))\(from.amount)\(from.unit)；级别越低地价应越低",
                en:
                    "\(Self.name(to, in: language)) costs \(to.amount)\(to.unit), as much as \(Self.name(from, in: language)) with \(from.amount)\(from.unit), or more; a later grade should cost less"
            )
        case .priceLeaps(let from, let to):
            language.pick(
                zh:
                    "\(Self.name(from, in: language))\(from.amount)\(from.unit)，是\(Self.name(to, in: language))\(to.amount)\(to.unit)的10倍以上；请与原文核对，其中一个可能多写或少写了一个0，或单位有误",
                en:
                    "\(Self.name(from, in: language)): \(from.amount)\(from.unit) is ten times \(Self.name(to, in: language))'s \(to.amount)\(to.unit) or more; compare with the document: one of them may have a nought too many or too few, or another unit"
            )
        case .subtypeOfOther(let price, let other):
            language.pick(
                zh:
                    "\(Self.name(price, in: language))：\(price.subtype ?? "")属于\(other.name)，不属于\(price.landType.name)；请与原文核对，改正 prices.csv 中的 land_type 或 subtype",
                en:
                    "\(Self.name(price, in: language)): \(price.subtype ?? "") is \(other.name), not \(price.landType.name); compare with the document, and correct land_type or subtype in prices.csv"
            )
        case .rateImplausible(let rate):
            language.pick(
                zh:
                    "\(rate.source)\(rate.landType.name)\(rate.subtype ?? "")的还原率为\(rate.percent)%，不在1%至20%之间；请与原文核对小数点和百分号",
                en:
                    "\(rate.source) \(rate.landType.name)\(rate.subtype ?? ""): a rate of \(rate.percent)% is improbable (1% to 20%); compare its point and its per cent with the document"
            )
        case .severalUnits(let units):
            language.pick(
                zh: "基准地价用了几种单位：\(units.joined(separator: "、"))",
                en: "base prices in several units: \(units.joined(separator: "、"))")
        case .amountImplausible(let price):
            language.pick(
                zh: "\(Self.name(price, in: language))\(price.amount)\(price.unit)，与单位不相称（每平方米应在0.3元至2000元之间）",
                en:
                    "\(Self.name(price, in: language)): \(price.amount)\(price.unit) is improbable for its unit (0.3 to 2000 元 for a square metre)"
            )
        case .listedUngraded(let landType, let township, let villages):
            language.pick(
                zh: "\(landType.name)：村名表中有\(township)的\(villages.joined(separator: "、"))，没有级别",
                en:
                    "\(landType.name): no entry for \(villages.joined(separator: "、")) of \(township), which the list of places has"
            )
        case .notListed(let township, let name, let source):
            language.pick(
                zh: "\(township)：村名表中没有\(name)（\(source)）",
                en: "\(township): the list of places does not hold \(name) (\(source))")
        case .resolved(let text, let township, let names):
            language.pick(
                zh: "\(township)\(township.isEmpty ? "" : "：")“\(text)”即\(names.joined(separator: "、"))",
                en: "\(township)\(township.isEmpty ? "" : ": ")\(quoted: text) is \(names.joined(separator: "、"))")
        case .runsToEnd(let table):
            language.pick(
                zh: "\(table)之后文本即结束；请看是否不全",
                en: "the text ends with \(table); see that it was not cut short")
        case .erratumProposed(let id, let disputed, let other):
            language.pick(
                zh: "\(id)待核：\(Self.entries(disputed, other, in: language))；请持印本的人核实或否定",
                en:
                    "\(id) is proposed: \(Self.entries(disputed, other, in: language)); a person with the printed document confirms or rejects it"
            )
        case .neverGraded(let landType):
            language.pick(zh: "\(landType.name)有内涵，没有级别表", en: "\(landType.name) is defined and no table grades it")
        case .townshipUngraded(let name):
            language.pick(
                zh: "townships.csv 中有\(name)，各级别表中没有",
                en: "\(name) is in townships.csv and in no grade table")
        case .nearNamesApart(let pairs):
            language.pick(
                zh: "有 \(pairs) 对只差一个字的村名同在一张表中，是不同的地方",
                en:
                    "\(pairs) pair\(pairs == 1 ? "" : "s") of names one character apart stand in one table together: different places"
            )
        }
    }

    private static func entries(_ disputed: Int, _ other: Int, in language: Language) -> Sentence {
        switch (disputed, other) {
        case (0, 0): language.pick(zh: "针对文件，不涉及条目", en: "about the document, no entry")
        case (_, 0):
            language.pick(
                zh: "\(disputed) 条级别与所印不同",
                en: "\(disputed) \(disputed == 1 ? "entry" : "entries") with another grade than printed")
        case (0, _):
            language.pick(
                zh: "\(other) 条名称与所印不同",
                en: "\(other) \(other == 1 ? "entry" : "entries") with another name than printed")
        default:
            language.pick(
                zh: "\(disputed) 条级别与所印不同，\(other) 条名称与所印不同",
                en: "\(disputed) with another grade than printed, \(other) with another name")
        }
    }

    private static func chinese(_ reason: String) -> Sentence {
        switch PlaceName.Doubt.allCases.first(where: { $0.reason == reason }) {
        case .whole: "整个乡镇"
        case .except: "有排除"
        case .rest: "没有列出的村"
        case .part, .somePart: "村的一部分"
        case .joined: "几个村名连写"
        case .counted: "只写了村数"
        case .boundary: "四至范围"
        case .noEnding: "没有村、社区之类的字尾"
        case .phrase: "一句话"
        case nil: "\(reason)"
        }
    }
}

extension Finding.SeenName: Worded {
    /// `金嵩村（表3第23行）`
    public func sentence(in language: Language) -> Sentence {
        let places = rows.map(\.description).joined(separator: "、")
        return language.pick(zh: "\(name)（\(places)）", en: "\(name) (\(places))")
    }
}

extension PassDoubt: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .labelsConsistent: language.pick(zh: "所标级别本身没有矛盾", en: "the labels do not contradict themselves")
        case .townshipTwiceRunning(let township, let row):
            language.pick(zh: "\(township)连续出现在两行（第\(row)行）", en: "\(township) stands in two rows running (row \(row))")
        case .orderNeverSettles: language.pick(zh: "乡镇没有固定的次序", en: "the townships keep to no one order")
        case .morePassesThanLabels(let passes, let labels):
            language.pick(
                zh: "乡镇有 \(passes) 遍，级别只有 \(labels) 种",
                en: "there are \(passes) passes and \(labels) different labels")
        case .labelsTooFar(let pass):
            language.pick(zh: "第 \(pass) 遍的多数标签不是该级别", en: "most labels of pass \(pass) are not its grade's")
        }
    }
}

extension Finding {
    /// `表5第2行园地果园一级`: where a price stands, and what it is for.
    private static func name(_ price: BasePrice, in language: Language) -> Sentence {
        let row = price.source.map { language.pick(zh: "\($0)", en: "\($0) ") } ?? ""
        return row
            + language.pick(
                zh: "\(price.landType.name)\(price.subtype ?? "")\(price.grade.label)",
                en: "\(price.landType.name)\(price.subtype ?? "") \(price.grade.label)")
    }
}

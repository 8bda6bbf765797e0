import GradeModel

extension Finding {
    /// The same as `description`, as a clerk reads it.
    public var chinese: String {
        switch self {
        case .passesUntold(let table, let landType, let doubt):
            "\(table)（\(landType.name)）所标级别与乡镇次序不一致，且\(doubt.chinese)；以所标级别为准"
        case .heldAgainstPasses(let table, let row, let township, let held, let byPasses):
            "\(table)第\(row)行\(township)采用\(held.label)，按乡镇次序应为\(byPasses.label)"
        case .nearNames(let township, let first, let second):
            "\(township)：\(first.chinese)与\(second.chinese)可能是同一处的两种写法；登记资料确认是同一处的，用别名和勘误合并"
        case .pinyinMissing(let townships):
            "townships.csv 中\(townships.joined(separator: "、"))没有拼音；请填写"
        case .noDefinitions: "没有内涵（权利、年期、设施、估价期日）；文件在别处写明的，请把那份文件一并导入"
        case .townshipOrder(let listed, let byTables):
            "townships.csv 的次序是\(listed.joined(separator: "、"))；表中的次序是\(byTables.joined(separator: "、"))"
        case .attributeNotCarried(let attribute, _): "内涵表中的“\(attribute)”，成果包没有地方写"
        case .doubtfulName(let township, let name, let source, let reason):
            "\(township)：“\(name)”（\(source)）不像一个村名（\(Self.chinese(reason: reason))）；请改正，或者用 --places 与村名表核对"
        case .wholeAndVillages(let landType, let township):
            "\(township)的\(landType.name)既有整个乡镇的级别，又有村的级别；只留一种"
        case .priceMissing(let landType, let grade): "\(landType.name)\(grade.label)有村，没有基准地价，而其他级别有"
        case .priceWithoutGrade(let landType, let grade): "\(landType.name)\(grade.label)有基准地价，没有这一级别的村"
        case .priceRises(let landType, let subtype, let from, let to):
            "\(landType.name)\(subtype ?? "")：\(to.label)的地价不低于\(from.label)"
        case .severalUnits(let units): "基准地价用了几种单位：\(units.joined(separator: "、"))"
        case .amountImplausible(let landType, let grade, let amount, let unit):
            "\(landType.name)\(grade.label)：\(amount)\(unit)，与单位不相称"
        case .listedUngraded(let landType, let township, let villages):
            "\(landType.name)：村名表中有\(township)的\(villages.joined(separator: "、"))，没有级别"
        case .notListed(let township, let name, let source): "\(township)：村名表中没有\(name)（\(source)）"
        case .resolved(let text, let township, let names):
            "\(township)\(township.isEmpty ? "" : "：")“\(text)”即\(names.joined(separator: "、"))"
        case .runsToEnd(let table): "\(table)之后文本即结束；请看是否不全"
        case .erratumProposed(let id, let disputed, let other):
            "\(id)待核：" + Self.chineseEntries(disputed, other) + "；请持印本的人核实或否定"
        case .neverGraded(let landType): "\(landType.name)有内涵，没有级别表"
        case .townshipUngraded(let name): "townships.csv 中有\(name)，各级别表中没有"
        case .nearNamesApart(let pairs): "有 \(pairs) 对只差一个字的村名同在一张表中，是不同的地方"
        }
    }

    private static func chineseEntries(_ disputed: Int, _ other: Int) -> String {
        switch (disputed, other) {
        case (0, 0): "针对文件，不涉及条目"
        case (_, 0): "\(disputed) 条级别与所印不同"
        case (0, _): "\(other) 条名称与所印不同"
        default: "\(disputed) 条级别与所印不同，\(other) 条名称与所印不同"
        }
    }

    private static func chinese(reason: String) -> String {
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
        case nil: reason
        }
    }
}

extension Finding.SeenName {
    /// `金嵩村（表3第23行）`.
    fileprivate var chinese: String { "\(name)（\(rows.map(\.description).joined(separator: "、"))）" }
}

extension PassDoubt {
    fileprivate var chinese: String {
        switch self {
        case .labelsConsistent: "所标级别本身没有矛盾"
        case .townshipTwiceRunning(let township, let row): "\(township)连续出现在两行（第\(row)行）"
        case .orderNeverSettles: "乡镇没有固定的次序"
        case .morePassesThanLabels(let passes, let labels): "乡镇有 \(passes) 遍，级别只有 \(labels) 种"
        case .labelsTooFar(let pass): "第 \(pass) 遍的多数标签不是该级别"
        }
    }
}

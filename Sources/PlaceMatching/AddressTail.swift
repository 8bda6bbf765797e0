import GradeModel

/// What follows a village in an address: a group, a house number, a place in the village; or the rest of
/// another name. 金龙村3组 is in 金龙村; 金龙村渔场 and 金龙村李家渔场 may be places of their own, and are not taken.
struct AddressTail {
    private let scalars: [Unicode.Scalar]
    /// Index of the first of them in the address.
    private let start: Int
    /// Ends of names that make another place of what stands before them.
    private static let endings =
        (PlaceKind.endings.map(\.ending) + ["镇", "乡", "街道", "居委会", "居民委员会", "管理区", "开发区", "保护区", "牧场", "种场"])
        .map { Array($0.unicodeScalars) }
    /// 村民小组, 村委会, 村部, 村支部: these are of the village, so 村 ends no name there.
    private static let ofVillage: [Unicode.Scalar] = ["民", "委", "部", "支"]
    private static let numerals = "〇零一二三四五六七八九十百".unicodeScalars
    private static let units = "组队号户栋幢楼室片屯弄社".unicodeScalars
    static let brackets = "([{（〔【<#".unicodeScalars

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        self.scalars = Array(scalars)
        start = scalars.startIndex
    }

    /// Words behind which a second place may stand: 芙蓉村与共荣村交界处.
    private static let connectors = FewScalars("与和及跟暨、,;/".unicodeScalars)
    /// Marks that stand between two places, 芙蓉村3组-金龙村2组, and in the number of a house.
    private static let joiners = FewScalars("-—–~～+＋&＆\\→至·|_:=".unicodeScalars)
    /// What became of a village, or of a part of it, before the name of where it is now: 芙蓉村3组并入金龙村, 芙蓉村（划归静河镇）. By the
    /// first character, the longest first.
    private static let changes: [Unicode.Scalar?: [[Unicode.Scalar]]] = {
        let words =
            "飞入 飞地到 并入 并到 并至 合并到 合并至 合并为 合并成 归并到 归并入 划入 划归 划给 划到 划至 划转 调入 调到 转入 转到 迁入 迁至 迁到 移交 纳入 归入 归属 划属 "
            + "位于 坐落 座落 在 租种 承包 承包的 流转 插 插花 飞地 调 划 应为 或 或者 调整到 调整至 置换到 置换 属 归 由 同 跨 兼 含 加 连同 连 另 还有 隶属 改属 改隶 现属 属于 更名 改名 改称 改为 改成 变更为 更改为 现为 现名 现称 今为 今属 今称 又名 现 今"
        let verbs = words.split(separator: " ").map(String.init)
        let forms = verbs.flatMap { verb in
            ["为", "于", "到", "至", "成", "给", "入", "在", ""].map { Array((verb + $0).unicodeScalars) }
        }
        return Dictionary(grouping: forms.sorted { $0.count > $1.count }, by: \.first)
    }()
    private static let changesBegin = FewScalars(changes.keys.compactMap(\.self))

    /// Where a second place may begin after a village and such a word.
    struct Connected {
        let index: Int
        /// Behind a mark that may as well stand within one place.
        let isJoined: Bool
    }

    /// What a village was part of once is no second place: 芙蓉村（原属于金龙村）.
    var connected: [Connected] {
        var found: [Connected] = []
        for (index, scalar) in scalars.enumerated() {
            if Self.connectors.contains(scalar) {
                found.append(Connected(index: start + index + 1, isJoined: false))
            } else if Self.joiners.contains(scalar) {
                // 东至金龙村 says where it ends.
                if scalar == "至", index > 0, Self.directions.contains(scalars[index - 1]) { continue }
                found.append(Connected(index: start + index + 1, isJoined: true))
            } else if Self.changesBegin.contains(scalar), index == 0 || !Self.former.contains(scalars[index - 1]),
                let word = Self.changes[scalar]?.first(where: { scalars[index...].starts(with: $0) })
            {
                found.append(Connected(index: start + index + word.count, isJoined: false))
            }
        }
        return found
    }

    /// Where a second place may begin in what is free behind a village: in front, behind a number, a group or white space,
    /// and anywhere in brackets, unless they say what the village was called once.
    ///
    /// - Parameter isApart: whether white space or a separator stands in front of a scalar.
    func open(isApart: (Int) -> Bool) -> [Int] {
        var open: [Int] = []
        var isInBrackets = false, isFormer = false
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : nil
            if Self.brackets.contains(scalar) {
                isInBrackets = true
                isFormer = index + 1 < scalars.count && Self.former.contains(scalars[index + 1])
                // 前进村 begins so too.
                if isFormer { open.append(start + index + 1) }
            } else if Self.connectors.contains(scalar) {
                isFormer = false
            } else if Self.closing.contains(scalar) {
                isInBrackets = false
            } else if isInBrackets
                ? !isFormer && !(before.map(Self.neighbours.contains) ?? false)
                : before.map(Self.ends) ?? true || isApart(start + index)
            {
                open.append(start + index)
            }
        }
        return open
    }

    private static func ends(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || units.contains(scalar) || closing.contains(scalar)
    }

    static let closing = ")]}〕】>".unicodeScalars
    static let former = "原旧曾前".unicodeScalars
    private static let directions = FewScalars("东南西北".unicodeScalars)
    /// What stands in front of a neighbour's name: （东临金龙村）.
    private static let neighbours = FewScalars("临邻接靠近毗抵至".unicodeScalars)

    private static let sums = SumWords.endings.map { Array($0.unicodeScalars.reversed()) }

    /// 小计, 汇总, (合计), and 计 or 总 alone.
    private var isSum: Bool {
        let end = scalars.reversed().drop { Self.closing.contains($0) }
        if Self.sums.contains(where: end.starts(with:)) { return true }
        let bare = end.reversed().drop { Self.brackets.contains($0) }
        return bare.count == 1 && (bare.first == "计" || bare.first == "总")
    }

    /// Nothing more, a number, a bracket, or what is said of a whole village: （金龙村内）, 金龙村飞地.
    var isNumberOrEnd: Bool {
        guard let first = scalars.first else { return true }
        if isWithin || isNamedGroup { return true }
        return ("0"..."9").contains(first) || first == "第" || Self.numerals.contains(first)
            || Self.closing.contains(first) || Self.brackets.contains(first)
    }

    /// What is said of a whole place stands here and nothing else: 境内, 代管.
    var isWithin: Bool {
        guard let first = scalars.first, Self.within.contains(first) else { return false }
        let word = scalars.prefix { !Self.closing.contains($0) }
        return Self.withins.contains { word.elementsEqual($0) }
    }

    /// A group that has a name, and nothing else: 老屋组; not 民小组, where 村 is no end of a name.
    private var isNamedGroup: Bool {
        let word = scalars.prefix { !Self.closing.contains($0) }
        return (2...5).contains(word.count) && word.last == "组" && word.first != "民"
            && word.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }

    private static let withins = [
        "范围", "土地", "地", "的土地", "的地", "权属", "园地", "林地", "草地", "内", "里", "境内", "界内", "范围内", "地界", "地界内", "辖区", "辖区内",
        "区域内", "地域内", "飞地", "插花地", "代管", "管理", "管辖", "所有",
    ].map { Array($0.unicodeScalars) }
    private static let within = FewScalars(Set(withins.compactMap(\.first)))

    /// Where, in the address, a number or a group begins behind a name without its ending, or what says that two places meet;
    /// nil: nowhere.
    var numberStart: Int? {
        let found = scalars.indices.dropFirst().first { index in
            let rest = scalars[index...]
            if ("0"..."9").contains(scalars[index]) || scalars[index] == "第" || rest.starts(with: "交界".unicodeScalars) {
                return true
            }
            let counted = skipping(from: index) { Self.numerals.contains($0) }
            return counted > index && counted < scalars.count && Self.units.contains(scalars[counted])
        }
        return found.map { start + $0 }
    }

    /// Whether nothing here turns `name` into another name. After a committee, a number or a bracket all is free.
    func leaves(name: String) -> Bool {
        // 芙蓉村小计 is a line of sums, 芙蓉村等3个村 several villages.
        if isSum || scalars.first == "等" { return false }
        if scalars.isEmpty || NameForms.isOffice(village: name) { return true }
        // 芙蓉村民小组 is a group called 芙蓉, of a village not named; 芙蓉村民主组 one of 芙蓉村.
        if scalars[0] == "民", name.unicodeScalars.last == "村", !isGroup(at: 2) || Self.ofPeople.contains(scalars[1]) {
            return false
        }
        if scalars[0] == "村", scalars.count > 1, Self.ofVillage.contains(scalars[1]) { return true }
        var index = 0
        while index < scalars.count {
            if Self.brackets.contains(scalars[index]) { return true }
            // An escape sequence is no part of any address.
            if scalars[index].properties.generalCategory == .control { return false }
            let numbered = skipping(from: index) { ("0"..."9").contains($0) }
            if numbered > index { return !isEnding(at: numbered) }
            let counted = skipping(from: scalars[index] == "第" ? index + 1 : index) { Self.numerals.contains($0) }
            if counted > index, counted < scalars.count, Self.numerals.contains(scalars[counted - 1]) {
                if isEnding(at: counted) { return false }
                if Self.units.contains(scalars[counted]) || scalars[counted] == "村" { return true }
            }
            if isEnding(at: index) { return false }
            index += 1
        }
        return true
    }

    private func skipping(from start: Int, while matches: (Unicode.Scalar) -> Bool) -> Int {
        var index = start
        while index < scalars.count, matches(scalars[index]) { index += 1 }
        return index
    }

    private func isEnding(at start: Int) -> Bool {
        guard start < scalars.count else { return false }
        if scalars[start] == "村", start + 1 < scalars.count, Self.ofVillage.contains(scalars[start + 1]) {
            return false
        }
        // 芙蓉村村前组, 芙蓉村镇东组
        if start + 1 < scalars.count, Self.sides.contains(scalars[start + 1]), isGroup(at: start + 2) { return false }
        return Self.endings.contains { ending in
            // 芙蓉村茶场组 is a group beside a 茶场.
            scalars[start...].starts(with: ending) && !isNamedGroup(at: start + ending.count)
        }
    }

    /// A group or its number, as far as a number that is set aside allows to tell.
    private func isGroup(at index: Int) -> Bool {
        index < scalars.count
            && (isNamedGroup(at: index) || scalars[index] == "第" || ("0"..."9").contains(scalars[index]))
    }

    private func isNamedGroup(at index: Int) -> Bool { index < scalars.count && scalars[index] == "组" }

    /// In the address, what a group is called that has the ending of a place: 李家村 of 李家村组 and of 李家村东3组. It may be
    /// another place.
    var groupName: Range<Int>? {
        guard let group = scalars.indices.first(where: isGroup), group > 0 else { return nil }
        let name = scalars[..<group], bare = Self.sides.contains(scalars[group - 1]) ? name.dropLast() : name
        for name in [name, bare]
        where Self.endings.contains(where: { name.reversed().starts(with: $0.reversed()) }) {
            return start..<start + name.count
        }
        return nil
    }

    /// 芙蓉村民小组, 芙蓉村民三组, 芙蓉村民委 …: what is said of the people of a village.
    private static let ofPeople = FewScalars("小第组委兵代住宅房自〇零一二三四五六七八九十百0123456789".unicodeScalars)
    private static let sides = FewScalars("前后头尾口上下东西南北中里内外边".unicodeScalars)
}

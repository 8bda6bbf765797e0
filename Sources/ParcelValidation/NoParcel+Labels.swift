import PlaceMatching

/// What a cell calls its row.
extension NoParcel {
    /// `.total`, `.footer` or `.instructions`; nil for anything else.
    static func label(_ cell: String) -> NoParcel? {
        guard !cell.isEmpty, cell.utf8.count <= HeaderKey.longest else { return nil }
        if isEnglishSum(cell) { return .total }
        let text = withoutRules(NameKey(cell).text)
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            mayBeLabel(text, first, last)
        else { return nil }
        let key = HeaderKey(text, isCell: true)
        if isTotal(key.bare) { return .total }
        let isAround = HeaderKey.isNoLetter(first) || HeaderKey.isNoLetter(last)
        if isAround, key.asides.contains(where: { isTotal($0) || $0 == "总" || $0 == "计" }) { return .total }
        return isFooter(key) ? .footer : isInstruction(key.bare) ? .instructions : nil
    }

    /// Whether a cell is a sum by what it counts in brackets alone, behind something else: 芙荣村（共2块）, 张三（共5人）, 园地（共2块）; not
    /// behind a township or a county, of which a list has sums.
    static func countsPieces(_ cell: String) -> Bool {
        let key = HeaderKey(NameKey(cell).text, isCell: true)
        // Of a cell that is nothing but brackets what stands in them is `bare`.
        guard !key.bare.isEmpty, !isTotal(key.bare), !["镇", "乡", "街道", "县", "市"].contains(where: key.bare.hasSuffix)
        else {
            return false
        }
        return key.asides.contains(where: isCount) && key.asides.allSatisfy { !isTotal($0) || isCount($0) }
    }

    /// ———以下空白———: what is left of it without its rules.
    private static func withoutRules(_ key: String) -> String {
        func isRule(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(UnitRow.dashes.contains) ?? false }
        var scalars = key.unicodeScalars[...]
        guard isRule(scalars.first), isRule(scalars.last) else { return key }
        while isRule(scalars.first) { scalars.removeFirst() }
        while isRule(scalars.last) { scalars.removeLast() }
        return String(scalars)
    }

    /// Whether it begins or ends as labels do. Most cells that are asked about are names of places.
    private static func mayBeLabel(_ key: String, _ first: Unicode.Scalar, _ last: Unicode.Scalar) -> Bool {
        lastOfTotals.contains(last) || lastOfFooters.contains(last) || beginnings.contains(first)
            || HeaderKey.isNoLetter(last)
            || HeaderKey.isNoLetter(first) || key.utf8.contains(UInt8(ascii: ":"))
    }

    static let beginnings: Set<Unicode.Scalar> =
        beginningsOfTotals.union(["第", "t", "s", "g", "p", "P", "e", "必", "选", "非"]).union(beginningsOfFooters)

    /// Whether the first two characters begin a label that more than a mark or a number may follow. Villages are called 小江村 and
    /// 平安村.
    static func beginsAsLabel(_ key: String.UnicodeScalarView) -> Bool {
        pair(key).map(longBeginnings.contains) ?? false
    }

    private static let longBeginnings = Set(
        (SumWords.endings + otherTotals + longFooters + ["以上", "其中", "必填", "选填", "非必填"])
            .compactMap { pair($0.unicodeScalars) })

    private static func pair(_ text: String.UnicodeScalarView) -> UInt64? {
        guard let first = text.first, let second = text.dropFirst().first else { return nil }
        return UInt64(first.value) << 32 | UInt64(second.value)
    }

    private static let totals = SumWords.endings.map { Array($0.utf8) }
    static let lastOfTotals = Set(SumWords.endings.compactMap(\.unicodeScalars.last)).union(["总"])
    private static let otherTotals: Set<String> = [
        "总数", "汇总", "平均", "合计数", "小计数", "总计数", "合计值", "计", "∑", "Σ", "加总", "加权平均", "加权平均数", "平均数", "总宗数", "总宗地数",
        "总地块数", "总块数",
        "总图斑数", "总户数", "总亩数", "记录数", "记录总数", "总记录数", "总条数", "总行数", "总金额", "其中", "其中包括", "TOTAL", "TOTALS", "SUBTOTAL",
        "SUB-TOTAL", "GRANDTOTAL", "SUM",
    ]
    /// What a total begins with, where it does not end with 计.
    private static let beginningsOfTotals: Set<Unicode.Scalar> = [
        "合", "小", "总", "共", "累", "汇", "平", "加", "其", "计", "求", "最", "乘", "标", "方", "数", "记", "以", "∑", "Σ", "T", "S",
        "G",
    ]

    /// A word for a sum, with what is summed up in front of it or behind it, or a number.
    private static func isTotal(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        // Asked of every cell of a row that can't be judged, so the common answer comes first.
        guard lastOfTotals.contains(last) || beginningsOfTotals.contains(first) else { return false }
        guard text.unicodeScalars.count <= 24 else { return false }
        // 以上共2宗
        if text.hasPrefix("以上") { return isTotal(String(text.dropFirst(2))) }
        if otherTotals.contains(text) || isPlaceTotal(text) || isPart(text) || isCount(text) || isCounted(text) {
            return true
        }
        return totals.contains { word in
            if text.utf8.suffix(word.count).elementsEqual(word) { return true }
            guard text.utf8.starts(with: word) else { return false }
            let rest = Substring(text.utf8.dropFirst(word.count))
            guard let next = rest.unicodeScalars.first else { return false }
            // 求和项:面积 is a name that a pivot table gives.
            return ("0"..."9").contains(next) || [":", "=", "共", "-"].contains(next) || rest.hasPrefix("项:")
                || summed.contains(String(rest))
        }
    }

    /// What is summed up, behind the word: 合计面积.
    private static let summed: Set<String> = [
        "面积", "亩数", "金额", "价款", "总价", "宗数", "宗地数", "地块数", "块数", "户数", "人数", "图斑数", "株数",
    ]

    /// 金龙镇计, 芙蓉村计
    private static func isPlaceTotal(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars.suffix(2))
        return scalars.count == 2 && scalars[1] == "计" && "镇乡村道区县市组场队".unicodeScalars.contains(scalars[0])
    }

    /// 其中：园地, 其中园地: a part of the sum above it.
    private static func isPart(_ text: String) -> Bool {
        guard text.hasPrefix("其中") else { return false }
        let rest = String(text.dropFirst(2))
        return rest.hasPrefix(":") || LandTypeCell(rest) != .unknown
    }

    /// 记录数:2, 总户数:2户
    private static func isCounted(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), otherTotals.contains(String(text[..<colon])) else { return false }
        let number = text[text.index(after: colon)...]
        let unit = number.drop { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        return unit.count < number.count && (unit.isEmpty || counted.contains { $0 == unit })
    }

    private static let countings = ["共", "计", "共计", "总共", "合计", "小计", "总计", "总"]
    /// The longer first.
    private static let counted = [
        "条记录", "条数据", "行数据", "个地块", "平方米", "万元", "公顷", "宗地", "地块", "图斑", "宗", "块", "户", "亩", "条", "笔", "个", "人", "元",
        "行", "项", "件", "份", "株", "家",
        "名", "村", "㎡",
    ]

    /// 共2宗, 共2宗20亩
    private static func isCount(_ text: String) -> Bool {
        countings.contains { word in
            guard text.hasPrefix(word) else { return false }
            var rest = text.dropFirst(word.count)
            guard rest.first?.isASCII == true, rest.first?.isNumber == true else { return false }
            while !rest.isEmpty {
                let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
                rest = rest.dropFirst(number.count)
                guard !number.isEmpty, let unit = counted.first(where: { rest.hasPrefix($0) }) else { return false }
                rest = rest.dropFirst(unit.count).drop { [",", "，", "、", ";", "。"].contains($0) }
            }
            return true
        }
    }
}

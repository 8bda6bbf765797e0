import PlaceMatching

/// What a row is that is no parcel: a sum, a line below the table, nothing at all. Asked only of rows that can't be judged
/// as parcels. A row that names a place and a land type is a parcel, whatever else stands in it; but not where a word for a
/// sum stands for its code.
enum NoParcel: Hashable, Sendable {
    /// Nothing in any cell, or what stands for nothing.
    case blank
    /// 合计, 小计, 金龙镇小计 …
    case total
    /// 审核人, 制表日期, 备注, 以下空白 …
    case footer
    /// 1, 2, 3 …, （1）, （2） …, 甲, 乙, 1, 2 …: the numbers of the columns.
    case numbers
    /// 元/亩, 亩 …: the units of the columns.
    case units

    /// Nil where the row is a parcel, as far as anybody can tell.
    ///
    /// It is a total or a footer only where the village (or address) or the land type is missing, or where one of them is a
    /// label itself, and where no long code says that there is a parcel. The label stands in a column that says what a
    /// row is, or in the first cell that holds words; anywhere, where nothing says what the row is.
    init?(_ cells: [String], _ columns: ColumnMap, landTypeIsTold: Bool) {
        let place = columns[.address] ?? columns[.village]
        let landColumn = landTypeIsTold ? nil : columns[.landType]
        func label(_ column: Int?) -> NoParcel? {
            column.flatMap { cells.indices.contains($0) ? Self.label(cells[$0]) : nil }
        }
        func isVacant(_ column: Int?) -> Bool {
            guard let column else { return false }
            return cells.indices.contains(column) ? Self.isVacant(cells[column]) : true
        }
        func saysNothing(_ column: Int?) -> Bool {
            column.map { !cells.indices.contains($0) || Self.saysNothing(cells[$0]) } ?? true
        }
        let placeIsVacant = isVacant(place) || label(columns[.township]) != nil
        let landIsVacant = isVacant(landColumn)
        let ours = columns.ours
        let others = cells.indices.lazy.filter { !ours.contains($0) }
        // Most rows that are asked about begin otherwise: the other cells are not folded then.
        let beginning = others.map { NameKey(cells[$0]).text }.first { !$0.isEmpty } ?? ""
        let mayBeNumbers = ColumnNumbers.mayBegin(beginning)
        let mayBeUnits = UnitRow.isEmpty(beginning) || ListUnit.isUnit(beginning) || Self.label(beginning) == .footer
        let mayBeBlank = saysNothing(place) && saysNothing(landColumn)
        guard placeIsVacant || landIsVacant || mayBeNumbers || mayBeUnits || mayBeBlank else { return nil }
        let keys = cells.enumerated().map { ours.contains($0.offset) ? "" : NameKey($0.element).text }
        if mayBeNumbers, ColumnNumbers.areAll(keys.filter { !$0.isEmpty }) {
            self = .numbers
            return
        }
        if mayBeUnits, Self.areUnits(keys, columns) {
            self = .units
            return
        }
        let said = keys.indices.filter { !Self.isNone(keys[$0]) }
        // An empty line of a form has its number already.
        let isNumber =
            said.count == 1 && columns.isRowNumber(said[0])
            && keys[said[0]].utf8.allSatisfy { (0x30...0x39).contains($0) }
        if said.isEmpty || isNumber {
            self = .blank
            return
        }
        guard placeIsVacant || landIsVacant else { return nil }
        let filled = keys.indices.filter { !keys[$0].isEmpty }
        if let code = columns[.parcelID], keys.indices.contains(code), Self.isLongCode(keys[code]) { return nil }
        // A code that became a date has no 年 in it.
        if filled.count == 1, filled[0] != columns[.parcelID] || keys[filled[0]].contains("年"),
            ParcelIDFault.damage(keys[filled[0]]) == .date
        {
            self = .footer
            return
        }
        let first = filled.first { !keys[$0].unicodeScalars.allSatisfy(Self.isNoWord) }
        let named = ([first, place, landColumn] + [.county, .township, .parcelID].map { columns[$0] })
            .compactMap(label)
        let namesNothing = placeIsVacant && (landTypeIsTold || landIsVacant) && isVacant(columns[.township] ?? place)
        if named.contains(.total) || namesNothing && filled.contains(where: { Self.label(keys[$0]) == .total }) {
            self = .total
        } else if named.contains(.footer), placeIsVacant {
            self = .footer
        } else {
            return nil
        }
    }

    /// Whether a row whose place is unknown may be no parcel, as far as the cells tell that name the place.
    static func mayBe(township: String, place: String) -> Bool {
        let key = NameKey(place).text
        return saysNothing(place) || label(township) != nil || key.unicodeScalars.allSatisfy(isNoWord)
            || ColumnNumbers.mayBe(key) || UnitRow.isEmpty(key)
    }

    /// Nothing, or a label.
    static func isVacant(_ cell: String) -> Bool { NameKey(cell).text.isEmpty || label(cell) != nil }

    /// Nothing, a label, or what is written for nothing.
    static func saysNothing(_ cell: String) -> Bool { isVacant(cell) || isNone(NameKey(cell).text) }

    private static func isNone(_ key: String) -> Bool {
        UnitRow.isEmpty(key) || WrittenNone.form(key) != nil || isEndMark(ArraySlice(key.utf8), isLast: false)
    }

    /// A sum whose word stands where the parcel's code would: what else the row says is of what is summed up. With a digit
    /// it may be a code.
    static func isTotal(code: String) -> Bool {
        code.utf8.contains { $0 >= 0x80 } && !code.utf8.contains { (0x30...0x39).contains($0) }
            && label(code) == .total
    }

    /// Bytes of 0x1A and, in the last row, which no line end follows, of zero.
    static func isEndMark(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0 == 0x1A || $0 == 0 && isLast }
    }

    private static func isNoWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 && !("A"..."Z").contains(scalar) && !("a"..."z").contains(scalar)
    }

    /// With a digit: GrandTotal is none.
    private static func isLongCode(_ key: String) -> Bool {
        key.utf8.count >= 10 && key.utf8.contains { (0x30...0x39).contains($0) }
            && key.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & ~0x20) }
    }

    /// Units alone, none in a column that says what a row is, and none that contradicts its header: somebody has to look
    /// at that.
    private static func areUnits(_ keys: [String], _ columns: ColumnMap) -> Bool {
        guard let row = UnitRow(keys) else { return false }
        return columns.columns.allSatisfy { role, column in
            guard let cell = row.units[column] else { return true }
            guard role.isFigure else { return false }
            return columns.units[role].map { $0.origin != .header || $0.unit == ListUnit(cell: cell, of: role) } ?? true
        }
    }

    /// What a cell calls its row: `.total` or `.footer`; nil for anything else.
    static func label(_ cell: String) -> NoParcel? {
        guard !cell.isEmpty, cell.utf8.count <= 400 else { return nil }
        let text = withoutRules(NameKey(cell).text)
        guard mayBeLabel(text) else { return nil }
        let key = HeaderKey(text)
        if isTotal(key.bare) || key.asides.contains(where: { isTotal($0) || $0 == "总" || $0 == "计" }) { return .total }
        return isFooter(key.bare) || isFooter(key.whole) ? .footer : nil
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
    private static func mayBeLabel(_ key: String) -> Bool {
        guard let first = key.unicodeScalars.first, let last = key.unicodeScalars.last else { return false }
        return lastOfTotals.contains(last) || beginnings.contains(first) || HeaderKey.isNoLetter(last)
            || HeaderKey.isNoLetter(first)
    }

    private static let beginnings: Set<Unicode.Scalar> =
        beginningsOfTotals.union(["第", "t", "s", "g"]).union(footers.keys.compactMap(\.self))

    private static let totals = SumWords.endings.map { Array($0.utf8) }
    private static let lastOfTotals = Set(SumWords.endings.compactMap(\.unicodeScalars.last)).union(["总"])
    private static let otherTotals: Set<String> = [
        "总数", "汇总", "平均", "合计数", "小计数", "总计数", "合计值", "TOTAL", "TOTALS", "SUBTOTAL", "SUB-TOTAL", "GRANDTOTAL", "SUM",
    ]
    /// What a total begins with, where it does not end with 计.
    private static let beginningsOfTotals: Set<Unicode.Scalar> = ["合", "小", "总", "共", "累", "汇", "平", "T", "S", "G"]

    /// A word for a sum, with what is summed up in front of it or a number behind it.
    private static func isTotal(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        // Asked of every cell of a row that can't be judged, so the common answer comes first.
        guard lastOfTotals.contains(last) || beginningsOfTotals.contains(first) else { return false }
        guard text.unicodeScalars.count <= 24 else { return false }
        if otherTotals.contains(text) { return true }
        return totals.contains { word in
            if text.utf8.suffix(word.count).elementsEqual(word) { return true }
            guard text.utf8.starts(with: word),
                let next = Substring(text.utf8.dropFirst(word.count)).unicodeScalars.first
            else { return false }
            return ("0"..."9").contains(next) || [":", "=", "共", "-"].contains(next)
        }
    }

    /// What a line below a table begins with.
    private struct FooterWord {
        let bytes: [UInt8]
        /// It is one only where nothing, a mark or a number comes then.
        let isShort: Bool

        func begins(_ text: String) -> Bool {
            guard text.utf8.starts(with: bytes) else { return false }
            guard isShort else { return true }
            let rest = Substring(text.utf8.dropFirst(bytes.count)).unicodeScalars
            guard let next = rest.first else { return true }
            let marks: [Unicode.Scalar] = [":", "：", ".", "、", ")", "；", ";"]
            if marks.contains(next) { return true }
            // 注1：
            let behind = rest.drop { ("0"..."9").contains($0) }
            return ("0"..."9").contains(next) && behind.first.map { marks.contains($0) } == true
        }
    }

    private static let longFooters = [
        "审核人", "制表人", "填表人", "填报人", "复核人", "校核人", "经办人", "负责人", "单位负责人", "主要负责人", "分管领导", "调查员", "调查人", "记录人", "检查人",
        "编制人",
        "制表单位", "填报单位", "填表单位", "编制单位", "审核单位", "填表日期", "填报日期", "制表日期", "审核日期", "编制日期", "打印日期", "调查日期", "填表时间", "填报时间",
        "制表时间", "审核时间", "打印时间", "单位盖章", "单位(盖章)", "单位公章", "(盖章)", "盖章", "公章", "村民委员会(盖章)", "以下空白", "以下无正文", "此页无正文",
        "联系电话", "校对人",
    ]
    private static let shortFooters = [
        "审核", "制表", "复核", "校核", "填表", "编制", "审批", "备注", "说明", "附注", "注", "附", "日期", "单位", "年月日", "审核意见", "意见", "注释",
        "填表说明", "校对", "数据来源", "资料来源",
    ]
    /// By the first character, which few names of places share.
    private static let footers = Dictionary(
        grouping: longFooters.map { FooterWord(bytes: Array($0.utf8), isShort: false) }
            + shortFooters.map { FooterWord(bytes: Array($0.utf8), isShort: true) },
        by: { String(decoding: $0.bytes, as: UTF8.self).unicodeScalars.first })

    private static func isFooter(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if let words = footers[first], words.contains(where: { $0.begins(text) }) { return true }
        return ["第", "共"].contains(first) && isPageNumber(text)
    }

    /// 第1页, 第1页共5页, 共5页
    private static func isPageNumber(_ text: String) -> Bool {
        let hasNumber = text.unicodeScalars.contains { ("0"..."9").contains($0) }
        guard text.hasSuffix("页"), text.hasPrefix("第") || hasNumber else { return false }
        return text.unicodeScalars.allSatisfy {
            ("0"..."9").contains($0) || ["第", "页", "共", ",", "，", "/"].contains($0)
        }
    }
}

import PlaceMatching

/// Lines below a table, and what stands on each of its pages.
extension NoParcel {
    /// What such a line begins with.
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
            // 注1：, 附件一：
            func isNumber(_ scalar: Unicode.Scalar) -> Bool { isDigit(scalar) || numerals.contains(scalar) }
            let behind = rest.drop(while: isNumber)
            return isNumber(next) && behind.first.map { marks.contains($0) } == true
        }
    }

    static let longFooters = words(
        """
        审核人 制表人 填表人 填报人 复核人 校核人 经办人 负责人 单位负责人 主要负责人 分管领导 调查员 调查人 记录人 检查人 编制人 校对人 审批人 审定人 批准人 初审人 复审人
        汇总人 统计人 统计员 统计负责人 主管领导 主管负责人 主要领导 单位领导 分管负责人 联系人 制图人 制图员 绘图人 绘图员 测量员 测绘员 检查员 审核员 校对员 录入人 录入员
        制表单位 填报单位 填表单位 编制单位 审核单位 统计单位 报送单位 上报单位 公示单位 调查单位 测绘单位 测量单位 作业单位 制图单位 主管单位 主管部门
        填表日期 填报日期 制表日期 审核日期 编制日期 打印日期 调查日期 报出日期 上报日期 报送日期 导出日期 生成日期 公示日期 公示期 统计日期 制图日期
        填表时间 填报时间 制表时间 审核时间 打印时间 导出时间 生成时间 公示时间 上报时间 统计时间 单位盖章 单位(盖章) 单位公章 (盖章) 盖章 公章 村民委员会(盖章)
        签字 签名 签章 权利人签字 联系电话 联系方式 监督电话 举报电话 咨询电话
        数据截止 数据截至 数据统计截止 统计截止 统计截至 截止 截至 过次页 承前页 承上页 转次页 接次页 过下页
        以下空白 以下为空白 以下无正文 以下无内容 此页无正文 本页无正文 本页以下无正文 此页空白 本页空白 续表 续上表 接上页 接上表 转下页 接下页 见下页 见下表
        """)
    private static let shortFooters = words(
        """
        审核 制表 复核 校核 填表 编制 审批 备注 说明 附注 注 附 日期 单位 年月日 审核意见 意见 注释 填表说明 填报说明 填写说明 校对 数据来源 资料来源 制图 绘图 测绘 统计 录入
        审定 批准 签发 附件 附表 附图 完 全文完 表完 完毕 结束 END
        """)

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// By the first character, which few names of places share.
    private static let footers = Dictionary(
        grouping: longFooters.map { FooterWord(bytes: Array($0.utf8), isShort: false) }
            + shortFooters.map { FooterWord(bytes: Array($0.utf8), isShort: true) },
        by: { String(decoding: $0.bytes, as: UTF8.self).unicodeScalars.first })

    static var beginningsOfFooters: [Unicode.Scalar] { footers.keys.compactMap(\.self) }

    /// What a line has in brackets for a stamp or a signature: 村委会（盖章）.
    private static let seals: Set<String> = ["盖章", "公章", "签章", "印章", "章", "签字", "签名", "单位公章", "加盖公章", "盖公章", "签字盖章"]

    /// What is asked for without a colon: 组长签字, 农户签字.
    private static let signatures = ["签字", "签名", "签章", "盖章"]

    /// The last characters of footers that are not known by their first one, and of instructions.
    static let lastOfFooters: Set<Unicode.Scalar> = ["字", "名", "章", "填", "项"]

    static func isFooter(_ key: HeaderKey) -> Bool {
        if ["(空白)", "(BLANK)"].contains(key.whole) { return true }  // a pivot table's rows without a name
        return beginsFooter(key.bare) || beginsFooter(key.whole) || key.asides.contains(where: seals.contains)
            || isFilledIn(key.whole)
            || key.bare.unicodeScalars.count <= 12 && signatures.contains(where: key.bare.hasSuffix)
    }

    /// 必填, 选填, 非必填项, *为必填项
    static func isInstruction(_ text: String) -> Bool {
        text.unicodeScalars.count <= 24
            && (["必填", "选填", "非必填"].contains(where: text.hasPrefix)
                || ["必填", "必填项", "选填", "选填项"].contains(where: text.hasSuffix))
    }

    private static func beginsFooter(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if let words = footers[first], words.contains(where: { $0.begins(text) }) { return true }
        return ["第", "共"].contains(first) && isPageNumber(text) || first == "P" && isPage(text)
    }

    /// What is asked for in front of a colon ends so: 统计负责人：, 权利人签字：, 监督电话：.
    private static let asked = [
        "人", "员", "领导", "单位", "部门", "机构", "电话", "方式", "日期", "时间", "签字", "签名", "签章", "盖章", "公章", "意见", "说明", "来源", "依据",
        "口径", "支书", "书记", "主任", "会计", "出纳", "主管", "制单", "组长", "队长", "村长", "镇长", "乡长", "县长", "局长", "所长", "站长", "科长",
        "股长",
        "院长", "经理",
    ]
    /// Not where a place comes then: 坐落单位：金龙镇芙蓉村.
    private static let ofPlaces = ["坐落", "座落", "位置", "地址", "权属", "所有权", "所在"]

    private static func isFilledIn(_ text: String) -> Bool {
        guard let head = head(text) else { return false }
        return (2...12).contains(head.count) && asked.contains(where: head.hasSuffix)
            && !ofPlaces.contains(where: head.contains)
    }

    /// What stands in front of the colon; nil where there is none, or one within a bracket: 芙蓉村3组(承包人:李四).
    private static func head(_ text: String) -> Substring? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let head = text[..<colon]
        var open = 0
        // A bracket around all of it is none: (填表人:张三).
        for scalar in head.unicodeScalars.dropFirst() {
            if HeaderKey.brackets[scalar] != nil { open += 1 }
            if open > 0, HeaderKey.brackets.values.contains(scalar) { open -= 1 }
        }
        return open == 0 ? head : nil
    }

    /// Whether a cell that is a footer is one by what it begins with, and not by what follows a place: 审核人：, 填表人：张三;
    /// not 芙蓉村联系人：李四 and 芙蓉村（签字）.
    ///
    /// - Parameter isOpen: it may begin with a word that is not known, as long as that holds no place: 统筹负责人：.
    static func isFooterAlone(_ cell: String, isOpen: Bool) -> Bool {
        let key = HeaderKey(NameKey(cell).text, isCell: true)
        if beginsFooter(key.bare) || beginsFooter(key.whole) { return true }
        return isOpen && !holdsPlace(head(key.whole) ?? key.whole[...])
    }

    /// Whether a text has a digit in it, or what a place is called by with a name in front of it: 芙蓉村 in 芙蓉村联系人; not the 村 of
    /// 村支书.
    private static func holdsPlace(_ text: Substring) -> Bool {
        if text.unicodeScalars.contains(where: isDigit) { return true }
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.contains { index in
            if ["村", "镇", "乡"].contains(scalars[index]) { return index >= 2 }
            return index >= 3 && ["社区", "街道"].contains(String(String.UnicodeScalarView(scalars[index - 1...index])))
        }
    }

    static let numerals: Set<Unicode.Scalar> = Set("〇○零一二三四五六七八九十百".unicodeScalars)

    /// 第1页, 第1页共5页, 共5页, 第一页共三页
    private static func isPageNumber(_ text: String) -> Bool {
        let hasNumber = text.unicodeScalars.contains { isDigit($0) || numerals.contains($0) }
        guard text.hasSuffix("页"), text.hasPrefix("第") || hasNumber else { return false }
        return text.unicodeScalars.allSatisfy {
            isDigit($0) || numerals.contains($0) || ["第", "页", "共", ",", "，", "/"].contains($0)
        }
    }

    /// PAGE1, PAGE1OF3, PAGE1/3
    private static func isPage(_ text: String) -> Bool {
        guard text.hasPrefix("PAGE") else { return false }
        let parts = text.dropFirst(4).replacing("OF", with: "/").split(separator: "/", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(isDigit) }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// What is a line of its own where nothing else stands in the row: a date, the number of a page, another line of the notes.
    ///
    /// - Parameter mayBeCode: it stands where a parcel's code would. One that became a date has no 年 in it.
    static func isLoneFooter(_ key: String, mayBeCode: Bool = false) -> Bool {
        guard let first = key.unicodeScalars.first, mayBeLone(key, first) else { return false }
        if isPageMark(key) || isNumberedNote(key) { return true }
        return (!mayBeCode || key.contains("年")) && isLoneDate(key)
    }

    /// A date as programs and people write it, or the form for one.
    static func isLoneDate(_ key: String) -> Bool {
        ParcelIDFault.damage(key) == .date || isPrintedDate(key) || isBlankDate(key)
    }

    /// 2025年月日, 年月3日, 20年__月__日: what is left of 2025年  月  日 without its blanks.
    private static func isBlankDate(_ key: String) -> Bool {
        let written = key.unicodeScalars.filter { $0 != "_" }
        let parts = written.split(omittingEmptySubsequences: false) { ["年", "月", "日"].contains($0) }
        guard parts.count == 4, written.filter({ ["年", "月", "日"].contains($0) }).elementsEqual("年月日".unicodeScalars),
            parts[3].isEmpty, parts[1].isEmpty || parts[2].isEmpty
        else { return false }
        return parts.allSatisfy { part in
            part.count <= 4 && part.allSatisfy { isDigit($0) || numerals.contains($0) }
        }
    }

    /// Most names of places begin otherwise.
    private static func mayBeLone(_ key: String, _ first: Unicode.Scalar) -> Bool {
        if first.properties.isAlphabetic, first.isASCII { return key.unicodeScalars.contains(where: isDigit) }
        return first.isASCII || numerals.contains(first) || UnitRow.dashes.contains(first)
            || ("①"..."⑳").contains(first)
            || beginningsOfPrintedNotes.contains(first)
    }

    private static let beginningsOfPrintedNotes: Set<Unicode.Scalar> = ["上", "下"]
    /// Chinese characters that `isLoneFooter` may be true behind.
    static let beginningsOfLoneFooters = numerals.union(beginningsOfPrintedNotes)

    /// 二〇二五年三月一日, 2025.3.1, 2025.3
    private static func isPrintedDate(_ key: String) -> Bool {
        if let year = key.firstIndex(of: "年"), key.last == "日" || key.last == "月" {
            let written = key[..<year].unicodeScalars
            return written.count == 4
                && key.unicodeScalars.allSatisfy { numerals.contains($0) || ["年", "月", "日"].contains($0) }
        }
        let parts = key.split(separator: ".", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        return (2...3).contains(parts.count) && ParcelIDFault.number(parts[0], 1900...2099)
            && ParcelIDFault.number(parts[1], 1...12)
            && parts.dropFirst(2).allSatisfy { ParcelIDFault.number($0, 1...31) }
    }

    /// - 1 -, — 1 —
    private static func isPageMark(_ key: String) -> Bool {
        let scalars = Array(key.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, UnitRow.dashes.contains(first),
            UnitRow.dashes.contains(last)
        else { return false }
        let number = scalars.filter { !UnitRow.dashes.contains($0) }
        return (1...4).contains(number.count) && number.allSatisfy(isDigit)
    }

    /// 2、面积单位为亩, （2）面积单位为亩, ②面积单位为亩: not the name of a place or a group.
    private static func isNumberedNote(_ key: String) -> Bool {
        var rest = key.unicodeScalars[...]
        guard let first = rest.first else { return false }
        if ("①"..."⑳").contains(first) {
            rest.removeFirst()
        } else {
            if first == "(" { rest.removeFirst() }
            let number = rest.prefix { isDigit($0) || numerals.contains($0) }
            guard (1...2).contains(number.count) else { return false }
            rest = rest.dropFirst(number.count)
            guard let mark = rest.popFirst(), first == "(" ? mark == ")" : ["、", ".", ")"].contains(mark) else {
                return false
            }
        }
        guard rest.count >= 4, let next = rest.first, let last = rest.last, !isDigit(next) else { return false }
        return rest.contains { (0x4E00...0x9FFF).contains($0.value) }
            && !"村组区镇乡队场".unicodeScalars.contains(last)
    }
}

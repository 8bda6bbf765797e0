/// Whether a text can stand as the name of a village, judged by the text alone. What a list of places holds, or a person
/// says, goes before.
///
///     PlaceName.doubt("共和村")               // nil
///     PlaceName.doubt("望江社区和沿河社区")       // .joined
package enum PlaceName {
    /// Why a text is probably no name of one village.
    package enum Doubt: String, CaseIterable, Hashable, Sendable {
        /// 全域, 全镇, 所辖各村.
        case whole
        /// 除石桥村外的其他村.
        case except
        /// 其余村, 其他村.
        case rest
        /// 大坪村（1、2、3组）, 大坪村1组.
        case part
        /// 枫树村部分, 枫树村以东.
        case somePart
        /// 望江社区和沿河社区.
        case joined
        /// 杨柳村等3个村.
        case counted
        /// 东至湘江西岸, 行政区域内的园地.
        case boundary
        /// 桥头: no ending that a place has.
        case noEnding
        /// Characters no name has, too long, or words of a sentence.
        case phrase
    }

    /// 村 and 社区 and their committees: what a short name leaves out.
    package static let plainEndings: Set<String> = [
        "村", "社区", "居委会", "村委会", "社区居委会", "村民委员会", "居民委员会", "社区居民委员会", "嘎查", "居",
    ]

    /// Endings of places with the fewest characters a name with them has. 茶园 and 大坪 are short for 茶园村 and 大坪村: what the
    /// names of hills and streams end in is no ending here.
    private static let endings: [(ending: String, length: Int)] = [
        ("村", 2), ("社区", 3), ("居委会", 4), ("村委会", 4), ("委员会", 5), ("嘎查", 3), ("居", 3), ("茶场", 3), ("渔场", 3), ("农场", 3),
        ("林场", 3), ("牧场", 3), ("分场", 3), ("水库", 3), ("苗圃", 3), ("下湖", 3), ("湖泊", 3), ("湖区", 3), ("景区", 3), ("园区", 3),
        ("林区", 3), ("工区", 3), ("管区", 3), ("基地", 3), ("公园", 3), ("镇", 3), ("乡", 3), ("水管会", 4), ("管理区", 4),
        ("开发区", 4), ("保护区", 4), ("办事处", 4), ("片区", 4), ("小区", 4), ("公司", 4), ("中心", 4), ("学校", 4), ("医院", 4), ("农庄", 4),
        ("队", 4), ("场", 4), ("站", 4), ("所", 4), ("局", 4), ("处", 4),
    ]

    /// Endings by which two joined texts are told to be two names.
    private static let strongEndings = ["村", "社区", "居委会", "村委会", "委员会", "嘎查", "场", "水库", "站"]

    package static func hasEnding(_ name: String) -> Bool {
        endings.contains { name.hasSuffix($0.ending) && name.count >= $0.length }
    }

    package static func hasStrongEnding(_ name: String) -> Bool {
        strongEndings.contains { name.hasSuffix($0) && name.count > $0.count }
    }

    /// Nil: can be a name.
    package static func doubt(_ text: String) -> Doubt? {
        if isWhole(text) { return .whole }
        if isException(text) { return .except }
        if isRest(text) { return .rest }
        if text.contains(where: { "（）()".contains($0) }) { return .part }
        if isCounted(text) { return .counted }
        if isBoundary(text) { return .boundary }
        if text.unicodeScalars.contains(where: isDigit) { return .part }
        if text.contains("部分") || text.contains("局部") { return .somePart }
        if isJoined(text) { return .joined }
        if isPhrase(text) { return .phrase }
        if isGroup(text) { return .part }
        return hasEnding(text) ? nil : .noEnding
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "０"..."９": true
        default: false
        }
    }

    private static let wholes: Set<String> = [
        "全域", "全境", "全镇", "全乡", "全街道", "全部", "全区", "全场", "全镇范围", "全乡范围", "全域范围", "全部范围", "全部村", "全部行政村", "全部村社区",
        "全部村庄", "全部村组", "全镇域", "全乡域", "全镇各村", "全乡各村", "各村", "各行政村", "各村社区", "各社区", "所有村", "所有行政村", "所有村社区",
        "所有村庄", "全体行政村", "整镇", "整乡", "整个乡镇", "整个镇", "整个乡", "辖区", "全辖区", "全辖", "辖区范围", "全镇所有村", "全乡所有村", "镇域", "乡域",
        "镇域范围", "乡域范围", "行政区域", "行政辖区", "行政区", "行政区范围", "行政区域范围", "行政辖区范围", "管辖范围", "全部区域", "所有区域", "全部行政区域",
        "全行政区", "全部辖区", "全镇行政村", "全部村居", "所有村居", "全部社区", "所有社区", "全部行政村社区", "所有行政村社区", "全部村和社区", "所有村和社区",
    ]

    /// 全域, 全镇, 所辖各村, 辖区内所有行政村（社区）.
    package static func isWhole(_ text: String) -> Bool {
        var rest = text.filter { !"（）()、的及".contains($0) }
        for front in ["所辖的", "所辖", "下辖", "辖区内", "辖区", "境内", "范围内", "全镇", "全乡", "本镇", "本乡", "该镇", "该乡", "辖"]
        where rest.hasPrefix(front) && wholes.contains(String(rest.dropFirst(front.count))) {
            rest.removeFirst(front.count)
            break
        }
        if wholes.contains(rest) { return true }
        for end in ["内", "以内"] where rest.hasSuffix(end) && wholes.contains(String(rest.dropLast(end.count))) {
            return true
        }
        return false
    }

    /// 除石桥村外的其他村, 不含石桥村: but 除滩村 is a name, and so is 外滩村.
    package static func isException(_ text: String) -> Bool {
        if text.hasPrefix("不含") || text.hasPrefix("不包括") || text.hasPrefix("扣除") { return true }
        guard let mark = text.firstRange(of: "除") else { return false }
        let behind = text[mark.upperBound...]
        // 除 and 外 with something between them, and something that is more than an ending behind 外.
        guard let outside = behind.firstRange(of: "外"), outside.lowerBound > behind.startIndex else { return false }
        let tail = behind[outside.upperBound...]
        return tail.isEmpty || text.contains("以外") || text.contains("之外")
            || ["的", "其", "全", "各", "所", "剩", "余", "均"].contains { tail.hasPrefix($0) }
    }

    private static let restFronts = ["其余", "其他", "其它", "剩余", "余下", "其馀"]
    private static let restEnds: Set<String> = [
        "", "村", "村庄", "各村", "行政村", "社区", "村社区", "村居", "各行政村", "区域", "范围", "地区", "村组", "组", "各组", "所有村", "全部村", "部分",
        "地方", "乡镇", "各乡镇", "村民小组", "小组", "地段", "村和社区", "行政村社区", "各村社区", "的村", "的村社区", "的行政村", "土地",
    ]

    /// 其余村, 其他各村: but 其他 with a name behind it (其余家村) is left to a person as well.
    package static func isRest(_ text: String) -> Bool {
        let bare = text.filter { !"（）()、".contains($0) }
        for front in restFronts where bare.hasPrefix(front) {
            if restEnds.contains(String(bare.dropFirst(front.count))) { return true }
        }
        for front in ["除上述", "除以上", "除前述", "上述以外", "以上以外", "上述村以外", "除一级", "除二级", "除三级"] where bare.hasPrefix(front) {
            return true
        }
        return false
    }

    /// 杨柳村等3个村, 杨柳村等村, 杨柳等三村: but 等驾村 is a name.
    private static func isCounted(_ text: String) -> Bool {
        // 六个村: but 个旧村 is a name.
        if let mark = text.firstRange(of: "个"), mark.lowerBound > text.startIndex,
            ["村", "社区", "行政村", "自然村", "村社区", "村庄"].contains(String(text[mark.upperBound...]))
        {
            return true
        }
        guard let mark = text.firstRange(of: "等"), mark.lowerBound > text.startIndex else { return false }
        let behind = text[mark.upperBound...]
        return behind.isEmpty || behind == "村" || behind == "社区" || behind == "地" || behind.hasPrefix("共")
            || behind.hasPrefix("各") || behind.hasPrefix("行政村")
            || "0123456789０１２３４５６７８９一二三四五六七八九十两几多数".contains(behind.first ?? " ")
    }

    private static let boundaryWords = [
        "东至", "西至", "南至", "北至", "以东", "以西", "以南", "以北", "公里", "平方", "国道", "省道", "县道", "高速公路", "行政区域", "行政辖区", "境内",
        "沿线", "以内", "以外", "之外", "之间", "两侧", "县界", "村界", "镇界", "范围", "为界", "区域内", "周边", "面积", "公顷", "规划区", "城区内",
    ]

    private static func isBoundary(_ text: String) -> Bool {
        boundaryWords.contains { word in
            guard let range = text.firstRange(of: word) else { return false }
            // 境内村, 沿线村 …: a word at the front with only an ending behind it can be a name.
            return !(range.lowerBound == text.startIndex && plainEndings.contains(String(text[range.upperBound...])))
        }
    }

    /// Two names with a word between them: 望江社区和沿河社区, 桥头和大坪村. In 共和村, 仁和村, 太和桥村 the character is part of a
    /// name: what stands before or behind it is too short for one.
    private static func isJoined(_ text: String) -> Bool {
        let characters = Array(text)
        for (index, character) in characters.enumerated() where "和与及暨或至到兼并".contains(character) {
            let left = String(characters[..<index])
            let right = String(characters[(index + 1)...])
            let stem =
                plainEndings.filter { right.hasSuffix($0) }.map(\.count).max().map { right.count - $0 } ?? right.count
            if hasStrongEnding(left), stem >= 1 { return true }
            if "和与及".contains(character), left.count >= 2, stem >= 2 { return true }
        }
        return text.contains("以及") || text.contains("及其") || isTwoNames(text)
    }

    /// 东风村红旗村: two names with nothing between them. In 李家村社区, 杨村坝村 and 东风村茶场 one of the two is too short for one.
    private static func isTwoNames(_ text: String) -> Bool {
        ["村", "社区"].contains { ending in
            guard let mark = text.firstRange(of: ending), text.distance(from: text.startIndex, to: mark.lowerBound) >= 2
            else { return false }
            let behind = text[mark.upperBound...]
            return ["村", "社区", "屋场"].contains {
                behind.hasSuffix($0) && behind.count >= $0.count + ($0 == "屋场" ? 0 : 2)
            }
        }
    }

    private static let phraseWords = [
        "的", "所有", "其中", "包括", "不含", "均为", "全部", "上述村", "上述社区", "上述乡", "上述镇", "上述范围", "上述区", "上述行政", "以上村", "以上社区",
        "下列", "下述", "各村", "各社区", "各乡镇", "各行政村", "其余", "其他", "其它", "全域", "全镇", "全乡", "涉及", "位于", "详见", "见附",
    ]

    private static func isPhrase(_ text: String) -> Bool {
        // 上述村 is a phrase and 上述桥村 a name; 各山村 is a name and 各村 a phrase.
        text.count > 16 || phraseWords.contains { text.contains($0) }
            || ["仅", "非", "某", "另有", "同上"].contains { text.hasPrefix($0) }
            || text.unicodeScalars.contains {
                !$0.properties.isIdeographic && !"·〇".unicodeScalars.contains($0) && !isLetter($0)
            }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "Ａ"..."Ｚ", "ａ"..."ｚ": true
        default: false
        }
    }

    /// 大坪村一组, 大坪村东片: an ending in the middle and a part of a village behind it.
    private static func isGroup(_ text: String) -> Bool {
        for ending in ["村", "社区"] {
            guard let range = text.firstRange(of: ending) else { continue }
            let behind = text[range.upperBound...]
            if ["组", "小组", "队", "片", "部"].contains(where: { behind.hasSuffix($0) }) { return true }
        }
        return false
    }
}

import PlaceMatching

/// The heading of a group of rows, with its sums or without, and the title of a table, which stands above its header again on
/// another page.
extension NoParcel {
    /// What stands in front of a heading.
    private enum HeadingNumber {
        /// 一、 （一） ㈠
        case chinese
        /// 1、 1. （1） ①: a row's own number is written like that too.
        case arabic
    }

    /// Whether a row has one text and nothing else but figures that may be sums, and the text is a title, has the number of a
    /// heading, or is the name of an area in front of the village's column: a parcel has a village, a land type, a code or a person
    /// too. What may be a parcel whose other cells are missing is none: a row with its number under 序号, a person, a
    /// village's name where villages stand, a text that names no area.
    ///
    /// - Parameter keys: the folded cells, those of ours empty. Not that of a village or a land type that is no label.
    static func isHeading(_ keys: [String], _ columns: ColumnMap) -> Bool {
        var filled = keys.indices.filter { !keys[$0].isEmpty }[...]
        guard var column = filled.popFirst(), columns.headers.indices.contains(column), label(keys[column]) == nil
        else { return false }
        var text = keys[column]
        var number: HeadingNumber?
        if columns.isRowNumber(column), isChineseNumber(text), let next = filled.popFirst() {
            // 一 under 序号, and what it numbers beside it.
            (number, column, text) = (.chinese, next, keys[next])
        } else if let numbered = numbered(text) {
            (number, text) = numbered
        }
        guard label(text) == nil, filled.allSatisfy({ isSum(keys[$0], columns, $0) }),
            ![.landType, .grade].contains(where: { columns[$0] == column }),
            !ColumnRole.figures.contains(where: { columns[$0] == column })
        else { return false }
        if filled.isEmpty, isTitle(text) { return true }
        let places = [ColumnRole.township, .village, .address].compactMap { columns[$0] }
        guard let first = places.min(), let last = places.max(), column <= last else { return false }
        let isPerson = HeaderKey(columns.headers[column]).isPerson
        switch number {
        case .chinese: return isArea(text) || !isPerson && (!filled.isEmpty || text.unicodeScalars.count < 4)
        case .arabic: return !isPerson && isArea(text)
        case nil:
            // A row with fewer cells than the header may be one that was cut off.
            guard !isPerson, keys.count == columns.headers.count else { return false }
            if column == columns[.township] { return isTownship(text) }
            if column == columns[.county] { return isCounty(text) }
            return column < first && isArea(text)
        }
    }

    /// Whether a text is a heading, wherever it stands in its row.
    static func mayBeHeading(_ key: String) -> Bool { numbered(key) != nil || isTitle(key) }

    /// The number in front of a heading and its text: at least two characters, one of them Chinese, and no digit first.
    private static func numbered(_ key: String) -> (HeadingNumber, String)? {
        var rest = key.unicodeScalars[...]
        guard let first = rest.first else { return nil }
        let kind: HeadingNumber
        if ("①"..."⑳").contains(first) || ("㈠"..."㈩").contains(first) {
            kind = ("㈠"..."㈩").contains(first) ? .chinese : .arabic
            rest.removeFirst()
        } else {
            if first == "(" { rest.removeFirst() }
            let number = rest.prefix { isDigit($0) || numerals.contains($0) }
            guard (1...3).contains(number.count), let mark = rest.dropFirst(number.count).first,
                first == "(" ? mark == ")" : ["、", ".", ")"].contains(mark)
            else { return nil }
            if number.allSatisfy(numerals.contains) {
                kind = .chinese
            } else if number.count < 3, number.allSatisfy(isDigit) {
                kind = .arabic
            } else {
                return nil
            }
            rest = rest.dropFirst(number.count + 1)
            // （一）、
            if rest.first == "、" { rest.removeFirst() }
        }
        guard rest.count > 1, let next = rest.first, !isDigit(next),
            rest.contains(where: { HanCharacters.all.contains($0.value) })
        else { return nil }
        return (kind, String(rest))
    }

    /// 一, 一、, （一）, ㈠
    private static func isChineseNumber(_ key: String) -> Bool {
        let scalars = key.unicodeScalars.filter { !["(", ")", "、", "."].contains($0) }
        if scalars.count == 1, let only = scalars.first, ("㈠"..."㈩").contains(only) { return true }
        return (1...3).contains(scalars.count) && scalars.allSatisfy(numerals.contains)
    }

    /// A number where sums of a group stand: in a column of areas or amounts, or of what is counted.
    private static func isSum(_ key: String, _ columns: ColumnMap, _ column: Int) -> Bool {
        guard columns.headers.indices.contains(column), key.unicodeScalars.contains(where: isDigit),
            key.unicodeScalars.allSatisfy({ isDigit($0) || $0 == "." || $0 == "," })
        else { return false }
        if [columns[.area], columns[.amount]].contains(column) { return true }
        let header = HeaderKey(columns.headers[column])
        return [.area, .amount].contains(header.meaning?.role) || header.isLike(.area) || header.isLike(.amount)
            || counts.contains(header.bare)
    }

    private static let counts: Set<String> = ["数量", "宗数", "宗地数", "地块数", "块数", "图斑数", "户数", "人数", "株数"]

    /// 湘阴县园地定级申报表; 附表 and 续表 are footers.
    private static func isTitle(_ key: String) -> Bool {
        guard let last = key.unicodeScalars.last, endsOfTitles.contains(last) || last == ")" else { return false }
        let bare = HeaderKey(key, isCell: true).bare
        return bare.unicodeScalars.count >= 5 && titles.contains(where: bare.hasSuffix)
    }

    private static let titles = ["表", "清单", "台账", "台帐", "名单", "名册", "清册", "花名册", "登记簿", "登记册"]
    static let endsOfTitles = Set(titles.compactMap(\.unicodeScalars.last))

    private static func isTownship(_ text: String) -> Bool {
        ["镇", "乡", "街道", "办事处", "保护区"].contains(where: text.hasSuffix) && text.unicodeScalars.count > 1
            && !["村", "社区"].contains(where: text.contains)
    }

    private static func isCounty(_ text: String) -> Bool {
        ["县", "市", "区", "旗"].contains(where: text.hasSuffix) && text.unicodeScalars.count > 1
    }

    /// 金龙镇, 芙蓉村, 湘阴县; 园地, 金龙镇园地.
    private static func isArea(_ text: String) -> Bool {
        if LandTypeCell(text) != .unknown || isTownship(text) || isCounty(text) { return true }
        return text.unicodeScalars.count > 1
            && ["村", "社区", "居委会", "村委会", "场", "管委会", "园地", "林地", "草地"].contains(where: text.hasSuffix)
    }
}

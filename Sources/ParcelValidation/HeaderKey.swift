import GradeModel
import PlaceMatching

/// A header as it is compared: folded like a name, in upper case, without marks of required fields. What stands in
/// brackets is kept separately.
struct HeaderKey: Hashable, Sendable {
    /// All of it, brackets too.
    let whole: String
    /// Without what stands in brackets; of a header that is nothing else, that.
    let bare: String
    /// What stands in brackets.
    let asides: [String]
    /// How many of them stand before its last line.
    private let asidesOfGroups: Int

    /// Each with the one that closes it.
    static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", "[": "]", "{": "}", "【": "】", "〔": "〕", "〖": "〗", "《": "》", "〈": "〉", "「": "」",
    ]
    private static let marks: Set<Unicode.Scalar> = ["*", ":", "★", "※", "、", "."]

    /// In bytes of UTF-8; longer texts mean nothing, so that a list of them is not compared with every word.
    static let longest = 1024

    /// - Parameter isCell: it is no header, so a number in front of it is not that of the column.
    init(_ header: String, isCell: Bool = false) {
        whole = header.utf8.count > Self.longest ? "" : NameKey(header).text.uppercased()
        var bare = String.UnicodeScalarView()
        var asides: [String] = []
        var asidesOfGroups = 0
        var aside: (close: Unicode.Scalar, text: String.UnicodeScalarView)?
        for scalar in whole.unicodeScalars {
            if let open = aside {
                if scalar == open.close {
                    asides.append(String(open.text))
                    aside = nil
                } else {
                    aside?.text.append(scalar)
                }
            } else if let close = Self.brackets[scalar] {
                aside = (close, String.UnicodeScalarView())
            } else {
                bare.append(scalar)
                if scalar == "/" { asidesOfGroups = asides.count }
            }
        }
        if let aside { asides.append(String(aside.text)) }
        while let first = bare.first, Self.marks.contains(first) { bare.removeFirst() }
        // A line that is nothing but a unit in brackets leaves the `/` in front of it.
        while let last = bare.last, Self.marks.contains(last) || last == "/" { bare.removeLast() }
        let text = bare.isEmpty ? asides.first ?? "" : String(bare)
        self.bare = isCell ? text : Self.withoutNumbers(text)
        self.asides = asides
        self.asidesOfGroups = asidesOfGroups
    }

    /// 乡镇 of 1.乡镇, 1、乡镇, 1)乡镇 and ①乡镇, in each line; of a header that is a number alone, that.
    private static func withoutNumbers(_ text: String) -> String {
        text.split(separator: "/", omittingEmptySubsequences: false).map { line in
            var rest = line.unicodeScalars
            if let first = rest.first, ("①"..."⑳").contains(first) {
                rest.removeFirst()
            } else {
                let number = rest.prefix { ("0"..."9").contains($0) }
                rest = rest.dropFirst(number.count)
                guard (1...2).contains(number.count), let mark = rest.popFirst(), [".", "、", ")"].contains(mark) else {
                    return String(line)
                }
            }
            // 1.5亩 is none.
            guard let next = rest.first, !("0"..."9").contains(next) else { return String(line) }
            return String(rest)
        }.joined(separator: "/")
    }

    /// A bracket or a mark, which a key's words may stand in or beside.
    static func isNoLetter(_ scalar: Unicode.Scalar) -> Bool {
        marks.contains(scalar) || brackets.contains { $0.key == scalar || $0.value == scalar }
    }

    /// What its words mean; nil: nothing that is known.
    var meaning: HeaderTable.Meaning? {
        guard let meaning = sought else { return nil }
        if meaning.role == .grade { return isOtherFigure || isOtherGrade ? nil : meaning }
        return HeaderTable.eitherPrices.contains(bare) ? byUnit(meaning) : meaning
    }

    /// A word that is said of a unit price and of an amount is what its unit says: 评估价（元/㎡）, 宗地地价（万元）. 元 alone is
    /// written for both.
    private func byUnit(_ meaning: HeaderTable.Meaning) -> HeaderTable.Meaning {
        let role: ColumnRole
        if asides.contains(where: { ListUnit(word: $0, of: .unitPrice) != nil }) {
            role = .unitPrice
        } else if asides.contains(where: { ListUnit(word: $0, of: .amount) == .money(.tenThousandYuan) }) {
            role = .amount
        } else {
            return meaning
        }
        return HeaderTable.Meaning(role: role, strength: meaning.strength, isCode: meaning.isCode)
    }

    /// What it means as the beginning of a longer word, which had no room: 土地级 of 土地级别.
    ///
    /// `isCertain` is false where it may as well be the beginning of another column's: 土地等 of 土地等级, or of 土地等别.
    func meaning(cutFor role: ColumnRole) -> (meaning: HeaderTable.Meaning, isCertain: Bool)? {
        guard !bare.isEmpty, role != .grade || !isOtherFigure && !isOtherGrade else { return nil }
        let longer = HeaderTable.meanings.filter { $0.key.hasPrefix(bare) }.map(\.value)
        let meaning = longer.filter { $0.role == role }
            .max { ($0.strength, $0.isCode ? 1 : 0) < ($1.strength, $1.isCode ? 1 : 0) }
        guard let meaning else { return nil }
        let mayBeOther =
            longer.contains { $0.role != role && $0.strength >= meaning.strength }
            || HeaderTable.longOthers.contains { $0.hasPrefix(bare) }
        return (meaning, role == .parcelID || role.isFigure || !mayBeOther)
    }

    /// What stands in brackets says that the column is of a person, or of another time: 村（户籍）, 级别（原）.
    private func isForeign(for role: ColumnRole) -> Bool {
        let isPlace = [.county, .township, .village, .address].contains(role)
        return asides.contains { isPlace ? HeaderTable.isForeign($0) : HeaderTable.isOfOtherTime($0) }
    }

    /// It says that it is another figure than a grade, or its unit does: 级别基准地价（元/㎡）.
    private var isOtherFigure: Bool {
        if HeaderTable.otherFigures.contains(where: { whole.contains($0) }) || lines.unit != nil { return true }
        let words = asides.map { $0.split(separator: ":").last.map(String.init) ?? "" }
        return ColumnRole.figures.contains { role in words.contains { ListUnit(word: $0, of: role) != nil } }
    }

    /// A grade of other land, or one that what stands in brackets makes another: 级别（建设用地）, 级别（公布）.
    private var isOtherGrade: Bool {
        HeaderTable.otherGrades.contains { whole.contains($0) }
            || asides.dropFirst(asidesOfGroups).contains(where: HeaderTable.isOfficial)
    }

    private var sought: HeaderTable.Meaning? {
        if let known = HeaderTable.meanings[bare] {
            if isForeign(for: known.role) { return nil }
            // 坐落(乡镇) is the township of the place.
            let isPlace = known.role == .address && known.strength > .last
            let level = isPlace ? asides.compactMap { HeaderTable.meanings[$0] }.first : nil
            return level.flatMap { [.county, .township, .village].contains($0.role) ? $0 : nil } ?? known
        }
        if let figure = unitBehind { return figure.meaning }
        if let landType = landTypeOfYear { return landType }
        let parts = bare.split(separator: "/").map(String.init)
        guard parts.count > 1 else { return nil }
        let group = parts.dropLast().joined()
        if HeaderTable.isForeign(group) || HeaderTable.isOfBoundary(group) { return nil }
        if asides.contains(where: HeaderTable.isOfOtherTime) { return nil }
        let (names, unit) = lines
        let joined = [parts.joined()] + (unit == nil ? [] : [names.joined()])
        let known = joined.compactMap { HeaderTable.meanings[$0] }
        // 坐落/镇 says 镇, whatever 坐落镇 is.
        if let first = known.first(where: { $0.strength > .last }) { return first }
        // 面积/公顷/亩: two units say nothing.
        guard let last = names.last, unit == nil || AreaUnit(word: last) == nil else { return known.first }
        // 登记/用途 says 登记用途.
        guard let behind = HeaderTable.meanings[last], behind.strength > .vague else {
            return known.first ?? HeaderTable.meanings[last]
        }
        return behind
    }

    /// 2023年地类, 2023年度地类名称: taken where the list has no other.
    private var landTypeOfYear: HeaderTable.Meaning? {
        let year = bare.prefix { $0.isASCII && $0.isNumber }
        guard year.count == 4, year.hasPrefix("19") || year.hasPrefix("20") else { return nil }
        var rest = bare.dropFirst(4)
        for word in ["年度", "年"] where rest.hasPrefix(word) {
            rest = rest.dropFirst(word.count)
            break
        }
        guard let known = HeaderTable.meanings[String(rest)], known.role == .landType else { return nil }
        return HeaderTable.Meaning(role: .landType, strength: .last, isCode: known.isCode)
    }

    /// The groups that its last line stands under: 承包方 of 承包方/村. Nil where it stands under none, or is one word: 村/社区.
    var group: String? {
        let parts = bare.split(separator: "/")
        return parts.count > 1 && HeaderTable.meanings[bare] == nil ? parts.dropLast().joined() : nil
    }

    /// A word of a figure with its unit behind it, without brackets: 单价元/亩, 面积_亩, 单价元每亩, 单价:元/亩, 单价_元_亩.
    var unitBehind: (meaning: HeaderTable.Meaning, unit: ListUnit)? {
        for end in bare.indices.dropFirst() {
            guard let meaning = HeaderTable.meanings[String(bare[..<end])], meaning.role.isFigure else { continue }
            let behind = bare[end...].drop { "_-:,".contains($0) }
            let word = String(behind.map { $0 == "每" || $0 == "_" ? "/" : $0 })
            if let unit = ListUnit(word: word, of: meaning.role) { return (meaning, unit) }
        }
        return nil
    }

    /// The lines of a header that was put together from several, and the unit that is the last of them, which may have a
    /// `/` of its own: 申报价格, 单价 and 元/亩 of 申报价格/单价/元/亩.
    var lines: (names: [String], unit: String?) {
        let parts = bare.split(separator: "/").map(String.init)
        for count in [2, 1] where parts.count > count {
            let last = ListUnit.withoutLabel(parts.suffix(count).joined(separator: "/"))
            if ColumnRole.figures.contains(where: { ListUnit(word: last, of: $0) != nil }) {
                return (Array(parts.dropLast(count)), last)
            }
        }
        return (parts, nil)
    }

    /// The land type that it names: 园地级别, 级别(林地), 林地/级别; nil where it names none, or several.
    var landType: LandType? {
        let named = LandType.allCases.filter { whole.contains($0.name) }
        return named.count == 1 && !whole.contains("园林") ? named[0] : nil
    }

    /// It names a place, whatever level of it stands in brackets: 坐落（村组）.
    var isAddress: Bool { HeaderTable.meanings[bare]?.role == .address }

    var isAnyLevel: Bool { HeaderTable.anyLevel.contains(bare) }

    /// It could be the county's column, and is not known to be anything else: 市, 行政区, 户口所在县 not.
    var isLikeCounty: Bool {
        if HeaderTable.likeCounty.contains(bare) { return true }
        guard let meaning else {
            return bare.hasSuffix("县") && bare.unicodeScalars.count <= 8 && !HeaderTable.isForeign(bare)
        }
        return meaning.role == .county
    }

    /// It, or its last line, is of the person that a parcel is of.
    var isPerson: Bool {
        HeaderTable.persons.contains(bare)
            || bare.split(separator: "/").last.map { HeaderTable.persons.contains(String($0)) } == true
    }

    /// A code of an area of whatever level.
    var isAnyLevelCode: Bool { HeaderTable.anyLevelCodes.contains(bare) }

    /// A number of a parcel or of a paper about it, whether it is taken for the parcel's code or not; not that of what the
    /// parcel is a part of.
    var isOtherCode: Bool {
        let isOfWhole = HeaderTable.ofWholes.contains(bare)
        return meaning?.role == .parcelID && !isOfWhole || isLikeCode || HeaderTable.ofPapers.contains(bare)
    }

    /// It stands over a column in lists: what it means is known, or that it means nothing here.
    var isWord: Bool {
        meaning != nil || isAnyLevel || OurColumns.isLikeOurs(whole) || HeaderTable.others.contains(bare)
            || bare.split(separator: "/").last.map { HeaderTable.others.contains(String($0)) } == true
    }

    /// It could be the grade, and is not known to be anything.
    var isLikeGrade: Bool {
        if HeaderTable.mayBeGrade.contains(bare) { return true }
        return meaning == nil && !HeaderTable.others.contains(bare) && !isAnyLevel
            && !isOtherFigure && HeaderTable.likeGrade.contains { whole.contains($0) }
    }

    /// It could be the parcel's code, and is not known to be.
    var isLikeCode: Bool {
        guard meaning == nil else { return false }
        return HeaderTable.likeCode.contains(bare)
            || HeaderTable.ofParcel.contains { whole.contains($0) }
                && HeaderTable.ofCode.contains { whole.contains($0) }
    }

    /// It could be the area, the unit price or the amount, and is not known to be anything.
    func isLike(_ role: ColumnRole) -> Bool {
        guard let words = HeaderTable.likeFigures[role], meaning == nil, !HeaderTable.others.contains(bare) else {
            return false
        }
        // 估价(元), and a header that is nothing but a unit: 元/亩, 万元.
        let money = [ColumnRole.unitPrice, .amount].filter { role in
            ([bare] + asides).contains { ListUnit(word: $0, of: role) != nil }
        }
        return money.isEmpty || role == .area ? words.contains { whole.contains($0) } : money.contains(role)
    }
}

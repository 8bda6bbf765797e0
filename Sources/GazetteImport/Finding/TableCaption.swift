import EditionPackage
import GradeModel
import SourceDocuments

/// What stands above a table and says what it is about: `表 2 湘阴县园地级别范围描述`, and the unit below it.
struct TableCaption: Hashable {
    /// `表2`, `附表1-2`; nil where the document does not number the table.
    var number: String?
    /// Without spaces and without its number; empty where nothing stands above the table.
    var title = ""
    var place: SourcePlace?
    /// 续表, or nothing but page numbers since the table before.
    var isContinuation = false
    /// The unit of a line such as 单位：元/平方米.
    var unit: String?
    /// Folded lines from the nearest upwards, the title among them.
    var lines: [String] = []
    /// A longer line, that announces no table, stands between this one and the table before.
    var followsText = false

    /// Of the nearest line that names one.
    var landTypes: [LandType] {
        lines.lazy.map(HeaderWords.landTypes).first { !$0.isEmpty } ?? []
    }

    /// Of a caption such as 园地一级范围; nil where it names none, or two.
    var grade: Grade? {
        guard let line = lines.first else { return nil }
        let found = (1...20).compactMap { Grade(rawValue: $0) }.filter { line.contains($0.label) }
        return found.count == 1 ? found[0] : nil
    }

    var isPrice: Bool { lines.contains(where: HeaderWords.isPrice) }

    /// - Parameter gap: the paragraphs between the table before (or the document's start) and this one.
    init(_ gap: [SourceParagraph], title own: String?, isFirst: Bool) {
        var count = 0
        for paragraph in gap.reversed() {
            let line = UnitOfLine(paragraph.text)
            let text = line.rest
            let folded = folded(text)
            if Self.isPageNumber(folded) { continue }
            if self.unit == nil { self.unit = line.unit }
            if line.isUnitAlone { continue }
            guard text.unicodeScalars.count <= 60, !text.hasSuffix("。"), count < 4 else {
                followsText = true
                break
            }
            if Self.isContinued(folded) {
                if count == 0 { isContinuation = true }
                break
            }
            count += 1
            lines.append(folded)
            if number == nil, let found = Self.number(text) {
                number = found.number
                title = found.rest
                place = paragraph.place
                // What stands above the numbered line belongs to the section, not to this table's own words.
            } else if title.isEmpty {
                title = text
                place = paragraph.place
            }
        }
        if let own { add(own) }
        if count == 0, own == nil, !isFirst, !followsText { isContinuation = true }
    }

    /// A row of the table itself that spans it, or the title the format holds.
    mutating func add(_ text: String) {
        let line = UnitOfLine(text)
        self.unit = line.unit ?? self.unit
        if line.isUnitAlone { return }
        lines.insert(folded(line.rest), at: 0)
        if let found = Self.number(line.rest) {
            number = found.number
            title = found.rest
        } else if title.isEmpty {
            title = line.rest
        }
        isContinuation = false
    }

    // MARK: Kinds of lines

    static func isPageNumber(_ text: String) -> Bool {
        let bare = text.trimmed("-—–－·第页共/")
        return !bare.isEmpty && bare.utf8.count <= 4 && bare.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    static func isContinued(_ text: String) -> Bool {
        text.hasPrefix("续表") || text.hasPrefix("(续") || text == "续" || text.hasSuffix("(续)") || text.hasSuffix("(续表)")
            || text.hasPrefix("接上表")
    }

    /// `表2`, `附表 1-2`, `表二` at the front, and what follows it.
    static func number(_ text: String) -> (number: String, rest: String)? {
        var rest = text[...]
        var front = ""
        if rest.hasPrefix("附表") {
            front = "附表"
            rest = rest.dropFirst(2)
        } else if rest.hasPrefix("表") {
            front = "表"
            rest = rest.dropFirst()
        } else if rest.hasPrefix("附件"), let mark = rest.firstIndex(of: "表") {
            let middle = rest[rest.index(rest.startIndex, offsetBy: 2)..<mark]
            guard middle.count <= 3, middle.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
            front = String(rest[...mark])
            rest = rest[rest.index(after: mark)...]
        } else {
            return nil
        }
        var parts: [String] = []
        while true {
            let digits = rest.prefix { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
            let words = rest.prefix { "一二三四五六七八九十".contains($0) }
            if !digits.isEmpty, digits.count <= 3, let value = Int(folded(String(digits))), value > 0 {
                parts.append(String(value))
                rest = rest.dropFirst(digits.count)
            } else if parts.isEmpty, !words.isEmpty, let value = Numeral.chinese(String(words)),
                // 表一级…: the numeral belongs to a grade.
                rest.dropFirst(words.count).first != "级"
            {
                parts.append(String(value))
                rest = rest.dropFirst(words.count)
            } else {
                return nil
            }
            guard let mark = rest.first, "-—–－.".contains(mark),
                let next = rest.dropFirst().first, ("0"..."9").contains(next)
            else { break }
            rest = rest.dropFirst()
        }
        guard parts.count <= 3 else { return nil }
        return (front + parts.joined(separator: "-"), String(rest).trimmed("：:.．、"))
    }

    // MARK: County

    private static let generic = [
        "城区", "市区", "县城区", "园区", "开发区", "林区", "矿区", "景区", "保护区", "全县", "本县", "我县", "全市", "本市", "我市", "全区", "县区", "片区",
        "辖区", "新区", "地区", "区", "县", "市", "自治区", "市辖区", "各县", "县市", "县市区", "镇区", "牧区", "山区", "库区", "灌区", "示范区",
    ]

    /// Words with which a title continues after the county.
    private static let subjects = [
        "园地", "林地", "草地", "农用地", "耕地", "级别", "基准", "定级", "土地", "城镇", "各", "国有", "集体", "关于", "人民政府", "区片", "地价",
    ]

    /// The county that a title names in front, behind the units above it: 湖南省岳阳市湘阴县 gives 岳阳市 and 湘阴县. Empty: none.
    static func counties(in title: String) -> [String] {
        var names: [String] = []
        var current = ""
        var rest = title[...]
        while let character = rest.first, current.count < 12 {
            if subjects.contains(where: { rest.hasPrefix($0) }) { break }
            rest.removeFirst()
            current.append(character)
            if current.hasSuffix("省") || current.hasSuffix("自治区") || current.hasSuffix("自治州") {
                current = ""
            } else if "县市区旗".contains(character) {
                if current.count == 1 { break }
                names.append(current)
                current = ""
            }
        }
        return names.filter { $0.count >= 2 && !generic.contains($0) }
    }
}

import GradeModel

/// An address, folded: the part of it that is looked at, and where its parts may begin.
struct Address {
    let scalars: [Unicode.Scalar]
    /// The same in UTF-8, and where each scalar begins there; the last is where all ends.
    private let bytes: [UInt8]
    private let offsets: [Int]
    /// Indices of scalars preceded by white space, and the count where the text ends with it.
    private let spaces: Set<Int>

    /// The text begins with six digits in a row, which may be a county's code.
    private let beginsWithCode: Bool

    /// No name in an address is longer.
    static let longestName = 40

    /// Nil for text too long to be an address, or empty.
    init?(_ text: String) {
        guard text.utf8.count <= 4096 else { return nil }
        let text = Self.withoutIntroduction(Self.withoutQuotes(text))
        var scalars: [Unicode.Scalar] = []
        var spaces: Set<Int> = []
        let isSpace = { (scalar: Unicode.Scalar) in scalar.value <= 0x3000 && scalar.properties.isWhitespace }
        if text.unicodeScalars.contains(where: isSpace) {
            for word in text.unicodeScalars.split(whereSeparator: isSpace) {
                scalars += NameKey(String(String.UnicodeScalarView(word))).scalars
                spaces.insert(scalars.count)
            }
            if text.unicodeScalars.last.map(isSpace) != true { spaces.remove(scalars.count) }
        } else {
            scalars = NameKey(text).scalars
        }
        if let close = Self.firstBracket(in: scalars) {
            // （湘阴县）金龙镇: the county is no remark.
            scalars.remove(at: close)
            scalars.removeFirst()
            spaces = Set(spaces.map { $0 > close ? $0 - 2 : $0 - 1 }.filter { $0 > 0 })
        }
        if scalars.isEmpty { return nil }
        beginsWithCode = text.utf8.prefix(6).allSatisfy { (0x30...0x39).contains($0) }
        var bytes: [UInt8] = []
        var offsets: [Int] = []
        bytes.reserveCapacity(scalars.count * 3)
        offsets.reserveCapacity(scalars.count + 1)
        for scalar in scalars {
            offsets.append(bytes.count)
            for byte in UTF8.encode(scalar)! { bytes.append(byte) }  // every scalar has a form in UTF-8
        }
        offsets.append(bytes.count)
        self.scalars = scalars
        self.bytes = bytes
        self.offsets = offsets
        self.spaces = spaces
    }

    /// What says that an address comes: 坐落：, 位于, 土地坐落：, 该地块位于. No place's name begins so.
    private static let introductions: [[Unicode.Scalar]] = {
        let words = ["坐落", "座落", "位于", "地址", "地点"]
        let subjects = ["", "土地", "宗地", "地块", "该宗地", "该地块", "本宗地", "本地块"]
        return subjects.flatMap { subject in words.map { Array((subject + $0).unicodeScalars) } }
    }()

    /// The county, as its own people call it.
    private static let ownCounty = ["本县", "我县"].map { Array($0.unicodeScalars) }

    /// White space, or the first character of an introduction or of the own county's name.
    private static let beginsIntroduction = FewScalars(
        (introductions + ownCounty).compactMap(\.first))

    private static func withoutIntroduction(_ text: String) -> String {
        var rest = text.unicodeScalars[...]
        // Most addresses begin with a name.
        guard let first = rest.first, beginsIntroduction.contains(first) || first.properties.isWhitespace else {
            return text
        }
        rest = rest.drop { $0.properties.isWhitespace }
        let introduction = introductions.first { rest.starts(with: $0) }
        if let introduction {
            rest = rest.dropFirst(introduction.count)
            if rest.first == "于" || rest.first == "在" { rest.removeFirst() }
            rest = rest.drop { $0.properties.isWhitespace || $0 == ":" || $0 == "：" }
        }
        let county = ownCounty.first { rest.starts(with: $0) }
        guard introduction != nil || county != nil else { return text }
        return String(String.UnicodeScalarView(rest.dropFirst(county?.count ?? 0)))
    }

    /// Quotation marks around all of a cell.
    private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
        "“": "”", "‘": "’", "\"": "\"", "'": "'", "「": "」", "『": "』", "＂": "＂",
    ]

    private static func withoutQuotes(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, let close = quotes[first], text.unicodeScalars.count > 2,
            text.unicodeScalars.last == close
        else { return text }
        return String(text.unicodeScalars.dropFirst().dropLast())
    }

    /// Whether a cell begins with what is set aside: a bracket or a quotation mark in which all of it may stand, or the
    /// beginning of an introduction. Most don't begin with the first character of any.
    static func beginsWithMore(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, beginnings.contains(first) else { return false }
        return quotes[first] != nil || openBrackets.contains(first)
            || introductions.contains { text.unicodeScalars.starts(with: $0) }
    }

    private static let beginnings = Set(quotes.keys).union(openBrackets).union(introductions.compactMap(\.first))

    private static let openBrackets: [Unicode.Scalar] = ["(", "[", "〔", "【"]

    /// Where the bracket closes that the text begins with; nil where it begins with none.
    private static func firstBracket(in scalars: [Unicode.Scalar]) -> Int? {
        let close: [Unicode.Scalar] = [")", "]", "〕", "】"]
        return scalars.first.flatMap(openBrackets.firstIndex(of:)).flatMap { scalars.firstIndex(of: close[$0]) }
    }

    /// Where an administrative part ended.
    struct Lead: Hashable {
        let end: Int
        /// The county itself is among what was read.
        var namesCounty = false
        /// The last part was a name without its 省, 市 or 县. Only a township may follow it: 岳阳楼村 is not the 楼村
        /// of 岳阳.
        var endsShort = false
    }

    /// Each way to read the beginning as province, prefecture and county, each of which may be missing: the longest
    /// first, the empty one last.
    func leads(_ names: LeadNames) -> [Lead] {
        var leads = [Lead(end: 0)]
        for part in names.parts where !part.isCode || beginsWithCode {
            // Both forms begin alike, and most counties of a country don't begin like this address.
            guard leads.contains(where: { scalars[$0.end...].starts(with: part.full.prefix(2)) }) else { continue }
            var read: [Lead] = []
            for lead in leads where !part.isCode || lead.end == 0 {
                for (form, isShort) in [(part.full, false), (part.short, true)] where !form.isEmpty {
                    guard scalars[lead.end...].starts(with: form) else { continue }
                    let end = part.isCode ? codeEnd : lead.end + form.count
                    read.append(
                        Lead(
                            end: skippingSeparators(from: end), namesCounty: lead.namesCounty || part.isCounty,
                            endsShort: isShort && !isApart(at: end)))
                }
            }
            leads += read.filter { !leads.contains($0) }
        }
        return leads.sorted { $0.end > $1.end }
    }

    /// Where the code of a place ends that begins with its county's: of a township nine digits, of a village twelve.
    private var codeEnd: Int {
        let digits = scalars.prefix { ("0"..."9").contains($0) }.count
        return digits == 9 || digits == 12 ? digits : 6
    }

    /// The nine digits of a township that the address begins with.
    var townshipCode: String? { beginsWithCode && codeEnd > 6 ? text(0, 9) : nil }

    /// Behind the names of the county and of what it belongs to, each in full: as they stand within an address.
    func skippingCounty(from start: Int, _ names: LeadNames) -> Int {
        var end = start
        for part in names.parts where !part.isCode && scalars[end...].starts(with: part.full) { end += part.full.count }
        return end
    }

    /// Whether white space or a separator stands before the scalar at `index`.
    func isApart(at index: Int) -> Bool {
        spaces.contains(index) || index < scalars.count && Self.separators.contains(scalars[index])
    }

    /// Up to the bracket that closes, or all that is left.
    func part(from start: Int) -> ArraySlice<Unicode.Scalar> {
        scalars[start...].prefix { !AddressTail.closing.contains($0) }
    }

    /// Whether the address ends there, or the bracket that it is in.
    func endsPart(at index: Int) -> Bool { index == scalars.count || AddressTail.closing.contains(scalars[index]) }

    /// Whether a bracket, white space or a separator stands before the scalar at `index`.
    func beginsPart(at index: Int) -> Bool {
        isApart(at: index) || index > 0 && AddressTail.brackets.contains(scalars[index - 1])
    }

    /// Whether a bracket stands before the scalar at `index`.
    func beginsBracket(at index: Int) -> Bool { index > 0 && AddressTail.brackets.contains(scalars[index - 1]) }

    /// Whether a county or a city that is not this one, nor above it, is named at `start`: 汨罗市, 现属长沙市望城区. Not the city that
    /// something is near, nor a road of the county: 近县城, 县道.
    ///
    /// - Parameter isWhole: nothing may follow it.
    func namesOtherCounty(from start: Int, _ names: LeadNames, isWhole: Bool = false) -> Bool {
        otherCounty(from: start, names, isWhole: isWhole) != nil
    }

    /// The same by its name, as far as 市, 县 or 旗: 汨罗市 of 汨罗市弼时镇.
    func otherCounty(from start: Int, _ names: LeadNames, isWhole: Bool = false) -> String? {
        let part = part(from: start)
        // （属湘阴县）; （长沙市某某公司）
        if part.last.map(Self.organizations.contains) == true
            || part.indices.contains(where: { skippingCounty(from: $0, names) > $0 })
        {
            return nil
        }
        guard let end = part.indices.prefix(10).dropFirst(2).first(where: { "市县旗".unicodeScalars.contains(part[$0]) })
        else {
            return nil
        }
        let name = part[..<end]
        if isWhole, end + 1 != part.endIndex { return nil }
        if end + 1 < scalars.count, Self.behindCity.contains(scalars[end + 1]) { return nil }
        let isName = name.allSatisfy { (0x4E00...0x9FFF).contains($0.value) && !Self.ofNoCounty.contains($0) }
        return isName ? text(start, end + 1) : nil
    }

    /// 县城, 市道, 县政府, 汨罗市交界
    private static let behindCity = FewScalars("城道府委局政场口边上内外界里民农交级".unicodeScalars)
    /// 公司, 合作社, 中学
    private static let organizations = FewScalars("司社厂人店部行院校学所会".unicodeScalars)
    /// 超市, 城市, 夜市; 邻近汨罗市; 原汨罗市
    private static let ofNoCounty = FewScalars("超城门夜集菜都邻临靠近接至与和毗镇乡村组原旧曾前".unicodeScalars)

    private static let separators: [Unicode.Scalar] = [",", "、", "/", "|", "-", "·", ">", "_", "\\"]

    /// The parts of an address may stand apart: `湖南省,岳阳市,湘阴县`.
    func skippingSeparators(from start: Int) -> Int {
        var index = start
        while index < scalars.count, Self.separators.contains(scalars[index]) { index += 1 }
        return index
    }

    /// The beginnings of what stands at `start`, the longest first, down to one character.
    func prefixes(from start: Int) -> [String] {
        (0..<min(Self.longestName, scalars.count - start)).reversed().map { text(start...(start + $0)) }
    }

    /// Where beginnings of what stands at `start` end that are keys of `index`, or whose last scalar is one of `last`;
    /// the longest first.
    func ends(from start: Int, in index: NameIndex, orBehind last: FewScalars) -> [Int] {
        let limit = min(start + Self.longestName, scalars.count)
        guard start < limit else { return [] }
        var ends: [Int] = []
        index.forEachKey(in: bytes.span, ends: offsets.span.extracting(start..<limit + 1)) { ends.append(start + $0) }
        for position in start..<limit where last.contains(scalars[position]) && !ends.contains(position + 1) {
            ends.append(position + 1)
        }
        return ends.sorted(by: >)
    }

    /// The scalars from `start` up to `end`.
    func text(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[offsets[start]..<offsets[end]], as: UTF8.self)
    }

    func text(_ range: ClosedRange<Int>) -> String {
        text(range.lowerBound, range.upperBound + 1)
    }

    /// What the address seems to name at `start`, for saying what is unknown: nothing from its first digit on, as a group's or a
    /// house's number is no part of a name.
    func unread(from start: Int, namesCounty: Bool) -> Unread {
        let rest = scalars[start...].prefix(20).prefix { !("0"..."9").contains($0) }
        for index in rest.indices.dropFirst() {
            switch scalars[index] {
            case "镇", "乡":
                return .township(text(start...index), end: index + 1)
            case "道" where scalars[index - 1] == "街":
                return .township(text(start...index), end: index + 1)
            case "省" where !namesCounty, "市" where !namesCounty, "县" where !namesCounty:
                return .county
            case "区" where !namesCounty && !Self.beforeArea.contains(scalars[index - 1]):
                return .county
            case "村":
                return .village(text(start...index))
            default: continue
            }
        }
        return .village(rest.isEmpty ? "" : text(start...(rest.endIndex - 1)))
    }

    /// 社区, 湖区, 库区: no county's name ends so.
    static let beforeArea = FewScalars("社湖管园库灌小".unicodeScalars)

    enum Unread {
        case county
        case township(String, end: Int)
        case village(String)
    }
}

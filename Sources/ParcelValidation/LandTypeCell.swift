import GradeModel
import PlaceMatching

/// What a row says its land is.
enum LandTypeCell: Hashable, Sendable {
    case landType(LandType)
    /// A class of GB/T 21010 or of the national land survey that has no grade here: 耕地, 0101, 05H1 …
    case outOfScope
    /// A word that standards put under more than one of them: 经济林.
    case either([LandType])
    /// A code and a name, or words, that are each known and are not of one class: 0301果园, 园地（林地）.
    case contradictory
    case unknown

    /// What `either` may be.
    static let twofold: [[LandType]] = [[.orchard, .forest], [.forest, .grassland]]

    /// Reads a name or a code of GB/T 21010-2017 or -2007 or of the third national land survey, the name of a class, or
    /// a word of `LandTypeNames`: 果园, 0201, 0201K, 021, 园地, 种植园用地, 柑橘园, 用材林; or several of them for one class
    /// (`words(_:)`).
    /// Width, spaces and traditional characters are set aside as in names, and 它 in 其它林地 is 他; nothing else is.
    init(_ text: String) {
        let key = Self.key(text)
        if let words = Self.words(key) {
            self = Self.agreed(words)
        } else {
            self.init(word: key)
        }
    }

    /// 其它 as the standards write it.
    static func key(_ text: String) -> String {
        let key = NameKey(text).text
        return key.unicodeScalars.contains("它") ? key.replacing("其它", with: "其他") : key
    }

    /// - Parameter key: folded, and one word or code.
    private init(word key: String) {
        if let landType = LandType(word: key) {
            self = .landType(landType)
        } else if let known = LandTypeNames.all[key] {
            self = known
        } else if key.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
            self = Self.code(key)
        } else {
            self = .unknown
        }
    }

    /// The land type of all words, where each is a name, a code or a class of the others: not 果园(茶园), not 园地(林地).
    private static func agreed(_ words: [String]) -> LandTypeCell {
        let cells = words.map { LandTypeCell(word: $0) }
        if cells.contains(.unknown) || cells.contains(where: { if case .either = $0 { true } else { false } }) {
            return .unknown
        }
        guard let first = cells.first, cells.allSatisfy({ $0 == first }) else { return .contradictory }
        guard case .landType = first else { return first }
        // 种植园用地 is the whole of 园地.
        let kinds = words.filter { !["种植园用地", "种植园地"].contains($0) }.map { LandKind($0) }.filter { $0 != .any }
        let isOne = kinds.allSatisfy { !$0.standard.isEmpty && $0.standard == kinds[0].standard }
        return kinds.count < 2 || isOne ? first : .contradictory
    }

    private static func code(_ code: String) -> LandTypeCell {
        let code = code.uppercased()
        if let known = LandTypeCodes.all[code] { return known }
        // 0201K: 可调整果园, land that may be turned into arable land again; its class stays.
        guard code.hasSuffix("K"),
            case .landType(let type)? = LandTypeCodes.all[String(code.dropLast())],
            code.utf8.count == 5
        else { return .unknown }
        return .landType(type)
    }
}

/// The codes of both editions of the standard and of the survey. A three-digit code that a four-digit one may have
/// become by losing its zero in a spreadsheet (201 for 0201) is not in it, unless the older standard has it.
enum LandTypeCodes {
    /// What the third national land survey (第三次全国国土调查, TD/T 1055-2019) has beside the standard, in the same column
    /// of its tables. Without its 201 to 205 (城市, 建制镇, 村庄, 盐田及采矿用地, 特殊用地): a spreadsheet may have made them of
    /// 0201 to 0204, which are orchards, and of 0205, which is 其他园地 in the classes of 2023 for land and sea.
    private static let survey = [
        "00", "05H1", "0508", "08H1", "08H2", "08H2A", "0810A", "1104A", "1104K", "1107A", "20", "201A", "202A", "203A",
    ]

    static let all: [String: LandTypeCell] = {
        var codes: [String: LandTypeCell] = [:]
        func add(_ group: String, _ count2017: Int, _ count2007: Int, _ cell: LandTypeCell) {
            codes[group] = cell
            for number in 1...count2017 { codes[group + (number < 10 ? "0" : "") + String(number)] = cell }
            for number in 1...count2007 { codes[group + String(number)] = cell }
        }
        add("01", 3, 3, .outOfScope)
        add("02", 4, 3, .landType(.orchard))
        add("03", 7, 3, .landType(.forest))
        add("04", 4, 3, .landType(.grassland))
        add("05", 7, 4, .outOfScope)
        add("06", 4, 3, .outOfScope)
        add("07", 2, 2, .outOfScope)
        add("08", 10, 8, .outOfScope)
        add("09", 6, 5, .outOfScope)
        add("10", 9, 7, .outOfScope)
        add("11", 10, 9, .outOfScope)
        add("12", 7, 7, .outOfScope)
        for code in survey { codes[code] = .outOfScope }
        return codes
    }()
}

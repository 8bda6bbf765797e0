public import SystemSupport

/// What a row comes to: one for each.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The declared grade is the official one.
    case ok
    /// No grade is declared; the official one is given.
    case filled
    case mismatch
    /// The declared grade is the printed or the held one of an entry in dispute: a person has to look.
    case disputed
    /// The village is known; this land type's table does not list it.
    case notListed = "not_listed"
    /// The edition grades this land type nowhere, or no edition was in force.
    case notPublished = "not_published"
    case ambiguous
    case unknownTownship = "unknown_township"
    case unknownVillage = "unknown_village"
    case unknownLandType = "unknown_land_type"
    /// Land of another class, such as 耕地.
    case outOfScope = "out_of_scope"
    case unreadableGrade = "unreadable_grade"
    /// The row itself can't be read: quotes, bytes, number of fields, parcel id.
    case badRow = "bad_row"
    /// No parcel: a sum, a line below the table, a row of empty cells.
    case notARow = "not_a_row"

    /// The row needs no attention.
    public var isFine: Bool { self == .ok || self == .filled || self == .outOfScope || self == .notARow }

    /// The row itself is wrong, whatever the tables say; other verdicts that are not fine are for a person to settle.
    public var isWrong: Bool { self == .mismatch || self == .badRow }

    /// Place in `allCases`.
    var index: Int { Self.indices[self]! }  // every case is in allCases

    private static let indices = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}

extension Verdict: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .ok: language.pick(zh: "一致", en: "\(rawValue)")
        case .filled: language.pick(zh: "未申报，已填公布级别", en: "\(rawValue)")
        case .mismatch: language.pick(zh: "不一致", en: "\(rawValue)")
        case .disputed: language.pick(zh: "级别待核", en: "\(rawValue)")
        case .notListed: language.pick(zh: "未列入", en: "\(rawValue)")
        case .notPublished: language.pick(zh: "未公布", en: "\(rawValue)")
        case .ambiguous: language.pick(zh: "不能唯一确定，须人工查明", en: "\(rawValue)")
        case .unknownTownship: language.pick(zh: "查无乡镇", en: "\(rawValue)")
        case .unknownVillage: language.pick(zh: "查无此村", en: "\(rawValue)")
        case .unknownLandType: language.pick(zh: "地类不明", en: "\(rawValue)")
        case .outOfScope: language.pick(zh: "非园地、林地、草地，不核对", en: "\(rawValue)")
        case .unreadableGrade: language.pick(zh: "申报级别无法识别", en: "\(rawValue)")
        case .badRow: language.pick(zh: "该行数据有误", en: "\(rawValue)")
        case .notARow: language.pick(zh: "不是地块", en: "\(rawValue)")
        }
    }
}

extension Verdict {
    /// The words of a list with commas, as a person writes one: `mismatch, unknown_village`.
    public static func words(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map { word in
            let isSpace = { (character: Character) in character.isWhitespace }
            guard let last = word.lastIndex(where: { !isSpace($0) }) else { return "" }
            return String(word.prefix(through: last).drop(while: isSpace))
        }
    }
}

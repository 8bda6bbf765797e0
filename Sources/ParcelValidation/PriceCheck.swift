public import SystemSupport

/// What a row's declared price and amount come to, held against the official base price. The verdict is about the grade and
/// knows nothing of it.
public enum PriceCheck: String, CaseIterable, Hashable, Sendable {
    case ok
    case mismatch
    case unreadable
    /// A unit is missing, and is never guessed.
    case noUnit = "no_unit"
    /// An amount is declared, and no area to hold it against.
    case noArea = "no_area"
    /// Several prices may be meant, and what is declared is one of them.
    case undecided
    /// The grade is known, and the edition has no price for it.
    case notPublished = "not_published"
    /// There is no official grade, so nothing was compared.
    case noGrade = "no_grade"

    /// Somebody has to look at the row, whatever its verdict is.
    public var needsAttention: Bool { self != .ok && self != .notPublished && self != .noGrade }

    /// The declared figures themselves are wrong; others that need attention are for a person to settle.
    public var isWrong: Bool { self == .mismatch }

    /// Place in `allCases`.
    var index: Int {
        switch self {
        case .ok: 0
        case .mismatch: 1
        case .unreadable: 2
        case .noUnit: 3
        case .noArea: 4
        case .undecided: 5
        case .notPublished: 6
        case .noGrade: 7
        }
    }

    /// The graver of a price's and an amount's.
    static func worse(_ a: PriceCheck?, _ b: PriceCheck?) -> PriceCheck? {
        guard let a, let b else { return a ?? b }
        let order: [PriceCheck] = [
            .mismatch, .unreadable, .noUnit, .noArea, .undecided, .notPublished, .noGrade, .ok,
        ]
        return order.first { $0 == a || $0 == b }
    }
}

extension PriceCheck: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .ok: language.pick(zh: "相符", en: "\(rawValue)")
        case .mismatch: language.pick(zh: "不符", en: "\(rawValue)")
        case .unreadable: language.pick(zh: "无法识别", en: "\(rawValue)")
        case .noUnit: language.pick(zh: "缺单位", en: "\(rawValue)")
        case .noArea: language.pick(zh: "缺面积", en: "\(rawValue)")
        case .undecided: language.pick(zh: "待定", en: "\(rawValue)")
        case .notPublished: language.pick(zh: "地价未公布", en: "\(rawValue)")
        case .noGrade: language.pick(zh: "无级别", en: "\(rawValue)")
        }
    }
}

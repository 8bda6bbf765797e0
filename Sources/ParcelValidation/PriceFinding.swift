import GradeModel
import SystemSupport

/// What one declared figure, a price or an amount, comes to.
enum PriceFinding: Hashable, Sendable {
    /// Nothing is declared.
    case none
    case ok
    /// Several prices may be meant, and it is one of them.
    case undecided
    case mismatch(PriceCause?)
    case unreadable
    case noUnit
    /// Of an amount: the row has no area, it can't be read, or its unit is not known.
    case noArea
    case unreadableArea
    case noAreaUnit
    case notPublished
    case noGrade

    var check: PriceCheck? {
        switch self {
        case .none: nil
        case .ok: .ok
        case .undecided: .undecided
        case .mismatch: .mismatch
        case .unreadable, .unreadableArea: .unreadable
        case .noUnit, .noAreaUnit: .noUnit
        case .noArea: .noArea
        case .notPublished: .notPublished
        case .noGrade: .noGrade
        }
    }
}

/// What the note of a row says of its prices: the official ones, and what is wrong with those declared.
struct PriceNote: Hashable, Sendable {
    let official: [BasePrice]
    let price: PriceFinding
    let amount: PriceFinding

    /// Nil where there is nothing to say.
    init?(_ official: [BasePrice], price: PriceFinding, amount: PriceFinding) {
        self.official = official
        self.price = price
        self.amount = amount
        if official.count < 2, !Self.isSaid(price), !Self.isSaid(amount) { return nil }
    }

    private static func isSaid(_ finding: PriceFinding) -> Bool { finding.check?.needsAttention == true }
}

extension PriceNote: Worded {
    func sentence(in language: Language) -> Sentence {
        var clauses: [Sentence] = []
        if official.count > 1 {
            let shown = official.prefix(6).map { Self.named($0, in: language) }
            let more = official.count > shown.count
            clauses.append(
                language.pick(
                    zh: "可能的基准地价：\(shown.joined(separator: "、"))\(if: more, "等\(official.count)个")",
                    en: """
                        possible base prices: \(shown.joined(separator: ", "))\
                        \(if: more, " and \(official.count - shown.count) more")
                        """))
        } else if let only = official.first, [price, amount].contains(where: { $0.check == .mismatch }) {
            clauses.append(
                language.pick(zh: "基准地价\(only.amount)\(only.unit)", en: "base price \(only.amount) \(only.unit)"))
        }
        clauses += [
            Self.clause(price, of: language.pick(zh: "申报单价", en: "the declared price"), in: language),
            Self.clause(amount, of: language.pick(zh: "申报总价", en: "the declared amount"), in: language),
        ].compactMap(\.self)
        return clauses.joined(separator: language.pick(zh: "；", en: "; "))
    }

    /// `果园二级36.00元/平方米`; in English `果园 grade 2: 36.00 元/平方米`.
    private static func named(_ price: BasePrice, in language: Language) -> Sentence {
        let name = price.subtype ?? price.landType.name
        return language.pick(
            zh: "\(name)\(price.grade.label)\(price.amount)\(price.unit)",
            en: "\(name) grade \(price.grade.rawValue): \(price.amount) \(price.unit)")
    }

    private static func clause(_ finding: PriceFinding, of figure: Sentence, in language: Language) -> Sentence? {
        switch finding {
        case .none, .ok, .notPublished, .noGrade: nil
        case .undecided:
            language.pick(zh: "\(figure)与其中之一相符，需人工确认", en: "\(figure) is one of them: a person has to decide")
        case .mismatch(nil): language.pick(zh: "\(figure)不符", en: "\(figure) does not match")
        case .mismatch(let cause?):
            language.pick(
                zh: "\(figure)不符：\(cause.sentence(in: language))",
                en: "\(figure) does not match: \(cause.sentence(in: language))")
        case .unreadable: language.pick(zh: "\(figure)无法识别", en: "\(figure) is no number that can be read")
        case .noUnit: language.pick(zh: "\(figure)没有单位", en: "\(figure) has no unit")
        case .noArea: language.pick(zh: "没有面积，\(figure)无法核对", en: "there is no area to hold \(figure) against")
        case .unreadableArea:
            language.pick(
                zh: "面积无法识别，\(figure)无法核对", en: "the area can't be read, so \(figure) was not compared")
        case .noAreaUnit:
            language.pick(zh: "面积没有单位，\(figure)无法核对", en: "the area has no unit, so \(figure) was not compared")
        }
    }
}

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

/// What explains a figure that is not the official one, exactly.
enum PriceCause: Hashable, Sendable {
    /// Of an amount: it is the declared unit price times the area.
    case declaredPrice
    /// The price of another grade.
    case grade(Grade)
    /// The price of another sub type; nil: of the whole land type.
    case subtype(String?, LandType)
    /// The price in another edition of the county.
    case edition(EditionID)
    /// The number is right in one unit, and the column or cell has another.
    case unit(PriceUnit, written: PriceUnit)
    /// Of an amount: as if the area were in another unit.
    case areaUnit(AreaUnit, written: AreaUnit)
    /// Of an amount: 元 and 万元 mixed up.
    case money(PriceUnit.Money, written: PriceUnit.Money)
    /// `666.67` or `667` square metres for a 亩.
    case mu(String)
    /// The price was converted to 元 or 万元 and rounded to so many decimals before it was multiplied.
    case roundedPrice(decimals: Int, PriceUnit.Money)
    /// The area was converted and rounded to so many decimals before it was multiplied.
    case roundedArea(decimals: Int)
    /// The amount was rounded, or cut, to `0.1`, `1`, `10` … `10000` 元.
    case total(String, isCut: Bool)
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
            let shown = official.prefix(6).map(Self.named)
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

    /// `果园二级36.00元/平方米`.
    private static func named(_ price: BasePrice) -> Sentence {
        "\(price.subtype ?? price.landType.name)\(price.grade.label)\(price.amount)\(price.unit)"
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

extension PriceCause: Worded {
    func sentence(in language: Language) -> Sentence {
        switch self {
        case .declaredPrice: language.pick(zh: "是申报单价乘以面积", en: "it is the declared price times the area")
        case .grade(let grade):
            language.pick(zh: "按\(grade.label)的地价", en: "it is by the price of grade \(grade.rawValue)")
        case .subtype(let subtype, let landType):
            language.pick(
                zh: "按\(subtype ?? landType.name)的地价", en: "it is by the price of \(subtype ?? landType.name)")
        case .edition(let edition): language.pick(zh: "按\(edition)的地价", en: "it is by the price of \(edition)")
        case .unit(let unit, let written):
            language.pick(
                zh: "数字是以\(unit.word)计的，所写单位是\(written.word)",
                en: "its number is right in \(unit.word), and the unit given is \(written.word)")
        case .areaUnit(let unit, let written):
            language.pick(
                zh: "面积按\(unit.rawValue)算了，所写单位是\(written.rawValue)",
                en: "the area was taken for \(unit.rawValue), and the unit given is \(written.rawValue)")
        case .money(let money, let written):
            language.pick(
                zh: "数字是以\(money.word)计的，所写单位是\(written.word)",
                en: "its number is right in \(money.word), and the unit given is \(written.word)")
        case .mu(let metres):
            language.pick(zh: "1亩按\(metres)平方米换算", en: "a 亩 was taken for \(metres) square metres")
        case .roundedPrice(let decimals, let money):
            language.pick(
                zh: """
                    单价换算\(if: money == .tenThousandYuan, "成万元")后先四舍五入到\(Self.places(decimals, in: language))再乘面积
                    """,
                en: """
                    the price was converted\(if: money == .tenThousandYuan, " to 万元") and rounded to \
                    \(Self.places(decimals, in: language)) before it was multiplied
                    """)
        case .roundedArea(let decimals):
            language.pick(
                zh: "面积换算后先四舍五入到\(Self.places(decimals, in: language))再乘单价",
                en: """
                    the area was converted and rounded to \(Self.places(decimals, in: language)) \
                    before it was multiplied
                    """)
        case .total(let step, let isCut):
            language.pick(
                zh: isCut ? "总价截去了\(step)元以下的零头" : "总价四舍五入到了\(step)元",
                en: "it was \(isCut ? "cut" : "rounded") to \(step) 元")
        }
    }
    private static func places(_ decimals: Int, in language: Language) -> Sentence {
        language.pick(
            zh: decimals == 0 ? "整数" : "\(decimals)位小数", en: decimals == 0 ? "a whole number" : "\(decimals) decimals")
    }
}

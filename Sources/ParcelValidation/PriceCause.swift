import GradeModel
import SystemSupport

/// What explains a figure that is not the official one, exactly.
indirect enum PriceCause: Hashable, Sendable {
    /// Of an amount: it is the declared unit price times the area, where `mu` is not nil with so many square metres for a 亩.
    case declaredPrice(mu: String?)
    /// Of an amount: several prices may be meant, and it is by another of them than the declared price is.
    case otherPrice
    /// The price of another grade.
    case grade(Grade)
    /// The price of another sub type; nil: of the whole land type.
    case subtype(String?, LandType)
    /// The price in another edition of the county.
    case edition(EditionID)
    /// Several that explain it alike: nobody can tell which it was.
    case anyOf([PriceCause])
    /// The number is right in one unit, and the column or cell has another.
    case unit(PriceUnit, written: PriceUnit)
    /// Of an amount: as if the area were in another unit.
    case areaUnit(AreaUnit, written: AreaUnit)
    /// Of an amount: 元 and 万元 mixed up.
    case money(PriceUnit.Money, written: PriceUnit.Money)
    /// `666.67` or `667` square metres for a 亩; and price, area or amount were rounded then.
    case mu(String, isRounded: Bool)
    /// It is the right figure times a factor between two units, `15`, or divided by it.
    case factor(String, isDivided: Bool)
    /// Of a price: rounded to so many decimals, or cut.
    case decimals(Int, isCut: Bool)
    /// The price was rounded to so many decimals before it was multiplied: in the unit it is printed in, or converted to 元 or
    /// 万元.
    case roundedPrice(decimals: Int, converted: PriceUnit.Money?)
    /// The area was rounded to so many decimals before it was multiplied.
    case roundedArea(decimals: Int, isConverted: Bool)
    /// The declared area may be the rounding of the one that it was multiplied by.
    case unroundedArea
    /// Of an amount in whole 元: it is that, rounded.
    case roundedTotal(of: PriceCause)
    /// The amount was rounded, or cut, to `0.1`, `1`, `10` … `10000` 元.
    case total(String, isCut: Bool)
}

extension PriceCause: Worded {
    func sentence(in language: Language) -> Sentence {
        switch self {
        case .declaredPrice, .otherPrice, .grade, .subtype, .edition, .anyOf: taken(in: language)
        case .unit, .areaUnit, .money, .mu, .factor: converted(in: language)
        case .decimals, .roundedPrice, .roundedArea, .unroundedArea, .total, .roundedTotal: rounded(in: language)
        }
    }

    /// Another price was taken.
    private func taken(in language: Language) -> Sentence {
        switch self {
        case .declaredPrice(let mu):
            language.pick(zh: "是申报单价乘以面积", en: "it is the declared price times the area")
                + (mu.map { language.pick(zh: "，1亩按\($0)平方米换算", en: ", a 亩 taken for \($0) square metres") } ?? "")
        case .otherPrice:
            language.pick(
                zh: "按另一个可能的地价，与申报单价不一致", en: "it is by another of the possible prices than the declared one")
        case .grade(let grade):
            language.pick(zh: "按\(grade.label)的地价", en: "it is by the price of grade \(grade.rawValue)")
        case .subtype(let subtype, let landType):
            language.pick(
                zh: "按\(subtype ?? landType.name)的地价", en: "it is by the price of \(subtype ?? landType.name)")
        case .edition(let edition):
            language.pick(zh: "按\(edition)该级别的地价", en: "it is by the price that \(edition) has for the grade")
        case .anyOf(let causes):
            causes.map { $0.sentence(in: language) }.joined(separator: language.pick(zh: "，或", en: ", or "))
        default: ""
        }
    }

    /// A unit was mistaken.
    private func converted(in language: Language) -> Sentence {
        switch self {
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
        case .mu(let metres, let isRounded):
            language.pick(
                zh: "1亩按\(metres)平方米换算\(if: isRounded, "并取整")",
                en: "a 亩 was taken for \(metres) square metres\(if: isRounded, ", and it was rounded on the way")")
        case .factor(let factor, let isDivided):
            language.pick(
                zh: "多\(isDivided ? "除" : "乘")了一个单位换算系数\(factor)",
                en: """
                    it is the right figure \(isDivided ? "divided by" : "times") \(factor), a factor between units
                    """)
        default: ""
        }
    }

    private func rounded(in language: Language) -> Sentence {
        switch self {
        case .decimals(let decimals, let isCut):
            language.pick(
                zh: isCut
                    ? "只保留了\(Self.places(decimals, in: language))，零头截去"
                    : "四舍五入到了\(Self.places(decimals, in: language))",
                en: "it was \(isCut ? "cut" : "rounded") to \(Self.places(decimals, in: language))")
        case .roundedPrice(let decimals, let money):
            language.pick(
                zh: """
                    单价\(if: money != nil, "换算")\(if: money == .tenThousandYuan, "成万元")\
                    \(if: money != nil, "后")先四舍五入到\(Self.places(decimals, in: language))再乘面积
                    """,
                en: """
                    the price was \(if: money != nil, "converted")\(if: money == .tenThousandYuan, " to 万元")\
                    \(if: money != nil, " and ")rounded to \(Self.places(decimals, in: language)) before it was multiplied
                    """)
        case .roundedArea(let decimals, let isConverted):
            language.pick(
                zh: "面积\(if: isConverted, "换算后")先四舍五入到\(Self.places(decimals, in: language))再乘单价",
                en: """
                    the area was \(if: isConverted, "converted and ")rounded to \(Self.places(decimals, in: language)) \
                    before it was multiplied
                    """)
        case .unroundedArea:
            language.pick(
                zh: "差额在面积末位的取舍范围内，可能按取整前的面积算",
                en: "it is within the rounding of the area's last digit, and may be by the area before it was rounded")
        case .roundedTotal(let cause):
            cause.sentence(in: language) + language.pick(zh: "，再四舍五入到1元", en: ", rounded to 1 元")
        case .total(let step, let isCut):
            language.pick(
                zh: isCut ? "总价截去了\(step)元以下的零头" : "总价四舍五入到了\(step)元",
                en: "it was \(isCut ? "cut" : "rounded") to \(step) 元")
        default: ""
        }
    }

    private static func places(_ decimals: Int, in language: Language) -> Sentence {
        language.pick(
            zh: decimals == 0 ? "整数" : "\(decimals)位小数",
            en: decimals == 0 ? "a whole number" : "\(decimals) decimal\(decimals == 1 ? "" : "s")")
    }
}

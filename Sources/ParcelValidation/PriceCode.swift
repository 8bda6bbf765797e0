import GradeModel

/// Codes of what a declared figure comes to, which tables are keyed by: findings in their order, and from `declaredPrice` on
/// what explains a mismatch.
enum PriceCode {
    static let none = 0, ok = 1, undecided = 2, mismatch = 3, unreadable = 4, noUnit = 5, noArea = 6
    static let unreadableArea = 7, noAreaUnit = 8, notPublished = 9, noGrade = 10
    private static let findings: [PriceFinding] = [
        .none, .ok, .undecided, .mismatch(nil), .unreadable, .noUnit, .noArea, .unreadableArea, .noAreaUnit,
        .notPublished, .noGrade,
    ]

    static let declaredPrice = 16, declaredPriceByMu = 17, otherPrice = 19, mu = 20, muRounded = 22, money = 24,
        areaUnit = 32, unit = 64
    static let factor = 128, printedPrice = 144, roundedPrice = 160, roundedTenThousands = 176, roundedArea = 192
    static let convertedArea = 208, total = 224, decimals = 240, cutDecimals = 256, unroundedArea = 272
    static let areaUnitOrMoney = 288, muOrArea = 320, totalOrArea = 336,
        decimalsOrMu = 352, roundedDeclaredPrice = 384, totalOrOther = 400
    /// Two for each of the other prices.
    static let firstOther = 512
    /// Decimals that a code can tell.
    static let mostDecimals = 15
    /// Codes have 16 bits.
    static let mostOthers = 32_000

    static func total(_ step: Int, isCut: Bool) -> Int { total + step << 1 + (isCut ? 1 : 0) }
    static func factor(_ number: Int, isDivided: Bool) -> Int { factor + number << 1 + (isDivided ? 1 : 0) }
    /// - Parameter isRounded: of an amount in whole 元.
    static func other(_ index: Int, isRounded: Bool = false) -> Int { firstOther + index << 1 + (isRounded ? 1 : 0) }
    static func unit(_ unit: Int, written: Int) -> Int { self.unit + unit << 3 + written }
    static func areaUnit(_ unit: Int, written: Int) -> Int { areaUnit + unit << 2 + written }

    /// - Parameters:
    ///   - code: of an area's unit.
    ///   - money: the money that it may have been, too.
    static func either(areaUnit code: Int, money: Int) -> Int { code - areaUnit + areaUnitOrMoney + money << 4 }
    /// - Parameter code: of a wrong 亩.
    static func either(mu code: Int, areaDecimals: Int) -> Int { muOrArea + (code - mu) << 3 + areaDecimals }
    /// - Parameter code: of a rounded total.
    static func eitherUnroundedArea(total code: Int) -> Int { code - total + totalOrArea }

    /// - Parameters:
    ///   - code: of a wrong 亩.
    ///   - decimals: the code of a rounded price.
    static func either(mu code: Int, decimals: Int) -> Int {
        decimalsOrMu + (code - mu) << 4 + decimals - self.decimals
    }

    /// An amount rounded to whole 元, which is explained as well by this: of a wrong 亩, or of a rounded price or area.
    static func eitherTotal(or code: Int) -> Int {
        totalOrOther + (code < printedPrice ? code - mu : code - printedPrice + 2)
    }

    /// - Parameter code: below `firstOther`.
    static func finding(_ code: Int) -> PriceFinding {
        code < declaredPrice ? findings[code] : .mismatch(cause(code))
    }

    private static func cause(_ code: Int) -> PriceCause {
        switch code {
        case totalOrOther...:
            .anyOf([
                cause(code - totalOrOther < 2 ? mu + code - totalOrOther : printedPrice + code - totalOrOther - 2),
                cause(total),
            ])
        case roundedDeclaredPrice...: .roundedTotal(of: .declaredPrice(mu: nil))
        case decimalsOrMu...:
            .anyOf([cause(decimals + (code - decimalsOrMu) & 15), cause(mu + (code - decimalsOrMu) >> 4)])
        case totalOrArea...: .anyOf([cause(code - totalOrArea + total), .unroundedArea])
        case muOrArea...:
            .anyOf([cause(mu + (code - muOrArea) >> 3), .roundedArea(decimals: code & 7, isConverted: false)])
        case areaUnitOrMoney...:
            .anyOf([cause(areaUnit + code & 15), cause(money + (code - areaUnitOrMoney) >> 4)])
        case unroundedArea...: .unroundedArea
        case cutDecimals...: .decimals(code - cutDecimals, isCut: true)
        case decimals...: .decimals(code - decimals, isCut: false)
        case total...: .total(PriceSteps.totals[(code - total) >> 1].text, isCut: code & 1 == 1)
        case convertedArea...: .roundedArea(decimals: code - convertedArea, isConverted: true)
        case roundedArea...: .roundedArea(decimals: code - roundedArea, isConverted: false)
        case roundedTenThousands...:
            .roundedPrice(decimals: code - roundedTenThousands, converted: .tenThousandYuan)
        case roundedPrice...: .roundedPrice(decimals: code - roundedPrice, converted: .yuan)
        case printedPrice...: .roundedPrice(decimals: code - printedPrice, converted: nil)
        case factor...: .factor(PriceSteps.factors[(code - factor) >> 1].text, isDivided: code & 1 == 1)
        case unit...: .unit(UnitCode.price(code >> 3 & 7), written: UnitCode.price(code & 7))
        case areaUnit...: .areaUnit(UnitCode.area(code >> 2), written: UnitCode.area(code))
        case money...: .money(UnitCode.money(code - money), written: UnitCode.money(1 - (code - money)))
        case muRounded...: .mu(PriceSteps.mus[code - muRounded].text, isRounded: true)
        case mu...: .mu(PriceSteps.mus[code - mu].text, isRounded: false)
        case otherPrice: .otherPrice
        case declaredPriceByMu...: .declaredPrice(mu: PriceSteps.mus[code - declaredPriceByMu].text)
        default: .declaredPrice(mu: nil)
        }
    }
}

/// Figures that wrong amounts were made with, in the order in which they are tried.
enum PriceSteps {
    typealias Step = (text: String, value: Ratio)

    /// Square metres that were taken for a 亩; 2000/3 of them, the right number, over those.
    static let mus = [("666.67", Ratio(200_000, 200_001)), ("667", Ratio(2000, 2001))].map {
        (text: $0.0, factor: $0.1)
    }
    /// Between units of area, and of money.
    static let factors: [Step] = [
        ("2000/3", Ratio(2000, 3)), ("666.67", Ratio(66_667, 100)), ("667", Ratio(667, 1)), ("15", Ratio(15, 1)),
        ("10000", Ratio(10_000, 1)),
    ]
    static let totals: [Step] = [
        ("1", Ratio(1, 1)), ("10", Ratio(10, 1)), ("0.1", Ratio(1, 10)), ("100", Ratio(100, 1)),
        ("1000", Ratio(1000, 1)), ("10000", Ratio(10_000, 1)),
    ]
    /// Of what was converted: the usual ones first.
    static let decimals = [2, 4, 0, 1, 3]
    /// A price in 万元 has its 元 in four of them: with none it is no price any more.
    static let tenThousandsDecimals = [2, 4]
    /// Of what was rounded in its own unit, as far as it has more.
    static let fewerDecimals = [2, 1, 0, 3, 4]
    static let muDecimals = [2, 4, 0]
}

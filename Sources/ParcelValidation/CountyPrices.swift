public import GradeModel

/// What the editions of one county publish as base prices.
public struct CountyPrices: Sendable {
    /// Of the edition judged by.
    public var official: [BasePrice]
    /// Of the edition compared with.
    public var after: [BasePrice]
    /// Of every other edition, the newest first: a declared price may be one of theirs.
    public var others: [(edition: EditionID, prices: [BasePrice])]

    public init(
        official: [BasePrice] = [], after: [BasePrice] = [], others: [(edition: EditionID, prices: [BasePrice])] = []
    ) {
        self.official = official
        self.after = after
        self.others = others
    }
}

/// A price that can be worked with.
struct OfficialPrice: Sendable {
    let price: BasePrice
    let number: DecimalNumber
    /// As `UnitCode` numbers it.
    let unit: Int
    /// In 元 for a square metre.
    let perMetre: Ratio

    /// Numbers beyond it are no price of land, and their products would have more than 128 bits.
    private static let most: UInt128 = 1 << 40

    /// Nil for a unit that is not known, and a number no land costs.
    init?(_ price: BasePrice) {
        guard let number = price.number, let unit = price.priceUnit, let value = price.yuanPerSquareMetre,
            value.numerator < Self.most, value.denominator < Self.most, value.numerator > 0
        else { return nil }
        self.price = price
        self.number = number
        self.unit = UnitCode.number(of: unit)
        perMetre = Ratio(value)
    }

    /// `45.00` and `45` of one unit are one price.
    func isSame(as other: OfficialPrice) -> Bool {
        unit == other.unit && Fraction(number) == Fraction(other.number)
    }
}

/// Units as numbers, as the fast path keeps them.
enum UnitCode {
    static let none = 255

    static func number(of unit: AreaUnit) -> Int {
        switch unit {
        case .squareMetre: 0
        case .mu: 1
        case .hectare: 2
        case .squareKilometre: 3
        }
    }

    static func number(of money: PriceUnit.Money) -> Int { money == .yuan ? 0 : 1 }
    static func number(of unit: PriceUnit) -> Int { number(of: unit.money) << 2 | number(of: unit.area) }

    static func number(of unit: ListUnit) -> Int {
        switch unit {
        case .area(let unit): number(of: unit)
        case .money(let money): number(of: money)
        case .price(let unit): number(of: unit)
        }
    }

    static let areas: [AreaUnit] = [.squareMetre, .mu, .hectare, .squareKilometre]
    static func area(_ number: Int) -> AreaUnit { areas[number & 3] }
    static func money(_ number: Int) -> PriceUnit.Money { number == 0 ? .yuan : .tenThousandYuan }
    static func price(_ number: Int) -> PriceUnit { PriceUnit(money(number >> 2), for: area(number)) }

    /// Square metres of each unit of area.
    static let metres: [Ratio] = areas.map { Ratio($0.squareMetres) }
    /// 元 for a square metre of each unit of price.
    static let prices: [Ratio] = (0..<8).map { Ratio(price($0).yuanPerSquareMetre) }
    /// Units that a declared price is asked for, the usual ones first.
    static let usual = [0, 1, 5, 2, 6, 4]
}

/// Numerator and denominator, not reduced: reducing takes longer than all else.
struct Ratio: Hashable, Sendable {
    var above: UInt128
    /// Above 0.
    var below: UInt128

    init(_ above: UInt128, _ below: UInt128) {
        self.above = above
        self.below = below
    }

    init(_ value: Fraction) { self.init(value.numerator, value.denominator) }

    /// Nil where it needs more than 128 bits. Not inlined: products of this width are long, and few rows need them.
    @inline(never)
    func times(_ above: UInt128, _ below: UInt128) -> Ratio? {
        let (first, firstOverflows) = self.above.multipliedReportingOverflow(by: above)
        let (second, secondOverflows) = self.below.multipliedReportingOverflow(by: below)
        return firstOverflows || secondOverflows ? nil : Ratio(first, second)
    }

    func times(_ other: Ratio) -> Ratio? { times(other.above, other.below) }
    func divided(by other: Ratio) -> Ratio? { times(other.below, other.above) }

    /// Rounded half up to so many decimals, in units of the last.
    @inline(never)
    func rounded(decimals: Int) -> UInt128? {
        guard let scaled = times(UInt128(PowersOfTen.all[decimals]), 1) else { return nil }
        let (whole, rest) = scaled.above.quotientAndRemainder(dividingBy: scaled.below)
        return whole + (rest >= scaled.below - rest ? 1 : 0)
    }

    /// Cut to so many decimals, in units of the last.
    func cut(decimals: Int) -> UInt128? {
        times(UInt128(PowersOfTen.all[decimals]), 1).map { $0.above / $0.below }
    }
}

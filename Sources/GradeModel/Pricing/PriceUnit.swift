/// The unit of a price of land: money for an area. 1 元/平方米 is 1 万元/公顷 exactly.
public struct PriceUnit: Hashable, Sendable {
    public enum Money: UInt128, Hashable, Sendable {
        case yuan = 1
        case tenThousandYuan = 10_000

        /// As documents and lists write it: `元`, `万元`.
        public init?(word: some StringProtocol) {
            switch word {
            case "元", "人民币元", "圆": self = .yuan
            case "万元", "萬元", "人民币万元": self = .tenThousandYuan
            default: return nil
            }
        }

        public var word: String { self == .yuan ? "元" : "万元" }
    }

    public let money: Money
    public let area: AreaUnit

    public init(_ money: Money, for area: AreaUnit) {
        self.money = money
        self.area = area
    }

    /// `元/平方米`, `元/㎡`, `元/m²`, `万元/亩`, `元/公顷`, `元每亩`. Nil for anything else.
    public init?(word: some StringProtocol) {
        let parts = word.split(omittingEmptySubsequences: false) { "/／∕⁄每".contains($0) }
        guard parts.count == 2, let money = Money(word: parts[0]), let area = AreaUnit(word: parts[1]) else {
            return nil
        }
        self.init(money, for: area)
    }

    /// `元/平方米`.
    public var word: String { "\(money.word)/\(area.rawValue)" }

    /// How many 元 for a square metre one is.
    public var yuanPerSquareMetre: Fraction {
        Fraction(money.rawValue * area.squareMetres.denominator, area.squareMetres.numerator)
    }
}

extension BasePrice {
    public var number: DecimalNumber? { DecimalNumber(amount) }
    public var priceUnit: PriceUnit? { PriceUnit(word: unit) }

    /// The price in another unit, exact; nil where the unit of the price is unknown or the numbers are too large.
    public func converted(to other: PriceUnit) -> Fraction? {
        yuanPerSquareMetre?.divided(by: other.yuanPerSquareMetre)
    }

    /// Exact; nil where the unit of the price is unknown.
    public var yuanPerSquareMetre: Fraction? {
        guard let number, let priceUnit else { return nil }
        return Fraction(number).multiplied(by: priceUnit.yuanPerSquareMetre)
    }

    /// What an area comes to, in 元, not rounded; nil where the numbers are too large.
    public func yuan(for area: LandArea) -> Fraction? {
        guard let metres = area.squareMetres else { return nil }
        return yuanPerSquareMetre?.multiplied(by: metres)
    }
}

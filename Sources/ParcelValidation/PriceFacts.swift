import GradeModel

/// Official prices as the fast path needs them.
struct PriceFacts: Sendable {
    /// There is exactly one price.
    let hasOne: Bool
    let hasOneAfter: Bool
    private let unit: UInt32
    private let scale: UInt32
    private let mantissa: UInt64
    let official, after: FenRate
    let priceAfter: RowPieces.Range

    /// - Parameter areaUnit: the one that the list's areas are in, or `UnitCode.none`.
    init(_ prices: OfficialPrices, areaUnit: Int, priceAfter: RowPieces.Range) {
        let one = prices.one, later = prices.oneAfter
        hasOne = one != nil
        hasOneAfter = later != nil
        official = FenRate(one, areaUnit)
        after = FenRate(later, areaUnit)
        mantissa = one?.number.mantissa ?? 0
        scale = UInt32(one?.number.scale ?? 0)
        unit = UInt32(one?.unit ?? UnitCode.none)
        self.priceAfter = priceAfter
    }

    /// The official price in its own unit: the usual case.
    @inline(__always)
    func isPlainlyRight(_ price: Figure) -> Bool {
        guard hasOne, price.state == .number, price.unit == Int(unit) else { return false }
        if price.scale == Int(scale) { return price.mantissa == mantissa }
        let powers = PowersOfTen.all
        return price.mantissa.multipliedFullWidth(by: powers[Int(scale)])
            == mantissa.multipliedFullWidth(by: powers[price.scale])
    }
}

extension OfficialPrices {
    /// Where there is exactly one.
    var one: OfficialPrice? { state == .one ? candidates.first : nil }
    var oneAfter: OfficialPrice? { after.count == 1 ? after.first : nil }

    /// What an area comes to, in 0.01 元, rounded once, half up; nil where it can't be worked out in 128 bits.
    static func fen(_ price: OfficialPrice?, _ area: Figure) -> Int128? {
        guard let price, let metres = metres(area, area.unit) else { return nil }
        return metres.times(price.perMetre)?.rounded(decimals: 2).flatMap { Int128(exactly: $0) }
    }
}

/// What one unit of the list's area comes to, in 0.01 元: a fraction in lowest terms.
struct FenRate: Sendable {
    /// 0 where there is none, or it needs more than 64 bits.
    private var above: UInt64 = 0
    private var below: UInt64 = 0
    private let unit: Int

    init(_ price: OfficialPrice?, _ unit: Int) {
        self.unit = unit
        guard let price, UnitCode.areas.indices.contains(unit) else { return }
        let perMetre = Fraction(price.perMetre.above, price.perMetre.below)
        guard let rate = perMetre.multiplied(by: UnitCode.areas[unit].squareMetres)?.multiplied(by: Fraction(100)),
            let above = UInt64(exactly: rate.numerator), let below = UInt64(exactly: rate.denominator)
        else { return }
        (self.above, self.below) = (above, below)
    }

    /// What the area comes to, as a fraction; nil where that needs more than 64 bits, or its cell has a unit of its own.
    @inline(__always)
    func exact(_ area: Figure) -> (above: UInt64, below: UInt64)? {
        let (product, overflows) = above.multipliedReportingOverflow(by: area.mantissa)
        let (divisor, tooLong) = below.multipliedReportingOverflow(by: PowersOfTen.all[area.scale])
        guard area.unit == unit, !overflows, !tooLong, above > 0, divisor < 1 &<< 62, product < 1 &<< 62 else {
            return nil
        }
        return (product, divisor)
    }
}

/// What one row adds to the sums.
struct PricedRow: Sendable {
    static let noCheck = -1
    var check = noCheck
    var priceCheck: PriceCheck? { check < 0 ? nil : PriceCheck.allCases[check] }
    /// What the parcel comes to, in 0.01 元, rounded.
    private(set) var official: Int128 = 0
    private(set) var after: Int128 = 0
    /// The declared amount, in 10⁻¹⁸ 元.
    private(set) var declared: Int128 = 0
    private(set) var hasOfficial = false
    private(set) var hasAfter = false
    private(set) var isDeclared = false

    /// - Parameter slowly: the amount where it needs more than 64 bits.
    @inline(__always)
    mutating func setOfficial(_ exact: (above: UInt64, below: UInt64)?, slowly: () -> Int128?) {
        if let exact {
            official = Self.rounded(exact)
            hasOfficial = true
        } else if let fen = slowly() {
            official = fen
            hasOfficial = true
        }
    }

    @inline(__always)
    mutating func setAfter(_ exact: (above: UInt64, below: UInt64)?, slowly: () -> Int128?) {
        if let fen = exact.map(Self.rounded) ?? slowly() {
            after = fen
            hasAfter = true
        }
    }

    /// Half up.
    @inline(__always)
    private static func rounded(_ exact: (above: UInt64, below: UInt64)) -> Int128 {
        let (whole, rest) = exact.above.quotientAndRemainder(dividingBy: exact.below)
        return Int128(whole &+ (rest &+ rest >= exact.below ? 1 : 0))
    }

    @inline(__always)
    mutating func setDeclared(_ amount: Figure) {
        guard amount.state == .number, amount.unit != UnitCode.none else { return }
        isDeclared = true
        let money: UInt64 = amount.unit == 0 ? 1 : 10_000
        // Below 10³¹, as an amount has no more digits than `Figure.digits` allows.
        declared =
            Int128(amount.mantissa) &* Int128(PowersOfTen.all[Area.decimals &- amount.scale]) &* Int128(money)
    }

    /// An amount in 元 with two decimals or fewer that is no further from what the parcel comes to than 0.01 元: the usual
    /// case.
    @inline(__always)
    func isPlainlyRight(_ amount: Figure) -> Bool {
        guard hasOfficial, amount.state == .number, amount.unit == 0, amount.scale <= 2 else { return false }
        let (fen, isLong) = amount.mantissa.multipliedReportingOverflow(by: PowersOfTen.all[2 &- amount.scale])
        let distance = Int128(fen) &- official
        return !isLong && -1...1 ~= distance
    }
}

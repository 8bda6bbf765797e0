import GradeModel

/// Official prices as the fast path needs them.
struct PriceFacts: Sendable {
    /// There is exactly one price.
    let hasOne: Bool
    let hasOneAfter: Bool
    let official, after: FenRates
    private let mantissa: UInt64
    private let scale, unit: Int
    let priceAfter: RowPieces.Range
    /// Numbers of what is written where price and amount are right or not declared: 1 is added for a price, 2 for an amount.
    var right = noneWritten

    static let noneWritten = SIMD4<Int32>(repeating: -1)

    init(_ prices: OfficialPrices, priceAfter: RowPieces.Range) {
        let one = prices.state == .one ? prices.candidates.first : nil
        let later = prices.after.count == 1 ? prices.after.first : nil
        hasOne = one != nil
        hasOneAfter = later != nil
        official = FenRates(one)
        after = FenRates(later)
        (mantissa, scale, unit) = (one?.number.mantissa ?? 0, one?.number.scale ?? 0, one?.unit ?? UnitCode.none)
        self.priceAfter = priceAfter
    }

    /// The official price in its own unit: the usual case.
    @inline(__always)
    func isPlainlyRight(_ price: Figure) -> Bool {
        guard hasOne, price.state == .number, price.unit == unit else { return false }
        let powers = PowersOfTen.all
        return price.mantissa.multipliedFullWidth(by: powers[scale])
            == mantissa.multipliedFullWidth(by: powers[price.scale])
    }
}

/// What one unit of area comes to, in 0.01 元, for each unit: fractions in lowest terms.
struct FenRates: Sendable {
    /// 0 where there is none, or it needs more than 64 bits.
    private var above = SIMD4<UInt64>()
    private var below = SIMD4<UInt64>()
    private let perMetre: Ratio

    init(_ price: OfficialPrice?) {
        perMetre = price?.perMetre ?? Ratio(0, 1)
        guard let price else { return }
        let perMetre = Fraction(price.perMetre.above, price.perMetre.below)
        for (index, unit) in UnitCode.areas.enumerated() {
            guard let rate = perMetre.multiplied(by: unit.squareMetres)?.multiplied(by: Fraction(100)),
                let above = UInt64(exactly: rate.numerator), let below = UInt64(exactly: rate.denominator)
            else { continue }
            self.above[index] = above
            self.below[index] = below
        }
    }

    /// What the area comes to, rounded once, half up; nil where it can't be worked out in 128 bits.
    @inline(__always)
    func fen(_ area: Figure) -> PricedRow.Exact? {
        let above = self.above[area.unit & 3]
        let (product, overflows) = above.multipliedReportingOverflow(by: area.mantissa)
        let (divisor, tooLong) = below[area.unit & 3].multipliedReportingOverflow(by: PowersOfTen.all[area.scale])
        guard !overflows, !tooLong, above > 0, divisor < 1 &<< 62, product < 1 &<< 62 else { return slowFen(area) }
        let (whole, rest) = product.quotientAndRemainder(dividingBy: divisor)
        let fen = whole &+ (rest &+ rest >= divisor ? 1 : 0)
        return PricedRow.Exact(fen: Int128(fen), above: product, below: divisor)
    }

    @inline(never)
    private func slowFen(_ area: Figure) -> PricedRow.Exact? {
        guard let rounded = OfficialPrices.metres(area, area.unit)?.times(perMetre)?.rounded(decimals: 2),
            let fen = Int128(exactly: rounded)
        else { return nil }
        return PricedRow.Exact(fen: fen, above: 0, below: 0)
    }
}

/// What one row adds to the sums.
struct PricedRow: Sendable {
    /// What an area comes to, in 0.01 元.
    struct Exact: Sendable {
        let fen: Int128
        /// Not rounded, as a fraction; 0 over 0 where it needs more than 64 bits.
        let above, below: UInt64
    }

    static let noCheck = -1
    var check = noCheck
    var priceCheck: PriceCheck? { check < 0 ? nil : PriceCheck.allCases[check] }
    var exact: Exact?
    var exactAfter: Exact?
    /// The declared amount, in 10⁻¹⁸ 元.
    private(set) var declared: Int128 = 0
    private(set) var isDeclared = false

    /// In 0.01 元.
    @inline(__always)
    var official: Int128? { exact?.fen }
    @inline(__always)
    var after: Int128? { exactAfter?.fen }

    @inline(__always)
    mutating func setDeclared(_ amount: Figure) {
        guard amount.state == .number, amount.unit != UnitCode.none else { return }
        isDeclared = true
        let money: UInt64 = amount.unit == 0 ? 1 : 10_000
        declared =
            Int128(amount.mantissa) * Int128(PowersOfTen.all[Area.decimals &- amount.scale]) * Int128(money)
    }

    /// An amount in 元 with two decimals or fewer that is no further from the exact one than 0.01 元: the usual case.
    @inline(__always)
    func isPlainlyRight(_ amount: Figure) -> Bool {
        guard let exact, exact.below > 0, amount.state == .number, amount.unit == 0, amount.scale <= 2 else {
            return false
        }
        let (fen, isLong) = amount.mantissa.multipliedReportingOverflow(by: PowersOfTen.all[2 &- amount.scale])
        let (product, overflows) = fen.multipliedReportingOverflow(by: exact.below)
        guard !isLong, !overflows else { return false }
        let distance = product > exact.above ? product &- exact.above : exact.above &- product
        return distance <= exact.below
    }
}

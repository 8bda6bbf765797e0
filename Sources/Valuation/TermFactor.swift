import BigInt
import GradeModel

/// What a base price is multiplied by for a shorter term, exact: a fraction whose parts have hundreds of digits.
///
///     TermFactor(percent: "8", years: 20, of: 30)?.text(decimals: 4)    // 0.8721
struct TermFactor {
    private let numerator: BigUInt
    private let denominator: BigUInt

    /// Nil where the rate is none, or the years are not 1…term.
    init?(percent: String, years: Int, of term: Int) {
        guard CapitalizationRate.isPercent(percent), let rate = DecimalNumber(percent), term > 0,
            (1...term).contains(years)
        else { return nil }
        // 1 + r = b/a
        let a = BigUInt(100) * BigUInt(DecimalNumber.powersOfTen[rate.scale])
        let b = a + BigUInt(rate.mantissa)
        numerator = (b.power(years) - a.power(years)) * b.power(term - years)
        denominator = b.power(term) - a.power(term)
    }

    /// Rounded half up.
    func text(decimals: Int) -> String {
        let units = Self.rounded(numerator * BigUInt(10).power(decimals), denominator).units
        let digits = String(units)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    /// An amount in 元 times the factor, rounded once; nil where it is too large.
    func times(_ amount: Fraction) -> (total: Yuan, isRounded: Bool)? {
        let fen = Self.rounded(
            BigUInt(amount.numerator) * numerator * 100, BigUInt(amount.denominator) * denominator)
        guard let units = Int128(exactly: fen.units) else { return nil }
        return (Yuan(fen: units), !fen.isExact)
    }

    private static func rounded(_ above: BigUInt, _ below: BigUInt) -> (units: BigUInt, isExact: Bool) {
        let (whole, rest) = above.quotientAndRemainder(dividingBy: below)
        return (whole + (rest * 2 >= below ? 1 : 0), rest.isZero)
    }
}

/// An exact positive number or 0, in lowest terms. Sums of money are worked out as fractions and rounded once, at the end.
public struct Fraction: Hashable, Sendable, Comparable {
    public let numerator: UInt128
    /// Above 0.
    public let denominator: UInt128

    /// - Precondition: `denominator` is above 0.
    public init(_ numerator: UInt128, _ denominator: UInt128 = 1) {
        precondition(denominator > 0, "a denominator is above 0")
        let common = Self.greatestCommonDivisor(numerator, denominator)
        self.numerator = numerator / common
        self.denominator = denominator / common
    }

    public init(_ number: DecimalNumber) {
        self.init(UInt128(number.mantissa), UInt128(DecimalNumber.powersOfTen[number.scale]))
    }

    private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    /// Nil where the result needs more than 128 bits above or below the line.
    public func multiplied(by other: Fraction) -> Fraction? {
        // Crosswise first, so that the products are as small as they can be.
        let first = Fraction(numerator, other.denominator), second = Fraction(other.numerator, denominator)
        let above = first.numerator.multipliedReportingOverflow(by: second.numerator)
        let below = first.denominator.multipliedReportingOverflow(by: second.denominator)
        return above.overflow || below.overflow ? nil : Fraction(above.partialValue, below.partialValue)
    }

    /// Nil where `other` is 0, or the result needs more than 128 bits above or below the line.
    public func divided(by other: Fraction) -> Fraction? {
        other.numerator == 0 ? nil : multiplied(by: Fraction(other.denominator, other.numerator))
    }

    public static func < (a: Self, b: Self) -> Bool {
        let left = a.numerator.multipliedFullWidth(by: b.denominator)
        let right = b.numerator.multipliedFullWidth(by: a.denominator)
        return (left.high, left.low) < (right.high, right.low)
    }

    /// Rounded half up to this many decimals: the number in units of the last one, and whether nothing was rounded. Nil where
    /// that has more than 128 bits.
    public func rounded(decimals: Int) -> (units: UInt128, isExact: Bool)? {
        let power = UInt128(DecimalNumber.powersOfTen[decimals])
        let scaled = Fraction(numerator, 1).multiplied(by: Fraction(power, denominator))
        guard let scaled else { return nil }
        let (whole, rest) = scaled.numerator.quotientAndRemainder(dividingBy: scaled.denominator)
        return (whole + (rest >= scaled.denominator - rest ? 1 : 0), rest == 0)
    }

    /// `8333.33`, rounded half up, and whether nothing was rounded; nil where it is too large.
    public func text(decimals: Int) -> (text: String, isExact: Bool)? {
        rounded(decimals: decimals).map { (decimalText($0.units, decimals: decimals), $0.isExact) }
    }

    /// The same with so many decimals that something is left of it, 12 at most.
    func shortText(decimals: Int) -> (text: String, isExact: Bool)? {
        guard numerator > 0 else { return text(decimals: decimals) }
        for decimals in stride(from: decimals, through: 12, by: 1) {
            guard let rounded = rounded(decimals: decimals) else { return nil }
            if rounded.units > 0 { return (decimalText(rounded.units, decimals: decimals), rounded.isExact) }
        }
        return text(decimals: 12)
    }
}

/// `units` of the last of so many decimals: 12345 with 2 is `123.45`.
func decimalText(_ units: UInt128, decimals: Int) -> String {
    guard decimals > 0 else { return String(units) }
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
}

/// How one price differs from an earlier one of the same grade.
public struct PriceChange: Hashable, Sendable {
    /// Of the earlier price, in per cent with two decimals, rounded half up away from 0: `10.00`, `-4.76`. With more where
    /// that would be 0, so that `0.00` is no change: `-0.001`.
    public let percent: String

    /// Nil where one of the two can't be worked with, or they are too large.
    public init?(from old: BasePrice, to new: BasePrice) {
        guard let before = old.yuanPerSquareMetre, let after = new.yuanPerSquareMetre,
            let ratio = after.divided(by: before)
        else { return nil }
        let one = Fraction(1)
        let isFall = ratio < one
        // |ratio - 1|
        let above = isFall ? ratio.denominator - ratio.numerator : ratio.numerator - ratio.denominator
        guard let percent = Fraction(above, ratio.denominator).multiplied(by: Fraction(100)),
            let text = percent.shortText(decimals: 2)?.text
        else { return nil }
        self.percent = (isFall ? "-" : "") + text
    }
}

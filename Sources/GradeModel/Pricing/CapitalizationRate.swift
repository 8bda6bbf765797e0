/// The rate (土地还原率) that an edition publishes for correcting a base price to a shorter term.
public struct CapitalizationRate: Hashable, Sendable {
    public let landType: LandType
    /// Nil: the whole land type.
    public let subtype: String?
    /// Per cent a year, decimal text: `6`, `6.25`.
    public let percent: String
    public let source: TableRow

    public init(landType: LandType, subtype: String? = nil, percent: String, source: TableRow) {
        self.landType = landType
        self.subtype = subtype
        self.percent = percent
        self.source = source
    }

    /// Above 0 and below 100, with at most four decimals.
    public static func isPercent(_ text: String) -> Bool {
        guard let number = DecimalNumber(text), number.scale <= 4, number.mantissa > 0, !text.contains(",") else {
            return false
        }
        return Fraction(number) < Fraction(100)
    }
}

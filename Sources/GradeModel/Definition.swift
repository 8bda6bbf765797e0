/// A base-price definition (基准地价内涵): what the base price of a grade of this land type means.
public struct Definition: Hashable, Sendable {
    public let landType: LandType
    /// `承包经营权`.
    public let rights: String
    /// 30 or 70: years of use.
    public let termYears: Int
    /// One sentence on the infrastructure the price assumes.
    public let infrastructure: String
    /// 估价期日.
    public let valuationDate: CalendarDate
    public let source: TableRow

    public init(
        landType: LandType, rights: String, termYears: Int, infrastructure: String, valuationDate: CalendarDate,
        source: TableRow
    ) {
        self.landType = landType
        self.rights = rights
        self.termYears = termYears
        self.infrastructure = infrastructure
        self.valuationDate = valuationDate
        self.source = source
    }
}

/// A base price, only where an edition publishes one. The amount stays the decimal text of the document: it is never
/// rounded, converted or defaulted.
public struct BasePrice: Hashable, Sendable {
    public let landType: LandType
    public let grade: Grade
    /// Decimal text, `12.50`.
    public let amount: String
    /// 元/平方米, 元/亩 or 万元/公顷.
    public let unit: String

    public static let units = ["元/平方米", "元/亩", "万元/公顷"]

    public init(landType: LandType, grade: Grade, amount: String, unit: String) {
        self.landType = landType
        self.grade = grade
        self.amount = amount
        self.unit = unit
    }
}

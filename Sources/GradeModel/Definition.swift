/// A base-price definition (基准地价内涵): what the base price of a grade of this land type means.
public struct Definition: Hashable, Sendable {
    public let landType: LandType
    /// `承包经营权`.
    public let rights: String
    /// 30 or 70: years of use. Nil: the document states the term in words alone; `term` has them.
    public let termYears: Int?
    /// The term as printed, where it is no plain number of years: `无限年期`, `法定最高年期`. A definition has `termYears`,
    /// `term` or both.
    public let term: String?
    /// One sentence on the infrastructure the price assumes.
    public let infrastructure: String
    /// 估价期日.
    public let valuationDate: CalendarDate
    public let source: TableRow

    public init(
        landType: LandType, rights: String, termYears: Int?, term: String? = nil, infrastructure: String,
        valuationDate: CalendarDate, source: TableRow
    ) {
        self.landType = landType
        self.rights = rights
        self.termYears = termYears
        self.term = term
        self.infrastructure = infrastructure
        self.valuationDate = valuationDate
        self.source = source
    }
}

/// A base price, only where an edition publishes one. The amount stays the decimal text of the document: it is never
/// rounded, converted or defaulted.
public struct BasePrice: Hashable, Sendable {
    public let landType: LandType
    /// The kind of land within the land type that the amount is for, as printed: `果园`, `茶园`. Nil: the whole land type.
    public let subtype: String?
    public let grade: Grade
    /// Decimal text, `12.50`.
    public let amount: String
    /// As printed, one of `units`.
    public let unit: String
    /// The table, or the row of it, that prints the amount. Nil: the package does not say.
    public let source: TableRow?

    public static let units = ["元/平方米", "元/㎡", "元/m²", "元/亩", "万元/亩", "万元/公顷", "元/公顷"]

    public init(
        landType: LandType, subtype: String? = nil, grade: Grade, amount: String, unit: String, source: TableRow? = nil
    ) {
        self.landType = landType
        self.subtype = subtype
        self.grade = grade
        self.amount = amount
        self.unit = unit
        self.source = source
    }
}

/// A base-price definition (基准地价内涵): what the base price of a grade of this land type means.
public struct Definition: Hashable, Sendable {
    public let landType: LandType
    /// `承包经营权`.
    public let rights: String
    /// 30 or 70: years of use, where the document gives them in years.
    public let termYears: Int?
    /// The term as printed where it is no number of years: `无限年期`. One of the two is there.
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
    /// The sub type the amount is for, as printed: 果园, 乔木林地. Nil: the land type as a whole.
    public let subtype: String?
    public let grade: Grade
    /// Decimal text, `12.50`.
    public let amount: String
    /// One of `units`, as the document prints it.
    public let unit: String
    /// Where it stands; nil where the package does not say.
    public let source: TableRow?

    public static let units = ["元/平方米", "元/㎡", "元/亩", "万元/亩", "万元/公顷", "元/公顷"]

    public init(
        landType: LandType, subtype: String? = nil, grade: Grade, amount: String, unit: String, source: TableRow? = nil
    ) {
        self.landType = landType
        self.subtype = subtype
        self.source = source
        self.grade = grade
        self.amount = amount
        self.unit = unit
    }
}

/// One grade of one land type of an edition as `list grades` shows it, or a land type that the edition does not grade.
public struct GradeRow: Hashable, Sendable {
    public let county: County
    public let edition: EditionID
    public let landType: LandType
    /// Nil: the edition publishes no grade of this land type.
    public let count: GradeCount?

    public init(county: County, edition: EditionID, landType: LandType, count: GradeCount?) {
        self.county = county
        self.edition = edition
        self.landType = landType
        self.count = count
    }
}

/// How many entries hold a grade: villages, townships graded as a whole, and parts of villages.
public struct GradeCount: Hashable, Sendable {
    public let grade: Grade
    public let villages: Int
    /// Those of all entries for which the document prints another grade.
    public let disputed: Int
    public let townships: Int
    public let parts: Int
    /// What the edition publishes for the grade: of the whole land type, or by sub type, in the document's order.
    public let prices: [BasePrice]

    /// Villages, townships and parts together.
    public var entries: Int { villages + townships + parts }

    public init(
        grade: Grade, villages: Int, disputed: Int, townships: Int = 0, parts: Int = 0, prices: [BasePrice] = []
    ) {
        self.grade = grade
        self.villages = villages
        self.disputed = disputed
        self.townships = townships
        self.parts = parts
        self.prices = prices
    }
}

/// What a user asks: which place, which land types, as of when.
public struct Question: Hashable, Sendable {
    public var place: PlaceQuestion
    /// County code or name; nil: every county of the store.
    public var county: String?
    /// Nil: all three.
    public var landType: LandType?
    /// Nil: the newest edition of the county.
    public var asOf: CalendarDate?
    /// Answer with the printed label instead of the grade held.
    public var asPrinted: Bool

    public init(
        place: PlaceQuestion, county: String? = nil, landType: LandType? = nil, asOf: CalendarDate? = nil,
        asPrinted: Bool = false
    ) {
        self.place = place
        self.county = county
        self.landType = landType
        self.asOf = asOf
        self.asPrinted = asPrinted
    }
}

public enum PlaceQuestion: Hashable, Sendable {
    case names(township: String?, village: String)
    /// One line as a land register writes it: `湖南省岳阳市湘阴县金龙镇芙蓉村3组`.
    case address(String)
}

/// One village (in the wide sense of `PlaceKind`) of one township of one county.
public struct Place: Hashable, Sendable {
    public let county: County
    public let township: String
    public let village: String
    public let kind: PlaceKind

    public init(county: County, township: String, village: String, kind: PlaceKind) {
        self.county = county
        self.township = township
        self.village = village
        self.kind = kind
    }
}

/// By which rule a name matched, the strictest first. There is no rule "looks like".
public enum MatchRule: String, CaseIterable, Hashable, Sendable, Comparable {
    case exact
    /// Equal after width, spaces, traditional characters and an office's suffix (村民委员会, 人民政府) are set aside.
    case normalized
    case alias
    /// No township was given and the county has one such village.
    case townshipOmitted = "township_omitted"
    /// A name without its ending, 芙蓉 or 金龙, where the closed list has exactly one name of that stem.
    case suffixOmitted = "suffix_omitted"
    /// Read by the grammar of addresses: a county or township stands in front of the village, or a group, number or place
    /// behind it.
    case address
    case pinyin
    /// The township was found, and what was asked for in it is not among its known villages; the document grades the
    /// township as a whole.
    case township

    public static func < (a: Self, b: Self) -> Bool {
        allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!  // every case is in allCases
    }
}

/// A place a question was matched to, and how: a village, or by the rule `township` a township of which no more is known.
public struct PlaceMatch: Hashable, Sendable {
    public let county: County
    public let township: String
    /// Nil: the name asked for is no known village of the township.
    public let village: String?
    /// Nil exactly where `village` is nil.
    public let kind: PlaceKind?
    public let rule: MatchRule
    /// The alias the village name was found under, whatever the rule.
    public let alias: Alias?

    public init(place: Place, rule: MatchRule, alias: Alias?) {
        county = place.county
        township = place.township
        village = place.village
        kind = place.kind
        self.rule = rule
        self.alias = alias
    }

    /// The same match under another wording of its alias.
    public init(_ match: PlaceMatch, alias: Alias) {
        county = match.county
        township = match.township
        village = match.village
        kind = match.kind
        rule = match.rule
        self.alias = alias
    }

    /// A township as a whole.
    public init(township: String, of county: County) {
        self.county = county
        self.township = township
        village = nil
        kind = nil
        rule = .township
        alias = nil
    }

    /// The village that was matched.
    public var place: Place? {
        guard let village, let kind else { return nil }
        return Place(county: county, township: township, village: village, kind: kind)
    }
}

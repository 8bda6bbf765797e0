/// A township as `list townships` shows it.
public struct TownshipRow: Hashable, Sendable {
    public let county: County
    public let name: String
    /// `jinlongzhen`.
    public let pinyin: String
    /// How many entries of the village column lie in it.
    public let villages: Int
    /// How many of them each table lists. A land type that the edition grades nowhere has no number here, not 0.
    public let entries: [LandType: Int]
    /// The grade of the township as a whole, of the land types that the edition grades so: their tables list no villages
    /// of it.
    public let wholeGrades: [LandType: Grade]

    public init(
        county: County, name: String, pinyin: String, villages: Int, entries: [LandType: Int],
        wholeGrades: [LandType: Grade] = [:]
    ) {
        self.county = county
        self.name = name
        self.pinyin = pinyin
        self.villages = villages
        self.entries = entries
        self.wholeGrades = wholeGrades
    }
}

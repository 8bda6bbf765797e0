public import GradeModel

/// The keys under which a generation lets a county be found by a name. The rules of names belong to the matching
/// module; a store only keeps what they give, and by which version of them.
public struct NameIndexing: Sendable {
    public let rules: Int
    public let township: @Sendable (TownshipEntry) -> [String]
    public let village: @Sendable (Place) -> [String]
    public let alias: @Sendable (Alias) -> [String]

    public init(
        rules: Int, township: @escaping @Sendable (TownshipEntry) -> [String],
        village: @escaping @Sendable (Place) -> [String], alias: @escaping @Sendable (Alias) -> [String]
    ) {
        self.rules = rules
        self.township = township
        self.village = village
        self.alias = alias
    }
}

/// Another spelling of one village, with its kind and its source.
public struct Alias: Hashable, Sendable {
    public let township: String
    public let alias: String
    /// The name held.
    public let village: String
    public let kind: AliasKind
    /// Where the other spelling stands: `表3第20行`, or a register by name.
    public let source: String

    public init(township: String, alias: String, village: String, kind: AliasKind, source: String) {
        self.township = township
        self.alias = alias
        self.village = village
        self.kind = kind
        self.source = source
    }
}

public enum AliasKind: String, CaseIterable, Hashable, Sendable {
    case misprint
    case registerName = "register_name"
    case committeeName = "committee_name"
    case formerName = "former_name"
}

public import GradeModel

/// One edition of a feed, by the `datapackage.json` of its package, which in turn names every table by its hash.
public struct ManifestEdition: Hashable, Sendable {
    public let id: EditionID
    /// Bytes of `datapackage.json`, 1 to `largestFile`.
    public let size: Int
    /// Its SHA-256, which is also its name in the feed: 64 lower-case hex digits.
    public let sha256: String

    /// 64 MiB, of every file of a feed.
    public static let largestFile = 64 << 20

    /// Nil where size or hash break the rule beside them.
    public init?(id: EditionID, size: Int, sha256: String) {
        guard (1...Self.largestFile).contains(size), ContentAddress.isOne(sha256) else { return nil }
        self.id = id
        self.size = size
        self.sha256 = sha256
    }

    /// `430624`, by the id.
    public var county: String { id.countyCode }
}

import SignedFeed

/// A file of a feed, by what it is. Nothing that comes from a feed is ever taken for a path: a version is a number, a
/// hash has its 64 digits.
enum FeedPath: Hashable {
    case current
    case keys(Int)
    /// The SHA-256 of the bytes.
    case file(String)

    /// Below the feed's address: `keys/1.signed`.
    var text: String {
        switch self {
        case .current: "current.signed"
        case .keys(let version): "keys/\(version).signed"
        case .file(let sha256): "files/\(sha256)"
        }
    }
}

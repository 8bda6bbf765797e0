/// Why a source's editions were not taken, for a person: one sentence without a final point. What came from a feed is
/// escaped. A store's errors have their sentences elsewhere.
public protocol PullWording: Sendable {
    func sentence(_ error: PullError) -> String
}

extension PullError: CustomStringConvertible {
    public var description: String { EnglishPullWording().sentence(self) }
}

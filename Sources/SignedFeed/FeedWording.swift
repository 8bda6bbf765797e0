/// Why a feed's file is refused, for a person: one sentence without a final point. What came from the file is escaped.
public protocol FeedWording: Sendable {
    func sentence(_ error: SignatureError) -> String
    func sentence(_ error: KeyFault) -> String
    func sentence(_ error: PayloadFault) -> String
    func sentence(_ error: ManifestError) -> String
    func sentence(_ error: KeySetError) -> String
}

extension SignatureError: CustomStringConvertible {
    public var description: String { EnglishFeedWording().sentence(self) }
}

extension ManifestError: CustomStringConvertible {
    public var description: String { EnglishFeedWording().sentence(self) }
}

extension KeySetError: CustomStringConvertible {
    public var description: String { EnglishFeedWording().sentence(self) }
}

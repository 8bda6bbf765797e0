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

/// A value from a file in a message: shortened, controls and invisible characters escaped.
func shown(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars.prefix(60) {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            out += "\\u{" + String(scalar.value, radix: 16) + "}"
        default: out.unicodeScalars.append(scalar)
        }
    }
    return text.unicodeScalars.count > 60 ? out + "…" : out
}

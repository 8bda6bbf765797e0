/// A server's name for one version of a file: `"5f3a-11"`, or `W/"5f3a"` where two versions may share it.
public struct EntityTag: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// Nil where the text is no entity tag, or longer than 256 bytes: it is sent back in a header.
    public init?(_ text: String) {
        let quoted = text.hasPrefix("W/") ? text.utf8.dropFirst(2) : text.utf8[...]
        let quote = UInt8(ascii: "\"")
        guard text.utf8.count <= 256, quoted.count >= 2, quoted.first == quote, quoted.last == quote,
            quoted.dropFirst().dropLast().allSatisfy({ (0x21...0x7E).contains($0) && $0 != quote })
        else { return nil }
        description = text
    }

    public var isWeak: Bool { description.hasPrefix("W/") }
}

/// What became of a file that was asked for.
public enum Fetched: Hashable, Sendable {
    /// It lies at its destination. `size` in bytes.
    case fetched(size: Int, tag: EntityTag?)
    /// The version that the caller holds is the current one. The destination is as it was.
    case notModified
    /// The server has no such file: 404 or 410.
    case absent(status: Int)
}

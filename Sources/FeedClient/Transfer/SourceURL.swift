import SystemSupport

/// Where a feed lies: `https://county.example/grades/`. Its files are named by us, so that nothing from the network
/// ever becomes a path.
public struct SourceURL: Hashable, Sendable, CustomStringConvertible {
    let address: HTTPAddress

    /// Takes http and https, with a `/` at the end; no user, query or fragment.
    public init(_ text: String) throws(AddressFault) {
        address = try HTTPAddress(text)
        guard address.query == nil else { throw .query }
        guard address.path.hasSuffix("/"), text.hasSuffix("/") else { throw .noSlash }
    }

    public var description: String { address.text }
    public var isSecure: Bool { address.isSecure }

    /// The address of one of its files, for messages.
    public func address(of path: SourcePath) -> String { address.appending(path).shown }
}

/// The name of a feed's file relative to its source.
public struct SourcePath: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// `current.signed`
    public static let current = SourcePath(description: "current.signed")

    /// `keys/2.signed`
    public static func keys(_ version: Int) -> SourcePath { SourcePath(description: "keys/\(version).signed") }

    /// `files/<sha256>`
    public static func content(_ content: Content) -> SourcePath {
        SourcePath(description: "files/\(content.sha256)")
    }
}

/// A file of which everything is known before it is fetched.
public struct Content: Hashable, Sendable {
    /// 64 lower-case hex digits.
    public let sha256: String
    /// In bytes.
    public let size: Int

    /// Nil unless `sha256` is one and `size` is not negative.
    public init?(sha256: String, size: Int) {
        guard isSHA256(sha256.utf8), size >= 0 else { return nil }
        (self.sha256, self.size) = (sha256, size)
    }
}

import Crypto
import FeedClient
import SystemPackage
import TestSupport

/// The files that the fault server has under `feed/`.
enum ServedFeed {
    /// 3,000 bytes.
    static let message = bytes(3_000, seed: 1)
    /// 200,000 bytes.
    static let large = bytes(200_000, seed: 2)
    /// Another file of that size, which the server has under the large one's name with the fault `other`.
    static let other = bytes(200_000, seed: 3)
    /// 100 bytes: less than the page of a redirect.
    static let small = bytes(100, seed: 4)

    static func content(_ bytes: [UInt8]) -> Content {
        Content(sha256: hash(bytes), size: bytes.count)!  // a hash is one
    }

    static func write(to root: FilePath) throws {
        try file(message, root, "feed", "current.signed")
        try file(message, root, "feed/keys", "1.signed")
        for bytes in [large, small, []] { try file(bytes, root, "feed/files", hash(bytes)) }
        try file(other, root, "feed/files", hash(large) + ".other")
    }

    private static func file(_ bytes: [UInt8], _ root: FilePath, _ folder: FilePath, _ name: String) throws {
        var path = root
        for component in folder.components {
            path.append(component)
            try makeFolder(path)
        }
        try TestSupport.write(bytes, to: path.appending(name))
    }

    /// Without a pattern, and the same every time.
    private static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }

    private static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

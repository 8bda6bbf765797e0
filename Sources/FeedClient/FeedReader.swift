import SystemPackage

/// Where a feed lies: a web server or a folder. It only brings bytes; what they are worth is judged elsewhere, by the
/// same rules for both.
protocol FeedReader {
    /// A signed file of at most 4 MiB. `etag` is that of the bytes we hold, where we hold some.
    func message(_ path: FeedPath, unlike etag: String?) throws(PullError) -> MessageReply

    /// Puts `files/<sha256>` at `target`, which is not there yet. Its size and hash are those asked for, or it throws.
    func file(_ sha256: String, size: Int, to target: FilePath) throws(PullError)
}

enum MessageReply: Hashable {
    case bytes([UInt8], etag: String?)
    /// Only ever an answer to an ETag.
    case notModified
    case absent
}

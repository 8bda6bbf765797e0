import EditionPackage
import GradeStore
import SignedFeed
import SystemPackage
import SystemSupport

/// A feed on a web server.
struct WebFeed: FeedReader {
    let transfer: FileTransfer
    /// Where messages lie while they come.
    let temporary: FilePath

    func message(_ path: FeedPath, unlike etag: String?) throws(PullError) -> MessageReply {
        let file = temporary.appending("message")
        defer { try? FileSystem.remove(file) }
        do throws(TransferError) {
            let fetched = try transfer.fetch(
                Self.source(path), into: file, limit: SignedMessage.largestFile, unless: etag.flatMap { EntityTag($0) })
            switch fetched {
            case .notModified: return .notModified
            case .absent: return .absent
            case .fetched(_, let tag):
                return .bytes(try Self.read(file), etag: tag?.description)
            }
        } catch { throw .transfer(error) }
    }

    func file(_ sha256: String, size: Int, to target: FilePath) throws(PullError) {
        guard let content = Content(sha256: sha256, size: size) else { throw .changedFile(file: sha256) }
        do throws(TransferError) {
            _ = try transfer.fetch(content, into: target)
        } catch { throw .transfer(error) }
    }

    /// Only messages are asked for by path; other files are asked for by their contents.
    private static func source(_ path: FeedPath) -> SourcePath {
        if case .keys(let version) = path { return .keys(version) }
        return .current
    }

    private static func read(_ file: FilePath) throws(TransferError) -> [UInt8] {
        do throws(FileFault) {
            return try RegularFile.read(file, limit: SignedMessage.largestFile)
        } catch {
            if case .system(let errno) = error { throw .file(path: file.string, errno) }
            throw .notOurFile(path: file.string)
        }
    }
}

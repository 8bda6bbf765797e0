import EditionPackage
import GradeStore
import SignedFeed
import SystemPackage
import SystemSupport

/// A feed in a folder: a stick, a share. It passes the same checks as one from the network.
struct FolderFeed: FeedReader {
    let path: FilePath

    func message(_ path: FeedPath, unlike etag: String?) throws(PullError) -> MessageReply {
        guard let bytes = try read(path, limit: SignedMessage.largestFile) else { return .absent }
        return .bytes(bytes, etag: nil)
    }

    func file(_ sha256: String, size: Int, to target: FilePath) throws(PullError) {
        let path = FeedPath.file(sha256)
        guard let bytes = try read(path, limit: size) else { throw .incomplete(file: path.text) }
        guard bytes.count == size, ContentAddress.of(bytes) == sha256 else { throw .changedFile(file: path.text) }
        do {
            try FileSystem.write(bytes, to: target, mode: 0o600, passing: true)
        } catch { throw .writing(target, error) }
    }

    /// Nil where there is no such file; an error where there is no feed at all, such as a stick that is not in.
    /// A file of the list that is longer than the list says is another file; nothing says how long a message is.
    private func read(_ file: FeedPath, limit: Int) throws(PullError) -> [UInt8]? {
        let whole = path.pushing(FilePath(file.text))
        do throws(FileFault) {
            return try RegularFile.read(whole, limit: limit)
        } catch {
            switch error {
            case .system(.noSuchFileOrDirectory):
                guard FileSystem.isFolder(path) else { throw .folder(path: path.string, detail: "no such folder") }
                return nil
            case .system(let errno): throw .folder(path: whole.string, detail: errno.description)
            case .notRegular: throw .folder(path: whole.string, detail: "no regular file")
            case .tooLarge:
                if case .file = file { throw .changedFile(file: file.text) }
                throw .message(file: file.text, .tooLarge(limit: limit))
            }
        }
    }
}

internal import CSystemCalls
import SignedFeed
public import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A feed as a folder of static files, ready to be put on any web server or carried on a stick:
/// `keys/1.signed` …, `files/<sha256>`, `current.signed`.
public struct FeedFolder: Hashable, Sendable {
    public let path: FilePath

    public init(_ path: FilePath) { self.path = path }

    var current: FilePath { path.appending("current.signed") }
    func keys(_ version: Int) -> FilePath { path.appending("keys").appending("\(version).signed") }
    /// `sha256` is a `ContentAddress`, so it can't lead anywhere else.
    func file(_ sha256: String) -> FilePath { path.appending("files").appending(sha256) }

    /// A regular file of at most `limit` bytes, no link; nil where there is none.
    func read(_ file: FilePath, limit: Int) throws(PublishingError) -> [UInt8]? {
        do throws(FileFault) {
            return try RegularFile.read(file, limit: limit)
        } catch {
            switch error {
            case .system(.noSuchFileOrDirectory), .system(.notDirectory): return nil
            case .system(let errno): throw .odd(file, errno.description)
            case .notRegular: throw .odd(file, "no regular file")
            case .tooLarge: throw .odd(file, "larger than \(limit) bytes")
            }
        }
    }

    /// Makes the folders of a feed where they are missing.
    func make() throws(PublishingError) {
        for folder in [path, path.appending("keys"), path.appending("files")] {
            // A web server has to get in, whatever the umask.
            do throws(Errno) {
                try FileSystem.makeFolder(folder, mode: 0o755)
            } catch { throw .unwritable(path: folder.string, detail: error.description) }
        }
    }

    /// Writes a file for everyone to read, whole or not at all, and flushes it and its name. Many files are flushed
    /// together at the end, by `flush`: one by one they would take minutes for a whole country.
    func write(_ bytes: [UInt8], to file: FilePath, flushing: Bool = true) throws(PublishingError) {
        do throws(Errno) {
            let replaced = try ReplacedFile(file, mode: 0o644)
            try replaced.write(bytes)
            try replaced.commit(flushing: flushing)
        } catch { throw .unwritable(path: file.string, detail: error.description) }
    }

    /// Flushes everything that was written.
    func flush() throws(PublishingError) {
        do {
            try Self.open(path) { landgrade_sync_file_system($0) }
        } catch { throw .unwritable(path: path.string, detail: "\(error)") }
    }

    private static func open(_ folder: FilePath, _ body: (CInt) -> CInt) throws {
        let descriptor = try FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec])
        try descriptor.closeAfter {
            guard body(descriptor.rawValue) == 0 else { throw Errno(rawValue: errno) }
        }
    }
}

extension PublishingError {
    static func odd(_ file: FilePath, _ detail: String) -> Self { .unreadable(path: file.string, detail: detail) }
}

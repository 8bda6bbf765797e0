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
        do {
            let descriptor = try FileDescriptor.open(file, .readOnly, options: [.noFollow, .closeOnExec, .nonBlocking])
            return try descriptor.closeAfter {
                var status = stat()
                guard fstat(descriptor.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
                guard status.st_mode & S_IFMT == S_IFREG else { throw PublishingError.odd(file, "no regular file") }
                guard status.st_size <= limit else { throw PublishingError.odd(file, "larger than \(limit) bytes") }
                var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
                var count = 0
                while count < bytes.count {
                    let more = try bytes.withUnsafeMutableBytes {
                        try descriptor.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
                    }
                    guard more > 0 else { throw PublishingError.odd(file, "cut short while it was read") }
                    count += more
                }
                return bytes
            }
        } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
            return nil
        } catch let error as PublishingError {
            throw error
        } catch { throw .odd(file, "\(error)") }
    }

    /// Makes the folders of a feed where they are missing.
    func make() throws(PublishingError) {
        for folder in [path, path.appending("keys"), path.appending("files")] {
            // A web server has to get in, whatever the umask.
            let made = folder.withPlatformString { mkdir($0, 0o755) == 0 ? chmod($0, 0o755) : -1 }
            guard made == 0 || errno == EEXIST else {
                throw .unwritable(path: folder.string, detail: Errno(rawValue: errno).description)
            }
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

import GradeStore
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `X.part`, the bytes of X that have come so far, and `X.part.etag`, the version they are of. The name X appears when
/// it is complete. Links, folders and files of other users in their place are refused.
final class PartialFile {
    let path: FilePath
    /// In bytes.
    private(set) var size: Int
    /// The version that the bytes are of, where the server named one.
    var tag: EntityTag?
    private let descriptor: FileDescriptor
    private var hasTagFile: Bool

    /// Opens what is there, or makes it with mode 0600.
    init(of destination: FilePath) throws(TransferError) {
        path = Self.path(destination, ".part")
        let options: FileDescriptor.OpenOptions = [.noFollow, .closeOnExec, .nonBlocking, .append]
        do {
            do {
                descriptor = try FileDescriptor.open(
                    path, .readWrite, options: options.union([.create, .exclusiveCreate]),
                    permissions: [.ownerReadWrite])
                (size, tag, hasTagFile) = (0, nil, false)
            } catch Errno.fileExists {
                descriptor = try FileDescriptor.open(path, .readWrite, options: options)
                size = try Self.size(of: descriptor, path)
                tag = size > 0 ? Self.tag(in: Self.path(path, ".etag")) : nil
                hasTagFile = true
            }
        } catch let error as TransferError {
            throw error
        } catch Errno.tooManySymbolicLinkLevels, Errno.isDirectory, Errno.noSuchAddressOrDevice {
            throw .notOurFile(path: path.string)
        } catch { throw .local(path, error) }
    }

    deinit { try? descriptor.close() }  // what was written counts, and its hash is checked before it is taken

    private static func size(of descriptor: FileDescriptor, _ path: FilePath) throws -> Int {
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1, status.st_uid == geteuid() else {
            try? descriptor.close()
            throw TransferError.notOurFile(path: path.string)
        }
        return Int(status.st_size)
    }

    func append(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
        size += try systemCall { try descriptor.writeAll(bytes) }
    }

    /// Back to no bytes.
    func restart() throws(TransferError) {
        guard ftruncate(descriptor.rawValue, 0) == 0 else { throw .file(path: path.string, Errno(rawValue: errno)) }
        (size, tag) = (0, nil)
        removeTagFile()
    }

    /// Leaves the bytes for the next try, of this run or a later one.
    func keep() {
        guard size > 0 else { return discard() }
        removeTagFile()
        guard let tag else { return }
        // Without the tag the bytes are still of use: their hash decides.
        let file = try? FileDescriptor.open(
            Self.path(path, ".etag"), .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
            permissions: [.ownerReadWrite])
        _ = try? file?.closeAfter { try file?.writeAll(tag.description.utf8) }
        hasTagFile = true
    }

    /// SHA-256 of what lies on the disk, as lower-case hex digits.
    func sha256() throws(TransferError) -> String {
        do throws(Errno) {
            return try FileHash.sha256(of: descriptor)
        } catch { throw .file(path: path.string, error) }
    }

    /// Gives the file its name.
    func finish(as destination: FilePath) throws(TransferError) {
        do throws(Errno) {
            try FileSystem.rename(path, to: destination)
        } catch { throw .file(path: destination.string, error) }
        removeTagFile()
    }

    func discard() {
        try? FileSystem.remove(path)
        removeTagFile()
    }

    private func removeTagFile() {
        guard hasTagFile else { return }
        try? FileSystem.remove(Self.path(path, ".etag"))
        hasTagFile = false
    }

    private static func path(_ path: FilePath, _ ending: String) -> FilePath { FilePath(path.string + ending) }

    /// Nil where the file is missing or holds no tag: then nothing is said about the version, and the hash decides.
    private static func tag(in path: FilePath) -> EntityTag? {
        guard let file = try? FileDescriptor.open(path, .readOnly, options: [.noFollow, .closeOnExec, .nonBlocking])
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: 257)
        let count = try? file.closeAfter { try bytes.withUnsafeMutableBytes { try file.read(into: $0) } }
        return count.flatMap { String(validating: bytes[..<$0], as: UTF8.self) }.flatMap { EntityTag($0) }
    }
}

extension TransferError {
    static func local(_ path: FilePath, _ error: any Error) -> Self {
        .file(path: path.string, error as? Errno ?? .ioError)
    }
}

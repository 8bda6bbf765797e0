public import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is there whole or not at all: written under another name in the same folder, then renamed. It is not
/// flushed to disk, as `cp` doesn't either: what a program makes of its input can be made again.
public final class OutputFile {
    private let path: FilePath
    /// Where it lies until it is finished. A library that writes files by their path may write there.
    public let temporary: FilePath
    private let descriptor: FileDescriptor
    private var isFinished = false

    /// - Parameter input: a file that must not be overwritten, because it is being read.
    public init(_ path: FilePath, besides input: FileIdentity?) throws(OutputFileError) {
        self.path = path
        try Self.check(path, besides: input)
        guard let name = path.lastComponent else { throw .noRegularFile }
        temporary = path.removingLastComponent().appending(".\(name.string).\(getpid()).part")
        do {
            descriptor = try FileDescriptor.open(
                temporary, .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch let error as Errno { throw .unwritable(error) } catch { throw .unwritable(.ioError) }
    }

    /// Whether a file may be written there: for whoever has another program write it.
    static func check(_ path: FilePath, besides input: FileIdentity?) throws(OutputFileError) {
        var status = stat()
        if path.withPlatformString({ lstat($0, &status) }) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind == S_IFREG else { throw kind == S_IFLNK ? .link : .noRegularFile }
            let identity = FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
            guard identity != input else { throw .input }
        }
    }

    deinit {
        guard !isFinished else { return }
        try? descriptor.close()
        _ = temporary.withPlatformString { unlink($0) }
    }

    public func write(_ bytes: ArraySlice<UInt8>) throws { try descriptor.writeAll(bytes) }

    /// Gives the file its name.
    public func finish() throws(OutputFileError) {
        do {
            try descriptor.close()
        } catch let error as Errno { throw .unwritable(error) } catch { throw .unwritable(.ioError) }
        isFinished = true
        let renamed = temporary.withPlatformString { old in path.withPlatformString { rename(old, $0) } }
        guard renamed == 0 else {
            let error = Errno(rawValue: errno)
            _ = temporary.withPlatformString { unlink($0) }
            throw .unwritable(error)
        }
    }
}

public enum OutputFileError: Error, Hashable, Sendable {
    /// It is the file that is being read.
    case input
    case link
    /// A folder, a pipe, a device.
    case noRegularFile
    case unwritable(Errno)
}

public import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is there whole or not at all, however the program ends (`ReplacedFile`).
public final class OutputFile {
    private let file: ReplacedFile
    /// For a library that writes files by their path: where it lies until it is finished.
    public var temporary: FilePath { file.temporary }

    /// - Parameter input: a file that must not be overwritten, because it is being read.
    public init(_ path: FilePath, besides input: FileIdentity?) throws(OutputFileError) {
        try Self.check(path, besides: input)
        guard path.lastComponent != nil else { throw .noRegularFile }
        do throws(Errno) {
            file = try ReplacedFile(path)
        } catch { throw .unwritable(error) }
    }

    /// Whether a file may be written there: for callers that have it written by another program or library.
    package static func check(_ path: FilePath, besides input: FileIdentity?) throws(OutputFileError) {
        var status = stat()
        if path.withPlatformString({ lstat($0, &status) }) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind == S_IFREG else { throw kind == S_IFLNK ? .link : .noRegularFile }
            guard FileIdentity(status) != input else { throw .input }
        }
    }

    public func write(_ bytes: ArraySlice<UInt8>) throws { try file.write(bytes) }

    /// Gives the file its name.
    public func finish() throws(OutputFileError) {
        do throws(Errno) {
            try file.commit()
        } catch { throw .unwritable(error) }
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

public import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file to be read once from beginning to end, or standard input.
public final class InputFile {
    private let descriptor: FileDescriptor
    private let closes: Bool
    private var remaining: Int64?
    /// Bytes, where it is a regular file: those it had when it was opened. What is written to it later is not read.
    public let size: Int64?
    /// Tells one file from another whatever its path is called.
    public let identity: FileIdentity

    /// Nil path: standard input. Folders and devices are refused; pipes are read as they come.
    public init(_ path: FilePath?) throws(InputFileError) {
        do throws(Errno) {
            descriptor = try systemCall {
                try path.map { try FileDescriptor.open($0, .readOnly, options: [.closeOnExec]) } ?? .standardInput
            }
        } catch { throw .unreadable(error) }
        closes = path != nil
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0 else { throw .unreadable(Errno(rawValue: errno)) }
        identity = FileIdentity(status)
        switch status.st_mode & S_IFMT {
        case S_IFREG: size = Int64(status.st_size)
        case S_IFDIR: throw .folder
        case S_IFCHR where path == nil, S_IFIFO, S_IFSOCK: size = nil
        default: throw .device
        }
        remaining = size
    }

    deinit { if closes { try? descriptor.close() } }

    /// The next bytes; 0 at the end. A regular file that ends before the size it was opened with is no longer what was
    /// asked about: `InputFileError.cutShort`.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        var buffer = buffer
        if let remaining {
            guard remaining > 0 else { return 0 }
            buffer = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Int(clamping: remaining)))
        }
        let count = try descriptor.read(into: buffer)
        if let left = remaining {
            guard count > 0 else { throw InputFileError.cutShort }
            remaining = left - Int64(count)
        }
        return count
    }

    /// Bytes from `offset` on of a regular file, as far as it went when it was opened; 0 at the end.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let size, offset < Int(size) else { return 0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Int(size) - offset))
        let count = try descriptor.read(fromAbsoluteOffset: Int64(offset), into: room)
        guard count > 0 || room.isEmpty else { throw InputFileError.cutShort }
        return count
    }
}

public enum InputFileError: Error, Hashable, Sendable {
    case folder
    case device
    case unreadable(Errno)
    /// Became shorter while it was read.
    case cutShort
}

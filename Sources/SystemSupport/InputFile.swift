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
    /// As it was given; `-` for standard input.
    private let name: String
    private var remaining: Int64?
    /// Bytes, where it is a regular file: those it had when it was opened. What is written to it later is not read.
    public let size: Int64?
    /// Tells one file from another whatever its path is called.
    public let identity: FileIdentity

    /// Nil path: standard input. Folders and devices are refused; pipes are read as they come.
    public init(_ path: FilePath?) throws(InputFileError) {
        let name = path?.string ?? "-"
        self.name = name
        do throws(Errno) {
            descriptor = try systemCall {
                try path.map { try FileDescriptor.open($0, .readOnly, options: [.closeOnExec]) } ?? .standardInput
            }
        } catch { throw InputFileError(name, .unreadable(error)) }
        closes = path != nil
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0 else {
            throw InputFileError(name, .unreadable(Errno(rawValue: errno)))
        }
        identity = FileIdentity(status)
        switch status.st_mode & S_IFMT {
        case S_IFREG: size = Int64(status.st_size)
        case S_IFDIR: throw InputFileError(name, .folder)
        case S_IFCHR where path == nil, S_IFIFO, S_IFSOCK: size = nil
        default: throw InputFileError(name, .device)
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
            guard count > 0 else { throw InputFileError(name, .cutShort) }
            remaining = left - Int64(count)
        }
        return count
    }

    /// Bytes from `offset` on of a regular file, as far as it went when it was opened; 0 at the end.
    public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let size, offset < Int(size) else { return 0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Int(size) - offset))
        let count = try descriptor.read(fromAbsoluteOffset: Int64(offset), into: room)
        guard count > 0 || room.isEmpty else { throw InputFileError(name, .cutShort) }
        return count
    }
}

public struct InputFileError: Error, Hashable, Sendable {
    public let file: String
    public let fault: Fault

    public enum Fault: Hashable, Sendable {
        case folder
        case device
        case unreadable(Errno)
        /// Became shorter while it was read.
        case cutShort
    }

    init(_ file: String, _ fault: Fault) {
        self.file = file
        self.fault = fault
    }
}

extension InputFileError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch fault {
        case .folder: language.pick(zh: "\(file) 是文件夹，不是清单", en: "\(file) is a folder, not a list")
        case .device: language.pick(zh: "\(file) 是设备，不是清单", en: "\(file) is a device, not a list")
        case .unreadable(let error):
            language.pick(zh: "读不了 \(file)：\(SystemWords.chinese(error))", en: "\(file) can't be read: \(error)")
        case .cutShort:
            language.pick(
                zh: "读取期间 \(file) 变短了；请待文件写完后再试",
                en: "\(file) became shorter while it was read; try again once nobody writes to it")
        }
    }
}

import SystemPackage
import SystemSupport
import TabularText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A regular file, as long as it was when it was opened.
final class OpenedFile: RandomAccess {
    let path: FilePath
    let count: Int
    private let descriptor: FileDescriptor

    /// A link is followed; a device or a pipe is refused and never waited for.
    init(_ path: FilePath) throws(DocumentFault) {
        self.path = path
        do {
            descriptor = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
        } catch {
            throw Self.unreadable(error)
        }
        var status = stat()
        let isKnown = fstat(descriptor.rawValue, &status) == 0
        guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
            try? descriptor.close()
            let isFolder = isKnown && status.st_mode & S_IFMT == S_IFDIR
            throw isFolder
                ? DocumentFault(zh: "是文件夹；请写出其中的文件", en: "a folder; name the files in it")
                : DocumentFault(zh: "不是普通文件", en: "not a regular file")
        }
        count = Int(status.st_size)
    }

    deinit { try? descriptor.close() }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset < count else { return 0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(count - offset))
        return try descriptor.read(fromAbsoluteOffset: Int64(offset), into: room)
    }

    /// The first bytes: `limit`, or all where there are fewer.
    func bytes(limit: Int) throws(DocumentFault) -> [UInt8] {
        do {
            return try bytes(at: 0, count: min(limit, count))
        } catch {
            throw Self.unreadable(error)
        }
    }

    /// - Throws: where there are more than `limit`.
    func whole(limit: Int) throws(DocumentFault) -> [UInt8] {
        guard count <= limit else { throw .tooLong(limit: limit) }
        return try bytes(limit: limit)
    }

    private static func unreadable(_ error: any Error) -> DocumentFault {
        let reason = (error as? Errno)?.description ?? "\(error)"
        return DocumentFault(zh: "打不开：\(SystemWords.chinese(reason))", en: "can't be opened: \(reason)")
    }
}

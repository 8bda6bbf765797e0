import CSystemCalls
import LookupService
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#endif

/// A file without a name, in the folder for temporary files: it is gone with the process, however that ends.
final class NamelessFile: Sendable {
    let descriptor: FileDescriptor

    init() throws {
        let folder = SystemSupport.Environment.value("TMPDIR") ?? "/tmp"
        let number = landgrade_open_nameless(folder)
        guard number >= 0 else { throw Self.problem(Errno(rawValue: errno)) }
        descriptor = FileDescriptor(rawValue: number)
    }

    /// A file whose name is about to go.
    init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

    var count: Int {
        get throws { Int(try descriptor.seek(offset: 0, from: .end)) }
    }

    deinit { try? descriptor.close() }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
        do {
            _ = try descriptor.writeAll(toAbsoluteOffset: Int64(offset), bytes)
        } catch let error as Errno { throw Self.problem(error) }
    }

    /// Up to `buffer.count` bytes from an offset; 0 at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try descriptor.read(fromAbsoluteOffset: Int64(offset), into: buffer)
    }

    func truncate(to count: Int) throws {
        guard ftruncate(descriptor.rawValue, off_t(count)) == 0 else { throw Errno(rawValue: errno) }
    }

    /// Gives the place of what stands before an offset back to the disk, where its file system can; what is behind stays
    /// where it is.
    func release(before offset: Int) -> Bool { landgrade_release(descriptor.rawValue, Int64(offset)) == 0 }

    /// A disk that is full, and a limit on a file's size, are told as what they are to a client.
    private static func problem(_ error: Errno) -> any Error {
        switch error {
        case .noSpace, .diskQuotaExceeded, .fileTooLarge: Problem.noRoom
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory: Problem.busy
        default: error
        }
    }
}

import CommandSupport
import LookupService
import struct NIOCore.ByteBuffer
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// An uploaded list, whole: in memory while it is small, else in a file that has no name any more and is gone with the
/// process. It is taken in before the first answer goes out, because many clients read nothing until they have sent
/// everything: answering while they send would leave both sides waiting for each other.
final class Spool: Sendable {
    private enum Storage: Sendable {
        case memory([UInt8])
        case file(FileDescriptor)
    }

    private let storage: Storage
    let count: Int

    private init(_ storage: Storage, count: Int) {
        self.storage = storage
        self.count = count
    }

    deinit { if case .file(let file) = storage { try? file.close() } }

    /// Up to `buffer.count` bytes from an offset; 0 at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        switch storage {
        case .file(let file): return try file.read(fromAbsoluteOffset: Int64(offset), into: buffer)
        case .memory(let bytes):
            let part = bytes[min(offset, bytes.count)..<min(offset + buffer.count, bytes.count)]
            buffer.copyBytes(from: part)
            return part.count
        }
    }

    /// Takes bytes in.
    struct Writer {
        private static let memoryLimit = 1 << 20

        private var memory: [UInt8] = []
        private var file: FileDescriptor?
        private var count = 0

        mutating func append(_ part: ByteBuffer) throws {
            count += part.readableBytes
            if file == nil, memory.count + part.readableBytes > Self.memoryLimit {
                let opened = try Self.open()
                file = opened
                try opened.writeAll(memory)
                memory = []
            }
            if let file {
                try part.withUnsafeReadableBytes { _ = try file.writeAll($0) }
            } else {
                memory += part.readableBytesView
            }
        }

        consuming func finish() -> Spool { Spool(file.map(Storage.file) ?? .memory(memory), count: count) }

        /// What was taken in is not wanted.
        func discard() { try? file?.close() }

        private static func open() throws -> FileDescriptor {
            let folder = CommandSupport.Environment.value("TMPDIR") ?? "/tmp"
            var template = Array("\(folder)/landgrade-list-XXXXXX".utf8CString)
            let number = mkstemp(&template)
            guard number >= 0 else { throw Errno(rawValue: errno) }
            unlink(template)
            return FileDescriptor(rawValue: number)
        }
    }
}

/// A part of a spool, read from its beginning on.
struct SpoolReader: Sendable {
    let spool: Spool
    private(set) var range: Range<Int>

    init(_ spool: Spool, _ range: Range<Int>) {
        self.spool = spool
        self.range = range
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(range.count))
        guard !wanted.isEmpty else { return 0 }
        let count = try spool.read(at: range.lowerBound, into: wanted)
        range = range.lowerBound + count..<range.upperBound
        return count
    }
}

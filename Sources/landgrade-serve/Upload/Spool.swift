import LookupService
import struct NIOCore.ByteBuffer

/// An uploaded list, whole: in memory while it is small, else in a file without a name. It is taken in before the first
/// answer goes out, because many clients read nothing until they have sent everything: answering while they send would
/// leave both sides waiting for each other.
final class Spool: Sendable {
    private enum Storage: Sendable {
        case memory([UInt8])
        case file(NamelessFile)
    }

    private let storage: Storage
    private let share: Share
    let count: Int

    private init(_ storage: Storage, _ share: Share, count: Int) {
        self.storage = storage
        self.share = share
        self.count = count
    }

    /// Up to `buffer.count` bytes from an offset; 0 at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        switch storage {
        case .file(let file): return try file.read(at: offset, into: buffer)
        case .memory(let bytes):
            let part = bytes[min(offset, bytes.count)..<min(offset + buffer.count, bytes.count)]
            buffer.copyBytes(from: part)
            return part.count
        }
    }

    /// Fewer bytes only where the upload ends.
    func bytes(at offset: Int, _ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let more = try bytes.withUnsafeMutableBytes { buffer in
                try read(at: offset + filled, into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            }
            guard more > 0 else { break }
            filled += more
        }
        return Array(bytes[..<filled])
    }

    /// A part of it as a file that begins and ends with it. What is on the disk already is moved there to the beginning,
    /// so that it does not lie there twice: the spool can't be read any more.
    func file(of range: Range<Int>) throws -> NamelessFile {
        let file: NamelessFile
        let isMoved: Bool
        switch storage {
        case .file(let own): (file, isMoved) = (own, range.lowerBound == 0)
        case .memory: (file, isMoved) = (try NamelessFile(), false)
        }
        var offset = 0
        while !isMoved, offset < range.count {
            let piece = try bytes(at: range.lowerBound + offset, min(1 << 20, range.count - offset))
            guard !piece.isEmpty else { throw Problem.fault }
            try piece.withUnsafeBytes { try file.write($0, at: offset) }
            offset += piece.count
        }
        try file.truncate(to: range.count)
        return file
    }

    /// Takes bytes in.
    struct Writer {
        private static let memoryLimit = 1 << 20

        private let share: Share
        private var memory: [UInt8] = []
        private var file: NamelessFile?
        private var count = 0

        init(_ share: Share) { self.share = share }

        /// - Throws: `Problem.noRoom` where all lists together have no room for more.
        mutating func append(_ part: ByteBuffer) throws {
            guard share.take(part.readableBytes) else { throw Problem.noRoom }
            if file == nil, memory.count + part.readableBytes > Self.memoryLimit {
                let opened = try NamelessFile()
                file = opened
                try memory.withUnsafeBytes { try opened.write($0, at: 0) }
                memory = []
            }
            if let file {
                try part.withUnsafeReadableBytes { try file.write($0, at: count) }
            } else {
                memory += part.readableBytesView
            }
            count += part.readableBytes
        }

        consuming func finish() -> Spool { Spool(file.map(Storage.file) ?? .memory(memory), share, count: count) }
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

import CommandSupport
import GazetteImport
import ReviewWorkbook
import SystemPackage
import TabularText

/// A review workbook on disk.
struct ReviewFile {
    private let path: String
    private let bytes: MemoryBytes

    /// Nil: a file of another kind, or one that can't be read; whoever reads it as a document says why.
    init?(_ path: String) {
        let limit = 64 << 20
        guard let file = try? FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
        else {
            return nil
        }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while let count = try? block.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
            bytes += block[..<count]
            guard bytes.count <= limit, bytes.starts(with: [0x50, 0x4B]) else { return nil }
        }
        self.bytes = MemoryBytes(bytes)
        self.path = path
        guard ReviewWorkbook.isOne(self.bytes) else { return nil }
    }

    /// Throws the exit status, after saying why.
    func draft() throws -> ImportDraft {
        do {
            return try ReviewWorkbook.read(bytes)
        } catch let error as ReviewError {
            throw fail("\(ShownPath(path)): \(error.remark.english) (\(error.remark.chinese))")
        } catch let error as TableError {
            throw fail("\(ShownPath(path)): \(error.remark.english)")
        }
    }

    /// Throws the exit status where it can't be written.
    static func write(_ draft: ImportDraft?, to path: String) throws {
        do {
            try ReviewWorkbook.write(draft, to: FilePath(path))
        } catch Errno.fileExists {
            throw fail("\(ShownPath(path)): is there already, and may hold answers; remove it, or name another --out")
        } catch let error as Errno {
            throw fail("\(ShownPath(path)): can't be written (\(error))")
        }
        guard draft != nil else { return }
        StandardStreams.complain("landgrade-publish: the questions are in \(ShownPath(path))（待答问题已写入该工作簿）")
    }
}

private final class MemoryBytes: RandomAccess {
    private let bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }
    var count: Int { bytes.count }
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard offset < bytes.count else { return 0 }
        let part = bytes[offset...].prefix(buffer.count)
        buffer.copyBytes(from: part)
        return part.count
    }
}

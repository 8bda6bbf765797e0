import SQLite
import SystemPackage
import SystemSupport

/// What the beginning of a generation's file says. It is read before SQLite opens the file: that saves two statements at
/// every start, and SQLite overlooks a last page that is there in part.
enum GenerationHeader {
    case header(DatabaseHeader)
    case cutShort
    case notDatabase
    /// It would be ours but for bits of the application's id or of the layout.
    case changed

    init(_ path: FilePath) throws(Errno) {
        let descriptor = try FileSystem.open(path, .readOnly, [])
        defer { try? descriptor.close() }
        var bytes = [UInt8](repeating: 0, count: PageChecksums.pageSize)
        let count = try systemCall { try bytes.withUnsafeMutableBytes { try descriptor.read(into: $0) } }
        let fileSize = try systemCall { try descriptor.seek(offset: 0, from: .end) }
        let magic = DatabaseHeader.magic
        guard bytes.prefix(min(count, magic.count)).elementsEqual(magic.prefix(count)) else {
            self = .notDatabase
            return
        }
        guard count >= DatabaseHeader.size, let header = DatabaseHeader(bytes), Int(fileSize) >= header.fileSize else {
            self = .cutShort
            return
        }
        let isOurs = header.applicationID == Schema.applicationID && header.userVersion == Schema.version
        self = isOurs || !Self.isOursButForItsIDs(bytes) ? .header(header) : .changed
    }

    /// Whether the page matches its checksum with the id and the layout that are ours: then one of them was damaged, and
    /// the file is not one of another program or of another time.
    private static func isOursButForItsIDs(_ page: [UInt8]) -> Bool {
        var page = page
        for (offset, value) in [
            (DatabaseHeader.userVersionOffset, Schema.version),
            (DatabaseHeader.applicationIDOffset, Schema.applicationID),
        ] {
            for byte in 0..<4 { page[offset + byte] = UInt8(truncatingIfNeeded: value >> (24 - 8 * byte)) }
        }
        return PageChecksums.fits(page, number: 1)
    }
}

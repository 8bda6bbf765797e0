import SystemPackage

/// The first hundred bytes of a SQLite file, as its file format defines them. Read before SQLite opens the file: that
/// saves two statements at every start, and SQLite overlooks a last page that is there in part.
struct DatabaseHeader {
    let applicationID: Int
    /// The layout.
    let userVersion: Int
    /// What the header counts, in bytes.
    let expectedSize: Int

    static let size = 100
    private static let magic = Array("SQLite format 3\0".utf8)

    enum Reading {
        case header(DatabaseHeader)
        case cutShort
        case notDatabase
        /// It would be ours but for bits of the application's id or of the layout.
        case changed
    }

    static func read(_ path: FilePath) throws(Errno) -> Reading {
        let descriptor = try FileSystem.open(path, .readOnly, [])
        defer { try? descriptor.close() }
        var bytes = [UInt8](repeating: 0, count: PageChecksums.pageSize)
        let count: Int
        let fileSize: Int64
        do {
            count = try bytes.withUnsafeMutableBytes { try descriptor.read(into: $0) }
            fileSize = try descriptor.seek(offset: 0, from: .end)
        } catch let error as Errno { throw error } catch { throw .ioError }
        guard bytes.prefix(min(count, magic.count)).elementsEqual(magic.prefix(count)) else { return .notDatabase }
        guard count >= size else { return .cutShort }
        let header = DatabaseHeader(bytes)
        guard Int(fileSize) >= header.expectedSize else { return .cutShort }
        return header.isOurs || !isOursButForItsIDs(bytes) ? .header(header) : .changed
    }

    private var isOurs: Bool { applicationID == Schema.applicationID && userVersion == Schema.version }

    /// Whether the page matches its checksum with the id and the layout that are ours: then one of them was damaged, and
    /// the file is not one of another program or of another time.
    private static func isOursButForItsIDs(_ page: [UInt8]) -> Bool {
        var page = page
        for (offset, value) in [(60, Schema.version), (68, Schema.applicationID)] {
            for byte in 0..<4 { page[offset + byte] = UInt8(truncatingIfNeeded: value >> (24 - 8 * byte)) }
        }
        return PageChecksums.fits(page, number: 1)
    }

    private init(_ bytes: [UInt8]) {
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 << 8 | Int($1) } }
        // A page size of 65,536 does not fit its two bytes and is written as 1.
        let pageSize = number(16..<18) == 1 ? 65_536 : number(16..<18)
        expectedSize = pageSize * number(28..<32)
        userVersion = number(60..<64)
        applicationID = number(68..<72)
    }
}

internal import CDatabaseFiles
package import SystemPackage
import SystemSupport

/// Checksums at the end of each page of a generation: written once, when it is whole, and compared by SQLite's layer for
/// files (`CDatabaseFiles`) with every page that is read.
package enum PageChecksums {
    static let pageSize = Int(landgrade_page_size)

    /// Bytes of each page that are left to its checksum.
    static let size = CInt(landgrade_page_checksum_size)

    /// Writes them into every page of a finished file.
    package static func write(to path: FilePath) throws(Errno) {
        let file = try FileSystem.open(path, .readWrite, [])
        defer { try? file.close() }
        var block = [UInt8](repeating: 0, count: 256 * pageSize)
        var offset = 0
        while true {
            let count = try systemCall { try block.withUnsafeMutableBytes { try file.read(into: $0) } }
            guard count > 0 else { return }
            // A database file is a whole number of pages.
            guard count % pageSize == 0 else { throw .ioError }
            let written = try systemCall {
                try block.withUnsafeMutableBytes { bytes in
                    landgrade_seal_pages(bytes.baseAddress, count / pageSize, UInt32(offset / pageSize) + 1)
                    let pages = UnsafeRawBufferPointer(rebasing: bytes[..<count])
                    return try file.writeAll(toAbsoluteOffset: Int64(offset), pages)
                }
            }
            guard written == count else { throw .ioError }
            offset += count
        }
    }

    /// Whether a page is as it was when its checksum was written.
    static func fits(_ page: [UInt8], number: UInt32) -> Bool {
        page.count == pageSize && page.withUnsafeBytes { landgrade_page_is_sealed($0.baseAddress, number) != 0 }
    }
}

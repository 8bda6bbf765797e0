internal import CSQLite

/// Pages of a database file, read through the handle that SQLite itself has opened and locked: a second one would take
/// its lock away when it is closed.
///
/// What a page holds is laid down in https://sqlite.org/fileformat2.html, and stays readable: files of 2004 still are.
final class TablePages {
    /// The connection in whose transaction the file stays as it is.
    private let database: LayerDatabase
    private let file: UnsafeMutablePointer<sqlite3_file>
    let pageSize: Int
    /// The bytes of a page that SQLite uses; those behind them belong to an extension.
    let usableSize: Int
    /// A page that refers to a later one is damaged.
    let pageCount: Int

    /// Nil where SQLite has to be asked: texts are in UTF-16, changes may stand in a log, or the file is no plain one.
    init?(_ database: LayerDatabase, size: Int64) {
        var file: UnsafeMutablePointer<sqlite3_file>?
        let code = sqlite3_file_control(database.handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        guard code == SQLITE_OK, let file, file.pointee.pMethods != nil else { return nil }
        self.database = database
        self.file = file
        var header = [UInt8](repeating: 0, count: 100)
        guard Self.read(&header, count: 100, at: 0, from: file) else { return nil }
        let pageSize = header[16] == 0 && header[17] == 1 ? 65_536 : Int(header[16]) << 8 | Int(header[17])
        usableSize = pageSize - Int(header[20])
        self.pageSize = pageSize
        let isUTF8 = header[56..<60].elementsEqual([0, 0, 0, 1])
        let hasNoLog = header[18] == 1 && header[19] == 1
        guard pageSize >= 512, pageSize.nonzeroBitCount == 1, usableSize >= 480, isUTF8, hasNoLog else { return nil }
        // The header's number counts where the last writer wrote it; what is behind it is not the database's.
        let said = header[28..<32].reduce(0) { $0 << 8 | Int($1) }
        let isSaid = said > 0 && header[24..<28].elementsEqual(header[92..<96])
        let there = Int(clamping: size / Int64(pageSize))
        pageCount = isSaid ? min(said, there) : there
    }

    /// Reads `count` pages from this one on.
    func read(_ bytes: inout [UInt8], from page: Int, count: Int) -> Bool {
        guard page >= 1, count >= 1, count <= pageCount, page <= pageCount - count + 1 else { return false }
        let size = count * pageSize
        if bytes.count < size { bytes.append(contentsOf: repeatElement(0, count: size - bytes.count)) }
        return Self.read(&bytes, count: size, at: Int64(page - 1) * Int64(pageSize), from: file)
    }

    private static func read(
        _ bytes: inout [UInt8], count: Int, at offset: Int64, from file: UnsafeMutablePointer<sqlite3_file>
    ) -> Bool {
        guard let read = file.pointee.pMethods.pointee.xRead else { return false }
        return bytes.withUnsafeMutableBytes { bytes in
            bytes.count >= count
                && read(file, bytes.baseAddress, Int32(truncatingIfNeeded: count), offset) == SQLITE_OK
        }
    }
}

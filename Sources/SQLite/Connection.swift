internal import CSQLite

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open SQLite connection, closed when it goes. One thread at a time.
///
///     let connection = try Connection("parcels.gpkg", .reading)
///     let row = try connection.prepare("SELECT count(*) FROM sqlite_schema")
///     print(try row.step() ? row.integer(0) : nil)    // Optional(3)
package final class Connection {
    let handle: OpaquePointer
    /// As it was given.
    package let path: String
    /// Statements by their text, kept by `cachedStatement`. As many as there are queries in a module, so searched one by
    /// one; a `Dictionary` would have the runtime search for conformances.
    private var cached: [(sql: String, statement: Statement)] = []
    /// What the progress handler asks, see `ask`.
    var question: ProgressQuestion?

    package enum Mode {
        case reading, writing
        /// For writing; the file is made where there is none.
        case making

        fileprivate var flags: Int32 {
            switch self {
            case .reading: SQLITE_OPEN_READONLY
            case .writing: SQLITE_OPEN_READWRITE
            case .making: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        }
    }

    /// - Parameters:
    ///   - parameters: of a URI (https://www.sqlite.org/uri.html), `mode=ro&immutable=1`; nil: the path is opened as a path.
    ///   - followsLinks: false refuses a path whose last component is a symbolic link.
    ///   - vfs: the name of a VFS other than the system's.
    package init(
        _ path: String, _ mode: Mode, parameters: String? = nil, followsLinks: Bool = true, vfs: String? = nil
    ) throws(SQLiteError) {
        var flags = mode.flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
        if parameters != nil { flags |= SQLITE_OPEN_URI }
        if !followsLinks { flags |= SQLITE_OPEN_NOFOLLOW }
        let file = followsLinks ? path : Self.withFolderResolved(path)
        let name = parameters.map { Self.uri(file) + "?" + $0 } ?? file
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(name, &handle, flags, vfs)
        guard let handle, code == SQLITE_OK else {
            let detail = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw SQLiteError(code: code, detail)
        }
        self.handle = handle
        self.path = path
    }

    /// Statements that are still in use close it with the last of them.
    deinit { sqlite3_close_v2(handle) }

    /// The path with the links of its folder resolved: SQLite's NOFOLLOW refuses a link anywhere in a path, and a folder
    /// often lies behind one. As it was given where that fails; opening then says why.
    private static func withFolderResolved(_ path: String) -> String {
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = end.map { path[...$0] } ?? "."
        guard let resolved = realpath(String(folder), nil) else { return path }
        defer { free(resolved) }
        let name = end.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        // Not a `String` and a `Substring`: the runtime would search for conformances, which is 5 % of a look-up.
        return String(cString: resolved) + "/" + name
    }

    /// Characters that mean something in a URI are percent-encoded.
    static func uri(_ path: String) -> String {
        var bytes = Array("file:".utf8)
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"): bytes += "%25".utf8
            case UInt8(ascii: "?"): bytes += "%3f".utf8
            case UInt8(ascii: "#"): bytes += "%23".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Runs one or more statements whose rows are not needed.
    package func run(_ sql: String) throws(SQLiteError) { try check(sqlite3_exec(handle, sql, nil, nil, nil)) }

    /// A new statement. It is finalized with its last reference.
    package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
        guard let statement else { throw .damaged("empty statement") }
        return Statement(handle: statement, connection: handle)
    }

    /// A statement that was prepared before and is not in use, reset, or else a new one, which is kept as long as the
    /// connection. Preparing a statement costs more than most take to run, and a list over many counties asks the same
    /// of each.
    package func cachedStatement(_ sql: String) throws(SQLiteError) -> Statement {
        let known = cached.firstIndex { $0.sql == sql }
        if let known, isKnownUniquelyReferenced(&cached[known].statement) {
            cached[known].statement.reset()
            return cached[known].statement
        }
        let new = try prepare(sql)
        if let known { cached[known].statement = new } else { cached.append((sql, new)) }
        return new
    }

    /// The first column of the first row, as a number.
    package func number(_ sql: String) throws(SQLiteError) -> Int? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// Copies another database page by page into this one: as that connection sees it, with all its indexes and free
    /// pages.
    package func fill(from source: Connection) throws(SQLiteError) {
        guard let backup = sqlite3_backup_init(handle, "main", source.handle, "main") else {
            throw SQLiteError(code: sqlite3_extended_errcode(handle), String(cString: sqlite3_errmsg(handle)))
        }
        let code = sqlite3_backup_step(backup, -1)
        let end = sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE, end == SQLITE_OK else {
            throw SQLiteError(code: end == SQLITE_OK ? code : end, String(cString: sqlite3_errstr(end)))
        }
    }

    func check(_ code: Int32) throws(SQLiteError) {
        guard code == SQLITE_OK else { throw SQLiteError(code: code, String(cString: sqlite3_errmsg(handle))) }
    }
}

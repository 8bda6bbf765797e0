internal import CSQLite

/// An open SQLite connection, closed when it goes. One thread at a time.
struct Connection: ~Copyable {
    let handle: OpaquePointer
    /// For messages.
    let path: String
    private let statements = PreparedStatements()

    /// Opens with `sqlite3_open_v2` and these flags; `uri` where `path` alone would not carry the parameters.
    /// `vfs` is the name of a VFS other than the system's.
    init(path: String, uri: String? = nil, flags: Int32, vfs: String? = nil) throws(StoreError) {
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(uri ?? path, &handle, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, vfs)
        guard let handle, code == SQLITE_OK else {
            let detail = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw Self.error(code: code, detail: detail, path: path)
        }
        self.handle = handle
        self.path = path
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs one or more statements that return nothing of interest.
    func run(_ sql: String) throws(StoreError) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    /// A statement ready for binding: one that was prepared before and that nobody holds any more, or a new one.
    func prepare(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements.take(sql) { return known }
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
        guard let statement else { throw .damaged(path: path, detail: "empty statement") }
        let new = Statement(handle: statement, connection: handle, path: path)
        statements.keep(new, sql)
        return new
    }

    /// The first column of the first row, as a number.
    func number(_ sql: String) throws(StoreError) -> Int? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : nil
    }

    func check(_ code: Int32) throws(StoreError) {
        guard code == SQLITE_OK else {
            throw Self.error(code: code, detail: String(cString: sqlite3_errmsg(handle)), path: path)
        }
    }

    /// A result code as the error a user can act on.
    static func error(code: Int32, detail: String, path: String) -> StoreError {
        if code == landgrade_sqlite_ioerr_data {
            return .pageChanged(path: path)
        }
        if code == landgrade_sqlite_ioerr_write || code == landgrade_sqlite_ioerr_truncate {
            return .notWritable(path: path, detail: detail)
        }
        return switch code & 0xFF {
        case SQLITE_NOTADB: .notDatabase(path: path)
        case SQLITE_FULL: .noSpace(path: path)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_IOERR, SQLITE_NOMEM: .unreadable(path: path, detail: detail)
        case SQLITE_READONLY, SQLITE_AUTH: .notWritable(path: path, detail: detail)
        default: .damaged(path: path, detail: detail)
        }
    }
}

/// Statements by their text. Preparing one costs more than most of them take to run, and a list over many counties asks
/// the same of each.
private final class PreparedStatements {
    // As many as there are queries in this module, so searched one by one; a `Dictionary` would have the runtime search
    // for conformances.
    private var kept: [(sql: String, statement: Statement)] = []

    func take(_ sql: String) -> Statement? {
        guard let index = kept.firstIndex(where: { $0.sql == sql }), isKnownUniquelyReferenced(&kept[index].statement)
        else { return nil }
        kept[index].statement.reset()
        return kept[index].statement
    }

    func keep(_ statement: Statement, _ sql: String) {
        if let index = kept.firstIndex(where: { $0.sql == sql }) {
            kept[index].statement = statement
        } else {
            kept.append((sql, statement))
        }
    }
}

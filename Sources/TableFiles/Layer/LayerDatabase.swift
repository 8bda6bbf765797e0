internal import CSQLite
import SystemPackage
import SystemSupport
internal import TabularText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open SQLite connection, closed when it goes. One thread at a time.
final class LayerDatabase: @unchecked Sendable {
    // Used by whoever holds the source or the copy it belongs to, under the lock those are used under.
    let handle: OpaquePointer
    let watch: LayerWatch

    /// Opens a file from elsewhere for reading: nothing it defines may reach beyond it.
    convenience init(reading file: LayerFile, _ bounds: LayerBounds) throws(TableError) {
        try self.init(
            uri: LayerFile.uri(file.path, mode: try file.mode()), flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
            vfs: file.isNameless ? UnnamedDatabase.vfs : nil, bounds)
        try defend()
        do {
            // The first look at the file itself, after which it stays as it is for us.
            try run("BEGIN")
            _ = try number("SELECT count(*) FROM sqlite_schema")
        } catch {
            throw sqlite3_extended_errcode(handle) == landgrade_sqlite_readonly_rollback ? file.interrupted : error
        }
    }

    /// - Parameter vfs: the name of another VFS than the system's.
    init(uri: String, flags: Int32, vfs: String? = nil, _ bounds: LayerBounds) throws(TableError) {
        bounds.limitProcess()
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(uri, &handle, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, vfs)
        guard let handle, code == SQLITE_OK else {
            let detail = handle.map { String(cString: sqlite3_errmsg($0)) } ?? ""
            sqlite3_close_v2(handle)
            throw Self.error(code, detail)
        }
        self.handle = handle
        watch = LayerWatch(bounds)
        watch.watch(handle)
        sqlite3_busy_timeout(handle, 2000)
    }

    deinit { sqlite3_close_v2(handle) }

    /// Hardens the connection for a file from elsewhere: no triggers, no functions that reach out, nothing on the disk, and
    /// limits. Views too are off where the bounds say so.
    ///
    /// - Parameter longest: bytes of a value. A polygon or a photo is one too, so it may be longer than a cell that is
    ///   judged.
    func defend(longest: Int32 = 16 << 20) throws(TableError) {
        _ = landgrade_sqlite_set_defensive(handle)
        _ = landgrade_sqlite_distrust_schema(handle)
        _ = landgrade_sqlite_disable_triggers(handle)
        if !watch.bounds.runsDefinitions { _ = landgrade_sqlite_disable_views(handle) }
        let limits: [(Int32, Int32)] = [
            (SQLITE_LIMIT_LENGTH, longest), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20), (SQLITE_LIMIT_EXPR_DEPTH, 100),
            (SQLITE_LIMIT_COMPOUND_SELECT, 50),
            (SQLITE_LIMIT_VDBE_OP, 50_000), (SQLITE_LIMIT_FUNCTION_ARG, 20), (SQLITE_LIMIT_ATTACHED, 0),
            (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100), (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
            (SQLITE_LIMIT_WORKER_THREADS, 0),
        ]
        for (limit, value) in limits { sqlite3_limit(handle, limit, value) }
        try run("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY")
    }

    /// What a view or a generated column makes may not be longer than a row that is judged.
    func limitComputedValues() { sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(RecordBlock.maximumRecord)) }

    /// Runs one or more statements that return nothing of interest.
    func run(_ sql: String) throws(TableError) { try check(sqlite3_exec(handle, sql, nil, nil, nil)) }

    func prepare(_ sql: String) throws(TableError) -> LayerStatement {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
        guard let statement else { throw TableError(LayerProblem.damaged("empty statement")) }
        return LayerStatement(handle: statement, database: self)
    }

    func number(_ sql: String) throws(TableError) -> Int64? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : nil
    }

    func check(_ code: Int32) throws(TableError) {
        guard code == SQLITE_OK else { throw error(code) }
    }

    func error(_ code: Int32) -> TableError {
        if let problem = watch.problem(code) { return TableError(problem) }
        return Self.error(code, String(cString: sqlite3_errmsg(handle)))
    }

    static func error(_ code: Int32, _ detail: String) -> TableError {
        let problem: LayerProblem =
            switch code == landgrade_sqlite_ioerr_write ? SQLITE_READONLY : code & 0xFF {
            case SQLITE_NOTADB: .notDatabase
            case SQLITE_BUSY, SQLITE_LOCKED: .busy
            case SQLITE_FULL: .noSpace
            case SQLITE_NOMEM: .outOfMemory
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_IOERR: .unreadable(detail)
            case SQLITE_READONLY: .unwritable(detail)
            case SQLITE_TOOBIG: .valueTooLong
            case SQLITE_ERROR, SQLITE_AUTH: .refused(detail)
            default: .damaged(detail)
            }
        return TableError(problem)
    }
}

/// A name as SQL quotes it.
func quoted(_ name: String) -> String {
    "\"" + String(name.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }.map(Character.init)) + "\""
}

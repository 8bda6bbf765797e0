internal import CSQLite

/// What SQLite allocates, over all connections of the process.
package enum SQLiteMemory {
    /// Bytes in use.
    package static var used: Int64 { sqlite3_memory_used() }

    /// Has SQLite count no allocations, for a process that sets no limit: a mutex and a counter less for each. Before the
    /// first connection; later it has no effect.
    package static func disableCounting() { _ = landgrade_sqlite_disable_memory_status() }

    /// Allocations beyond so many bytes fail, as `.outOfMemory`.
    package static func limit(to bytes: Int64) { sqlite3_hard_heap_limit64(bytes) }
}

/// What a statement from elsewhere may ask for (https://www.sqlite.org/c3ref/c_limit_attached.html).
package enum SQLiteLimit {
    case valueBytes, statementBytes, expressionDepth, compoundSelects, steps, functionArguments, attachedDatabases
    case patternBytes, triggerDepth, workerThreads

    fileprivate var code: Int32 {
        switch self {
        case .valueBytes: SQLITE_LIMIT_LENGTH
        case .statementBytes: SQLITE_LIMIT_SQL_LENGTH
        case .expressionDepth: SQLITE_LIMIT_EXPR_DEPTH
        case .compoundSelects: SQLITE_LIMIT_COMPOUND_SELECT
        case .steps: SQLITE_LIMIT_VDBE_OP
        case .functionArguments: SQLITE_LIMIT_FUNCTION_ARG
        case .attachedDatabases: SQLITE_LIMIT_ATTACHED
        case .patternBytes: SQLITE_LIMIT_LIKE_PATTERN_LENGTH
        case .triggerDepth: SQLITE_LIMIT_TRIGGER_DEPTH
        case .workerThreads: SQLITE_LIMIT_WORKER_THREADS
        }
    }
}

extension Connection {
    /// Has SQLite leave the last bytes of each page alone. For a file that has no page yet.
    package func reserve(bytesOfPage count: Int32) throws(SQLiteError) {
        var count = count
        try check(sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &count))
    }

    /// How long a lock of another connection is waited for.
    package func waitForLocks(milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

    /// Hardens the connection: its schema can't be written to, what the schema defines calls only functions without side
    /// effects, and pages whose cells overlap are damage.
    package func defend() throws(SQLiteError) {
        _ = landgrade_sqlite_set_defensive(handle)
        _ = landgrade_sqlite_distrust_schema(handle)
        try run("PRAGMA cell_size_check=ON")
    }

    package func disableTriggers() { _ = landgrade_sqlite_disable_triggers(handle) }

    package func disableViews() { _ = landgrade_sqlite_disable_views(handle) }

    package func limit(_ limit: SQLiteLimit, to value: Int32) { sqlite3_limit(handle, limit.code, value) }

    /// Asks every so many steps of SQLite's machine whether a statement has to end; it is `.interrupted` then.
    package func ask(everySteps steps: Int32, _ mustEnd: @escaping () -> Bool) {
        let question = ProgressQuestion(mustEnd)
        // SQLite does not retain it.
        self.question = question
        sqlite3_progress_handler(
            handle, steps,
            { question in
                // The object that was passed, which the connection holds.
                Unmanaged<ProgressQuestion>.fromOpaque(question!).takeUnretainedValue().mustEnd() ? 1 : 0
            }, Unmanaged.passUnretained(question).toOpaque())
    }
}

final class ProgressQuestion {
    let mustEnd: () -> Bool

    init(_ mustEnd: @escaping () -> Bool) { self.mustEnd = mustEnd }
}

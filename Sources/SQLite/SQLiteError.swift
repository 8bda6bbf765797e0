internal import CSQLite

/// What SQLite could not do, by what its caller can do about it.
package struct SQLiteError: Error, Hashable, Sendable {
    package let kind: Kind
    /// SQLite's own words, or those of the reader of a value.
    package let detail: String

    package enum Kind: Hashable, Sendable {
        /// The file is no database.
        case notDatabase
        /// The file is damaged, or a value in it is none that its reader knows.
        case damaged
        /// A page differs from its checksum (`VFS.checked`).
        case pageChanged
        case unreadable
        case notWritable
        /// A journal of an interrupted change has to be played back first, and this connection only reads.
        case needsRecovery
        /// Another connection holds the lock.
        case busy
        case noSpace
        case outOfMemory
        /// A progress handler ended the statement.
        case interrupted
        /// A value is longer than the connection's limit.
        case tooLong
        /// The statement can't be compiled or run: of SQL from elsewhere, what it wants is not available.
        case badStatement
        /// The connection is not allowed to do that.
        case denied
    }

    package init(_ kind: Kind, _ detail: String) {
        self.kind = kind
        self.detail = detail
    }

    /// A value that is none that its reader knows.
    package static func damaged(_ detail: String) -> SQLiteError { SQLiteError(.damaged, detail) }

    /// - Parameter code: an extended result code.
    init(code: Int32, _ detail: String) {
        let kind: Kind =
            switch Int(code) {
            case landgrade_sqlite_ioerr_data: .pageChanged
            case landgrade_sqlite_ioerr_write, landgrade_sqlite_ioerr_truncate: .notWritable
            case landgrade_sqlite_readonly_rollback: .needsRecovery
            default:
                switch code & 0xFF {
                case SQLITE_NOTADB: .notDatabase
                case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_IOERR: .unreadable
                case SQLITE_READONLY: .notWritable
                case SQLITE_BUSY, SQLITE_LOCKED: .busy
                case SQLITE_FULL: .noSpace
                case SQLITE_NOMEM: .outOfMemory
                case SQLITE_INTERRUPT: .interrupted
                case SQLITE_TOOBIG: .tooLong
                case SQLITE_ERROR: .badStatement
                case SQLITE_AUTH: .denied
                default: .damaged
                }
            }
        self.init(kind, detail)
    }
}

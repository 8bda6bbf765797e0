internal import CSQLite
internal import TabularText

/// A prepared statement, finalized when it goes. Parameters count from 1, columns from 0, as in SQLite.
final class LayerStatement {
    let handle: OpaquePointer
    private let database: LayerDatabase

    init(handle: OpaquePointer, database: LayerDatabase) {
        self.handle = handle
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    /// Whether there is a (further) row.
    func step() throws(TableError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW:
            database.watch.rowCame()
            return true
        case SQLITE_DONE: return false
        case let code: throw database.error(code)
        }
    }

    func reset() { sqlite3_reset(handle) }

    /// Runs a statement without rows and makes it ready for the next binding.
    func runOnce() throws(TableError) {
        _ = try step()
        reset()
    }

    func bind(_ index: Int32, _ number: Int64) throws(TableError) {
        try database.check(sqlite3_bind_int64(handle, index, number))
    }

    func bind(_ index: Int32, _ text: String) throws(TableError) {
        try bind(index, ArraySlice(text.utf8))
    }

    func bind(_ index: Int32, _ text: ArraySlice<UInt8>) throws(TableError) {
        let code = text.withUnsafeBytes { bytes in
            landgrade_sqlite_bind_text(
                handle, index, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count))
        }
        try database.check(code)
    }

    func bindNull(_ index: Int32) throws(TableError) { try database.check(sqlite3_bind_null(handle, index)) }

    func integer(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
    }

    /// A name in the file's own tables. Bytes that are not UTF-8 make the file damaged: they are not repaired.
    func name(_ column: Int32) throws(TableError) -> String {
        guard let start = sqlite3_column_text(handle, column) else {
            throw TableError(LayerProblem.damaged("a name is NULL"))
        }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        guard let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains("\0") else {
            throw TableError(LayerProblem.damaged("a name is not UTF-8"))
        }
        return text
    }
}

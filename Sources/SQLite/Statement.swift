internal import CSQLite

/// A prepared statement, finalized with its last reference. Parameters count from 1, columns from 0, as in SQLite.
///
/// What each row of a large table goes through is inlinable: two million rows are read for a list over the whole country.
package final class Statement {
    @usableFromInline let handle: OpaquePointer
    /// SQLite keeps it until its statements are finalized.
    private let connection: OpaquePointer

    init(handle: OpaquePointer, connection: OpaquePointer) {
        self.handle = handle
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    package func bind(_ index: Int32, _ text: String?) throws(SQLiteError) {
        guard var text else { return try bindNull(index) }
        try check(text.withUTF8 { bind(index, text: UnsafeRawBufferPointer($0)) })
    }

    package func bind(_ index: Int32, text: ArraySlice<UInt8>) throws(SQLiteError) {
        try check(text.withUnsafeBytes { bind(index, text: $0) })
    }

    private func bind(_ index: Int32, text: UnsafeRawBufferPointer) -> Int32 {
        let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
        return landgrade_sqlite_bind_text(handle, index, start, Int32(clamping: text.count))
    }

    package func bind(_ index: Int32, blob bytes: [UInt8]) throws(SQLiteError) {
        try check(
            bytes.withUnsafeBytes {
                landgrade_sqlite_bind_blob(handle, index, $0.baseAddress, Int32(clamping: $0.count))
            })
    }

    package func bind(_ index: Int32, _ number: Int?) throws(SQLiteError) {
        guard let number else { return try bindNull(index) }
        try check(sqlite3_bind_int64(handle, index, Int64(number)))
    }

    package func bindNull(_ index: Int32) throws(SQLiteError) { try check(sqlite3_bind_null(handle, index)) }

    private func check(_ code: Int32) throws(SQLiteError) {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    /// Whether there is a (further) row.
    @inlinable
    package func step() throws(SQLiteError) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else { throw failure(code) }
        return false
    }

    @usableFromInline
    func failure(_ code: Int32) -> SQLiteError {
        SQLiteError(code: code, String(cString: sqlite3_errmsg(connection)))
    }

    /// Back to before the first row, nothing bound.
    package func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Runs a statement without rows and makes it ready for the next binding.
    package func runOnce() throws(SQLiteError) {
        _ = try step()
        sqlite3_reset(handle)
    }
}

/// The columns of the row that a statement stands on.
extension Statement {
    /// Nil for NULL. Bytes that are not UTF-8 are damage: they are not repaired.
    @inlinable
    package func text(_ column: Int32) throws(SQLiteError) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        // SQLite ends its texts with a NUL; where it is the first one, the text is all there is. It is the quicker way.
        if let text = start.withMemoryRebound(
            to: CChar.self, capacity: bytes.count + 1, String.init(validatingCString:)),
            text.utf8.count == bytes.count
        {
            return text
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .damaged("text that is not UTF-8") }
        return text
    }

    /// The bytes of a text, valid until the next step; nil for NULL.
    @inlinable @inline(__always)
    package func textBytes(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    /// The bytes of a BLOB, for as long as `body` runs.
    @inlinable @inline(__always)
    package func withBlob<Result>(
        _ column: Int32, _ body: (UnsafeRawBufferPointer) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { throw meaningless(column) }
        let start = sqlite3_column_blob(handle, column)
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// Nil for NULL.
    @inlinable @inline(__always)
    package func integer(_ column: Int32) -> Int? {
        let number = sqlite3_column_int64(handle, column)
        // NULL is read as 0.
        return number == 0 && sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : Int(number)
    }

    /// The text of a column that is never NULL.
    @inlinable
    package func required(_ column: Int32) throws(SQLiteError) -> String {
        guard let text = try text(column) else { throw meaningless(column) }
        return text
    }

    @inlinable @inline(__always)
    package func requiredInteger(_ column: Int32) throws(SQLiteError) -> Int {
        guard let number = integer(column) else { throw meaningless(column) }
        return number
    }

    /// The error of a value that means nothing to its reader.
    package func meaningless(_ column: Int32) -> SQLiteError {
        let name = sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "column \(column)"
        return .damaged("no meaningful \(name)")
    }

    /// The value as it is stored. The connection has no mutex, so it may be looked at where it lies.
    @inlinable
    package func cell(_ column: Int32) -> Cell { Cell(value: sqlite3_column_value(handle, column)) }
}

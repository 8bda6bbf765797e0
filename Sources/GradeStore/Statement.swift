internal import CSQLite
import GradeModel

/// A prepared statement, finalized when it goes. Parameters count from 1, columns from 0, as in SQLite.
final class Statement {
    private let handle: OpaquePointer
    private let connection: OpaquePointer
    private let path: String

    init(handle: OpaquePointer, connection: OpaquePointer, path: String) {
        self.handle = handle
        self.connection = connection
        self.path = path
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ index: Int32, _ text: String?) throws(StoreError) {
        guard var text else { return try check(sqlite3_bind_null(handle, index)) }
        let code = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                landgrade_sqlite_bind_text(handle, index, $0.baseAddress, Int32(clamping: $0.count))
            }
        }
        try check(code)
    }

    func bind(_ index: Int32, _ bytes: [UInt8]) throws(StoreError) {
        try check(
            bytes.withUnsafeBytes {
                landgrade_sqlite_bind_blob(handle, index, $0.baseAddress, Int32(clamping: $0.count))
            }
        )
    }

    func bind(_ index: Int32, _ number: Int?) throws(StoreError) {
        guard let number else { return try check(sqlite3_bind_null(handle, index)) }
        try check(sqlite3_bind_int64(handle, index, Int64(number)))
    }

    /// Whether there is a (further) row.
    func step() throws(StoreError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            throw Connection.error(code: code, detail: String(cString: sqlite3_errmsg(connection)), path: path)
        }
    }

    /// Back to before the first row, nothing bound.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Runs a statement without rows and makes it ready for the next binding.
    func runOnce() throws(StoreError) {
        _ = try step()
        sqlite3_reset(handle)
    }

    /// Nil for NULL. Bytes that are not UTF-8 make the file damaged: they are not repaired.
    func text(_ column: Int32) throws(StoreError) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        // SQLite ends its texts with a NUL; where it is the first one, the text is all there is. It is the quicker way.
        if let text = start.withMemoryRebound(
            to: CChar.self, capacity: bytes.count + 1, String.init(validatingCString:)),
            text.utf8.count == bytes.count
        {
            return text
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .damaged(path: path, detail: "text that is not UTF-8")
        }
        return text
    }

    /// The bytes of a BLOB, for as long as `body` runs.
    func withBytes<Result>(
        _ column: Int32, _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { throw lacking(column) }
        let start = sqlite3_column_blob(handle, column)
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    func integer(_ column: Int32) -> Int? {
        let number = sqlite3_column_int64(handle, column)
        // NULL is read as 0.
        return number == 0 && sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : Int(number)
    }

    /// A column that the layout says is never NULL.
    func required(_ column: Int32) throws(StoreError) -> String {
        guard let text = try text(column) else { throw lacking(column) }
        return text
    }

    func requiredInteger(_ column: Int32) throws(StoreError) -> Int {
        guard let number = integer(column) else { throw lacking(column) }
        return number
    }

    /// A value of the model that is kept as its name.
    func named<Value>(_ column: Int32, _ names: StoredNames<Value>) throws(StoreError) -> Value {
        guard let start = sqlite3_column_text(handle, column) else { throw lacking(column) }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        return try meaning(names.value(of: bytes), of: column)
    }

    /// A value that has to have a meaning in the model: the store holds nothing else, so a nil is damage.
    func meaning<Value>(_ value: Value?, of column: Int32) throws(StoreError) -> Value {
        guard let value else { throw lacking(column) }
        return value
    }

    private func lacking(_ column: Int32) -> StoreError {
        let name = sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "column \(column)"
        return .damaged(path: path, detail: "no meaningful \(name)")
    }

    private func check(_ code: Int32) throws(StoreError) {
        guard code == SQLITE_OK else {
            throw Connection.error(code: code, detail: String(cString: sqlite3_errmsg(connection)), path: path)
        }
    }
}

/// The names of a type's values, as bytes: no String is made to read one, because a country has two million grades.
struct StoredNames<Value: RawRepresentable & CaseIterable & Sendable>: Sendable where Value.RawValue == String {
    private let names: [(bytes: [UInt8], value: Value)] = Value.allCases.map { (Array($0.rawValue.utf8), $0) }

    func value(of bytes: UnsafeBufferPointer<UInt8>) -> Value? {
        for (name, value) in names where name.count == bytes.count {
            var index = 0
            while index < bytes.count, name[index] == bytes[index] { index += 1 }
            if index == bytes.count { return value }
        }
        return nil
    }
}

extension StoredNames<LandType> {
    static let landTypes = StoredNames()
}

extension StoredNames<PlaceKind> {
    static let placeKinds = StoredNames()
}

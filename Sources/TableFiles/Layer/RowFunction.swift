internal import CSQLite
internal import TabularText

/// SQLite hands over a row by calling a function with all its cells, which spares a sixth of the time that SQLite needs
/// when it is asked for one cell after the other.
final class RowFunction {
    var rows: PartRows
    /// Why a row was not taken.
    var failure: TableError?

    /// What the function is called in SQL, and how many cells it can take beside the rowid.
    static let name = "landgrade_row"
    static let mostCells = 126

    init(encoding: TextForm) { rows = PartRows(encoding: encoding) }

    /// Makes the function known to a connection that is not used longer than this object. What the file defines can't
    /// call it.
    func register(in database: LayerDatabase) throws(TableError) {
        let code = sqlite3_create_function_v2(
            database.handle, Self.name, -1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
            Unmanaged.passUnretained(self).toOpaque(),
            { context, count, values in
                let function = Unmanaged<RowFunction>.fromOpaque(sqlite3_user_data(context)!).takeUnretainedValue()
                let values = UnsafeBufferPointer(start: values, count: Int(count))
                guard let number = values.first, function.take(sqlite3_value_int64(number), values) else {
                    return sqlite3_result_error(context, "row", -1)
                }
            }, nil, nil, nil)
        try database.check(code)
    }

    private func take(_ number: Int64, _ values: UnsafeBufferPointer<OpaquePointer?>) -> Bool {
        do throws(TableError) {
            try rows.take(number, UnsafeBufferPointer(rebasing: values.dropFirst()))
            return true
        } catch {
            failure = error
            return false
        }
    }
}

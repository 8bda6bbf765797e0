import SQLite

extension StoreError {
    /// What SQLite could not do with a generation.
    init(_ error: SQLiteError, path: String) {
        self =
            switch error.kind {
            case .pageChanged: .pageChanged(path: path)
            case .notDatabase: .notDatabase(path: path)
            case .noSpace: .noSpace(path: path)
            case .unreadable, .outOfMemory: .unreadable(path: path, detail: error.detail)
            case .notWritable, .needsRecovery, .denied: .notWritable(path: path, detail: error.detail)
            case .damaged, .busy, .interrupted, .tooLong, .badStatement: .damaged(path: path, detail: error.detail)
            }
    }

    /// Runs what uses SQLite on the file of this path.
    static func of<Result>(
        _ path: String, _ body: () throws(SQLiteError) -> Result
    ) throws(StoreError) -> Result {
        do throws(SQLiteError) {
            return try body()
        } catch { throw StoreError(error, path: path) }
    }
}

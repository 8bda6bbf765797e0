internal import CSQLite
internal import TabularText

/// What is made of the rows of one part after the other. SQLite hands over a row by calling a function with all its cells,
/// which spares a sixth of the time that SQLite needs when it is asked for one cell after the other.
final class PartRows {
    private let cells: CellReader
    private var builder = RecordBuilder(format: .records(in: .utf8))
    private var last: Int64 = 0
    /// The least number the next row can have; behind the greatest number there is, none can come.
    private var least: Int64 = 0
    private var isEnded = false
    /// The number of the part's first row, and of the first row behind the part.
    private(set) var first: Int64?
    private(set) var behind: Int64?
    /// Why a row was not taken.
    private(set) var failure: TableError?

    /// What the function is called in SQL, and how many cells it can take beside the rowid.
    static let functionName = "landgrade_row"
    static let mostCells = 126

    init(encoding: TextForm) { cells = CellReader(encoding: encoding) }

    /// Makes the function known to a connection that is not used longer than this object. What the file defines can't
    /// call it.
    func register(in database: LayerDatabase) throws(TableError) {
        let code = sqlite3_create_function_v2(
            database.handle, Self.functionName, -1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
            Unmanaged.passUnretained(self).toOpaque(),
            { context, count, values in
                let rows = Unmanaged<PartRows>.fromOpaque(sqlite3_user_data(context)!).takeUnretainedValue()
                let values = UnsafeBufferPointer(start: values, count: Int(count))
                guard let number = values.first, rows.take(sqlite3_value_int64(number), values) else {
                    return sqlite3_result_error(context, "row", -1)
                }
            }, nil, nil, nil)
        try database.check(code)
    }

    func begin(_ part: LayerPart) {
        builder.begin(firstRow: nil)
        (least, last, isEnded) = (part.first, part.last, false)
        (first, behind, failure) = (nil, nil, nil)
    }

    /// The row a statement stands on, where there are too many cells for the function.
    func take(_ statement: LayerStatement, cells count: Int) throws(TableError) {
        let number = sqlite3_column_int64(statement.handle, 0)
        if try isInPart(number) { try cells.append(count, of: statement, to: &builder, row: number) }
    }

    private func take(_ number: Int64, _ values: UnsafeBufferPointer<OpaquePointer?>) -> Bool {
        do throws(TableError) {
            if try isInPart(number) {
                let cells = UnsafeBufferPointer(rebasing: values.dropFirst())
                try self.cells.append(cells, to: &builder, row: number)
            }
            return true
        } catch {
            failure = error
            return false
        }
    }

    private func isInPart(_ number: Int64) throws(TableError) -> Bool {
        guard number >= least, !isEnded else { throw LayerSeams.disorder }
        guard number <= last else {
            behind = number
            return false
        }
        if first == nil { first = number }
        (least, isEnded) = number.addingReportingOverflow(1)
        return true
    }

    func finish(into block: inout RecordBlock) { builder.finish(.more, into: &block) }
}

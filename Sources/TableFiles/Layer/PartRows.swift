internal import CSQLite
internal import TabularText

/// What is made of the rows of one part after the other.
struct PartRows: ~Copyable {
    let cells: CellReader
    var builder = RecordBuilder(format: .records(in: .utf8))
    private var last: Int64 = 0
    /// The least number the next row can have; behind the greatest number there is, none can come.
    private var least: Int64 = 0
    private var isEnded = false
    /// The number of the part's first row, and of the first row behind those taken: of one behind the part, or of one for
    /// which the block had no more room.
    private(set) var first: Int64?
    private(set) var behind: Int64?

    private static let blockSize = 1 << 20

    init(encoding: TextForm) { cells = CellReader(encoding: encoding) }

    mutating func begin(_ part: LayerPart) {
        builder.begin(firstRow: nil)
        (least, last, isEnded) = (part.first, part.last, false)
        (first, behind) = (nil, nil)
    }

    private mutating func isInPart(_ number: Int64) throws(TableError) -> Bool {
        guard number >= least, !isEnded else { throw LayerSeams.disorder }
        guard number <= last, builder.byteCount < Self.blockSize else {
            behind = number
            return false
        }
        if first == nil { first = number }
        (least, isEnded) = number.addingReportingOverflow(1)
        return true
    }

    /// The row a statement stands on: its number, and so many cells.
    mutating func take(_ statement: LayerStatement, cells count: Int) throws(TableError) {
        let number = sqlite3_column_int64(statement.handle, 0)
        if try isInPart(number) { try cells.append(count, of: statement, to: &builder, row: number) }
    }

    mutating func take(_ number: Int64, _ values: UnsafeBufferPointer<OpaquePointer?>) throws(TableError) {
        if try isInPart(number) { try cells.append(values, to: &builder, row: number) }
    }

    mutating func finish(into block: inout RecordBlock) { builder.finish(.more, into: &block) }
}

internal import TabularText

/// One connection that reads parts. Unchecked: it is used by the thread that took it out of the idle ones.
final class LayerReader: @unchecked Sendable {
    private let rows: PartRows
    private let statement: LayerStatement
    private let columnCount: Int
    private let callsFunction: Bool

    init(_ layer: Layer, rowID: String, _ file: LayerFile, _ encoding: TextForm) throws(TableError) {
        let database = try LayerDatabase(reading: file)
        rows = PartRows(encoding: encoding)
        columnCount = layer.columns.count
        callsFunction = columnCount <= PartRows.mostCells
        let condition = "t.\(rowID) >= ?1"
        if callsFunction {
            try rows.register(in: database)
            statement = try database.prepareCall(layer.call(PartRows.functionName, from: condition))
        } else {
            statement = try database.prepare(layer.selection(from: condition))
        }
    }

    /// - Returns: the numbers of the first row, and of the first one behind the part; nil where there is none.
    func fill(
        _ block: inout RecordBlock, with part: LayerPart
    ) throws(TableError) -> (first: Int64?, behind: Int64?) {
        try statement.bind(1, part.first)
        defer { statement.reset() }
        rows.begin(part)
        do throws(TableError) {
            while rows.behind == nil, try statement.step() {
                if !callsFunction { try rows.take(statement, cells: columnCount) }
            }
        } catch { throw rows.failure ?? error }
        rows.finish(into: &block)
        return (rows.first, rows.behind)
    }
}

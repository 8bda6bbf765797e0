internal import TabularText

/// One connection that reads parts. Unchecked: it is used by the thread that took it out of the idle ones.
final class LayerReader: @unchecked Sendable {
    private let function: RowFunction
    private let statement: LayerStatement
    private let columnCount: Int
    private let callsFunction: Bool

    init(
        _ layer: Layer, rowID: String, _ file: LayerFile, _ encoding: TextForm, _ bounds: LayerBounds
    ) throws(TableError) {
        let database = try LayerDatabase(reading: file, bounds)
        function = RowFunction(encoding: encoding)
        columnCount = layer.columns.count
        callsFunction = columnCount <= RowFunction.mostCells
        let condition = "t.\(rowID) >= ?1"
        if callsFunction {
            try function.register(in: database)
            statement = try database.prepareCall(layer.call(RowFunction.name, from: condition))
        } else {
            statement = try database.prepare(layer.selection(from: condition))
        }
    }

    /// - Returns: the numbers of the first row, and of the first one that was not taken; nil where there is none.
    func fill(
        _ block: inout RecordBlock, with part: LayerPart
    ) throws(TableError) -> (first: Int64?, behind: Int64?) {
        function.rows.begin(part)
        try ask(for: part)
        function.rows.finish(into: &block)
        return (function.rows.first, function.rows.behind)
    }

    private func ask(for part: LayerPart) throws(TableError) {
        try statement.bind(1, part.first)
        defer { statement.reset() }
        function.failure = nil
        do throws(TableError) {
            while function.rows.behind == nil, try statement.step() {
                if !callsFunction { try function.rows.take(statement, cells: columnCount) }
            }
        } catch { throw function.failure ?? error }
    }
}

internal import TabularText

/// One connection that reads parts. Unchecked: it is used by the thread that took it out of the idle ones.
final class LayerReader: @unchecked Sendable {
    private let function: RowFunction
    private let statement: LayerStatement
    private let columnCount: Int
    private let callsFunction: Bool
    /// Nil: SQLite is asked for all rows.
    var table: StoredTable?
    /// Parts one after the other that had to be asked for.
    private var oddParts = 0

    /// Then it is the table that is not plain, and to try each part costs more than it spares.
    private static let mostOddParts = 4

    /// - Parameter size: the file's, in bytes.
    init(
        _ layer: Layer, rowID: String, _ file: LayerFile, size: Int64, _ encoding: TextForm
    ) throws(TableError) {
        let database = try LayerDatabase(reading: file)
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
        table = try StoredTable(layer, database, size: size)
    }

    /// - Returns: the numbers of the first row, and of the first one that was not taken; nil where there is none.
    func fill(
        _ block: inout RecordBlock, with part: LayerPart
    ) throws(TableError) -> (first: Int64?, behind: Int64?) {
        function.rows.begin(part)
        if table?.read(part, into: &function.rows) == true {
            oddParts = 0
        } else {
            oddParts += 1
            if oddParts == Self.mostOddParts { table = nil }
            function.rows.begin(part)
            try ask(for: part)
        }
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

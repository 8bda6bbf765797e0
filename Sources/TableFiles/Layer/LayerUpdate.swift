internal import SQLite
import SystemSupport
internal import TabularText

/// Writes our cells into the rows of a layer, in their order.
final class LayerUpdate {
    private let database: LayerDatabase
    private let layer: Layer
    private let ids: Statement
    private let change: Statement
    /// The place of a column whose different values are kept.
    private let noted: Int?
    /// The different values of that column in the rows that stay, in the order they came; the first 64.
    private(set) var values: [String] = []
    /// Nil: all rows stay.
    private let removal: LayerRemoval?
    /// The numbers of the next rows, read some at a time: the table is written to meanwhile.
    private var batch: [Int] = []
    private var position = 0
    private var last: Int?

    private static let batchSize = 4096
    private static let mostValues = 64

    init(
        _ layer: Layer, _ columns: [String], clearing stale: [String], keeping filter: LayerFilter?,
        noting noted: Int?, in database: LayerDatabase
    ) throws(TableError) {
        (self.database, self.layer, self.noted) = (database, layer, noted)
        guard let rowID = layer.rowID else { throw TableError(LayerProblem.noRowID(layer.name)) }
        ids = try database.prepare(
            """
            SELECT t.\(rowID) FROM \(layer.sqlName) AS t WHERE t.\(rowID) >= ?1
            ORDER BY t.\(rowID) LIMIT \(Self.batchSize)
            """)
        let values =
            columns.enumerated().map { "\(quoted($0.element)) = ?\($0.offset + 2)" }
            + stale.map { "\(quoted($0)) = NULL" }
        change = try database.prepare(
            "UPDATE \(layer.sqlName) SET \(values.joined(separator: ", ")) WHERE \(rowID) = ?1")
        var removal: LayerRemoval?
        if let filter { removal = try LayerRemoval(filter, layer, rowID, columns, in: database) }
        self.removal = removal
    }

    func set(_ cells: [CellStream.Cell]) throws(TableError) {
        guard let id = try next() else { throw TableError(LayerProblem.otherRows) }
        if let removal, !removal.keeps(cells) { return try removal.remove(id) }
        if let noted { note(cells[noted].text) }
        try database.read { () throws(SQLiteError) in
            try change.bind(1, id)
            for (index, cell) in cells.enumerated() {
                let parameter = Int32(index + 2)
                // An empty cell of ours says nothing: that is NULL.
                if cell.text.isEmpty {
                    try change.bindNull(parameter)
                } else if cell.kind == .number, let number = Int(String(decoding: cell.text, as: UTF8.self)) {
                    try change.bind(parameter, number)
                } else {
                    try change.bind(parameter, text: cell.text)
                }
            }
            try change.runOnce()
        }
    }

    private func note(_ text: ArraySlice<UInt8>) {
        guard !text.isEmpty, values.count < Self.mostValues, !values.contains(where: { $0.utf8.elementsEqual(text) })
        else { return }
        values.append(String(decoding: text, as: UTF8.self))
    }

    /// The next row's number; nil behind the last.
    private func next() throws(TableError) -> Int? {
        if position == batch.count {
            position = 0
            batch.removeAll(keepingCapacity: true)
            let (start, isPastEnd) = last.map { $0.addingReportingOverflow(1) } ?? (.min, false)
            guard !isPastEnd else { return nil }
            try database.read { () throws(SQLiteError) in try ids.bind(1, start) }
            while try database.step(ids) { batch.append(ids.integer(0) ?? 0) }
            ids.reset()
            guard let end = batch.last else { return nil }
            last = end
        }
        position += 1
        return batch[position - 1]
    }

    /// Makes it last, once every row has been set.
    consuming func complete(notesChange: Bool) throws(TableError) {
        guard try next() == nil else { throw TableError(LayerProblem.otherRows) }
        if notesChange { try noteChange() }
        if notesChange { try removal?.noteCount() }
        try database.run("COMMIT")
    }

    /// Sets the time of the layer's last change, as GeoPackage writes it.
    private func noteChange() throws(TableError) {
        let statement = try database.prepare(
            """
            UPDATE main.gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
            WHERE lower(table_name) = lower(?1)
            """)
        try database.read { () throws(SQLiteError) in
            try statement.bind(1, layer.name)
            try statement.runOnce()
        }
    }
}

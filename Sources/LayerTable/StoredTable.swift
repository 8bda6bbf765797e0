internal import CSQLite
internal import TabularText

/// A table of rows with numbers as it lies in its file, read without asking SQLite for each row. Whatever is not plain is
/// left to SQLite.
final class StoredTable {
    private var tree: TableTree
    let columns: [Use]
    private let number: LayerStatement

    /// What a column of a stored row is to the row that is read.
    enum Use {
        case left, cell
        /// A cell whose integers stand for floating-point numbers.
        case real
        /// A cell that is the row's number, and is not stored twice.
        case rowID
    }

    /// Nil where rows have to be asked for.
    ///
    /// - Parameter size: the file's, in bytes.
    init?(_ layer: Layer, _ database: LayerDatabase, size: Int64) throws(TableError) {
        guard layer.kind == .table, layer.rowID != nil, let pages = TablePages(database, size: size) else { return nil }
        let root = try database.prepare("SELECT rootpage FROM main.sqlite_schema WHERE type = 'table' AND name = ?1")
        try root.bind(1, layer.name)
        guard try root.step(), let page = root.integer(0), page > 1, page <= pages.pageCount else { return nil }
        guard let columns = try Self.uses(of: layer, database) else { return nil }
        self.columns = columns
        tree = TableTree(pages, root: Int(page))
        number = try database.prepare("SELECT ?1")
    }

    /// Nil where a column is made when it is asked for.
    private static func uses(of layer: Layer, _ database: LayerDatabase) throws(TableError) -> [Use]? {
        let keys = try database.prepare("SELECT count(*) FROM pragma_index_list(?1, 'main') WHERE origin = 'pk'")
        try keys.bind(1, layer.name)
        // A key that has no index of its own is the row's number.
        let hasKeyIndex = try keys.step() && keys.integer(0) != 0
        let info = try database.prepare("PRAGMA main.table_xinfo(\(quoted(layer.name)))")
        var columns: [Use] = []
        var names: [String] = []
        while try info.step() {
            guard info.integer(6) == 0 else { return nil }
            let name = try info.name(1)
            if layer.geometry.contains(name) {
                columns.append(.left)
                continue
            }
            names.append(name)
            let isKey = info.integer(5) != 0 && !hasKeyIndex
            columns.append(isKey ? .rowID : isReal(try info.name(2)) ? .real : .cell)
        }
        guard names == layer.columns else { return nil }
        while columns.last == .left { columns.removeLast() }
        return columns
    }

    /// By the rules for the affinity of a declared type.
    static func isReal(_ type: String) -> Bool {
        let type = type.lowercasedASCII
        func has(_ words: String...) -> Bool { words.contains { type.contains($0) } }
        return !has("int", "char", "clob", "text", "blob") && has("real", "floa", "doub")
    }

    /// Hands over the rows of a part and the first one behind it.
    ///
    /// - Returns: false where SQLite has to be asked for all of the part.
    func read(_ part: LayerPart, into rows: inout PartRows) -> Bool {
        tree.forEachLeaf(from: part.first, through: part.last) { leaf, bytes in
            rows.take(leaf, bytes, of: self)
        }
    }

    /// A floating-point number as SQLite writes it; nil: it can't.
    func text(of value: Double) -> UnsafeRawBufferPointer? {
        number.reset()
        guard sqlite3_bind_double(number.handle, 1, value) == SQLITE_OK, sqlite3_step(number.handle) == SQLITE_ROW,
            let start = sqlite3_column_text(number.handle, 0)
        else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(number.handle, 0)))
    }
}

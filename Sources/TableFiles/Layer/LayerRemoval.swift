internal import SQLite
import SystemSupport
internal import TabularText

/// The rows of a copy that stay, by what stands in our columns.
public struct LayerFilter: Sendable {
    let values: [String: Set<String>]

    /// - Parameter values: what may stand in a column, by its name.
    public init(_ values: [String: Set<String>]) { self.values = values }
}

/// Takes rows out of a layer's copy, and out of its spatial index, whose triggers do not run there.
struct LayerRemoval {
    private let database: LayerDatabase
    private let layer: Layer
    private let statements: [Statement]
    private let wanted: [(cell: Int, values: Set<String>)]

    init(
        _ filter: LayerFilter, _ layer: Layer, _ rowID: String, _ columns: [String], in database: LayerDatabase
    ) throws(TableError) {
        self.database = database
        self.layer = layer
        wanted = columns.enumerated().compactMap { index, name in filter.values[name].map { (index, $0) } }
        var statements = [try database.prepare("DELETE FROM \(layer.sqlName) WHERE \(rowID) = ?1")]
        for column in layer.geometry {
            let index = "rtree_\(layer.name)_\(column)"
            let found = try database.prepare("SELECT count(*) FROM main.sqlite_schema WHERE lower(name) = lower(?1)")
            try database.read { () throws(SQLiteError) in try found.bind(1, index) }
            guard try database.step(found), found.integer(0) == 1 else { continue }
            found.reset()
            statements.append(try database.prepare("DELETE FROM \(quoted(index)) WHERE id = ?1"))
        }
        self.statements = statements
    }

    func keeps(_ cells: [CellStream.Cell]) -> Bool {
        wanted.allSatisfy { $0.values.contains(String(decoding: cells[$0.cell].text, as: UTF8.self)) }
    }

    func remove(_ id: Int) throws(TableError) {
        try database.read { () throws(SQLiteError) in
            for statement in statements {
                try statement.bind(1, id)
                try statement.runOnce()
            }
        }
    }

    /// GDAL keeps the number of rows in a table of its own.
    func noteCount() throws(TableError) {
        let found = try database.prepare("SELECT count(*) FROM main.sqlite_schema WHERE name = 'gpkg_ogr_contents'")
        guard try database.step(found), found.integer(0) == 1 else { return }
        found.reset()
        let count = try database.prepare(
            """
            UPDATE main.gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM \(layer.sqlName))
            WHERE lower(table_name) = lower(?1)
            """)
        try database.read { () throws(SQLiteError) in
            try count.bind(1, layer.name)
            try count.runOnce()
        }
    }
}

internal import SQLite
import SystemSupport
internal import TabularText

/// `layer_styles`, the table of a GeoPackage in which QGIS keeps the styles of layers. A layer opens with the newest of its
/// styles whose `useAsDefault` is 1.
///
/// The table is made and listed as QGIS makes it through GDAL. Ours are the rows whose `owner` is `landgrade`; QGIS leaves
/// that empty, also when it saves over a style of ours, which is then the user's own.
struct StyleTable {
    static let name = "layer_styles"
    private static let owner = "landgrade"
    private static let columns = [
        "id", "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML",
        "styleSLD", "useAsDefault", "description", "owner", "ui", "update_time",
    ]
    private static let now = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
    private static let ofLayer = "lower(f_table_name) = lower(?1)"

    private let layer: DrawnLayer
    private let database: LayerDatabase

    init(_ layer: DrawnLayer, in database: LayerDatabase) { (self.layer, self.database) = (layer, database) }

    /// Puts these styles in the place of ours from before, the first as the layer's default. Others stay, no longer as
    /// its default.
    ///
    /// - Returns: why the file has none of them; the table is then as it was.
    func replace(with styles: [LayerStyle]) throws(TableError) -> Remark? {
        guard !styles.isEmpty else { return nil }
        let problem = try database.attempt { (connection) throws(SQLiteError) in
            try find(in: connection)
            try execute(
                "DELETE FROM main.\(Self.name) WHERE \(Self.ofLayer) AND owner = ?2", layer.name, Self.owner,
                in: connection)
            try execute(
                "UPDATE OR ABORT main.\(Self.name) SET useAsDefault = 0 WHERE \(Self.ofLayer) AND useAsDefault <> 0",
                layer.name, in: connection)
            var taken = try names(in: connection)
            for (index, style) in styles.enumerated() {
                let name = Self.free(style.name, among: taken)
                taken.insert(name)
                try execute(
                    """
                    INSERT OR ABORT INTO main.\(Self.name) (f_table_catalog, f_table_schema, f_table_name,
                        f_geometry_column, styleName, styleQML, useAsDefault, description, owner, update_time)
                    VALUES ('', '', ?1, ?2, ?3, ?4, \(index == 0 ? 1 : 0), ?5, ?6, \(Self.now))
                    """, layer.name, layer.geometryColumn, name, style.qml, style.description, Self.owner,
                    in: connection)
            }
            try list(in: connection)
        }
        return problem.map { problem in
            Remark(
                zh: "未写入 QGIS 样式，layer_styles 表保持原样：\(excerpt: problem)；需要样式的，请在 QGIS 中把图层另存到新文件后再核对",
                en:
                    "no QGIS styles were written, and the table layer_styles is as it was: \(excerpt: problem); to have them, save the layer into a new file in QGIS and check that"
            )
        }
    }

    /// Makes the table where there is none; refuses one that QGIS did not make.
    private func find(in connection: Connection) throws(SQLiteError) {
        let found = try connection.prepare(
            "SELECT type FROM pragma_table_list WHERE schema = 'main' AND lower(name) = '\(Self.name)'")
        guard try found.step() else { return try make(in: connection) }
        guard try found.text(0) == "table" else { throw SQLiteError(.badStatement, "layer_styles is no table") }
        for column in Self.columns {
            let known = try connection.number(
                """
                SELECT count(*) FROM pragma_table_xinfo('\(Self.name)')
                WHERE lower(name) = lower('\(column)') AND hidden = 0 AND (pk = 1 OR name <> 'id')
                """)
            guard known == 1 else {
                throw SQLiteError(.badStatement, "layer_styles has no column \(column) of its own")
            }
        }
    }

    private func make(in connection: Connection) throws(SQLiteError) {
        try connection.run(
            """
            CREATE TABLE main.\(Self.name) (
                "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "f_table_catalog" TEXT(256),
                "f_table_schema" TEXT(256), "f_table_name" TEXT(256), "f_geometry_column" TEXT(256),
                "styleName" TEXT(30), "styleQML" TEXT, "styleSLD" TEXT, "useAsDefault" BOOLEAN, "description" TEXT,
                "owner" TEXT(30), "ui" TEXT(30), "update_time" DATETIME DEFAULT (\(Self.now)))
            """)
        guard try counts(in: connection) else { return }
        for (event, sign) in [("insert", "+"), ("delete", "-")] {
            try connection.run(
                """
                CREATE TRIGGER main.trigger_\(event)_feature_count_\(Self.name) AFTER \(event) ON \(Self.name) BEGIN
                UPDATE gpkg_ogr_contents SET feature_count = feature_count \(sign) 1
                WHERE lower(table_name) = lower('\(Self.name)'); END
                """)
        }
    }

    /// Lists the table beside the layers, as a program may look there first, with its number of rows where GDAL keeps these:
    /// triggers do not run here.
    private func list(in connection: Connection) throws(SQLiteError) {
        let isListed = "EXISTS (SELECT 1 FROM main.gpkg_contents WHERE lower(table_name) = '\(Self.name)')"
        try connection.run(
            """
            UPDATE OR ABORT main.gpkg_contents SET last_change = \(Self.now) WHERE lower(table_name) = '\(Self.name)';
            INSERT OR ABORT INTO main.gpkg_contents
                (table_name, data_type, identifier, description, last_change, srs_id)
            SELECT '\(Self.name)', 'attributes',
                (SELECT '\(Self.name)' WHERE '\(Self.name)' NOT IN
                    (SELECT identifier FROM main.gpkg_contents WHERE identifier IS NOT NULL)),
                '', \(Self.now), 0
            WHERE NOT \(isListed)
            """)
        guard try counts(in: connection) else { return }
        let count = "(SELECT count(*) FROM main.\(Self.name))"
        try connection.run(
            """
            UPDATE OR ABORT main.gpkg_ogr_contents SET feature_count = \(count) WHERE lower(table_name) = '\(Self.name)';
            INSERT OR ABORT INTO main.gpkg_ogr_contents (table_name, feature_count) SELECT '\(Self.name)', \(count)
            WHERE NOT EXISTS (SELECT 1 FROM main.gpkg_ogr_contents WHERE lower(table_name) = '\(Self.name)')
            """)
    }

    /// GDAL keeps the numbers of rows in a table of its own.
    private func counts(in connection: Connection) throws(SQLiteError) -> Bool {
        try connection.number(
            """
            SELECT count(*) FROM pragma_table_list
            WHERE schema = 'main' AND name = 'gpkg_ogr_contents' AND type = 'table'
            """) == 1
    }

    /// The names of the layer's styles.
    private func names(in connection: Connection) throws(SQLiteError) -> Set<String> {
        let rows = try connection.prepare("SELECT styleName FROM main.\(Self.name) WHERE \(Self.ofLayer)")
        try rows.bind(1, layer.name)
        var names: Set<String> = []
        while try rows.step() {
            if let name = try rows.text(0) { names.insert(name) }
        }
        return names
    }

    /// The name, or the first of `name 2`, `name 3` … that no other style of the layer has.
    private static func free(_ name: String, among taken: Set<String>) -> String {
        guard taken.contains(name) else { return name }
        let number = (2...taken.count + 2).first { !taken.contains("\(name) \($0)") }
        return number.map { "\(name) \($0)" } ?? name
    }

    private func execute(_ sql: String, _ texts: String..., in connection: Connection) throws(SQLiteError) {
        let statement = try connection.prepare(sql)
        for (index, text) in texts.enumerated() { try statement.bind(Int32(index + 1), text) }
        try statement.runOnce()
    }
}

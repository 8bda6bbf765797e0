internal import SQLite
import SystemSupport
internal import TabularText

/// A table or view with parcels in it.
struct Layer: Hashable, Sendable {
    /// As the database spells it.
    let name: String
    let kind: Kind
    /// What its columns are, geometry left out.
    let columns: [String]
    let geometry: [String]
    /// Every column it has, those that are not read too.
    let allColumns: [String]
    /// What the row's number is called in SQL; nil where it has none, or columns of its own hide it.
    let rowID: String?
    /// Its rows, or some of its columns, are made by what the file defines when they are read.
    let isComputed: Bool

    enum Kind: Hashable, Sendable { case table, tableWithoutRowID, view }

    var sqlName: String { "main." + quoted(name) }

    /// Reads every row, in the order of their numbers where they have some: `rowid, columns…`, else `NULL, columns…`.
    ///
    /// A name that no column has would be taken for a text if it stood alone.
    var selection: String {
        let cells = [rowID.map { "t." + $0 } ?? "NULL"] + columns.map { "t." + quoted($0) }
        return "SELECT \(cells.joined(separator: ", ")) FROM \(sqlName) AS t"
            + (rowID.map { " ORDER BY t.\($0)" } ?? "")
    }

    /// - Throws: a `TableError` where it has no columns to read, or too many.
    init(_ entry: LayerCatalogue.Entry, geometry: Set<String>, in database: LayerDatabase) throws(TableError) {
        name = entry.name
        kind = entry.kind
        let info = try database.prepare("PRAGMA main.table_xinfo(\(quoted(entry.name)))")
        var columns: [String] = []
        var left: [String] = []
        var all: [String] = []
        var isComputed = entry.kind == .view
        try database.read { () throws(SQLiteError) in
            while try info.step() {
                if info.integer(6) == 2 { isComputed = true }  // generated, and not stored
                let column = try info.name(1)
                all.append(column)
                if geometry.contains(column.lowercasedASCII) { left.append(column) } else { columns.append(column) }
            }
        }
        guard !isComputed || database.watch.bounds.runsDefinitions else {
            throw TableError(LayerProblem.computed(entry.name))
        }
        self.isComputed = isComputed
        guard columns.count <= RecordBlock.maximumColumns else {
            throw TableError(LayerProblem.tooManyColumns(columns.count))
        }
        guard !columns.isEmpty else { throw TableError(LayerProblem.onlyGeometry(entry.name)) }
        (self.columns, self.geometry, allColumns) = (columns, left, all)
        let used = Set(all.map(\.lowercasedASCII))
        rowID = kind == .table ? ["rowid", "_rowid_", "oid"].first { !used.contains($0) } : nil
    }
}

/// The layers of a file: of a GeoPackage those it lists, else its tables and views.
struct LayerCatalogue {
    let isGeoPackage: Bool
    let entries: [Entry]
    var names: [String] { entries.map(\.name) }
    /// Names of the tables, in lower case, that hold their rows and are no virtual ones.
    private let tableNames: Set<String>
    private let database: LayerDatabase

    struct Entry: Hashable {
        let name: String
        let kind: Layer.Kind
        /// The layer is listed and its table is there.
        let exists: Bool
    }

    init(_ database: LayerDatabase, hasGeoPackageID: Bool) throws(TableError) {
        self.database = database
        var tables: [Entry] = []
        var hasContents = false
        let list = try database.prepare("PRAGMA main.table_list")
        try database.read { () throws(SQLiteError) in
            while try list.step() {
                let name = try list.name(1)
                let type = try list.name(2)
                guard try list.name(0) == "main", type == "table" || type == "view" else { continue }
                if name.lowercasedASCII == "gpkg_contents", type == "table" { hasContents = true }
                let kind: Layer.Kind =
                    type == "view" ? .view : list.integer(4) == 1 ? .tableWithoutRowID : .table
                tables.append(Entry(name: name, kind: kind, exists: true))
            }
        }
        isGeoPackage = hasContents || hasGeoPackageID
        tableNames = Set(tables.filter { $0.kind != .view }.map(\.name.lowercasedASCII))
        guard hasContents else {
            entries = tables.filter { !Self.isBookkeeping($0.name) }.sorted { $0.name < $1.name }
            return
        }
        try Self.checkStored("gpkg_contents", in: database)
        let contents = try database.prepare(
            """
            SELECT table_name FROM main.gpkg_contents
            WHERE data_type IN ('features', 'attributes', 'aspatial') ORDER BY table_name
            """)
        var listed: [Entry] = []
        try database.read { () throws(SQLiteError) in
            while try contents.step() {
                let name = try contents.name(0)
                // QGIS lists its styles beside the layers.
                if name.lowercasedASCII == StyleTable.name { continue }
                let table = tables.first { $0.name.lowercasedASCII == name.lowercasedASCII }
                listed.append(table ?? Entry(name: name, kind: .table, exists: false))
            }
        }
        entries = listed
    }

    /// What a geographic database says of itself is read before anything else, so it has to be there and not be made.
    private static func checkStored(_ table: String, in database: LayerDatabase) throws(TableError) {
        let generated = try database.number("SELECT count(*) FROM pragma_table_xinfo('\(table)') WHERE hidden = 2")
        guard generated == 0 else { throw TableError(LayerProblem.computed(table)) }
    }

    /// What SQLite and the makers of geographic databases keep for themselves.
    private static func isBookkeeping(_ name: String) -> Bool {
        let name = name.lowercasedASCII
        return name.hasPrefix("sqlite_") || name.hasPrefix("gpkg_")
            || ["geometry_columns", "spatial_ref_sys", StyleTable.name].contains(name)
    }

    /// The layer of this name; without a name, the only one there is.
    func layer(_ name: String?) throws(TableError) -> Layer {
        let entry: Entry
        if let name {
            let same = entries.first { $0.name.utf8.elementsEqual(name.utf8) }
            guard let found = same ?? entries.first(where: { $0.name.lowercasedASCII == name.lowercasedASCII }) else {
                throw TableError(LayerProblem.unknownLayer(name, try counts()))
            }
            entry = found
        } else {
            guard let only = entries.first else { throw TableError(LayerProblem.noLayers) }
            guard entries.count == 1 else { throw TableError(LayerProblem.severalLayers(try counts())) }
            entry = only
        }
        guard entry.exists else { throw TableError(LayerProblem.missingTable(entry.name)) }
        return try Layer(entry, geometry: try geometry(of: entry.name), in: database)
    }

    private func counts() throws(TableError) -> [LayerProblem.LayerCount] {
        var counts: [LayerProblem.LayerCount] = []
        for entry in entries {
            let isCounted = entry.exists && entry.kind != .view
            let rows = isCounted ? try database.number("SELECT count(*) FROM main.\(quoted(entry.name))") : nil
            counts.append(LayerProblem.LayerCount(name: entry.name, rows: rows))
        }
        return counts
    }

    /// The geometry columns of a layer, in lower case: as a GeoPackage lists them, or SpatiaLite.
    private func geometry(of name: String) throws(TableError) -> Set<String> {
        var columns: Set<String> = []
        for (table, layer, column) in [
            ("gpkg_geometry_columns", "table_name", "column_name"),
            ("geometry_columns", "f_table_name", "f_geometry_column"),
        ] {
            let known = try database.number(
                "SELECT count(*) FROM pragma_table_info('\(table)') WHERE name IN ('\(layer)', '\(column)')")
            guard known == 2 else { continue }
            guard tableNames.contains(table) else { throw TableError(LayerProblem.computed(table)) }
            try Self.checkStored(table, in: database)
            let row = try database.prepare(
                "SELECT \(column) FROM main.\(table) WHERE lower(\(layer)) = lower(?1)")
            try database.read { () throws(SQLiteError) in
                try row.bind(1, name)
                while try row.step() { columns.insert(try row.name(0).lowercasedASCII) }
            }
        }
        return columns
    }
}

extension String {
    /// As SQLite compares names: only the letters A to Z have two cases.
    var lowercasedASCII: String {
        String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}

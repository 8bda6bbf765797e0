public import SystemPackage
public import SystemSupport
public import TabularText

/// A copy of a layer's whole file in which the layer has our columns too. There whole or not at all: it is made under
/// another name in the same folder, then renamed.
///
///     let source = try LayerSource("parcels.gpkg")
///     let copy = try LayerCopy(of: source, to: "checked.gpkg")
///     let list = try ListValidation(source, counties: counties, options: options)  // options.form = .ourCells
///     try copy.begin(columns: list.ourColumns)
///     _ = try list.run { try copy.write($0) }
///     let remarks = try copy.finish(styles: CheckedStyles(list, in: .zh).styles)
///
/// The rows have to be all the layer's, in the order its source reads them. Every other cell, table and index stays as
/// it was, geometry too; of a GeoPackage the layer's `last_change` is set, and its table `layer_styles` gets our styles.
public final class LayerCopy: @unchecked Sendable {
    // Used by one thread at a time: before a validation runs, under the lock of its output, and after it.
    private let source: LayerDatabase
    private let layer: Layer
    private let isGeoPackage: Bool
    private var path: CopyPath
    private var database: LayerDatabase?
    private var update: LayerUpdate?
    private var rest: [UInt8] = []
    private var width = 0
    private var hasNames = false

    /// The columns that are numbers; all others are text.
    public static let numbers: Set<String> = [
        "landgrade_grade", "landgrade_printed_grade", "landgrade_grade_after",
    ]

    /// Refuses what can't be written to; writes nothing yet.
    public init(of source: LayerSource, to output: FilePath) throws(TableError) {
        (self.source, layer, isGeoPackage) = (source.database, source.layer, source.isGeoPackage)
        guard layer.kind != .view else { throw TableError(LayerProblem.view(layer.name)) }
        guard layer.rowID != nil else { throw TableError(LayerProblem.noRowID(layer.name)) }
        path = try CopyPath(output, besides: source.file.identity)
    }

    /// Copies the file as the source sees it, and adds the columns. To be called before the source is read by others.
    ///
    /// - Parameters:
    ///   - columns: those that the layer has already get new values.
    ///   - stale: columns of the layer in which nothing is left.
    ///   - filter: nil: all rows stay.
    ///   - noted: one of `columns`, whose different values a style needs.
    public func begin(
        columns: [String], clearing stale: [String] = [], keeping filter: LayerFilter? = nil,
        noting noted: String? = nil
    ) throws(TableError) {
        let used = Set(layer.allColumns.map(\.lowercasedASCII))
        // Nothing else knows the file yet: where this breaks off, it goes. A journal would have no name to lie under.
        let alone = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE"
        try fill(path.create(), alone)
        let database = try path.reopen()
        try database.run(alone)
        // Rows are written anew, their polygons too.
        try database.defend(longest: 32 << 20)
        // Without triggers: those of a spatial index call functions that are not here, and the geometry stays as it is.
        try database.run("PRAGMA ignore_check_constraints=ON; PRAGMA cache_size=-16384; BEGIN IMMEDIATE")
        for column in columns where !used.contains(column.lowercasedASCII) {
            let type = Self.numbers.contains(column) ? "INTEGER" : "TEXT"
            try database.run("ALTER TABLE \(layer.sqlName) ADD COLUMN \(quoted(column)) \(type)")
        }
        width = columns.count
        update = try LayerUpdate(
            layer, columns, clearing: stale, keeping: filter, noting: noted.flatMap(columns.firstIndex), in: database)
        self.database = database
    }

    private func fill(_ database: LayerDatabase, _ pragmas: String) throws(TableError) {
        try database.run(pragmas)
        try database.fill(from: source)
    }

    /// Takes the next bytes of a `CellStream` of our cells, whose first row are the columns' names.
    public func write(_ bytes: ArraySlice<UInt8>) throws {
        rest += bytes
        do {
            let taken = try CellStream.rows(in: rest[...], width: width) { cells in
                if hasNames { try update?.set(cells) } else { hasNames = true }
            }
            rest.removeFirst(taken)
        } catch is CellStream.Broken {
            throw TableError(LayerProblem.brokenCells)
        }
    }

    /// Gives the file its name.
    ///
    /// - Parameter styles: makes the styles of a GeoPackage's layer that has geometries; of any other it is not asked.
    /// - Returns: what could not be written beside the rows.
    /// - Throws: a `TableError` also where rows are missing; then nothing is left.
    @discardableResult
    public func finish(styles: (StyledLayer) -> [LayerStyle] = { _ in [] }) throws(TableError) -> [Remark] {
        guard rest.isEmpty, hasNames else { throw TableError(LayerProblem.brokenCells) }
        let values = update?.values ?? []
        try update.take()?.complete(notesChange: isGeoPackage)
        var remarks: [Remark] = []
        if isGeoPackage, let database, let drawn = try DrawnLayer(layer, in: database) {
            let styles = styles(StyledLayer(geometry: drawn.geometry, columns: layer.allColumns, values: values))
            if let remark = try StyleTable(drawn, in: database).replace(with: styles) { remarks.append(remark) }
        }
        // The connection is closed before the file gets its name.
        database = nil
        try path.finish()
        return remarks
    }
}

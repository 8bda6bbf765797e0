internal import SQLite
public import SystemPackage
public import SystemSupport
public import TabularText

/// A layer of a GeoPackage, or a table of another SQLite database, as a source of rows. The file is only read, and all
/// rows are of one moment, whatever others write meanwhile.
///
///     let source = try LayerSource("parcels.gpkg", layer: "地块")
///     print(source.opening[0].sentence(in: .zh))  // GeoPackage 图层“地块”，几何列 geom 不输出
///
/// Cells come as UTF-8, numbers as SQLite writes them, NULL as the empty text. The place of a flag is the row's rowid,
/// `#17`; of a view, and a table without rowids, the number of the row.
public final class LayerSource: TableSource {
    let file: LayerFile
    let database: LayerDatabase
    let layer: Layer
    let isGeoPackage: Bool
    /// The rowids from the first to the last; nil where rows have none, and where there are no rows.
    private let span: RowSpan?
    private var rowCount = 0
    private var lastID: Int64?
    /// No row of a table takes less than a byte; pages that refer to one another in circles have more.
    private let mostRows: Int
    private let rows: Statement
    private let cells: CellReader
    private var builder = RecordBuilder(format: .records(in: .utf8))
    private var hasHeader = false
    private var firstID: Int64?
    /// Nil of a private file, which nobody writes to.
    private let stamp: LayerFile.Stamp?

    private static let blockSize = 1 << 20
    private static let disorder = TableError(LayerProblem.damaged("rows out of the order of their ids"))

    /// Finds the layer and reads nothing of its rows yet.
    ///
    /// - Parameter name: nil takes the only layer there is; several are an error that lists them.
    public convenience init(
        _ path: FilePath, layer name: String? = nil, bounds: LayerBounds = .file
    ) throws(TableError) {
        try self.init(LayerFile(path), layer: name, bounds)
    }

    /// The same of a file that has no name any more.
    ///
    /// - Parameter nameless: stays open, and its content as it is, for as long as the source is used.
    public convenience init(
        nameless: FileDescriptor, layer name: String? = nil, bounds: LayerBounds
    ) throws(TableError) {
        try self.init(LayerFile(nameless: nameless), layer: name, bounds)
    }

    private init(_ file: LayerFile, layer name: String?, _ bounds: LayerBounds) throws(TableError) {
        self.file = file
        stamp = file.stamp()
        mostRows = stamp.map { Int(clamping: $0.size) } ?? 0
        database = try LayerDatabase(reading: file, bounds)
        let catalogue = try LayerCatalogue(database, hasGeoPackageID: file.hasGeoPackageID)
        isGeoPackage = catalogue.isGeoPackage
        layer = try catalogue.layer(name)
        if layer.isComputed { database.limitComputedValues() }
        // To count the rows would be to read the file once more; both ends are found at once.
        span = try RowSpan(of: layer, in: database)
        rows = try database.prepare(layer.selection)
        cells = CellReader(encoding: try TextForm(of: database))
    }

    /// The names of a database's layers or tables, in its order.
    ///
    /// - Throws: where it is no database, or a damaged one.
    public static func layers(
        nameless: FileDescriptor, bounds: LayerBounds
    ) throws(TableError) -> [String] {
        let file = try LayerFile(nameless: nameless)
        let catalogue = try LayerCatalogue(LayerDatabase(reading: file, bounds), hasGeoPackageID: file.hasGeoPackageID)
        return catalogue.names
    }

    /// The name of the layer that is read.
    public var layerName: String { layer.name }

    public var format: ListFormat { .records(in: .utf8) }

    /// How many numbers there are from the first row's to the last one's: with gaps, more than rows.
    public var total: Int64? { span?.count }
    public var statedRows: Int64? { total }
    public var done: Int64 { lastID.flatMap { span?.count(through: $0) } ?? Int64(rowCount) }

    public var opening: [Remark] { [Remark(zh: heading(in: .zh), en: heading(in: .en))] }

    private func heading(in language: Language) -> Sentence {
        let what =
            isGeoPackage
            ? language.pick(zh: "GeoPackage 图层", en: "GeoPackage layer")
            : language.pick(zh: "SQLite 表", en: "SQLite table")
        let view = layer.kind == .view ? language.pick(zh: "（视图）", en: " (a view)") : ""
        let geometry = layer.geometry.map { "\(excerpt: $0)" as Sentence }
        let left =
            geometry.isEmpty
            ? ""
            : language.pick(
                zh: "，几何列 \(geometry.joined(separator: "、")) 不输出",
                en: ", geometry column \(geometry.joined(separator: ", ")) left out")
        return language.pick(
            zh: "\(what)“\(excerpt: layer.name)”\(view)\(left)", en: "\(what) \"\(excerpt: layer.name)\"\(view)\(left)")
    }

    public func next(_ block: inout RecordBlock) throws { try fill(&block) }

    private func fill(_ block: inout RecordBlock) throws(TableError) {
        builder.begin(firstRow: hasHeader ? rowCount + 1 : 0)
        if !hasHeader {
            for name in layer.columns { builder.append(name) }
            try builder.endRecord(at: Remark(zh: "表头", en: "the header"))
            hasHeader = true
        }
        while builder.byteCount < Self.blockSize {
            guard try database.step(rows) else {
                try checkEnds()
                if let stamp { try file.checkUnchanged(since: stamp) }
                return builder.finish(.finished, into: &block)
            }
            rowCount += 1
            let id = rows.integer(0).map { Int64($0) }
            if let id, let lastID, id <= lastID { throw Self.disorder }
            guard layer.isComputed || file.hasLiveLog || rowCount <= mostRows else { throw Self.disorder }
            guard !layer.isComputed || rowCount <= LayerBounds.mostComputedRows else {
                throw TableError(LayerProblem.tooManyComputedRows(LayerBounds.mostComputedRows))
            }
            if rowCount == 1 { firstID = id }
            lastID = id
            try cells.append(layer.columns.count, of: rows, to: &builder, row: lastID ?? Int64(rowCount))
        }
        builder.finish(.more, into: &block)
    }

    /// The first and the last row are those that a search from either end found, or the tree of rows leads past some.
    private func checkEnds() throws(TableError) {
        guard let span else { return }
        guard span.first == firstID, span.last == lastID else { throw Self.disorder }
    }
}

/// How a database keeps its texts.
enum TextForm: Hashable, Sendable {
    case utf8, utf16(isLittleEndian: Bool)

    init(of database: LayerDatabase) throws(TableError) {
        let pragma = try database.prepare("PRAGMA encoding")
        let name = try database.read { () throws(SQLiteError) in try pragma.step() ? try pragma.name(0) : nil }
        switch name {
        case nil: throw TableError(LayerProblem.damaged("no encoding"))
        case "UTF-8": self = .utf8
        case "UTF-16le": self = .utf16(isLittleEndian: true)
        case "UTF-16be": self = .utf16(isLittleEndian: false)
        case let name?: throw TableError(LayerProblem.damaged(name))
        }
    }
}

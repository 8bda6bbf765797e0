internal import CSQLite
public import SystemPackage
public import TabularText

/// A layer of a GeoPackage, or a table of another SQLite database, as a source of rows. The file is only read, and all
/// rows are of one moment, whatever others write meanwhile.
///
///     let source = try LayerSource("parcels.gpkg", layer: "地块")
///     print(source.opening[0].chinese)  // GeoPackage 图层“地块”，1000 行，几何列 geom 不输出
///
/// Cells come as UTF-8, numbers as SQLite writes them, NULL as the empty text. The place of a flag is the row's rowid,
/// `#17`; of a view, and a table without rowids, the number of the row.
public final class LayerSource: TableSource {
    let file: LayerFile
    let database: LayerDatabase
    let layer: Layer
    let isGeoPackage: Bool
    public let total: Int64?
    public private(set) var done: Int64 = 0
    private let rows: LayerStatement
    private let cells: CellReader
    private var builder = RecordBuilder(format: .records(in: .utf8))
    private var hasHeader = false
    private let stamp: LayerFile.Stamp?
    private var parts: LayerParts?

    /// Finds the layer and reads nothing of its rows yet.
    ///
    /// - Parameter name: nil takes the only layer there is; several are an error that lists them.
    public init(_ path: FilePath, layer name: String? = nil) throws(TableError) {
        file = try LayerFile(path)
        stamp = file.stamp()
        database = try LayerDatabase(reading: file)
        let catalogue = try LayerCatalogue(database, hasGeoPackageID: file.hasGeoPackageID)
        isGeoPackage = catalogue.isGeoPackage
        layer = try catalogue.layer(name)
        // To count a view would be to run it.
        total = layer.kind == .view ? nil : try database.number("SELECT count(*) FROM \(layer.sqlName)")
        rows = try database.prepare(layer.selection())
        let encoding = try TextForm(of: database)
        cells = CellReader(rows, count: layer.columns.count, encoding: encoding)
        parts = try LayerParts(layer, in: database, rows: total, file: file, encoding: encoding)
    }

    public var format: ListFormat { .records(in: .utf8) }

    public var opening: [TableRemark] {
        let name = shown(layer.name)
        let geometry = layer.geometry.map(shown)
        let count = (zh: total.map { "，\($0) 行" } ?? "", en: total.map { $0 == 1 ? ", 1 row" : ", \($0) rows" } ?? "")
        let what = isGeoPackage ? (zh: "GeoPackage 图层", en: "GeoPackage layer") : (zh: "SQLite 表", en: "SQLite table")
        let view = layer.kind == .view ? (zh: "（视图）", en: " (a view)") : (zh: "", en: "")
        let left =
            geometry.isEmpty
            ? (zh: "", en: "")
            : (
                zh: "，几何列 \(geometry.joined(separator: "、")) 不输出",
                en: ", geometry column \(geometry.joined(separator: ", ")) left out"
            )
        return [
            TableRemark(
                "\(what.zh)“\(name)”\(view.zh)\(count.zh)\(left.zh)",
                "\(what.en) \"\(name)\"\(view.en)\(count.en)\(left.en)")
        ]
    }

    public func next(_ block: inout RecordBlock) throws { try fill(&block) }

    public func takePart() -> (any TablePart)? {
        guard let part = parts?.next(after: done) else { return nil }
        done += Int64(part.count)
        return part
    }

    private func fill(_ block: inout RecordBlock) throws(TableError) {
        builder.begin(firstRow: hasHeader ? Int(done) + 1 : 0)
        if !hasHeader {
            for name in layer.columns { builder.append(name) }
            builder.endRecord()
            hasHeader = true
        }
        while builder.byteCount < 1 << 20 {
            guard parts?.isExhausted(after: done) != true, try rows.step() else {
                try file.checkUnchanged(since: stamp)
                return builder.finish(.finished, into: &block)
            }
            done += 1
            try cells.append(to: &builder, row: done)
        }
        builder.finish(.more, into: &block)
    }
}

/// How a database keeps its texts.
enum TextForm: Hashable, Sendable {
    case utf8, utf16(isLittleEndian: Bool)

    init(of database: LayerDatabase) throws(TableError) {
        let pragma = try database.prepare("PRAGMA encoding")
        guard try pragma.step() else { throw TableError(LayerProblem.damaged("no encoding")) }
        switch try pragma.name(0) {
        case "UTF-8": self = .utf8
        case "UTF-16le": self = .utf16(isLittleEndian: true)
        case "UTF-16be": self = .utf16(isLittleEndian: false)
        case let name: throw TableError(LayerProblem.damaged(name))
        }
    }
}

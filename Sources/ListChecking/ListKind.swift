import SystemSupport
import TableFiles
public import TabularText

/// What a list is, by its first bytes and never by its name.
public enum ListKind: String, Hashable, Sendable {
    case text
    case workbook
    /// GeoPackage or any other SQLite database.
    case database
    case dbf

    /// - Throws: where it is something that people take for a list, but no list can be read from.
    public init(_ first: [UInt8]) throws(TableError) {
        if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) || first.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .workbook
        } else if LayerFile.isDatabase(first) {
            self = .database
        } else if DBFSource.begins(first) {
            self = .dbf
        } else if let other = Self.other(first) {
            throw other
        } else {
            self = .text
        }
    }

    private static func other(_ first: [UInt8]) -> TableError? {
        if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return TableError(
                zh: "是旧版 .xls 工作簿或加密的工作簿；请在 Excel 或 WPS 中去掉密码，另存为 XLSX",
                en: "an old .xls workbook or an encrypted one; save it as XLSX, without a password")
        }
        if first.starts(with: [0x00, 0x00, 0x27, 0x0A]) {
            return TableError(
                zh: "是 shapefile 的图形文件；属性在同名的 .dbf 里，请用那个文件",
                en: "the shapes of a shapefile; its attributes are in the .dbf beside it: use that")
        }
        for (begins, remark) in others where first.starts(with: begins) { return TableError(remark) }
        if let json = json(first) { return json }
        if first.starts(with: Array("%PDF".utf8)) { return TableError(zh: "是 PDF，不是表格", en: "a PDF, not a table") }
        if first.starts(with: [0x1F, 0x8B]) {
            return TableError(zh: "是 gzip 压缩文件；请先解压", en: "a gzip file; unpack it first")
        }
        if let markup = markup(first) { return markup }
        let isMarked = first.starts(with: [0xEF, 0xBB, 0xBF])
        let text = String(
            decoding: first.dropFirst(isMarked ? 3 : 0).drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(14),
            as: UTF8.self
        ).lowercased()
        if ["<html", "<!doctype html", "<table", "<head", "<?xml"].contains(where: { text.hasPrefix($0) }) {
            return TableError(
                zh: "是网页或 XML（有些系统导出的 .xls 其实是网页）；请用 Excel 或 WPS 打开，另存为 XLSX",
                en:
                    "a web page or XML, as some systems export under the name .xls; open it in a spreadsheet and save it as XLSX"
            )
        }
        return nil
    }

    /// What a GIS writes as XML.
    private static func markup(_ first: [UInt8]) -> TableError? {
        let text = String(decoding: first.prefix(4096), as: UTF8.self)
        guard text.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).hasPrefix("<") else { return nil }
        let kinds = [("KML", ["<kml", "opengis.net/kml"]), ("GML", ["opengis.net/gml", "<gml:"])]
        guard let (name, _) = kinds.first(where: { $0.1.contains(where: text.contains) }) else { return nil }
        return TableError(
            zh: "是 \(name)；请用 QGIS 或 ogr2ogr 另存为 GeoPackage 或 CSV",
            en: "\(name), of a GIS; save it as GeoPackage or CSV with QGIS or ogr2ogr")
    }

    /// Files that people have their parcels in, by how they begin, and what to do with each.
    private static let others: [(begins: [UInt8], remark: Remark)] = [
        (
            Array("PAR1".utf8),
            Remark(
                zh: "是 Parquet 文件；请用 QGIS、DuckDB 或 pandas 另存为 CSV 或 GeoPackage",
                en: "a Parquet file; save it as CSV or GeoPackage in QGIS, DuckDB or pandas")
        ),
        (
            Array("ARROW1".utf8),
            Remark(
                zh: "是 Arrow（Feather）文件；请用 pandas 或 DuckDB 另存为 CSV",
                en: "an Arrow (Feather) file; save it as CSV in pandas or DuckDB")
        ),
        (
            Array("fgb".utf8) + [3],
            Remark(
                zh: "是 FlatGeobuf 文件；请在 QGIS 中另存为 GeoPackage 或 CSV",
                en: "a FlatGeobuf file; save it as GeoPackage or CSV in QGIS")
        ),
        (
            [0, 1, 0, 0] + Array("Standard ".utf8),
            Remark(
                zh: "是 Access 数据库（.mdb/.accdb）；请把表导出为 XLSX 或 CSV",
                en: "an Access database (.mdb, .accdb); export the table as XLSX or CSV")
        ),
        (
            Array("!table".utf8),
            Remark(
                zh: "是 MapInfo 的 TAB 文件；请在 QGIS 中另存为 GeoPackage 或 CSV",
                en: "a MapInfo TAB file; save it as GeoPackage or CSV in QGIS")
        ),
        (
            Array("AC10".utf8),
            Remark(zh: "是 DWG 图纸，不是表格；请导出属性表", en: "a DWG drawing, not a table; export its attributes")
        ),
        (
            Array("{\\rtf".utf8),
            Remark(
                zh: "是 RTF 文档；请把表格复制到电子表格，存为 XLSX",
                en: "an RTF document; copy its table to a spreadsheet and save that as XLSX")
        ),
        (
            [0x37, 0x7A, 0xBC, 0xAF],
            Remark(zh: "是 7z 压缩文件；请先解压", en: "a 7z archive; unpack it first")
        ),
        (
            Array("Rar!".utf8),
            Remark(zh: "是 RAR 压缩文件；请先解压", en: "a RAR archive; unpack it first")
        ),
        (
            [0xFD, 0x37, 0x7A, 0x58, 0x5A],
            Remark(zh: "是 xz 压缩文件；请先解压", en: "an xz file; unpack it first")
        ),
        (
            [0x28, 0xB5, 0x2F, 0xFD],
            Remark(zh: "是 zstd 压缩文件；请先解压", en: "a zstd file; unpack it first")
        ),
        (
            Array("BZh9".utf8),
            Remark(zh: "是 bzip2 压缩文件；请先解压", en: "a bzip2 file; unpack it first")
        ),
        (
            [0x89, 0x50, 0x4E, 0x47],
            Remark(zh: "是图片，不是表格", en: "an image, not a table")
        ),
        (
            [0xFF, 0xD8, 0xFF],
            Remark(zh: "是图片，不是表格", en: "an image, not a table")
        ),
    ]

    /// JSON: an object or a list of some, of which no header of a list has the look.
    private static func json(_ first: [UInt8]) -> TableError? {
        let isMarked = first.starts(with: [0xEF, 0xBB, 0xBF])
        let text = first.dropFirst(isMarked ? 3 : 0).prefix(4096).filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let starts = ["{\"", "{}", "[{", "[[", "[]"].map { Array($0.utf8) }
        guard starts.contains(where: { text.starts(with: $0) }) else { return nil }
        let words = String(decoding: text, as: UTF8.self)
        if words.contains("\"type\":\"Feature") {
            return TableError(
                zh: "是 GeoJSON；请在 QGIS 中另存为 GeoPackage 或 CSV", en: "GeoJSON; save it as GeoPackage or CSV in QGIS")
        }
        if words.contains("\"type\":\"Topology\"") {
            return TableError(
                zh: "是 TopoJSON；请在 QGIS 中另存为 GeoPackage 或 CSV", en: "TopoJSON; save it as GeoPackage or CSV in QGIS")
        }
        return TableError(
            zh: "是 JSON，不是表格；请由导出它的系统另存为 CSV 或 XLSX",
            en: "JSON, not a table; have the system it is from export CSV or XLSX")
    }

    /// What it is called by its name, where that is one of ours and wrong.
    func remark(named name: String?) -> Remark? {
        guard let name, let dot = name.lastIndex(of: ".") else { return nil }
        let suffix = name[dot...].lowercased()
        let wanted: ListKind? =
            switch suffix {
            case ".xlsx", ".xlsm", ".xls", ".et": .workbook
            case ".gpkg", ".sqlite", ".db": .database
            case ".dbf": .dbf
            case ".csv", ".tsv", ".txt": .text
            default: nil
            }
        guard let wanted, wanted != self else { return nil }
        return Remark(
            zh: "文件名以 \(suffix) 结尾，内容其实是\(words.sentence(in: .zh))",
            en: "the name ends in \(suffix), but it is \(words.sentence(in: .en))")
    }

    private var words: Remark {
        switch self {
        case .text: Remark(zh: "文本", en: "text")
        case .workbook: Remark(zh: " XLSX 工作簿", en: "an XLSX workbook")
        case .database: Remark(zh: " SQLite 数据库", en: "an SQLite database")
        case .dbf: Remark(zh: " DBF 表", en: "a DBF table")
        }
    }
}

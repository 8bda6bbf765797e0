import SystemPackage
import SystemSupport
import TableFiles
import TabularText

/// What kind of file a layer of villages is in, by its first bytes. Only these are handed to GDAL: it knows other formats
/// that fetch what a file names, or run it.
enum LayerFormat: Hashable {
    case geoPackage
    /// Of SpatiaLite or another program.
    case otherDatabase
    case shapefile, geoJSON, flatGeobuf, mapInfo, kml
    /// A folder of ArcGIS.
    case fileGeodatabase

    init(_ path: FilePath) throws(TableError) {
        if FileSystem.isFolder(path) {
            guard path.extension?.lowercased() == "gdb" else { throw Self.unknown }
            self = .fileGeodatabase
            return
        }
        let first = try Self.beginning(of: path)
        if LayerFile.isDatabase(first) {
            self = try FeatureLayer.reads(path) ? .geoPackage : .otherDatabase
        } else if first.starts(with: [0x00, 0x00, 0x27, 0x0A]) {
            self = .shapefile
        } else if first.starts(with: Array("fgb".utf8) + [3]) {
            self = .flatGeobuf
        } else if DBFSource.begins(first) {
            throw TableError(
                zh: "是 shapefile 的属性表；请写同名的 .shp", en: "the attributes of a shapefile; name the .shp beside it")
        } else if first.starts(with: Array("!table".utf8)) || first.starts(with: Array("Version".utf8)) {
            self = .mapInfo
        } else {
            self = try Self.text(first)
        }
    }

    private static func text(_ first: [UInt8]) throws(TableError) -> LayerFormat {
        let text = String(decoding: first, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if text.hasPrefix("{") { return .geoJSON }
        if text.hasPrefix("<"), text.contains("<kml") { return .kml }
        throw unknown
    }

    private static func beginning(of path: FilePath) throws(TableError) -> [UInt8] {
        do throws(Errno) {
            return try systemCall {
                let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec, .nonBlocking])
                defer { try? file.close() }
                return try [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
                    count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
                }
            }
        } catch { throw TableError(zh: "无法读取：\(SystemWords.chinese(error))", en: "can't be read: \(error)") }
    }

    private static var unknown: TableError {
        TableError(
            zh:
                "不是村级图层：可用 GeoPackage、shapefile（.shp）、GeoJSON、FlatGeobuf、MapInfo、KML、ArcGIS 的 .gdb 文件夹；其他格式请在 QGIS 中另存为 GeoPackage",
            en:
                "not a layer of villages: a GeoPackage, a shapefile (.shp), GeoJSON, FlatGeobuf, MapInfo, KML or an ArcGIS .gdb folder can be read; save others as GeoPackage in QGIS"
        )
    }
}

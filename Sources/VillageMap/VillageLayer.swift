import GradeModel
public import ParcelValidation
public import SystemPackage
import SystemSupport
public import TableFiles
public import TabularText

/// A layer with the villages of a county, areas or points, as an office has it.
public struct VillageLayer: Sendable {
    /// A feature, as its row says where it is.
    public struct Village: Hashable, Sendable {
        public let id: Int64
        /// As the layer writes them, without blanks around; nil: no such column, or nothing in it.
        public let county, township: String?
        public let village: String?
        public let shape: FeatureShape
    }

    /// Of the file, without its folders.
    public let file: String
    /// Of the layer.
    public let name: String
    public let reference: ReferenceSystem
    public let villages: [Village]
    /// The columns that names were taken from.
    public let columns: [ColumnRole: String]
    /// What the program that converted the file said, where it did and had something to say: its first line.
    public let conversion: String?

    /// What a user says of how the layer is read.
    public struct Reading: Sendable {
        /// Of several in the file.
        public var layer: String?
        public var columns: [ColumnRole: String] = [:]
        /// Of a shapefile's names; nil: as its `.cpg` says, or found out.
        public var encoding: TextEncoding?

        public init() {}
    }

    /// Reads a GeoPackage, and whatever else GDAL reads by way of one.
    ///
    /// - Throws: `TableError`, `ColumnError`, or why a converted file could not be made.
    public init(_ path: FilePath, _ reading: Reading = Reading()) throws {
        let format = try LayerFormat(path)
        if format != .shapefile, reading.encoding != nil {
            throw TableError(zh: "--encoding 只用于 shapefile", en: "--encoding is for shapefiles")
        }
        let converted = format == .geoPackage ? nil : try ConvertedLayer(path, format, encoding: reading.encoding)
        let source = try FeatureLayer(converted?.path ?? path, layer: reading.layer)
        let found = try VillageColumns(source.columns, told: reading.columns)
        let roles = ColumnRole.allCases.filter { found.places[$0] != nil }
        let features = try source.features(cells: roles.compactMap { found.places[$0] })
        conversion = withExtendedLifetime(converted) { $0?.said }
        file = path.lastComponent?.string ?? path.string
        name = source.name
        reference = source.reference
        columns = found.places.mapValues { source.columns[$0] }
        villages = features.map { feature in
            func cell(_ role: ColumnRole) -> String? {
                guard let place = roles.firstIndex(of: role) else { return nil }
                let text = Self.trimmed(feature.cells[place])
                return text.isEmpty ? nil : text
            }
            return Village(
                id: feature.id, county: cell(.county), township: cell(.township), village: cell(.village),
                shape: feature.shape)
        }
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank = { (character: Character) in character.isWhitespace }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}

/// Which columns of a layer of villages are names.
struct VillageColumns {
    let places: [ColumnRole: Int]

    /// Headers that say little in a list of parcels; in a layer of villages they are its own, or its townships'.
    private static let ownNames: [ColumnRole: [String]] = [
        .village: ["CM", "CMC", "CJMC", "XZQMC", "XZQHMC", "行政区名称", "行政区划名称", "名称", "NAME", "MC"],
        .township: ["XZM", "XZJMC", "XIANG", "XZ"],
    ]

    /// - Throws: `ColumnError` where no column is the village, or several could be.
    init(_ headers: [String], told: [ColumnRole: String]) throws(ColumnError) {
        var told = told
        while true {
            do throws(ColumnError) {
                places = try Self.find(headers, told)
                return
            } catch .missing(let role, _) where told[role] == nil && Self.ownNames[role] != nil {
                let own = Self.ownNames[role]?.lazy
                    .compactMap { name in headers.first { $0.uppercased() == name } }.first
                // Villages without townships can be matched where their names are not repeated.
                guard let name = own ?? (role == .township ? "" : nil) else {
                    throw .missing(role, headers: headers)
                }
                told[role] = name
            }
        }
    }

    private static func find(
        _ headers: [String], _ told: [ColumnRole: String]
    ) throws(ColumnError) -> [ColumnRole: Int] {
        // An address has no name of a village of its own.
        let map = try ColumnFinder(told: told.merging([.address: ""]) { own, _ in own }, landTypeIsTold: true)
            .find(headers)
        return [.county, .township, .village].reduce(into: [:]) { places, role in places[role] = map[role] }
    }
}

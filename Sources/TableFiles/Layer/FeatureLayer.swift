internal import SQLite
public import SystemPackage
public import TabularText

/// The features of a GeoPackage's layer: some of their columns, and their shapes. The file is only read.
///
///     let layer = try FeatureLayer("villages.gpkg")
///     let village = layer.columns.firstIndex(of: "村名")!
///     for feature in try layer.features(cells: [village]) { … }
public final class FeatureLayer {
    /// A row of the layer.
    public struct Feature: Hashable, Sendable {
        /// Its number in the file, as GIS shows it.
        public let id: Int64
        /// As asked for; NULL is the empty text.
        public let cells: [String]
        public let shape: FeatureShape
    }

    private let file: LayerFile
    private let database: LayerDatabase
    private let layer: Layer
    private let geometry: String
    public let reference: ReferenceSystem

    /// More than any county has villages.
    private static let mostFeatures = 100_000
    /// As many as a machine of an office holds in memory twice.
    private static let mostPoints = 8_000_000

    /// Whether the file is a GeoPackage.
    public static func reads(_ path: FilePath) throws(TableError) -> Bool {
        let file = try LayerFile(path)
        return try LayerCatalogue(LayerDatabase(reading: file, .file), hasGeoPackageID: file.hasGeoPackageID)
            .isGeoPackage
    }

    /// - Parameter name: nil takes the only layer there is; several are an error that lists them.
    public init(_ path: FilePath, layer name: String? = nil) throws(TableError) {
        file = try LayerFile(path)
        database = try LayerDatabase(reading: file, .file)
        let catalogue = try LayerCatalogue(database, hasGeoPackageID: file.hasGeoPackageID)
        layer = try catalogue.layer(name)
        guard let column = layer.geometry.first else { throw TableError(LayerProblem.noGeometry(layer.name)) }
        geometry = column
        reference = try ReferenceSystem(of: layer.name, in: database)
    }

    public var name: String { layer.name }
    public var columns: [String] { layer.columns }

    /// All features, in the order of their numbers.
    ///
    /// - Parameter cells: places in `columns`.
    public func features(cells: [Int]) throws(TableError) -> [Feature] {
        let stamp = file.stamp()
        let names = [layer.rowID ?? "NULL", quoted(geometry)] + cells.map { quoted(layer.columns[$0]) }
        let rows = try database.prepare(
            "SELECT \(names.map { $0 == "NULL" ? $0 : "t." + $0 }.joined(separator: ", ")) FROM \(layer.sqlName) AS t"
                + (layer.rowID.map { " ORDER BY t.\($0)" } ?? ""))
        var features: [Feature] = []
        var room = Self.mostPoints
        while try database.step(rows) {
            guard features.count < Self.mostFeatures else {
                throw TableError(LayerProblem.tooManyFeatures(Self.mostFeatures))
            }
            let id = rows.integer(0).map { Int64($0) } ?? Int64(features.count + 1)
            let shape = try shape(rows, &room)
            let texts = try database.read { () throws(SQLiteError) in
                try cells.indices.map { index throws(SQLiteError) in try rows.text(Int32(index + 2)) ?? "" }
            }
            features.append(Feature(id: id, cells: texts, shape: shape))
        }
        if let stamp { try file.checkUnchanged(since: stamp) }
        return features
    }

    private func shape(_ rows: Statement, _ room: inout Int) throws(TableError) -> FeatureShape {
        let cell = rows.cell(1)
        guard cell.kind != .null else { return .none }
        guard cell.kind == .blob else { return .damaged }
        let read = try database.read { () throws(SQLiteError) in
            try rows.withBlob(1) { bytes in
                Result { () throws(ShapeReader.Fault) in try ShapeReader.shape(of: bytes, room: room) }
            }
        }
        switch read {
        case .success(let shape):
            room -= shape.points.count + shape.rings.reduce(0) { $0 + $1.count }
            return shape.isEmpty ? .none : .shape(shape)
        case .failure(.damaged): return .damaged
        case .failure(.otherKind): return .otherKind
        case .failure(.tooManyPoints): throw TableError(LayerProblem.tooManyPoints(Self.mostPoints))
        }
    }
}

/// What the geometry of a feature gives to draw.
public enum FeatureShape: Hashable, Sendable {
    case shape(Shape)
    /// Nothing was drawn for it.
    case none
    /// Bytes that are no geometry.
    case damaged
    /// A line, or a shape with curves.
    case otherKind
}

/// What the numbers of a layer's points mean.
public struct ReferenceSystem: Hashable, Sendable {
    /// `EPSG:4490`; nil: the file does not say.
    public let code: String?
    public let kind: Kind

    public enum Kind: Hashable, Sendable {
        /// Degrees of longitude and latitude.
        case geographic
        case projected
        case unknown
    }

    /// Those that Chinese data come in and that some programs write without a definition.
    private static let geographic: Set<Int> = [4326, 4490, 4610, 4214, 4555, 4979, 4480]

    public init(code: String?, kind: Kind) { (self.code, self.kind) = (code, kind) }

    init(of layer: String, in database: LayerDatabase) throws(TableError) {
        let row = try database.prepare(
            """
            SELECT s.organization, s.organization_coordsys_id, s.definition FROM main.gpkg_geometry_columns AS g
            JOIN main.gpkg_spatial_ref_sys AS s ON s.srs_id = g.srs_id WHERE lower(g.table_name) = lower(?1)
            """)
        let found = try database.read { () throws(SQLiteError) -> (String?, Int?, String?)? in
            try row.bind(1, layer)
            return try row.step() ? (try row.text(0), row.integer(1), try row.text(2)) : nil
        }
        guard let (organization, number, definition) = found, let organization, let number,
            organization.uppercased() != "NONE"
        else {
            (code, kind) = (nil, .unknown)
            return
        }
        code = "\(organization.uppercased()):\(number)"
        let words = (definition ?? "").uppercased()
        if ["PROJCS", "PROJCRS", "PROJECTEDCRS"].contains(where: words.contains) {
            kind = .projected
        } else if ["GEOGCS", "GEOGCRS", "GEODCRS", "GEOGRAPHICCRS", "GEODETICCRS"].contains(where: words.contains)
            || Self.geographic.contains(number)
        {
            kind = .geographic
        } else {
            kind = .unknown
        }
    }
}

internal import SQLite
import SystemSupport
internal import TabularText

/// A layer of a GeoPackage that can be drawn: the names by which QGIS finds its styles, and what its geometries are.
struct DrawnLayer {
    /// As gpkg_contents has it: QGIS compares names byte by byte.
    let name: String
    let geometryColumn: String
    let geometry: DrawnGeometry

    /// Nil where the GeoPackage lists no geometry column of the layer, or no geometry in it can be drawn.
    init?(_ layer: Layer, in database: LayerDatabase) throws(TableError) {
        let known = try database.number(
            """
            SELECT count(*) FROM pragma_table_xinfo('gpkg_geometry_columns')
            WHERE hidden = 0 AND name IN ('table_name', 'column_name', 'geometry_type_name')
            """)
        guard known == 3 else { return nil }
        let listed = try database.prepare(
            """
            SELECT c.table_name, g.column_name, g.geometry_type_name
            FROM main.gpkg_contents AS c JOIN main.gpkg_geometry_columns AS g ON lower(g.table_name) = lower(c.table_name)
            WHERE lower(c.table_name) = lower(?1) AND c.data_type = 'features'
            """)
        try database.read { () throws(SQLiteError) in try listed.bind(1, layer.name) }
        guard try database.step(listed) else { return nil }
        let (name, column, type) = try database.read { () throws(SQLiteError) in
            (try listed.name(0), try listed.name(1), try listed.name(2))
        }
        guard layer.geometry.contains(where: { $0.lowercasedASCII == column.lowercasedASCII }) else { return nil }
        (self.name, geometryColumn) = (name, column)
        if let geometry = DrawnGeometry(typeName: type) {
            self.geometry = geometry
        } else {
            guard let geometry = try Self.geometry(of: layer, column, in: database) else { return nil }
            self.geometry = geometry
        }
    }

    /// Of a layer for all kinds of geometries. QGIS opens it as one layer for each kind that is in it, and all have the
    /// same styles; parcels are polygons, so the style is for these wherever there are some.
    private static func geometry(
        of layer: Layer, _ column: String, in database: LayerDatabase
    ) throws(TableError) -> DrawnGeometry? {
        let column = quoted(column)
        // Each row is one that came, also where it has no geometry: a statement without rows would be ended after a time.
        let heads = try database.prepare(
            """
            SELECT CASE typeof(t.\(column)) WHEN 'blob' THEN substr(t.\(column), 1, \(GeometryHead.length)) ELSE x'' END
            FROM \(layer.sqlName) AS t
            """)
        var found: DrawnGeometry?
        while try database.step(heads) {
            let geometry = try database.read { () throws(SQLiteError) in
                try heads.withBlob(0) { GeometryHead.geometry(of: $0) }
            }
            switch geometry {
            case .polygon: return .polygon
            case .line: found = .line
            case .point: found = found ?? .point
            case nil: break
            }
        }
        return found
    }
}

extension DrawnGeometry {
    /// Nil of GEOMETRY, GEOMETRYCOLLECTION and names that no standard has.
    fileprivate init?(typeName: String) {
        switch typeName.lowercasedASCII {
        case "point", "multipoint": self = .point
        case "linestring", "multilinestring", "circularstring", "compoundcurve", "multicurve", "curve": self = .line
        case "polygon", "multipolygon", "curvepolygon", "multisurface", "surface": self = .polygon
        default: return nil
        }
    }
}

/// The beginning of a geometry of a GeoPackage: a header of 8 to 72 bytes, then well-known binary.
private enum GeometryHead {
    /// Bytes of the longest header, and of byte order and type behind it.
    static let length = 77

    /// Nil of a collection, and of bytes that are no geometry.
    static func geometry(of head: UnsafeRawBufferPointer) -> DrawnGeometry? {
        guard head.count > 8, head[0] == UInt8(ascii: "G"), head[1] == UInt8(ascii: "P") else { return nil }
        let envelopes = [0, 32, 48, 48, 64]
        let envelope = Int(head[3] >> 1 & 7)
        guard envelopes.indices.contains(envelope) else { return nil }
        let start = 8 + envelopes[envelope]
        guard head.count >= start + 5 else { return nil }
        let bytes = (1...4).map { UInt32(head[start + $0]) }
        let type = (head[start] == 1 ? bytes.reversed() : bytes).reduce(0) { $0 << 8 | $1 }
        // Z and M: thousands in ISO 13249, the highest bits in older files.
        switch (type & 0x0FFF_FFFF) % 1000 {
        case 1, 4: return .point
        case 2, 5, 8, 9, 11, 13: return .line
        case 3, 6, 10, 12, 14, 15, 16, 17: return .polygon
        default: return nil
        }
    }
}

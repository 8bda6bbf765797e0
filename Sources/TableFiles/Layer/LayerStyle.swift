/// One way to draw a layer, as QGIS keeps it in a GeoPackage.
public struct LayerStyle: Hashable, Sendable {
    /// At most 30 characters: the table has room for no more.
    public let name: String
    public let description: String
    /// QGIS's XML of a style (https://docs.qgis.org, "QML - The QGIS Style File Format").
    public let qml: String

    public init(name: String, description: String, qml: String) {
        (self.name, self.description, self.qml) = (name, description, qml)
    }
}

/// What the geometries of a layer are drawn as. A style of QGIS is for one of them.
public enum DrawnGeometry: Hashable, Sendable {
    case point, line, polygon
}

/// What a style has to fit: the layer as it is in the copy.
public struct StyledLayer: Sendable {
    public let geometry: DrawnGeometry
    /// The different values of the column that `LayerCopy.begin` was to note, in the order of the rows.
    public let values: [String]
    private let columns: [String]

    init(geometry: DrawnGeometry, columns: [String], values: [String]) {
        (self.geometry, self.columns, self.values) = (geometry, columns, values)
    }

    /// The name of one of our columns as the layer spells it: it may have had it before, as `LANDGRADE_VERDICT`.
    public func column(_ name: String) -> String {
        columns.first { $0.lowercasedASCII == name.lowercasedASCII } ?? name
    }
}

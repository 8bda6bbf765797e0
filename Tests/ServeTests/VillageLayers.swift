import GradeModel
import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A village of a layer that a test makes up.
struct LayerVillage {
    var county: String?
    let township: String
    let village: String

    init(_ township: String, _ village: String, county: String? = nil) {
        (self.township, self.village, self.county) = (township, village, county)
    }

    static let three = [
        LayerVillage("东塘镇", "东南村"), LayerVillage("杨林寨乡", "东合港村"), LayerVillage("金龙镇", "芙蓉村"),
    ]

    /// Of the made-up county 990101.
    static let examples = [LayerVillage("石桥镇", "枫树村"), LayerVillage("石桥镇", "大屋村"), LayerVillage("白水乡", "白水村")]

    static let xiangyin = Xiangyin.villages.map { LayerVillage($0.township, $0.village) }
}

/// Layers of villages, each village an area around a point of a grid, written by GDAL.
enum VillageLayers {
    /// The seed's 245 villages; never changed by a test.
    static func xiangyin() async throws -> FilePath { try await Shared.xiangyin.value }

    /// A GeoPackage in CGCS2000.
    ///
    /// - Parameter corners: of each area, at distances from its middle that differ from corner to corner.
    static func geoPackage(
        _ villages: [LayerVillage], corners: Int = 4, layer: String = "synthetic_villages"
    ) async throws -> FilePath {
        let folder = TemporaryFolder.lasting()
        let features = villages.enumerated().map { index, village in
            let cells = JSONValue.object(
                (village.county.map { [JSONMember("XIAN", .string($0))] } ?? []) + [
                    JSONMember("XZM", .string(village.township)), JSONMember("CM", .string(village.village)),
                ])
            let ring = ring(Double(index % 16), Double(index / 16), corners)
            return
                #"{"type":"Feature","properties":\#(cells.text()),"geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}"#
        }
        let source = folder.appending("villages.geojson"), target = folder.appending("villages.gpkg")
        try write(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8, to: source)
        let words = ["-f", "GPKG", "-a_srs", "EPSG:4490", "-nln", layer, target.string, source.string]
        let run = try await Program.tool("ogr2ogr").run(words)
        try #require(run.status == 0, "\(run.error)")
        return target
    }

    private static func ring(_ column: Double, _ row: Double, _ corners: Int) -> String {
        let corner = { (number: Int) in
            let angle = 2 * Double.pi * Double(number % corners) / Double(corners)
            let distance = 0.010 + 0.004 * Double(number % corners * 7919 % 17) / 17
            return "[\(112.5 + column * 0.03 + distance * cos(angle)),\(28.5 + row * 0.03 + distance * sin(angle))]"
        }
        return (0...corners).map(corner).joined(separator: ",")
    }

    private actor Shared {
        static let xiangyin = Task { try await geoPackage(LayerVillage.xiangyin) }
    }
}

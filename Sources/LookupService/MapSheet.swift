public import SystemPackage
public import VillageMap

/// A layer of villages that the operator named, or the part of one that is of one county, with its shapes. It depends on
/// no store: the service reads it once, when it starts.
public struct MapSheet: Sendable {
    public let layer: VillageLayer
    let drawing: MapDrawing

    /// The sheets of a file: one for each text in its column of counties, one where it has no such column.
    ///
    /// - Throws: why the file can't be read, or `MapFault.noShapes`.
    public static func sheets(of file: FilePath, _ reading: VillageLayer.Reading) throws -> [MapSheet] {
        let whole = try VillageLayer(file, reading)
        let drawn = whole.partsByCounty.compactMap { part -> MapSheet? in
            // A part in which nothing can be drawn is no map, and no reason to have none of the others.
            try? MapSheet(part)
        }
        return drawn.isEmpty ? [try MapSheet(whole)] : drawn
    }

    private init(_ layer: VillageLayer) throws(MapFault) {
        self.layer = layer
        drawing = try MapDrawing(layer, side: Self.side, bytes: Self.room(of: layer.villages.count))
    }

    /// Of the drawing, in its units: about a pixel on a wide window.
    private static let side = 1000

    /// How long all outlines together may be, so that a page with them stays below 300 KB: a village takes up to 420 bytes
    /// beside its outline, and everything else on the page 40 KB.
    private static func room(of villages: Int) -> Int { max(260_000 - 420 * villages, 60_000) }
}

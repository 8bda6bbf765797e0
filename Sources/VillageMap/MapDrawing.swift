import SystemSupport
import TableFiles

/// The shapes of a layer on a grid, to be drawn as often as there are land types. It depends on the layer alone.
public struct MapDrawing: Sendable {
    /// Its extent, in its own units.
    public let width, height: Int
    /// What an SVG holds once, for `MapPanel` to refer to: a path for each feature that has a shape.
    public let definitions: Markup
    /// By the place of the feature in the layer; nil: nothing is drawn for it.
    let outlines: [Outline?]
    let side: Int

    /// Units of the grid between two lines of it: the finest that keeps the paths below the wanted size is taken.
    private static let steps = [1, 2, 3, 4, 6, 8, 12, 16]

    /// - Parameters:
    ///   - side: the longer side, in units.
    ///   - bytes: how long all paths together may be, as far as coarser lines can bring that about.
    /// - Throws: `MapFault.noShapes`.
    public init(_ layer: VillageLayer, side: Int, bytes: Int) throws(MapFault) {
        let shapes = layer.villages.map { village -> Shape? in
            if case .shape(let shape) = village.shape { shape } else { nil }
        }
        guard let frame = MapFrame(shapes.compactMap(\.self), layer.reference, side: side) else {
            throw .noShapes(layer)
        }
        (width, height, self.side) = (frame.width, frame.height, side)
        var outlines: [Outline?] = []
        var paths: [String] = []
        for step in Self.steps {
            let whole = shapes.map { $0.map { Outline($0, in: frame, step: step) } }
            let lines = SharedLines(whole.compactMap(\.self), unit: step)
            outlines = whole.map { $0.map(lines.simplified) }
            paths = outlines.map { $0.map { Self.path($0, radius: side / 130) } ?? "" }
            if paths.reduce(0, { $0 + $1.utf8.count }) <= bytes { break }
        }
        self.outlines = outlines
        definitions =
            paths.enumerated().filter { !$0.element.isEmpty }
            .map { "<path id=\"v\($0.offset)\" d=\"\(Markup(data: $0.element))\"/>" as Markup }.joined()
    }

    /// Points are drawn as discs.
    private static func path(_ outline: Outline, radius: Int) -> String {
        let discs = outline.points.map { spot in
            "M\(spot.x - radius) \(spot.y)a\(radius) \(radius) 0 1 0 \(2 * radius) 0a\(radius) \(radius) 0 1 0 \(-2 * radius) 0z"
        }
        return outline.path + discs.joined()
    }
}

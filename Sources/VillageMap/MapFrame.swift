import TableFiles

/// Where a layer's points stand on a drawing: north up, both axes in the same scale, whole numbers from the upper left.
struct MapFrame: Hashable, Sendable {
    struct Spot: Hashable, Comparable, Sendable {
        let x, y: Int

        static func < (a: Self, b: Self) -> Bool { (a.x, a.y) < (b.x, b.y) }
    }

    /// Of the drawing.
    let width, height: Int
    private let left, top: Double
    private let across, down: Double

    /// The share of the longer side that stays free on each side.
    private static let margin = 0.02

    /// - Parameters:
    ///   - side: the longer side of the drawing.
    /// - Returns: nil where there are no points.
    init?(_ shapes: [Shape], _ reference: ReferenceSystem, side: Int) {
        var box: (left: Double, bottom: Double, right: Double, top: Double)?
        for shape in shapes {
            for point in shape.points { Self.extend(&box, by: point) }
            for ring in shape.rings { for point in ring { Self.extend(&box, by: point) } }
        }
        guard let box else { return nil }
        // A degree of longitude is shorter than one of latitude, by the cosine of the latitude: over a county the plane
        // that takes it for constant is off by less than the width of a line.
        let isDegrees = reference.kind == .geographic
        let narrowing = isDegrees ? Self.cosine(degrees: (box.bottom + box.top) / 2) : 1
        let size = (across: (box.right - box.left) * narrowing, down: box.top - box.bottom)
        let longest = max(size.across, size.down)
        // One point alone has no extent: it stands in the middle.
        let scale = longest > 0 ? Double(side) * (1 - 2 * Self.margin) / longest : 0
        let free = Double(side) * Self.margin
        width = max(Int((size.across * scale + 2 * free).rounded()), side / 4)
        height = max(Int((size.down * scale + 2 * free).rounded()), side / 4)
        across = scale * narrowing
        down = scale
        left = box.left - (scale > 0 ? (Double(width) - size.across * scale) / 2 / across : 0)
        top = box.top + (scale > 0 ? (Double(height) - size.down * scale) / 2 / down : 0)
    }

    func spot(_ point: Shape.Point) -> Spot {
        guard down > 0 else { return Spot(x: width / 2, y: height / 2) }
        return Spot(x: Int(((point.x - left) * across).rounded()), y: Int(((top - point.y) * down).rounded()))
    }

    private static func extend(
        _ box: inout (left: Double, bottom: Double, right: Double, top: Double)?, by point: Shape.Point
    ) {
        guard let old = box else { return box = (point.x, point.y, point.x, point.y) }
        box = (min(old.left, point.x), min(old.bottom, point.y), max(old.right, point.x), max(old.top, point.y))
    }

    /// By its series, which is exact enough for a drawing and needs no library of another name on every system.
    private static func cosine(degrees: Double) -> Double {
        let x = min(abs(degrees), 89) * .pi / 180
        let square = x * x
        return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * (1 - square / 90))))
    }
}

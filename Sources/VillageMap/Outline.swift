import TableFiles

/// A shape on the grid of a drawing. Points are rounded each by itself, so that villages with a common border keep it common.
struct Outline: Hashable, Sendable {
    typealias Spot = MapFrame.Spot

    /// Closed, the first spot not repeated, no two spots in succession the same.
    let rings: [[Spot]]
    let points: [Spot]

    /// - Parameter step: of the grid, in the units of the drawing.
    init(_ shape: Shape, in frame: MapFrame, step: Int) {
        func snapped(_ point: Shape.Point) -> Spot {
            let spot = frame.spot(point)
            guard step > 1 else { return spot }
            return Spot(x: Self.round(spot.x, step), y: Self.round(spot.y, step))
        }
        points = shape.points.map(snapped)
        var rings = shape.rings.map { ring in Self.closed(ring.map(snapped)) }.filter { $0.count >= 3 }
        if rings.isEmpty, let first = shape.rings.first?.first {
            // Smaller than the grid: it is drawn as large as the grid, so that it can be seen.
            let spot = snapped(first)
            rings = [
                [
                    spot, Spot(x: spot.x + step, y: spot.y), Spot(x: spot.x + step, y: spot.y + step),
                    Spot(x: spot.x, y: spot.y + step),
                ]
            ]
        }
        self.rings = rings
    }

    private static func round(_ value: Int, _ step: Int) -> Int {
        let moved = value + step / 2
        return (moved >= 0 ? moved / step : -((step - 1 - moved) / step)) * step
    }

    private static func closed(_ spots: [Spot]) -> [Spot] {
        var ring: [Spot] = []
        for spot in spots where spot != ring.last { ring.append(spot) }
        while ring.count > 1, ring.first == ring.last { ring.removeLast() }
        return ring
    }

    init(rings: [[Spot]], points: [Spot]) { (self.rings, self.points) = (rings, points) }

    /// The data of a path.
    var path: String { rings.map(Self.path).joined() }

    private static func path(_ ring: [Spot]) -> String {
        guard let first = ring.first else { return "" }
        var text = "M\(first.x) \(first.y)l"
        var last = first
        for (index, spot) in ring.enumerated().dropFirst() {
            let (x, y) = (spot.x - last.x, spot.y - last.y)
            // A minus sign parts two numbers as well as a space.
            if index > 1, x >= 0 { text += " " }
            text += y < 0 ? "\(x)\(y)" : "\(x) \(y)"
            last = spot
        }
        return text + "z"
    }

    /// The middle of its largest ring, or of its points: where a name is put.
    var middle: (spot: Spot, weight: Int)? {
        let areas = rings.map { ring in (ring, Self.doubledArea(ring)) }
        if let (ring, area) = areas.max(by: { abs($0.1) < abs($1.1) }), area != 0 {
            var (x, y) = (0, 0)
            for (a, b) in Self.sides(of: ring) {
                let cross = a.x * b.y - b.x * a.y
                x += (a.x + b.x) * cross
                y += (a.y + b.y) * cross
            }
            return (Spot(x: x / (3 * area), y: y / (3 * area)), abs(area))
        }
        let spots = points.isEmpty ? rings.flatMap(\.self) : points
        guard !spots.isEmpty else { return nil }
        return (
            Spot(x: spots.reduce(0) { $0 + $1.x } / spots.count, y: spots.reduce(0) { $0 + $1.y } / spots.count), 1
        )
    }

    private static func doubledArea(_ ring: [Spot]) -> Int {
        sides(of: ring).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    }

    static func sides(of ring: [Spot]) -> [(Spot, Spot)] { Array(zip(ring, ring.dropFirst() + ring.prefix(1))) }
}

/// Draws lines with fewer points: none of those left out is further from the line than three quarters of a unit of the grid.
/// A line that two areas share is drawn the same for both, because it is cut where a third one meets it and each piece
/// is drawn in one direction.
struct SharedLines {
    private typealias Spot = MapFrame.Spot

    /// Spots where more than one line goes on.
    private let meetings: Set<MapFrame.Spot>
    private let unit: Int

    /// - Parameter unit: of the grid, in the units of the drawing.
    init(_ outlines: [Outline], unit: Int) {
        self.unit = unit
        var neighbours: [Spot: Set<Spot>] = [:]
        for ring in outlines.flatMap(\.rings) {
            for (a, b) in Outline.sides(of: ring) {
                neighbours[a, default: []].insert(b)
                neighbours[b, default: []].insert(a)
            }
        }
        meetings = Set(neighbours.lazy.filter { $0.value.count > 2 }.map(\.key))
    }

    func simplified(_ outline: Outline) -> Outline {
        Outline(rings: outline.rings.map(simplified), points: outline.points)
    }

    private func simplified(_ ring: [Spot]) -> [Spot] {
        guard ring.count > 3 else { return ring }
        var cuts = ring.indices.filter { meetings.contains(ring[$0]) }
        if cuts.isEmpty, let first = ring.indices.min(by: { ring[$0] < ring[$1] }) { cuts = [first] }
        if cuts.count == 1 {
            let first = ring[cuts[0]]
            let furthest = ring.indices.max { (a, b) in
                let (one, other) = (Self.squaredDistance(first, ring[a]), Self.squaredDistance(first, ring[b]))
                return one == other ? ring[b] < ring[a] : one < other
            }
            if let furthest { cuts = [cuts[0], furthest].sorted() }
        }
        var kept: [Spot] = []
        for (index, start) in cuts.enumerated() {
            let end = cuts[(index + 1) % cuts.count]
            let count = (end - start + ring.count - 1) % ring.count + 1
            let line = (0...count).map { ring[(start + $0) % ring.count] }
            kept += self.line(line).dropLast()
        }
        // An area of a few units stays as it is.
        return kept.count >= 3 ? kept : ring
    }

    private func line(_ spots: [Spot]) -> [Spot] {
        let isForward = spots[0] < spots[spots.count - 1]
        let forward = isForward ? spots : spots.reversed()
        let kept = points(of: forward)
        return isForward ? kept : kept.reversed()
    }

    /// By Douglas and Peucker.
    private func points(of line: [Spot]) -> [Spot] {
        var isKept = [Bool](repeating: false, count: line.count)
        isKept[0] = true
        isKept[line.count - 1] = true
        var open = [(first: 0, last: line.count - 1)]
        while let (first, last) = open.popLast() {
            guard last - first > 1 else { continue }
            var furthest = (index: first, distance: 0.0)
            for index in (first + 1)..<last {
                let distance = Self.squaredDistance(of: line[index], from: line[first], to: line[last])
                if distance > furthest.distance { furthest = (index, distance) }
            }
            // Three quarters, squared.
            guard furthest.distance > 9.0 / 16 * Double(unit * unit) else { continue }
            isKept[furthest.index] = true
            open += [(first, furthest.index), (furthest.index, last)]
        }
        return line.indices.filter { isKept[$0] }.map { line[$0] }
    }

    /// The squared distance of a spot from the nearest point of a line.
    private static func squaredDistance(of spot: Spot, from a: Spot, to b: Spot) -> Double {
        let length = squaredDistance(a, b)
        let along = (spot.x - a.x) * (b.x - a.x) + (spot.y - a.y) * (b.y - a.y)
        if along <= 0 { return Double(squaredDistance(spot, a)) }
        if along >= length { return Double(squaredDistance(spot, b)) }
        let cross = (spot.x - a.x) * (b.y - a.y) - (spot.y - a.y) * (b.x - a.x)
        return Double(cross * cross) / Double(length)
    }

    private static func squaredDistance(_ a: Spot, _ b: Spot) -> Int {
        (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    }
}

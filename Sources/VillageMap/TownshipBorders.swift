/// The lines between villages of different townships. They are found where both villages have the same border, as layers
/// made by splitting an area have; in others fewer lines are found, and none that is wrong.
struct TownshipBorders {
    private typealias Spot = MapFrame.Spot

    private struct Side: Hashable {
        let a, b: Spot

        init(_ first: Spot, _ second: Spot) {
            (a, b) = first < second ? (first, second) : (second, first)
        }
    }

    /// The data of a path.
    let path: String

    init(_ villages: [(outline: Outline, township: String)]) {
        var townships: [Side: Set<String>] = [:]
        for (outline, township) in villages {
            for ring in outline.rings {
                for (a, b) in Outline.sides(of: ring) { townships[Side(a, b), default: []].insert(township) }
            }
        }
        var drawn: Set<Side> = []
        var text = ""
        for (outline, _) in villages {
            for ring in outline.rings {
                var isOpen = false
                for (a, b) in Outline.sides(of: ring) {
                    let side = Side(a, b)
                    guard townships[side]?.count ?? 0 > 1, drawn.insert(side).inserted else {
                        isOpen = false
                        continue
                    }
                    text += isOpen ? " \(b.x - a.x) \(b.y - a.y)" : "M\(a.x) \(a.y)l\(b.x - a.x) \(b.y - a.y)"
                    isOpen = true
                }
            }
        }
        path = text
    }
}

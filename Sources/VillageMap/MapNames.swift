import AnswerRendering
import SystemSupport

/// Names on a drawing. One that would lie over another is left out.
struct MapNames {
    private let drawing: MapDrawing
    private var taken: [(x: ClosedRange<Int>, y: ClosedRange<Int>)] = []
    private(set) var texts: Markup = ""

    init(on drawing: MapDrawing) { self.drawing = drawing }

    /// Names of townships, each in the middle of its villages.
    ///
    /// - Parameters:
    ///   - villages: the feature's place in the layer, and its township.
    ///   - size: of the text, in units of the drawing.
    mutating func add(townshipsOf villages: [(index: Int, township: String)], size: Int) {
        var sums: [String: (x: Int, y: Int, weight: Int)] = [:]
        var order: [String] = []
        for (index, township) in villages {
            guard let middle = drawing.outlines[index]?.middle else { continue }
            if sums[township] == nil { order.append(township) }
            let weight = max(middle.weight / 1000, 1)
            let sum = sums[township] ?? (0, 0, 0)
            sums[township] = (sum.x + middle.spot.x * weight, sum.y + middle.spot.y * weight, sum.weight + weight)
        }
        for township in order {
            guard let sum = sums[township] else { continue }
            let half = Self.width(township, size) / 2
            let x = min(max(sum.x / sum.weight, half), drawing.width - half)
            put(township, x: x, y: sum.y / sum.weight, half: half, size: size, isBold: true)
        }
    }

    /// Names of villages, where they have room within their own outline.
    mutating func add(villages: [(index: Int, name: String)], size: Int) {
        for (index, name) in villages {
            guard let outline = drawing.outlines[index], let spot = outline.middle?.spot,
                let span = outline.span(around: spot)
            else { continue }
            let half = Self.width(name, size) / 2
            let x = (span.lowerBound + span.upperBound) / 2
            guard span.upperBound - span.lowerBound > 2 * half + size / 2 else { continue }
            put(name, x: x, y: spot.y, half: half, size: size, isBold: false)
        }
    }

    private mutating func put(_ name: String, x: Int, y: Int, half: Int, size: Int, isBold: Bool) {
        let base = y + size / 3
        let box = (x: (x - half)...(x + max(half, 1)), y: (base - size)...base)
        guard !taken.contains(where: { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }) else { return }
        taken.append(box)
        let weight: Markup = isBold ? " font-weight=\"bold\"" : ""
        texts += "<text x=\"\(x)\" y=\"\(base)\" font-size=\"\(size)\"\(weight)>\(name)</text>"
    }

    /// Two columns are as wide as the text is high.
    private static func width(_ name: String, _ size: Int) -> Int { DisplayWidth.columns(of: name) * size / 2 }
}

extension Outline {
    /// From where to where the area reaches on the line of `spot`; nil where the spot is outside of it.
    func span(around spot: Spot) -> ClosedRange<Int>? {
        var crossings: [Int] = []
        for ring in rings {
            for (a, b) in Self.sides(of: ring) where (a.y <= spot.y) != (b.y <= spot.y) {
                crossings.append(a.x + (b.x - a.x) * (spot.y - a.y) / (b.y - a.y))
            }
        }
        crossings.sort()
        // From the first crossing on the line is inside, from the second on outside, and so on.
        for index in stride(from: 0, to: crossings.count - 1, by: 2)
        where crossings[index] <= spot.x && spot.x <= crossings[index + 1] {
            return crossings[index]...crossings[index + 1]
        }
        return nil
    }
}

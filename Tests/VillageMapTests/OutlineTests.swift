import TableFiles
import Testing

@testable import VillageMap

@Suite struct OutlineTests {
    private typealias Spot = MapFrame.Spot

    private func area(_ points: [(Double, Double)]) -> Shape {
        var shape = Shape()
        shape.add(ring: points.map { Shape.Point(x: $0.0, y: $0.1) })
        return shape
    }

    private func square(_ left: Double, _ bottom: Double, _ side: Double) -> Shape {
        area([
            (left, bottom), (left + side, bottom), (left + side, bottom + side), (left, bottom + side), (left, bottom),
        ])
    }

    private let plane = ReferenceSystem(code: nil, kind: .projected)

    @Test func `north is up, and both axes have one scale`() throws {
        let frame = try #require(MapFrame([area([(0, 0), (100, 0), (100, 50), (0, 0)])], plane, side: 1000))
        #expect(frame.width == 1000 && frame.height == 520)
        #expect(frame.spot(Shape.Point(x: 0, y: 50)) == Spot(x: 20, y: 20))
        #expect(frame.spot(Shape.Point(x: 100, y: 0)) == Spot(x: 980, y: 500))
    }

    /// At 60 degrees a degree of longitude is half as long as one of latitude.
    @Test func `degrees are drawn as long as they are`() throws {
        let degrees = ReferenceSystem(code: "EPSG:4490", kind: .geographic)
        let frame = try #require(MapFrame([square(110, 59.5, 1)], degrees, side: 1000))
        #expect(frame.height == 1000 && abs(frame.width - 520) <= 1)
    }

    @Test func `one point alone stands in the middle, and none is no drawing`() throws {
        var shape = Shape()
        shape.add(point: Shape.Point(x: 3, y: 4))
        let frame = try #require(MapFrame([shape], plane, side: 1000))
        #expect(frame.spot(Shape.Point(x: 3, y: 4)) == Spot(x: frame.width / 2, y: frame.height / 2))
        #expect(MapFrame([Shape()], plane, side: 1000) == nil)
    }

    @Test func `a straight line loses what lies on it, and a spike stays`() throws {
        let shape = area([
            (0, 0), (25, 0), (50, 0), (100, 0), (100, 100), (50, 100), (50, 140), (50, 100), (0, 100), (0, 0),
        ])
        let frame = try #require(MapFrame([square(0, 0, 200)], plane, side: 1000))
        let outline = Outline(shape, in: frame, step: 1)
        #expect(outline.rings[0].count == 9)
        let simplified = SharedLines([outline], unit: 1).simplified(outline)
        let spots = [(0, 0), (100, 0), (100, 100), (50, 100), (50, 140), (50, 100), (0, 100)].map { x, y in
            frame.spot(Shape.Point(x: x, y: y))
        }
        #expect(Set(simplified.rings[0]) == Set(spots) && simplified.rings[0].count == 7)
        #expect(simplified.path.hasPrefix("M") && simplified.path.hasSuffix("z"))
    }

    @Test func `a line between two areas is drawn the same for both, and no spot is far from it`() throws {
        // Their border is a wave of 300 points; a third area meets it half way.
        let wave = (0...300).map { (place: Int) -> (Double, Double) in
            let phase = place % 40
            let swing = phase < 20 ? phase : 40 - phase
            return (Double(100 + swing), Double(place))
        }
        let left = area(wave + [(0, 300), (0, 0)] + [wave[0]])
        let right = area(Array(wave[150...]) + [(200, 300), (200, 150)] + [wave[150]])
        let third = area(Array(wave[...150]) + [(200, 150), (200, 0)] + [wave[0]])
        let frame = try #require(MapFrame([left, right, third], plane, side: 1000))
        let outlines = [left, right, third].map { Outline($0, in: frame, step: 1) }
        let lines = SharedLines(outlines, unit: 1)
        let drawn = outlines.map(lines.simplified)
        let sides = drawn.map { outline in
            Set(outline.rings.flatMap { ring in Outline.sides(of: ring).map { Set([$0.0, $0.1]) } })
        }
        // All of the border is common to two of them, and much shorter than it was.
        let border = sides[0].intersection(sides[1]).union(sides[0].intersection(sides[2]))
        #expect(border.count > 10 && border.count < 100)
        #expect(sides[0].count == border.count + 3)
        #expect(drawn[0].rings[0].count < outlines[0].rings[0].count / 3)
        // A spot that is kept is one of the area's own.
        #expect(
            drawn.allSatisfy { outline in
                outline.rings.allSatisfy { ring in
                    outlines.contains { Set($0.rings[0]).isSuperset(of: ring) }
                }
            })
    }

    @Test func `an area below the grid is drawn as large as the grid`() throws {
        let frame = try #require(MapFrame([square(0, 0, 1000)], plane, side: 100))
        let outline = Outline(square(500, 500, 0.001), in: frame, step: 4)
        #expect(outline.rings.map(\.count) == [4])
        #expect(outline.path.hasSuffix("z"))
    }

    @Test func `borders are drawn between townships, once, and not within one`() throws {
        let shapes = [square(0, 0, 100), square(100, 0, 100), square(200, 0, 100)]
        let frame = try #require(MapFrame(shapes, plane, side: 1000))
        let outlines = shapes.map { Outline($0, in: frame, step: 1) }
        let borders = TownshipBorders([(outlines[0], "甲"), (outlines[1], "甲"), (outlines[2], "乙")])
        let x = frame.spot(Shape.Point(x: 200, y: 0)).x
        #expect(borders.path.hasPrefix("M\(x) "))
        #expect(borders.path.split(separator: "M").count == 1, "\(borders.path)")
        #expect(TownshipBorders([(outlines[0], "甲"), (outlines[2], "乙")]).path == "")
    }

    @Test func `the middle of an area, and how far it reaches there`() throws {
        let frame = try #require(MapFrame([square(0, 0, 100)], plane, side: 1000))
        let outline = Outline(square(0, 0, 100), in: frame, step: 1)
        let middle = try #require(outline.middle?.spot)
        #expect(middle == Spot(x: 500, y: 500))
        #expect(outline.span(around: middle) == 20...980)
        #expect(outline.span(around: Spot(x: 5, y: 500)) == nil)
    }

    @Test func `markup escapes every value`() {
        let name = "<a href=\"x\">&\u{7}"
        #expect(("<t>\(name)</t>" as Markup).text == "<t>&lt;a href=&quot;x&quot;&gt;&amp;\\x07</t>")
        #expect(("\("\u{FFFF}")" as Markup).text == "\\u{ffff}")
    }
}

import TestSupport
import Testing

@testable import TableFiles

@Suite struct ShapeTests {
    private func shape(_ name: String, room: Int = 1000) throws -> Shape {
        let bytes = try #require(try Corpus.files(of: "shape").first { $0.name == name }?.bytes)
        return try bytes.withUnsafeBytes { bytes throws(ShapeReader.Fault) in
            try ShapeReader.shape(of: bytes, room: room)
        }
    }

    private func point(_ x: Double, _ y: Double) -> Shape.Point { Shape.Point(x: x, y: y) }

    @Test func `points, in either byte order, with height and measure, alone and together`() throws {
        for name in ["point", "bigendian", "z", "zm"] {
            #expect(try shape(name).points == [point(112.5, 28.5)], "\(name)")
            #expect(try shape(name).rings.isEmpty)
        }
        #expect(try shape("points").points.count == 2)
        #expect(try shape("empty").isEmpty)
    }

    @Test func `areas, with holes and of several parts`() throws {
        #expect(try shape("polygon").rings.map(\.count) == [5])
        #expect(try shape("envelope").rings == shape("polygon").rings)
        #expect(try shape("holes").rings.map(\.count) == [5, 4])
        #expect(try shape("multi").rings.map(\.count) == [5, 5, 4])
        let collection = try shape("collection")
        #expect(collection.points.count == 1 && collection.rings.count == 3)
    }

    @Test func `what has no area is another kind`() {
        #expect(throws: ShapeReader.Fault.otherKind(2)) { try shape("line") }
        #expect(throws: ShapeReader.Fault.otherKind(0)) { try shape("extended") }
    }

    @Test(arguments: ["cut", "deep", "huge", "infinite"])
    func `bytes that are no geometry`(_ name: String) {
        #expect(throws: ShapeReader.Fault.damaged) { try shape(name) }
    }

    @Test func `more points than there is room for`() {
        #expect(throws: ShapeReader.Fault.tooManyPoints) { try shape("multi", room: 13) }
        #expect(throws: Never.self) { try shape("multi", room: 14) }
    }
}

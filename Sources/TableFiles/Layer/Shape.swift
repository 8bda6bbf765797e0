/// What a feature of a layer looks like on a plane, without height and measure: areas, or points.
public struct Shape: Hashable, Sendable {
    /// In the units of the layer's reference system, x to the east.
    public struct Point: Hashable, Sendable {
        public let x, y: Double

        public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
    }

    /// Closed, so the last point is the first again. An area's outer ring and its holes are not told apart: what an odd
    /// number of them encloses is inside.
    public private(set) var rings: [[Point]] = []
    public private(set) var points: [Point] = []

    public init() {}

    public mutating func add(ring: [Point]) { rings.append(ring) }

    public mutating func add(point: Point) { points.append(point) }

    public var isEmpty: Bool { rings.isEmpty && points.isEmpty }
}

/// Reads the geometry column of a GeoPackage: a header of its own, then well-known binary (OGC 12-128r18, 2.1.3).
struct ShapeReader {
    enum Fault: Error, Hashable {
        case damaged
        /// Lines, curves, surfaces in space: what has no area on a map as it stands. By their number in well-known binary.
        case otherKind(UInt32)
        case tooManyPoints
    }

    private var rest: UnsafeRawBufferPointer.SubSequence
    private var isLittleEndian = true
    private var dimensions = 2
    private var shape = Shape()
    /// How many points may still come.
    private var room: Int
    /// A collection may hold collections; a file from elsewhere may nest them without end.
    private static let deepest = 8

    private init(_ bytes: UnsafeRawBufferPointer, room: Int) {
        rest = bytes[...]
        self.room = room
    }

    /// - Parameters:
    ///   - blob: a cell of the geometry column.
    ///   - room: the most points it may have.
    static func shape(of blob: UnsafeRawBufferPointer, room: Int) throws(Fault) -> Shape {
        var reader = ShapeReader(blob, room: room)
        let isExtended = try reader.header()
        guard !isExtended else { throw .otherKind(0) }
        try reader.geometry(depth: 0)
        return reader.shape
    }

    /// - Returns: whether what follows is another encoding than well-known binary.
    private mutating func header() throws(Fault) -> Bool {
        guard try byte() == 0x47, try byte() == 0x50 else { throw .damaged }
        _ = try byte()  // the version
        let flags = try byte()
        let envelopes = [0, 32, 48, 48, 64]
        let envelope = Int(flags >> 1 & 7)
        guard envelopes.indices.contains(envelope) else { throw .damaged }
        try skip(4 + envelopes[envelope])
        return flags & 0x20 != 0
    }

    private mutating func geometry(depth: Int) throws(Fault) {
        guard depth <= Self.deepest else { throw .damaged }
        let order = try byte()
        guard order <= 1 else { throw .damaged }
        isLittleEndian = order == 1
        let code = try number()
        guard code < 4000 else { throw .otherKind(code) }
        dimensions = [2, 3, 3, 4][Int(code / 1000)]
        switch code % 1000 {
        case 1:
            let point = try point()
            // An empty point has no numbers.
            if point.x.isFinite, point.y.isFinite { shape.add(point: point) }
        case 3, 17: try polygon()
        case 4, 6, 7, 12:
            // Each part says its own byte order and dimensions.
            for _ in 0..<(try count(of: 5)) { try geometry(depth: depth + 1) }
        default: throw .otherKind(code)
        }
    }

    private mutating func polygon() throws(Fault) {
        for _ in 0..<(try count(of: 4)) {
            let length = try count(of: dimensions * 8)
            var ring: [Shape.Point] = []
            ring.reserveCapacity(length)
            for _ in 0..<length {
                let point = try point()
                guard point.x.isFinite, point.y.isFinite else { throw .damaged }
                ring.append(point)
            }
            if ring.count >= 3 { shape.add(ring: ring) }
        }
    }

    private mutating func point() throws(Fault) -> Shape.Point {
        guard room > 0 else { throw .tooManyPoints }
        room -= 1
        let x = try double()
        let y = try double()
        try skip(8 * (dimensions - 2))
        return Shape.Point(x: x, y: y)
    }

    /// A count of things of at least `size` bytes: more than the rest has room for are damage.
    private mutating func count(of size: Int) throws(Fault) -> Int {
        let count = Int(try number())
        guard count <= rest.count / size else { throw .damaged }
        return count
    }

    private mutating func byte() throws(Fault) -> UInt8 {
        guard let byte = rest.popFirst() else { throw .damaged }
        return byte
    }

    private mutating func number() throws(Fault) -> UInt32 {
        guard rest.count >= 4 else { throw .damaged }
        let number = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: UInt32.self)
        rest = rest.dropFirst(4)
        return isLittleEndian ? UInt32(littleEndian: number) : UInt32(bigEndian: number)
    }

    private mutating func double() throws(Fault) -> Double {
        guard rest.count >= 8 else { throw .damaged }
        let bits = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: UInt64.self)
        rest = rest.dropFirst(8)
        return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: bits) : UInt64(bigEndian: bits))
    }

    private mutating func skip(_ count: Int) throws(Fault) {
        guard rest.count >= count else { throw .damaged }
        rest = rest.dropFirst(count)
    }
}

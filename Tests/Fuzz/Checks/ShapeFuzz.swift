@testable import TableFiles

/// What must hold for any bytes in the geometry column of a layer: they are no shape, or one whose points are finite and
/// no more than the bytes have room for, and which takes exactly the room that it has points.
func shapeFault(_ input: [UInt8]) -> String? {
    guard let shape = read(input, room: input.count) else { return nil }
    let all = shape.points + shape.rings.flatMap(\.self)
    guard all.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return "a point that is nowhere" }
    guard all.count * 16 <= input.count else { return "\(all.count) points of \(input.count) bytes" }
    guard shape.rings.allSatisfy({ $0.count >= 3 }) else { return "a ring without an area" }
    // Points that were read and left out, of an empty point or a short ring, take room too.
    guard all.isEmpty || read(input, room: all.count - 1) == nil else { return "more points than allowed" }
    return nil
}

private func read(_ input: [UInt8], room: Int) -> Shape? {
    input.withUnsafeBytes { bytes in try? ShapeReader.shape(of: bytes, room: room) }
}

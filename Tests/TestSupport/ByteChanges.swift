/// Damage to a good file, drawn from an input of the fuzzer: a list of changes, four bytes each, three for the place and
/// one for the bits to be flipped. A place behind the file's end cuts it by that much.
package struct ByteChanges {
    private let input: [UInt8]

    package init(_ input: [UInt8]) { self.input = input }

    package func applied(to good: [UInt8]) -> [UInt8] {
        var bytes = good
        var rest = input[...]
        while rest.count >= 4 {
            let place = rest.prefix(3).reduce(0) { $0 << 8 | Int($1) } % (2 * good.count)
            if place >= good.count {
                bytes.removeLast(bytes.count - min(bytes.count, place - good.count))
            } else if place < bytes.count {
                bytes[place] ^= rest[rest.startIndex + 3]
            }
            rest = rest.dropFirst(4)
        }
        return bytes
    }

    /// The input of one change.
    package static func one(at place: Int, flipping bits: UInt8) -> [UInt8] {
        [UInt8(place >> 16), UInt8(place >> 8 & 0xFF), UInt8(place & 0xFF), bits]
    }
}

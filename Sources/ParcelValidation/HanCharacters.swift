/// Some of the Chinese characters from 4E00 to 9FFF, a bit for each: asked of every name that is looked at, where hashing
/// would take longer than all else.
struct HanCharacters: Sendable {
    private var bits = [UInt64](repeating: 0, count: 0x5200 / 64)

    /// Other characters of `scalars` are left out.
    init(_ scalars: Set<Unicode.Scalar>) {
        for scalar in scalars where Self.all.contains(scalar.value) {
            bits[Self.index(scalar)] |= 1 << UInt64(scalar.value & 63)
        }
    }

    static let all: ClosedRange<UInt32> = 0x4E00...0x9FFF

    /// The first and the last character of a text; nil where not all of them are of `all`.
    static func ends(of text: String) -> (first: Unicode.Scalar, last: Unicode.Scalar)? {
        var text = text
        return text.withUTF8 { bytes in
            var first: UInt32?
            var last: UInt32 = 0
            for start in stride(from: 0, to: bytes.count, by: 3) {
                guard (0xE4...0xE9).contains(bytes[start]) else { return nil }
                last =
                    UInt32(bytes[start] & 0x0F) << 12 | UInt32(bytes[start + 1] & 0x3F) << 6
                    | UInt32(bytes[start + 2] & 0x3F)
                guard all.contains(last) else { return nil }
                if first == nil { first = last }
            }
            guard let first = first.flatMap(Unicode.Scalar.init), let last = Unicode.Scalar(last) else { return nil }
            return (first, last)
        }
    }

    /// - Parameter scalar: one of `all`.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        bits[Self.index(scalar)] >> UInt64(scalar.value & 63) & 1 != 0
    }

    private static func index(_ scalar: Unicode.Scalar) -> Int { Int((scalar.value - all.lowerBound) / 64) }
}

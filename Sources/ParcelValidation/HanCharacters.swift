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

    /// - Parameter scalar: one of `all`.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        bits[Self.index(scalar)] >> UInt64(scalar.value & 63) & 1 != 0
    }

    private static func index(_ scalar: Unicode.Scalar) -> Int { Int((scalar.value - all.lowerBound) / 64) }
}

import GradeModel

/// A pre-check of parcel codes: whether `ParcelCode` may have a warning. False positives are possible, false negatives
/// are not.
struct CodeSigns: Sendable {
    /// By land type, a bit for each letter that contradicts it.
    private let orchard = letters(.orchard), forest = letters(.forest), grassland = letters(.grassland)

    private static func letters(_ landType: LandType) -> UInt32 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).reduce(0) {
            ParcelCode.contradicts($1, landType) ? $0 | 1 << UInt32($1 & 31) : $0
        }
    }

    /// - Parameter county: six bytes as `KnownPlaces.countyCodes` has them; 0: unknown.
    @inline(__always)
    func mayWarn(_ bytes: RawSpan, _ code: RowCells.Cell, county: UInt64, _ landType: Int) -> Bool {
        guard code.count == 19 || code.count == 28 else { return false }
        let front = bytes.unsafeLoadUnaligned(fromByteOffset: code.start, as: UInt64.self) & 0xFFFF_FFFF_FFFF
        if county != 0, front != county { return true }
        let kind = bytes.unsafeLoad(fromByteOffset: code.start &+ 13, as: UInt8.self)
        if kind & 0x40 == 0 {
            let tail = bytes.unsafeLoadUnaligned(fromByteOffset: code.end &- 4, as: UInt32.self)
            return tail == 0x3030_3030
        }
        let contradicting = landType == 0 ? orchard : landType == 1 ? forest : grassland
        return contradicting &>> UInt32(kind & 31) & 1 != 0
    }
}

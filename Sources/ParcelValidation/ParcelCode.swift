import GradeModel

/// What a parcel's code says of itself. A witness, never a judge: it warns and changes no verdict.
///
/// 宗地代码 (GB/T 37346): county 6, cadastral district 3 and sub-district 3 digits, two letters, number 5; 19 in all.
/// 不动产单元号: the same and 9 more for the fixture. 承包地块编码 (NY/T 2537) has 19 digits: county 6, township 3,
/// village 3, group 2, number 5. Letters at places 13 and 14 distinguish the two of 19. Codes of another form are the
/// office's own, and nothing is said of them.
struct ParcelCode {
    /// The first six.
    let county: Substring.UTF8View
    /// Whose the land is (G, J, Z) and what kind of parcel it is (A, B, C …); nil for 承包地块编码.
    let feature: (owner: UInt8, kind: UInt8)?
    private let text: String

    /// Nil where it has none of the three forms.
    init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count == 19 || bytes.count == 28 else { return nil }
        let places = Array(bytes)
        guard places[..<12].allSatisfy(Self.isDigit), places[14..<19].allSatisfy(Self.isDigit) else { return nil }
        let (owner, kind) = (places[12] & ~0x20, places[13] & ~0x20)
        if Self.isLetter(owner), Self.isLetter(kind) {
            feature = (owner, kind)
        } else {
            guard bytes.count == 19, Self.isDigit(places[12]), Self.isDigit(places[13]) else { return nil }
            feature = nil
        }
        self.text = text
        county = text.prefix(6).utf8
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    /// What there is to say of a cell that holds a code.
    static func warnings(of cell: String, county: County?, landType: LandType?) -> [Warning] {
        let code = ParcelIDFault.withoutSpace(cell)
        let own = ParcelCode(code)?.warnings(county: county, landType: landType) ?? []
        return code.utf8.count == cell.utf8.count || NoParcel.isNothing(cell) ? own : [.codeSpace] + own
    }

    /// - Parameter county: the row's, where its place is known.
    func warnings(county: County?, landType: LandType?) -> [Warning] {
        var warnings: [Warning] = []
        if let county, !self.county.elementsEqual(county.code.utf8) {
            warnings.append(.codeCounty(code: String(text.prefix(6)), county: county))
        }
        if let feature {
            if let landType, Self.contradicts(feature.kind, landType) {
                let letters = String(decoding: [feature.owner, feature.kind], as: UTF8.self)
                warnings.append(.codeFeature(letters: letters, landType: landType))
            }
        } else if text.hasSuffix("0000") {
            warnings.append(.codeDigits)
        }
        return warnings
    }

    /// Whether a parcel of this kind can't be land of that type. A contract for arable land (D) often holds an orchard,
    /// and the fixture's letter says nothing of the land.
    static func contradicts(_ kind: UInt8, _ landType: LandType) -> Bool {
        switch kind {
        case UInt8(ascii: "B"), UInt8(ascii: "S"), UInt8(ascii: "X"), UInt8(ascii: "C"), UInt8(ascii: "H"),
            UInt8(ascii: "G"):
            true  // building land, homesteads, sea, islands
        case UInt8(ascii: "D"): landType != .orchard
        case UInt8(ascii: "E"): landType != .forest
        case UInt8(ascii: "F"): landType != .grassland
        default: false
        }
    }
}

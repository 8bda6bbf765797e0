import GradeModel
import PlaceMatching

/// What a county's names say about the numbers in its addresses.
struct AddressEnds: Sendable {
    /// Characters that a county, a township or what stands between them may end with.
    private let boundaries: Set<Unicode.Scalar>

    init(_ table: CountyTable) {
        let county = table.county
        let above = [county.name, county.province ?? "", county.prefecture ?? ""].map { NameKey($0).text }
        let townships = Set(table.townships.map(\.name) + table.villages.map(\.township)).map { NameKey($0).text }
        // A county may be named without its suffix, so it may end with any of its characters.
        boundaries = Set(
            above.flatMap(\.unicodeScalars) + townships.compactMap(\.unicodeScalars.last)
                + Array("镇乡道省市县区办处府委会,、/|-·>_\\".unicodeScalars))
    }

    /// Whether a name of the county has a digit in it: then a number may be part of a name. The code aside, which is read
    /// only where an address begins.
    static func areNumbered(_ table: CountyTable) -> Bool {
        let county = table.county
        let hasDigit = { (name: String) in
            var before: UInt8 = 0
            // Digits, and what full-width ones begin with.
            return name.utf8.contains { byte in
                defer { before = byte }
                return (0x30...0x39).contains(byte) || before == 0xEF && byte == 0xBC
            }
        }
        return [county.name, county.province ?? "", county.prefecture ?? ""].contains(where: hasDigit)
            || table.townships.contains { hasDigit($0.name) }
            || table.villages.contains { hasDigit($0.village) || hasDigit($0.township) }
            || table.aliases.contains { hasDigit($0.alias) || hasDigit($0.village) }
    }

    /// Why an address is not known depends on what it names: from where its county and township end to the first
    /// 镇, 乡, 街道 or 村 behind the next character, or 20 characters. True: that ends before the number, whichever part
    /// it begins behind, so the number and what follows it have no part in the answer.
    ///
    /// - Parameter address: what stands before the number.
    func areBefore(numberBehind address: String) -> Bool {
        let scalars = NameKey(address).text.unicodeScalars.suffix(2)
        // Behind a space a name may stand without its ending, and end with anything.
        guard !address.unicodeScalars.contains(where: \.properties.isWhitespace) else { return false }
        guard scalars.count == 2, scalars.last == "村", let before = scalars.first else { return false }
        return !boundaries.contains("村") && !boundaries.contains(before)
    }
}

import GradeModel
import PlaceMatching

/// What a county's names say about the numbers in its addresses.
struct AddressEnds: Sendable {
    /// Characters that a county, a township or what stands between them may end with.
    private let boundaries: Set<Unicode.Scalar>

    /// Nil where a name of the county has a digit: then a number may be part of a name.
    init?(_ table: CountyTable) {
        let county = table.county
        let above = [county.name, county.province ?? "", county.prefecture ?? ""].map { NameKey($0).text }
        let townships = Set(table.townships.map(\.name) + table.villages.map(\.township)).map { NameKey($0).text }
        let villages =
            table.villages.map { NameKey($0.village).text }
            + table.aliases.flatMap { [NameKey($0.alias).text, NameKey($0.village).text] }
        let hasDigit = { (name: String) in name.utf8.contains { (0x30...0x39).contains($0) } }
        guard !above.contains(where: hasDigit), !townships.contains(where: hasDigit),
            !villages.contains(where: hasDigit)
        else { return nil }
        // A county may be named without its suffix, so it may end with any of its characters.
        boundaries = Set(
            above.flatMap(\.unicodeScalars) + townships.compactMap(\.unicodeScalars.last)
                + Array("镇乡道省市县区办处,、/|-·>".unicodeScalars))
    }

    /// Why an address is not known depends on what it names: from where its county and township end to the first
    /// 镇, 乡, 街道 or 村 behind the next character, or 20 characters. True: that ends before the number, whichever part
    /// it begins behind, so the number and what follows it have no part in the answer.
    ///
    /// - Parameter address: what stands before the number.
    func areBefore(numberBehind address: String) -> Bool {
        let scalars = NameKey(address).text.unicodeScalars.suffix(2)
        guard scalars.count == 2, scalars.last == "村", let before = scalars.first else { return false }
        return !boundaries.contains("村") && !boundaries.contains(before)
    }
}

import GradeModel

extension CountyTable {
    /// Whether a name of the county has a digit in it: then a number may be part of a name. The code aside, which is read
    /// only where an address begins.
    var hasNumberedNames: Bool {
        let hasDigit = { (name: String) in
            var before: UInt8 = 0
            // Digits, and what full-width ones begin with.
            return name.utf8.contains { byte in
                defer { before = byte }
                return (0x30...0x39).contains(byte) || before == 0xEF && byte == 0xBC
            }
        }
        return [county.name, county.province ?? "", county.prefecture ?? ""].contains(where: hasDigit)
            || townships.contains { hasDigit($0.name) }
            || villages.contains { hasDigit($0.village) || hasDigit($0.township) }
            || aliases.contains { hasDigit($0.alias) || hasDigit($0.village) }
    }
}

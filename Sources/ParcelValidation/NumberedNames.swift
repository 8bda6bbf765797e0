import GradeModel

extension CountyTable {
    /// Whether a name of the county has a digit in it: then a number may be part of a name. The code aside, which is read
    /// only where an address begins.
    var hasNumberedNames: Bool {
        let hasDigit = { (name: String) in
            var name = name
            return name.withUTF8 { bytes in
                for index in bytes.indices {
                    if (0x30...0x39).contains(bytes[index]) { return true }
                    // What full-width ones begin with.
                    if bytes[index] == 0xBC, index > 0, bytes[index - 1] == 0xEF { return true }
                }
                return false
            }
        }
        return [county.name, county.province ?? "", county.prefecture ?? ""].contains(where: hasDigit)
            || townships.contains { hasDigit($0.name) }
            || villages.contains { hasDigit($0.village) || hasDigit($0.township) }
            || aliases.contains { hasDigit($0.alias) || hasDigit($0.village) }
    }
}

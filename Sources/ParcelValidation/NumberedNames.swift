import GradeModel
import PlaceMatching

extension CountyTable {
    /// Whether a name of the county has a digit in it: then a number may be part of a name. The code aside, which is read
    /// only where an address begins.
    var hasNumberedNames: Bool {
        if [county.name, county.province ?? "", county.prefecture ?? ""].contains(where: Self.hasDigit)
            || townships.contains(where: { Self.hasDigit($0.name) })
            || aliases.contains(where: { Self.hasDigit($0.alias) || Self.hasDigit($0.village) })
        {
            return true
        }
        // Villages mostly come township by township, each with the same text.
        var township = ""
        for index in villages.indices {
            if Self.hasDigit(villages[index].village) { return true }
            guard villages[index].township != township else { continue }
            township = villages[index].township
            if Self.hasDigit(township) { return true }
        }
        return false
    }

    private static func hasDigit(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            for index in bytes.indices {
                if bytes[index] &- 0x30 < 10 { return true }
                // What full-width ones begin with.
                if bytes[index] == 0xBC, index > 0, bytes[index - 1] == 0xEF { return true }
            }
            return false
        }
    }
}

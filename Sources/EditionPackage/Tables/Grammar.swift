import SystemSupport

/// What a cell may hold, checked on bytes and scalars.
package enum Grammar {
    package static func isText(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, scalars.count <= 4000 else { return false }
        return !first.properties.isWhitespace && !last.properties.isWhitespace && !scalars.contains(where: isHidden)
    }

    /// Control characters and the invisible ones that make two names look alike or text run backwards.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }

    /// Names of counties, townships and villages.
    package static func isName(_ text: String) -> Bool {
        (1...40).contains(text.unicodeScalars.count) && text.unicodeScalars.allSatisfy(isNameScalar)
    }

    /// Full-width digits and letters and 、 stand in names of the national register: 八五０农场, 幸福ｅ家社区, 田林三、四村.
    package static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "０"..."９", "Ａ"..."Ｚ", "ａ"..."ｚ", "、", "0"..."9", "A"..."Z", "a"..."z", "（", "）", "(", ")", "·", "〇": true
        default: scalar.properties.isIdeographic
        }
    }

    /// Plain ASCII digits without sign or leading zero, at most nine.
    package static func whole(_ text: String) -> Int? {
        guard text == "0" || text.utf8.first != 0x30 else { return nil }
        return wholeNumber(text.utf8, digits: 9)
    }

    /// `12`, `0.5`, `12.50`: more than nothing, at most nine digits before and four behind the point.
    package static func isAmount(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), whole(String(parts[0])) != nil else { return false }
        if parts.count == 2 {
            guard wholeNumber(parts[1].utf8, digits: 4) != nil else { return false }
        }
        return text.utf8.contains { (0x31...0x39).contains($0) }
    }

    /// `E1`, `E12`.
    package static func isErratumID(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "E") && (whole(String(text.dropFirst())) ?? 0) > 0
    }

    /// `jinlongzhen`.
    package static func isPinyin(_ text: String) -> Bool {
        (1...100).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }

    /// A statistical code of a township: nine or twelve digits.
    package static func isTownshipCode(_ text: String) -> Bool {
        [9, 12].contains(text.utf8.count) && wholeNumber(text.utf8, digits: 12) != nil
    }
}

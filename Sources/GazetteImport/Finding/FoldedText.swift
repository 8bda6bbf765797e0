import PlaceMatching

/// A text as header words and labels are compared: without white space and the asterisks of bold text, full-width forms
/// as ASCII, traditional characters as simplified ones.
func folded(_ text: String) -> String {
    withoutBold(NameKey(text).text)
}

/// Without white space and the asterisks of bold text, every other character as printed.
func compacted(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace { out.append(scalar) }
    return withoutBold(String(out))
}

/// Bold text in a text file: `**一级**`. The one asterisk of 东村* refers to a note.
private func withoutBold(_ text: String) -> String {
    guard text.utf8.contains(0x2A) else { return text }
    var text = text.replacing("**", with: "")
    if text.count > 2, text.first == "*", text.last == "*", text.dropFirst().dropLast().allSatisfy({ $0 != "*" }) {
        text = String(text.dropFirst().dropLast())
    }
    return text
}

extension String {
    /// Without what stands in brackets; `text` is folded.
    var withoutBrackets: String {
        var depth = 0
        return filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")" { depth -= 1 } }
            return depth <= 0 && character != ")"
        }
    }

    /// What stands in each outermost pair of brackets; `text` is folded.
    var bracketed: [String] {
        var depth = 0
        var parts: [String] = []
        for character in self {
            if character == ")" { depth -= 1 }
            if depth > 0 { parts[parts.count - 1].append(character) }
            if character == "(" {
                if depth == 0 { parts.append("") }
                depth += 1
            }
        }
        return parts
    }

    func trimmed(_ characters: String) -> String {
        var text = self[...]
        while let first = text.first, characters.contains(first) || first.isWhitespace { text.removeFirst() }
        while let last = text.last, characters.contains(last) || last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

/// Chinese numerals up to ninety-nine, Roman ones to twelve, and digits.
enum Numeral {
    static func value(_ text: some StringProtocol) -> Int? {
        let text = String(text)
        if !text.isEmpty, text.utf8.count <= 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            text.utf8.first != 0x30
        {
            return Int(text)
        }
        return roman[text] ?? chinese(text)
    }

    private static let digits: [Character: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// `十二`, `二十`, `三十一`.
    static func chinese(_ text: String) -> Int? {
        let parts = text.split(separator: "十", omittingEmptySubsequences: false)
        func digit(_ text: Substring) -> Int? { text.count == 1 ? digits[text.first ?? " "] : nil }
        switch parts.count {
        case 1: return digit(parts[0])
        case 2:
            guard let tens = parts[0].isEmpty ? 1 : digit(parts[0]),
                let ones = parts[1].isEmpty ? 0 : digit(parts[1])
            else { return nil }
            return tens * 10 + ones
        default: return nil
        }
    }

    private static let roman: [String: Int] = [
        "Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6, "Ⅶ": 7, "Ⅷ": 8, "Ⅸ": 9, "Ⅹ": 10, "Ⅺ": 11, "Ⅻ": 12,
        "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
    ]
}

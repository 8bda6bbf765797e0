import PlaceMatching

/// Codes that a spreadsheet took for numbers: 201 of 0201, 0201.0, 201.0. They stay unknown, because 201 is a code of its own in
/// the national land survey; the note says what may have become of them.
extension LandTypeCell {
    /// Whether a cell that is unknown would be a code with a 0 in front, or without the noughts behind its point.
    static func isCodeAsNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        let key = NameKey(text).text.uppercased()
        let parts = key.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, (2...5).contains(parts[0].utf8.count) else { return false }
        let isDecimal = parts.count == 2
        guard !isDecimal || parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return false }
        let code = String(parts[0]), digits = code.hasSuffix("K") ? code.dropLast() : code[...]
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return isDecimal && LandTypeCell(code) != .unknown || LandTypeCell("0" + code) != .unknown
    }
}

/// What Excel in English writes for a group and for all of a list: 金龙镇 Total, 0201 Count, Grand Average.
extension NoParcel {
    private static let functions = [
        "TOTAL", "COUNT", "AVERAGE", "SUM", "MAX", "MIN", "PRODUCT", "STDDEV", "STDDEVP", "VAR", "VARP",
    ].map { Array($0.utf8) }
    /// Those that no person is called: Zhang Min is one.
    private static let certain = functions[..<3]

    /// Whether a cell is the name of a function behind that of a group, or alone.
    static func isEnglishSum(_ cell: String) -> Bool {
        guard let (word, group) = parts(cell) else { return false }
        guard let last = group.last else { return isFunctionName(cell) }
        let isCertain = certain.contains { $0.elementsEqual(word) }
        // Folded names have lost the blank.
        if last >= 0x80 { return isCertain }
        guard last == 0x20 else { return false }
        let name = group.filter { $0 != 0x20 }
        return isCertain || isGrand(name) || name.contains { $0 >= 0x80 }
            || name.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Count, Max, Min … alone, which may be a person's name.
    static func isFunctionName(_ cell: String) -> Bool {
        guard let (word, group) = parts(cell), group.isEmpty else { return false }
        return !["TOTAL", "SUM"].contains { word.elementsEqual($0.utf8) }
    }

    private static func isGrand(_ name: some Collection<UInt8>) -> Bool {
        name.map { $0 & ~0x20 }.elementsEqual("GRAND".utf8)
    }

    /// A function's name, in upper case, and what stands in front of it.
    private static func parts(_ cell: String) -> (word: [UInt8], group: ArraySlice<UInt8>)? {
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & ~0x20) }
        var cell = cell
        return cell.withUTF8 { bytes in
            guard let last = bytes.last, isLetter(last) else { return nil }
            let start = (bytes.lastIndex { !isLetter($0) } ?? -1) + 1
            guard (3...7).contains(bytes.count - start) else { return nil }
            let word = bytes[start...].map { $0 & ~0x20 }
            guard functions.contains(word) else { return nil }
            return (word, Array(bytes[..<start])[...])
        }
    }
}

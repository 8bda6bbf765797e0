import GradeModel

/// Cells that say one land in several words: a code with its name, a class and one of its parts.
extension LandTypeCell {
    /// Its words: 果园 and 0201 of 果园(0201), 0201果园, 0201-果园 and 果园0201; 农用地/园地/果园 without the 农用地, of which all three are
    /// parts; 可调整其他园地 of 其他园地(可调整). Nil where it is one word, or something else.
    static func words(_ key: String) -> [String]? {
        guard LandTypeNames.all[key] == nil else { return nil }
        if let (front, aside) = bracketed(key) {
            let words = self.words(front) ?? [front]
            guard aside == "可调整" else { return words + (self.words(aside) ?? [aside]) }
            return words.last.flatMap {
                LandTypeNames.all[aside + $0] == nil ? nil : Array(words.dropLast()) + [aside + $0]
            }
        }
        let parts = key.split(whereSeparator: isSeparator).map(String.init)
        if parts.count > 1 {
            // 03-01 may be a date, and 0201-0204 several classes.
            guard parts.contains(where: { $0.utf8.contains { $0 >= 0x80 } }) else { return nil }
            return withoutGroup(parts)
        }
        return coded(key)
    }

    private static func isSeparator(_ character: Character) -> Bool {
        ["/", "\\", "-", "—", "_", ">", ":", "|"].contains(character)
    }

    /// 果园 and 0201 of 果园(0201).
    private static func bracketed(_ key: String) -> (front: String, aside: String)? {
        guard key.hasSuffix(")"), let open = key.firstIndex(of: "("), open > key.startIndex else { return nil }
        let aside = key[key.index(after: open)...].dropLast()
        return aside.isEmpty || aside.contains("(") ? nil : (String(key[..<open]), String(aside))
    }

    /// The classes below 农用地, and grassland, which may be 未利用地 too.
    private static func withoutGroup(_ parts: [String]) -> [String] {
        let rest = Array(parts.dropFirst())
        switch parts[0] {
        case "农用地": return rest
        case "未利用地": return agreedLandType(rest) == .grassland ? rest : parts
        default: return parts
        }
    }

    private static func agreedLandType(_ words: [String]) -> LandType? {
        let types = words.map { word in
            if case .landType(let type) = LandTypeCell(word) { type } else { nil as LandType? }
        }
        return types.allSatisfy { $0 == types.first } ? types.first ?? nil : nil
    }

    /// A code right before its name or behind it.
    private static func coded(_ key: String) -> [String]? {
        func isCode(_ character: Character) -> Bool { character.isASCII && (character.isNumber || character.isLetter) }
        let front = key.prefix(while: isCode), back = key.reversed().prefix(while: isCode)
        guard front.count < key.count else { return nil }
        if let first = front.first, first.isNumber { return [String(front), String(key.dropFirst(front.count))] }
        guard let first = back.last, first.isNumber else { return nil }
        return [String(key.suffix(back.count)), String(key.dropLast(back.count))]
    }
}

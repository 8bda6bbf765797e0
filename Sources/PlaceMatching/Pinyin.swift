/// Mandarin readings without tones, ü as v.
public enum Pinyin {
    /// The name by the most usual reading of each of its characters; nil where a character has none.
    ///
    /// ```swift
    /// Pinyin.reading(of: "金龙镇")  // "jinlongzhen"
    /// ```
    /// A reading that is right for a name is not always the most usual one: 长沙 gives `zhangsha`.
    public static func reading(of name: String) -> String? {
        var text = ""
        for scalar in NameKey(name).text.unicodeScalars {
            guard let values = CharacterTable.readings.values(of: scalar) else { return nil }
            text += String(decoding: values.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
        }
        return text.isEmpty ? nil : text
    }
}

/// A name typed in Latin letters.
struct PinyinQuery {
    /// `a`–`z`.
    let letters: [UInt8]

    /// Nil unless the key is letters, `ü` and separators only, and not too long for a name.
    init?(_ key: NameKey) {
        var letters: [UInt8] = []
        for scalar in key.text.unicodeScalars {
            switch scalar {
            case "a"..."z": letters.append(UInt8(scalar.value))
            case "A"..."Z": letters.append(UInt8(scalar.value) | 0x20)
            case "ü", "Ü": letters.append(UInt8(ascii: "v"))
            case "'", "’", "‘", "-", "_", ".", "·": continue
            default: return nil
            }
        }
        guard (1...200).contains(letters.count) else { return nil }
        self.letters = letters
    }

    /// Whether the letters are, from the first to the last, one reading of each character of `name`.
    func isFull(of name: NameKey) -> Bool {
        var ends: [Int] = [0]
        for scalar in name.text.unicodeScalars {
            var next: [Int] = []
            for reading in Self.readings(of: scalar) {
                for start in ends where has(reading, at: start) && !next.contains(start + reading.count) {
                    next.append(start + reading.count)
                }
            }
            if next.isEmpty { return false }
            ends = next
        }
        return ends.contains(letters.count)
    }

    /// Whether the letters are the first letters of the characters of `name`.
    func areInitials(of name: NameKey) -> Bool {
        var index = 0
        for scalar in name.text.unicodeScalars {
            guard index < letters.count,
                Self.readings(of: scalar).contains(where: { has($0.prefix(1), at: index) })
            else { return false }
            index += 1
        }
        return index == letters.count
    }

    /// v may be typed u: `nü`, `nv` and `nu` are all 女.
    func has(_ reading: Slice<UnsafeBufferPointer<UInt8>>, at start: Int) -> Bool {
        guard start + reading.count <= letters.count else { return false }
        var index = start
        for byte in reading {
            let letter = letters[index]
            guard letter == byte || byte == UInt8(ascii: "v") && letter == UInt8(ascii: "u") else { return false }
            index += 1
        }
        return true
    }

    static func readings(of scalar: Unicode.Scalar) -> [Slice<UnsafeBufferPointer<UInt8>>] {
        CharacterTable.readings.values(of: scalar)?.split(separator: UInt8(ascii: " ")) ?? []
    }
}

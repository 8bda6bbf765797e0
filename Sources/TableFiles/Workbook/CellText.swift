#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a cell's saved value says to a reader.
enum CellText {
    /// Bytes: a cell holds up to 32,767 characters.
    static let longest = 1 << 17

    enum Number: Equatable {
        /// As it is written.
        case plain
        /// Written so; a computed number may have more digits than a spreadsheet shows.
        case rewritten(String)
        /// Of more than 15 digits: the further ones are lost.
        case long
        /// No number at all.
        case none
    }

    /// Without the spaces and line ends of XML around it: where a number stands, they mean nothing.
    static func trimmed(_ text: [UInt8]) -> [UInt8] {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
        guard let first = text.first, let last = text.last, isSpace(first) || isSpace(last) else { return text }
        return Array(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }

    /// Judges the text of a numeric cell: `-?digits[.digits][E[+-]digits]`.
    static func number(_ text: [UInt8]) -> Number {
        var digits = 0, position = 0, hasPoint = false
        if text.first == 0x2D { position = 1 }
        let start = position
        while position < text.count, (0x30...0x39).contains(text[position]) || (text[position] == 0x2E && !hasPoint) {
            if text[position] == 0x2E { hasPoint = true } else { digits += 1 }
            position += 1
        }
        guard digits > 0, text[start] != 0x2E, text[position - 1] != 0x2E else { return .none }
        if position == text.count, digits <= 15 { return .plain }
        if position < text.count {
            guard text[position] | 0x20 == 0x65 else { return .none }
            position += 1
            if position < text.count, text[position] == 0x2B || text[position] == 0x2D { position += 1 }
            guard (1...3).contains(text.count - position),
                text[position...].allSatisfy({ (0x30...0x39).contains($0) })
            else { return .none }
        }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return .none }
        guard abs(value) < 1e15 else { return .long }
        return .rewritten(rounded(value))
    }

    /// To the 15 digits a spreadsheet shows.
    private static func rounded(_ value: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 40)
        let length = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%.15g", $0) }
        return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Characters that XML can't hold are written `_x000D_` in texts, and an underscore that would look so `_x005F_`.
    static func unescaped(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(0x5F) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            if text[position] == 0x5F, let scalar = escape(text[position...].prefix(7)) {
                result += Array(String(scalar).utf8)
                position += 7
            } else {
                result.append(text[position])
                position += 1
            }
        }
        return result
    }

    /// `_xHHHH_`; nil for anything else, and for NUL and halves of pairs.
    private static func escape(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let bytes = Array(text)
        guard bytes.count == 7, bytes[1] == 0x78, bytes[6] == 0x5F else { return nil }
        var value: UInt32 = 0
        for byte in bytes[2..<6] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}

extension JSONValue {
    /// Reads one value and nothing behind it.
    ///
    /// Throws `JSONError` for whatever RFC 8259 refuses, and for a duplicate key, a number with a fraction, exponent,
    /// or more than 64 bits, invalid UTF-8, a BOM, or nesting deeper than `depth`.
    ///
    /// - Parameter keepsOtherNumbers: Whether such a number becomes an `otherNumber` instead, for a reader that refuses
    ///   it where it stands.
    public init(parsing bytes: [UInt8], depth: Int = 64, keepsOtherNumbers: Bool = false) throws(JSONError) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            let offset = Self.firstInvalidByte(bytes)
            throw JSONReader(bytes: bytes, at: offset, depth: depth, keepsOtherNumbers: false).error(.invalidUTF8)
        }
        var reader = JSONReader(bytes: bytes, at: 0, depth: depth, keepsOtherNumbers: keepsOtherNumbers)
        self = try reader.value(level: 0)
        reader.skipSpace()
        guard reader.isAtEnd else { throw reader.error(.trailing) }
    }

    private static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            offset += UTF8.width(scalar)
        }
        return min(offset, bytes.count)
    }
}

/// A cursor over bytes already known to be UTF-8.
private struct JSONReader {
    let bytes: [UInt8]
    var position: Int
    let depth: Int
    let keepsOtherNumbers: Bool

    init(bytes: [UInt8], at position: Int, depth: Int, keepsOtherNumbers: Bool) {
        self.bytes = bytes
        self.position = position
        self.depth = depth
        self.keepsOtherNumbers = keepsOtherNumbers
    }

    var isAtEnd: Bool { position >= bytes.count }

    func error(_ reason: JSONError.Reason, at place: Int? = nil) -> JSONError {
        let before = bytes[..<min(place ?? position, bytes.count)]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return JSONError(reason: reason, line: line, column: before.count - start + 1)
    }

    mutating func skipSpace() {
        while !isAtEnd, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private func peek() throws(JSONError) -> UInt8 {
        guard !isAtEnd else { throw error(.unexpectedEnd) }
        return bytes[position]
    }

    private func unexpected() -> JSONError {
        guard !isAtEnd else { return error(.unexpectedEnd) }
        let rest = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
        // The bytes are valid UTF-8, so the first scalar of any prefix of four bytes is whole.
        guard let first = rest.unicodeScalars.first, first.value > 0x20, first.value != 0x7F else {
            return error(.unexpected("byte 0x" + String(bytes[position], radix: 16)))
        }
        return error(.unexpected("\u{2018}\(first)\u{2019}"))
    }

    private mutating func expect(_ byte: UInt8) throws(JSONError) {
        guard try peek() == byte else { throw unexpected() }
        position += 1
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for index in 0..<text.utf8CodeUnitCount { try expect(text.utf8Start[index]) }
        return value
    }

    mutating func value(level: Int) throws(JSONError) -> JSONValue {
        guard level < depth else { throw error(.tooDeep(limit: depth)) }
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return try object(level: level)
        case UInt8(ascii: "["): return try array(level: level)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "-"), 0x30...0x39: return try number()
        default: throw unexpected()
        }
    }

    private mutating func object(level: Int) throws(JSONError) -> JSONValue {
        position += 1
        var members: [JSONMember] = []
        var keys: Set<String> = []
        skipSpace()
        if try peek() == UInt8(ascii: "}") {
            position += 1
            return .object([])
        }
        while true {
            skipSpace()
            let start = position
            guard try peek() == UInt8(ascii: "\"") else { throw unexpected() }
            let key = try string()
            guard keys.insert(key).inserted else { throw error(.duplicateKey(key), at: start) }
            skipSpace()
            try expect(UInt8(ascii: ":"))
            members.append(JSONMember(key, try value(level: level + 1)))
            skipSpace()
            if try peek() == UInt8(ascii: ",") {
                position += 1
                continue
            }
            try expect(UInt8(ascii: "}"))
            return .object(members)
        }
    }

    private mutating func array(level: Int) throws(JSONError) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if try peek() == UInt8(ascii: "]") {
            position += 1
            return .array([])
        }
        while true {
            elements.append(try value(level: level + 1))
            skipSpace()
            if try peek() == UInt8(ascii: ",") {
                position += 1
                continue
            }
            try expect(UInt8(ascii: "]"))
            return .array(elements)
        }
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        let marks: [UInt8] = [
            UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
        ]
        while !isAtEnd, (0x30...0x39).contains(bytes[position]) || marks.contains(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if keepsOtherNumbers, Int(text).map({ String($0) }) != text, Self.isNumber(text) { return .otherNumber(text) }
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let plain = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard plain, digits == "0" || !digits.hasPrefix("0"), text != "-0" else {
            throw error(.notWhole(text), at: start)
        }
        guard let number = Int(text) else { throw error(.numberTooLarge(text), at: start) }
        return .integer(number)
    }

    /// RFC 8259: `-12.5e+3`, and no zero in front of another digit.
    private static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole == 1 || whole > 1 && !startsWithZero else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }

    private mutating func string() throws(JSONError) -> String {
        position += 1
        var text: [UInt8] = []
        while true {
            let byte = try peek()
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                position += 1
                try escape(into: &text)
            case 0x00...0x1F: throw error(.controlCharacter)
            default:
                text.append(byte)
                position += 1
            }
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        let plain: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
            UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        ]
        let byte = try peek()
        if let single = plain[byte] {
            position += 1
            text.append(single)
            return
        }
        guard byte == UInt8(ascii: "u") else { throw error(.badEscape) }
        position += 1
        var code = try hexDigits()
        if (0xD800...0xDBFF).contains(code) {
            guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            else { throw error(.loneSurrogate) }
            position += 2
            let low = try hexDigits()
            guard (0xDC00...0xDFFF).contains(low) else { throw error(.loneSurrogate) }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw error(.loneSurrogate) }
        text.append(contentsOf: String(scalar).utf8)
    }

    private mutating func hexDigits() throws(JSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            switch byte {
            case 0x30...0x39: code = code << 4 + UInt32(byte - 0x30)
            case 0x41...0x46: code = code << 4 + UInt32(byte - 0x37)
            case 0x61...0x66: code = code << 4 + UInt32(byte - 0x57)
            default: throw error(.badEscape)
            }
            position += 1
        }
        return code
    }
}

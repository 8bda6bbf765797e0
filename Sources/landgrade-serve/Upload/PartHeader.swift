/// The header of one part of an upload.
struct PartHeader {
    /// With the blank line that ends it.
    let length: Int
    /// What the part is called; nil where it has no name, two, or one that is no UTF-8.
    let name: String?
    /// Its content is not as it stands: base64 or quoted-printable.
    let isEncoded: Bool

    /// - Parameter bytes: a part's beginning; nil comes back where its header does not end in them.
    init?(_ bytes: [UInt8]) {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        while true {
            guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
            var line = bytes[start..<end]
            if line.last == 0x0D { line = line.dropLast() }
            start = end + 1
            if line.isEmpty { break }
            if let first = line.first, first == 0x20 || first == 0x09, let last = lines.popLast() {
                lines.append(ArraySlice(last + line))
            } else {
                lines.append(line)
            }
        }
        length = start
        let dispositions = lines.compactMap { Self.value($0, of: "content-disposition") }
        let transfer = lines.compactMap { Self.value($0, of: "content-transfer-encoding") }.last
        isEncoded = transfer.map { !["7bit", "8bit", "binary"].contains(Self.word($0)) } ?? false
        guard dispositions.count == 1, Self.word(dispositions[0]) == "form-data",
            let name = FieldParameters(dispositions[0])["name"]
        else {
            self.name = nil
            return
        }
        self.name = String(validating: name, as: UTF8.self)
    }

    private static func value(_ line: ArraySlice<UInt8>, of field: String) -> ArraySlice<UInt8>? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return word(line[..<colon]) == field ? line[(colon + 1)...] : nil
    }

    /// Up to a semicolon, in lower case and without spaces around it.
    private static func word(_ bytes: ArraySlice<UInt8>) -> String {
        let bytes = bytes.prefix { $0 != UInt8(ascii: ";") }.drop { $0 == 0x20 || $0 == 0x09 }
        let rest = bytes.reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()
        return String(validating: Array(rest), as: UTF8.self)?.lowercased() ?? ""
    }
}

/// The parameters of a header field: `form-data; name="list"; filename=a.csv`. As bytes, because a file's name comes in
/// whatever encoding the client has.
struct FieldParameters {
    private var values: [String: [UInt8]] = [:]
    private var repeated: Set<String> = []

    init(_ field: ArraySlice<UInt8>) {
        var rest = field
        // What stands before the first semicolon is the field's own value.
        while let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) {
            rest = rest[(semicolon + 1)...].drop(while: Self.isSpace)
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
            rest = rest[name.endIndex...]
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst().drop(while: Self.isSpace)
            let value = Self.value(&rest)
            let key = String(validating: Array(Self.trimmed(name)), as: UTF8.self)?.lowercased() ?? ""
            if values.updateValue(value, forKey: key) != nil { repeated.insert(key) }
        }
    }

    /// Nil too where the name stands twice.
    subscript(name: String) -> [UInt8]? { repeated.contains(name) ? nil : values[name] }

    /// Takes a value off the beginning: a word, or what stands in quotes.
    private static func value(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        guard rest.first == quote else {
            let word = rest.prefix { $0 != UInt8(ascii: ";") }
            rest = rest[word.endIndex...]
            return Array(trimmed(word))
        }
        var value: [UInt8] = []
        var index = rest.startIndex + 1
        while index < rest.endIndex, rest[index] != quote {
            // In GBK a backslash is the second byte of some characters; before the quote that ends the value it is one.
            if rest[index] == backslash, index + 1 < rest.endIndex, rest[index + 1] == quote,
                value.last ?? 0 < 0x80 || !isEnd(rest[(index + 2)...])
            {
                index += 1
            }
            value.append(rest[index])
            index += 1
        }
        rest = rest[min(index + 1, rest.endIndex)...]
        return value
    }

    private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
        let rest = rest.drop(while: isSpace)
        return rest.isEmpty || rest.first == UInt8(ascii: ";")
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> some Sequence<UInt8> {
        bytes.reversed().drop(while: isSpace).reversed().drop(while: isSpace)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
}

/// A number as SSH writes it.
func number(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) } }

/// A string as SSH writes it.
func string(_ bytes: [UInt8]) -> [UInt8] { number(UInt32(bytes.count)) + bytes }

/// A block as OpenSSH writes it: lines of 70 characters.
func armored(_ blob: [UInt8], lineEnd: String = "\n") -> [UInt8] {
    let text = Array(base64(blob).utf8)
    var lines = ["-----BEGIN SSH SIGNATURE-----"]
    for start in stride(from: 0, to: text.count, by: 70) {
        lines.append(String(decoding: text[start..<min(start + 70, text.count)], as: UTF8.self))
    }
    lines.append("-----END SSH SIGNATURE-----")
    return Array(lines.map { $0 + lineEnd }.joined().utf8)
}

/// By the book, so that the tests don't lean on the code they test.
func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let part = Array(bytes[start..<min(start + 3, bytes.count)])
        let bits = part.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
        for place in 0..<4 { text.append(place <= part.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=") }
    }
    return text
}

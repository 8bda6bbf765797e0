/// The number that plain ASCII digits write: no sign, no other digits of Unicode, which `Int.init` takes too, and so few that
/// they can't overflow.
///
///     wholeNumber("007".utf8, digits: 8)     // 7
///     wholeNumber("+7".utf8, digits: 8)      // nil
///
/// - Parameter most: up to 18.
/// - Returns: nil for no digits, more than `most`, or anything else.
package func wholeNumber(_ text: some Collection<UInt8>, digits most: Int) -> Int? {
    guard !text.isEmpty, text.count <= most else { return nil }
    var number = 0
    for byte in text {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
    }
    return number
}

/// Whether a text is a SHA-256 as it is written everywhere here: 64 lower-case hexadecimal digits.
package func isSHA256(_ text: some Collection<UInt8>) -> Bool {
    text.count == 64 && text.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}

/// What may be wrong with a parcel id. Ids are kept as they are, zeros and all; they are never numbers.
enum ParcelIDFault: Hashable, Sendable {
    /// `4.30624E+17`: a spreadsheet has turned the id into a number and lost its last digits.
    case scientific
    /// Control characters, zero-width characters or marks of direction, which nobody sees.
    case invisible
    case tooLong

    static let longest = 64

    /// Whether an id is short and of digits and letters alone, as nearly every one is: then nothing is wrong with it.
    static func isPlain(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= longest else { return false }
        for byte in bytes where !isDigitOrLetter(byte) { return false }
        return true
    }

    init?(_ text: String) {
        if text.unicodeScalars.count > Self.longest {
            self = .tooLong
        } else if text.unicodeScalars.contains(where: Self.isInvisible) {
            self = .invisible
        } else if Self.isScientific(text) {
            self = .scientific
        } else {
            return nil
        }
    }

    private static func isDigitOrLetter(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// `digits[.digits]E[+-]digits`
    private static func isScientific(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
        guard parts.count == 2, let sign = parts[1].first, sign == "+" || sign == "-" else { return false }
        let isNumber = { (text: Substring) in !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return mantissa.count <= 2 && mantissa.allSatisfy(isNumber) && isNumber(parts[1].dropFirst())
    }
}

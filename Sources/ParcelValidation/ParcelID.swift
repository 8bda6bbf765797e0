/// What may be wrong with a parcel id. Ids are kept as they are, zeros and all; they are never numbers.
enum ParcelIDFault: Hashable, Sendable {
    /// `4.30624E+17`: a program has turned the id into a number and lost its last digits.
    case scientific
    /// `430624001.0` or `430,624,001`: a program has taken the id for a number, and with more digits would have lost some.
    case number
    /// `2025-03-01`, `3月1日`, `Mar-2025`: a program has taken the id for a date.
    case date
    /// `#REF!`, `#####`, `inf`: no value, or none that had room.
    case errorValue
    /// `TRUE`, `FALSE`: a program has taken the cell for the answer to a question.
    case truthValue
    /// Control characters, zero-width characters or marks of direction, which are invisible.
    case invisible
    /// U+FFFD: a program has put it where it could not read a character.
    case replaced
    case tooLong

    static let longest = 64

    /// Whether an id is short and of digits and letters alone, as nearly every one is: then nothing is wrong with it.
    static func isPlain(_ bytes: [UInt8]) -> Bool {
        // `4E18` is a number, `null` is nothing, and `FALSE` and `Infinity` are no codes either.
        guard bytes.count <= longest, bytes.count > 5 || bytes.count == 5 && bytes[4] & ~0x20 != 0x45,
            bytes.count != 8 || bytes[0] & ~0x20 != 0x49 || bytes[7] & ~0x20 != 0x59
        else { return false }
        for byte in bytes where !isDigitOrLetter(byte) { return false }
        return true
    }

    init?(_ text: String) {
        if text.unicodeScalars.count > Self.longest {
            self = .tooLong
        } else if text.unicodeScalars.contains(where: Self.isInvisible) {
            self = .invisible
        } else if text.unicodeScalars.contains("\u{FFFD}") {
            self = .replaced
        } else if let damage = Self.damage(text) {
            self = damage
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
}

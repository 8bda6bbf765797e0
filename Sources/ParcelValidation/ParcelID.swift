/// What may be wrong with a parcel id. Ids are kept as they are, zeros and all; they are never numbers.
enum ParcelIDFault: Hashable, Sendable {
    /// `4.30624E+17`: a program has turned the id into a number and lost its last digits.
    case scientific
    /// `430624001.0`, `430,624`, `￥12`, `5%`: a program has taken the id for a number, and with more digits would have lost some.
    case number
    /// `2025-03-01`, `3月1日`, `星期四`, `Mar-2025`: a program has taken the id for a date.
    case date
    /// `#REF!`, `#####`, `inf`, `undefined`: no value, or none that had room.
    case errorValue
    /// `TRUE`, `FALSE`: a program has taken the cell for the answer to a question.
    case truthValue
    /// Control characters, zero-width characters or marks of direction, which are invisible.
    case invisible
    /// U+FFFD, `??`, 锟斤拷: what programs leave where they could not read or write a character.
    case replaced
    case tooLong

    static let longest = 64
    /// Of the words of letters alone that are damage: `undefined`.
    static let longestWord = 9

    /// Whether an id is short and of digits and letters alone, as nearly every one is: then nothing is wrong with it.
    static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        // `4E18` is a number, `null` is nothing, and `FALSE`, `Infinity` and `undefined` are no codes either.
        guard (5...longest).contains(bytes.count), let first = bytes.first, let last = bytes.last,
            bytes.count > longestWord || first <= 0x40 || last <= 0x40
        else { return false }
        for byte in bytes where !isDigitOrLetter(byte) { return false }
        return true
    }

    /// An id without the white space in front of it and behind it. Systems write a tab there, so that a spreadsheet keeps the
    /// digits: the id is right.
    static func withoutSpace(_ text: String) -> String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            [" ", "\t", "\u{A0}", "\u{3000}", "\u{FEFF}"].contains(scalar)
        }
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, isSpace(first) || isSpace(last) else { return text }
        guard let start = scalars.firstIndex(where: { !isSpace($0) }),
            let end = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[start...end])
    }

    init?(_ text: String) {
        let text = Self.withoutSpace(text)
        if text.unicodeScalars.count > Self.longest {
            self = .tooLong
        } else if text.unicodeScalars.contains(where: Self.isInvisible) {
            self = .invisible
        } else if Self.lostCharacters(text) {
            self = .replaced
        } else if let damage = Self.damage(text) {
            self = damage
        } else {
            return nil
        }
    }

    private static func lostCharacters(_ text: String) -> Bool {
        text.unicodeScalars.contains("\u{FFFD}") || text.utf8.contains(0x3F) && text.contains("??")
            || text.unicodeScalars.contains("锟") && text.contains("锟斤拷")
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

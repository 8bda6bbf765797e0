/// How many columns a string takes in a terminal: 2 for East Asian wide and full-width characters, 0 for marks that
/// combine with the character before them and for format characters, 1 for all others, the ambiguous ones too.
package enum DisplayWidth {
    /// The width a terminal is assumed to have.
    static let page = 80

    package static func columns(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    static func columns(of scalar: Unicode.Scalar) -> Int {
        if (0x20...0x7E).contains(scalar.value) { return 1 }
        if scalar.isIdeograph { return 2 }
        if WideCharacters.contains(scalar) { return isCombining(scalar) ? 0 : 2 }
        // Middle and final Hangul letters are drawn within the syllable the first letter opened.
        if (0x1160...0x11FF).contains(scalar.value) { return 0 }
        return isCombining(scalar) ? 0 : 1
    }

    /// `text` with spaces behind it up to `width` columns; unchanged where it is as wide already.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - columns(of: text)))
    }

    private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control: true
        // The soft hyphen is the one format character that terminals draw.
        case .format: scalar.value != 0xAD
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// A unified ideograph of the basic plane: most of what is shown, and its properties need no look-up. All of them
    /// are letters and two columns wide.
    var isIdeograph: Bool { (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value) }
}

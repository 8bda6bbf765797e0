/// A cell that a spreadsheet will not take for a formula.
public enum SafeCell {
    /// `text` with a `'` before it where its first character, spaces and quotes aside, begins a formula: `=`, `+`,
    /// `-`, `@`, their full-width forms, TAB, CR or LF. A plain decimal number stays as it is.
    public static func text(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { !isSpaceOrQuote($0) }), beginsFormula(first),
            !isNumber(text)
        else { return text }
        return "'" + text
    }

    private static func isSpaceOrQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\u{A0}", "\u{3000}", "\"", "'", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}": true
        default: false
        }
    }

    private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\n": true
        default: false
        }
    }

    /// `-?[0-9]+(\.[0-9]+)?`
    private static func isNumber(_ text: String) -> Bool {
        let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...])
            .split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
}

/// A CSV cell that a spreadsheet will not take for a formula.
enum SafeCell {
    /// `text` with a `'` before it where its first character, spaces and quotes aside, begins a formula: `=`, `+`,
    /// `-`, `@`, their full-width forms, TAB, CR or LF. A plain decimal number stays as it is.
    static func text(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { !spacesAndQuotes.contains($0) }),
            formulaStarts.contains(first), !isNumber(text)
        else { return text }
        return "'" + text
    }

    private static let spacesAndQuotes: Set<Unicode.Scalar> = [
        " ", "\u{A0}", "\u{3000}", "\"", "'", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
    ]

    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\n",
    ]

    /// `-?[0-9]+(\.[0-9]+)?`
    private static func isNumber(_ text: String) -> Bool {
        let parts = (text.hasPrefix("-") ? text.dropFirst() : text[...])
            .split(separator: ".", omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
}

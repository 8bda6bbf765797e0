extension Sentence.Interpolation {
    /// A word as it must be typed at a shell: in single quotes unless it is letters, digits and `-_.` only. It is escaped
    /// too, so that a line that is copied can do nothing but ask.
    public mutating func appendInterpolation(shellWord raw: String) {
        let plain: Sentence = "\(raw)"
        let isBare =
            !plain.isEmpty
            && plain.text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.".unicodeScalars.contains($0)
            }
        guard !isBare else { return appendInterpolation(plain) }
        let parts = plain.text.split(separator: "'", omittingEmptySubsequences: false)
        appendLiteral("'")
        appendInterpolation(parts.map { "\($0)" }.joined(separator: "'\\''"))
        appendLiteral("'")
    }
}

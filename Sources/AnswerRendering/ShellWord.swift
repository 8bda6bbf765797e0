import SystemSupport

/// A word as it must be typed at a shell.
enum ShellWord {
    /// `text` in single quotes unless it is letters, digits and `-_.` only. Characters that are shown escaped are
    /// escaped here too, so that a line that is copied can do nothing but ask.
    static func quoted(_ text: String) -> String {
        let plain = ShownText(text).text
        let isBare =
            !plain.isEmpty
            && plain.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.".unicodeScalars.contains($0)
            }
        return isBare
            ? plain
            : "'" + plain.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

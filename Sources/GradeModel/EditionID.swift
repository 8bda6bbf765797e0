/// Names one edition: county code, year and number of its document, `430624-2025-1`.
public struct EditionID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Nil unless the text matches `^[0-9]{6}-[0-9]{4}-[0-9]{1,3}$`. An id never becomes a path by itself, and this
    /// form has no character that could change one.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 6, parts[1].utf8.count == 4,
            (1...3).contains(parts[2].utf8.count),
            text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) })
        else { return nil }
        self.text = text
    }

    /// `430624`.
    public var countyCode: String { String(text.prefix(6)) }

    public var description: String { text }
}

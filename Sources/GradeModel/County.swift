/// A county-level unit, the scope of one gazetteer and of one line of editions.
public struct County: Hashable, Sendable {
    /// Six digits, GB/T 2260: `430624`.
    public let code: String
    /// `湘阴县`.
    public let name: String
    /// `湖南省`, where the edition package says so; lets an address be checked, never guessed.
    public let province: String?
    /// `岳阳市`, where the edition package says so.
    public let prefecture: String?

    public init(code: String, name: String, province: String? = nil, prefecture: String? = nil) {
        self.code = code
        self.name = name
        self.province = province
        self.prefecture = prefecture
    }

    /// Whether `code` has the form of a county code: six ASCII digits.
    public static func isCode(_ code: String) -> Bool {
        code.utf8.count == 6 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

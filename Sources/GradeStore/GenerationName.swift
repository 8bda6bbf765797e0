/// The file name of one generation, `gen-00000007.sqlite`: the only thing the store's link may point to.
public struct GenerationName: Hashable, Sendable, Comparable {
    /// 1…99,999,999.
    public let number: Int

    public init?(number: Int) {
        guard (1...99_999_999).contains(number) else { return nil }
        self.number = number
    }

    /// Nil unless the text matches `^gen-[0-9]{8}\.sqlite$`: no folder, no other ending, no sign.
    public init?(file: String) {
        let bytes = Array(file.utf8)
        guard bytes.count == 19, file.hasPrefix("gen-"), file.hasSuffix(".sqlite"),
            bytes[4..<12].allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        self.init(number: bytes[4..<12].reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }

    private var digits: String {
        let text = String(number)
        return String(repeating: "0", count: 8 - text.utf8.count) + text
    }

    public var file: String { "gen-\(digits).sqlite" }
    /// The `sha256sum` line of `file` stands here.
    public var sideFile: String { "gen-\(digits).sha256" }

    public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// A grade (级别): 1 is the best. Not 等别, not 地力等级.
public struct Grade: RawRepresentable, Hashable, Sendable, Comparable {
    /// 1…20.
    public let rawValue: Int

    /// Nil outside 1…20: no published table comes near that, and a larger number is some other figure.
    public init?(rawValue: Int) {
        guard (1...20).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

    /// `一级` … `二十级`, as the tables print it.
    public var label: String { numeral + "级" }

    private var numeral: String {
        switch rawValue {
        case 1...10: Self.numerals[rawValue - 1]
        case 11...19: "十" + Self.numerals[rawValue - 11]
        default: "二十"
        }
    }

    /// Reads the label of a published table, exactly as printed: `一级`.
    public init?(label: String) {
        guard let number = (1...20).first(where: { Self(rawValue: $0)?.label == label }) else { return nil }
        self.init(rawValue: number)
    }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

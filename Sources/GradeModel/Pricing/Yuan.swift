/// An amount of money in whole 分: what a price and an area come to, rounded once, half up.
public struct Yuan: Hashable, Sendable, Comparable {
    /// Below 0 for a difference.
    public let fen: Int128

    public init(fen: Int128) { self.fen = fen }

    /// Rounds half up to 0.01 元; nil where the amount is too large.
    public init?(rounding amount: Fraction) {
        guard let units = amount.rounded(decimals: 2)?.units, let fen = Int128(exactly: units) else { return nil }
        self.fen = fen
    }

    public static func < (a: Self, b: Self) -> Bool { a.fen < b.fen }
    public static func + (a: Self, b: Self) -> Self { Self(fen: a.fen + b.fen) }
    public static func - (a: Self, b: Self) -> Self { Self(fen: a.fen - b.fen) }

    /// `375000.00`, `-12.50`: for programs.
    public var text: String { (fen < 0 ? "-" : "") + decimalText(fen.magnitude, decimals: 2) }

    /// `375,000.00`: for people.
    public var grouped: String { groupedDigits(text) }
}

/// Commas before each three digits in front of the point: `375,000.00`.
public func groupedDigits(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.utf8.count).split(separator: ".", omittingEmptySubsequences: false)
    var whole = ""
    for (index, digit) in parts[0].enumerated() {
        if index > 0, (parts[0].count - index) % 3 == 0 { whole += "," }
        whole.append(digit)
    }
    return sign + ([whole] + parts.dropFirst().map(String.init)).joined(separator: ".")
}

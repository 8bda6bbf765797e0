import SystemSupport

/// The version of a program, for `min_client`: `1.0`, `0.1.0`. Numbers are compared as numbers, and what is not
/// written is 0: `1.0` and `1.0.0` are one version.
public struct ClientVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    private let numbers: [Int]

    /// What this source reads and writes. It counts the feed's rules and not our releases: it goes up when a publication
    /// could need a reader that older programs don't have, and both sides go by this one number.
    public static let ours = ClientVersion("1.0")!  // a version by the grammar below

    /// Nil unless the text is one to four numbers of at most nine plain digits, with points between them.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard let number = wholeNumber(part.utf8, digits: 9), part == "0" || !part.hasPrefix("0") else {
                return nil
            }
            numbers.append(number)
        }
        while numbers.count > 2, numbers.last == 0 { numbers.removeLast() }
        if numbers.count == 1 { numbers.append(0) }
        self.numbers = numbers
    }

    public static func < (a: Self, b: Self) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }

    /// At least two numbers: `1.0`.
    public var description: String { numbers.map(String.init).joined(separator: ".") }
}

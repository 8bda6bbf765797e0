/// The name of a feed's source, `county.example/grades`: a part of the signed bytes, equal to what a client is
/// configured with, and no address.
public enum SourceName {
    /// 1 to 100 of `a-z 0-9 . - _ /`; each part between slashes begins and ends with a letter or digit.
    public static func isOne(_ text: String) -> Bool {
        guard (1...100).contains(text.utf8.count) else { return false }
        return text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.utf8.first, let last = part.utf8.last, isPlain(first), isPlain(last) else {
                return false
            }
            return part.utf8.allSatisfy { isPlain($0) || ".-_".utf8.contains($0) }
        }
    }

    static let expected = "a source such as county.example/grades (small letters, digits, . - _ and / between)"

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}

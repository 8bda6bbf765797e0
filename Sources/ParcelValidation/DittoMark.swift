import PlaceMatching

/// What people write for the cell above: 〃, 同上, ″, ". Nobody can say what that was once a list is sorted or filtered, so it
/// is not filled in.
enum DittoMark {
    private static let marks: Set<String> = ["〃", "″", "\"", "“", "”", "〞", "''", "同上", "同前"]

    private static let beginnings = Array(Set(marks.compactMap(\.unicodeScalars.first)))

    static func isOne(_ cell: String) -> Bool {
        guard cell.utf8.count <= 24 else { return false }
        let key = NameKey(cell).text
        // Asked of every name that is not known, and most begin otherwise.
        guard let first = key.unicodeScalars.first, beginnings.contains(first) else { return false }
        return marks.contains(key)
    }
}

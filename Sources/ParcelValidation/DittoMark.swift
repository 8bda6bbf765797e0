import PlaceMatching

/// What people write for the cell above: 〃, 同上, ″, ". Nobody can say what that was once a list is sorted or filtered, so it
/// is not filled in.
enum DittoMark {
    private static let marks: Set<String> = ["〃", "″", "\"", "“", "”", "〞", "''", "同上", "同前"]

    static func isOne(_ cell: String) -> Bool { cell.utf8.count <= 24 && marks.contains(NameKey(cell).text) }
}

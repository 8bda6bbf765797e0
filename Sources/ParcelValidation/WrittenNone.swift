import PlaceMatching

/// What people and programs write into a cell that has no value: `/`, 无, NULL, nan … In a grade or a parcel code it
/// declares nothing.
enum WrittenNone {
    private static let forms: Set<String> = [
        "/", "//", "\\", "-", "--", "---", "----", "—", "——", "―", "――", "–", "――――", "无", "空", "空白", "暂无", "未填", "未申报",
        "null", "(null)", "<null>", "nan", "none", "nil", "<na>", "n/a", "na", "#n/a",
    ]

    /// What they begin with, folded, in either case.
    static let beginnings = Set(forms.flatMap { [$0, $0.uppercased()] }.compactMap(\.unicodeScalars.first))
    private static let firsts = Array(beginnings)

    /// Never false for the bytes of a cell that is one. A code begins with a digit, and so do most areas.
    static func mayBe(_ cell: some Collection<UInt8>) -> Bool {
        guard let first = cell.first else { return false }
        return !(0x30...0x39).contains(first)
    }

    /// The form it is, folded; nil where the cell says something, or is empty.
    static func form(_ text: String) -> String? {
        guard text.utf8.count <= 24 else { return nil }
        let key = NameKey(text).text
        guard let first = key.unicodeScalars.first, firsts.contains(first) else { return nil }
        return forms.contains(key.lowercased()) ? key : nil
    }
}

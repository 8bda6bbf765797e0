/// Columns as a user tells them: `township=乡镇,village=3`, with `，` and `＝` too. A name with a comma in it is given by its
/// number; nothing behind `=` says that there is no such column.
public enum ColumnRoles {
    /// Nil where it is not role=NAME or role=NUMBER, each role once.
    public static func read(_ text: String) -> [ColumnRole: String]? {
        var roles: [ColumnRole: String] = [:]
        for pair in pairs(text) {
            guard let mark = pair.firstIndex(where: isEqual), let role = role(pair[..<mark]), roles[role] == nil else {
                return nil
            }
            roles[role] = String(pair[pair.index(after: mark)...])
        }
        return roles
    }

    /// A comma in full width is one only where a role follows: it may be part of a name.
    private static func pairs(_ text: String) -> [Substring] {
        text.split(separator: ",").flatMap { part in
            var pairs: [Substring] = []
            var rest = part
            while let comma = rest.indices.first(where: { rest[$0] == "，" && beginsWithRole(rest[$0...].dropFirst()) })
            {
                pairs.append(rest[..<comma])
                rest = rest[comma...].dropFirst()
            }
            return pairs + [rest]
        }
    }

    private static func beginsWithRole(_ text: Substring) -> Bool {
        text.firstIndex(where: isEqual).map { role(text[..<$0]) != nil } ?? false
    }

    private static func isEqual(_ character: Character) -> Bool { character == "=" || character == "＝" }

    private static func role(_ word: Substring) -> ColumnRole? {
        ColumnRole(rawValue: String(word.drop(while: \.isWhitespace)))
    }
}

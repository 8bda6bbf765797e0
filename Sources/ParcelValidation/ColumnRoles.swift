/// Columns as a user tells them: `township=乡镇,village=3`. A name with a comma in it is given by its number; nothing
/// behind `=` says that there is no such column.
public enum ColumnRoles {
    /// Nil where it is not role=NAME or role=NUMBER, each role once.
    public static func read(_ text: String) -> [ColumnRole: String]? {
        var roles: [ColumnRole: String] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, let role = ColumnRole(rawValue: String(pair[0])), roles[role] == nil else {
                return nil
            }
            roles[role] = String(pair[1])
        }
        return roles
    }
}

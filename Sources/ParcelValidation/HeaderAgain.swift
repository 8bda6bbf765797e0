import PlaceMatching

/// A row below the header that is a header itself, as lists have on each page, and where several were put into one file.
enum HeaderAgain: Hashable, Sendable {
    /// What it says of each column is what the list's header says.
    case same
    /// Its columns stand otherwise: the rows behind it can't be read by the list's header.
    case other

    /// Nil where the row is none: fewer than three of its cells are words for a column, or none is one for a place.
    init?(_ cells: [String], _ columns: ColumnMap) {
        let roles = cells.map { HeaderKey($0).meaning?.role }
        let said = Set(roles.compactMap(\.self))
        guard said.count >= 3, !said.isDisjoint(with: [.township, .village, .address]) else { return nil }
        let differs = columns.columns.contains { role, column in
            guard roles.indices.contains(column), let own = roles[column] else { return said.contains(role) }
            // 坐落 that was taken for a village is one here, too.
            return own != role && own != HeaderKey(columns.headers[column]).meaning?.role
        }
        self = differs ? .other : .same
    }

    /// Whether a cell is a word for a column, by which most rows are known not to be a header.
    static func isWord(_ cell: String) -> Bool {
        let key = NameKey(cell).text
        // A word begins as one of the table does, or has one behind a line of another.
        guard HeaderTable.mayBegin(key) || key.utf8.contains(UInt8(ascii: "/")) else { return false }
        return HeaderKey(key).meaning != nil
    }
}

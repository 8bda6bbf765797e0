/// Which column is taken for what; columns are counted from 0.
public struct ColumnMap: Hashable, Sendable {
    public let headers: [String]
    public private(set) var columns: [ColumnRole: Int]

    init(headers: [String], columns: [ColumnRole: Int]) {
        self.headers = headers
        self.columns = columns
    }

    public subscript(role: ColumnRole) -> Int? { columns[role] }
}

/// Why the columns of a list can't be told.
public enum ColumnError: Error, Hashable, Sendable {
    /// None of the headers means this.
    case missing(ColumnRole, headers: [String])
    /// Several do: their numbers, from 1.
    case ambiguous(ColumnRole, columns: [Int], headers: [String])
    /// A name given with `--columns` that is no header, or a number that is no column.
    case notThere(ColumnRole, String, headers: [String])
    /// Two columns have the name given with `--columns`.
    case twice(ColumnRole, String, headers: [String])
    /// One column, from 1, was given for two things.
    case shared(ColumnRole, ColumnRole, column: Int)
}

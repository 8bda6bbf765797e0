/// Which column is taken for what; columns are counted from 0.
public struct ColumnMap: Hashable, Sendable {
    public let headers: [String]
    public let columns: [ColumnRole: Int]
    /// Our own columns, of a list that was checked before: what they say is replaced.
    public let ours: [Int]
    /// `columns` by the role's index: asked for with each row that is judged cell by cell.
    private let places: [Int?]

    init(headers: [String], columns: [ColumnRole: Int]) {
        self.headers = headers
        self.columns = columns
        ours = headers.indices.filter { OurColumns.isOurs(HeaderKey(headers[$0]).whole) }
        places = ColumnRole.allCases.map { columns[$0] }
    }

    public subscript(role: ColumnRole) -> Int? { places[role.place] }

    /// Columns that by their header could be the grade, and are taken for nothing.
    public var likeGrade: [Int] {
        headers.indices.filter { !columns.values.contains($0) && HeaderKey(headers[$0]).isLikeGrade }
    }

    /// Several columns that could be summed up as the area, none of which is.
    public var severalAreas: [Int] {
        guard columns[.area] == nil else { return [] }
        let found = headers.indices.filter {
            !columns.values.contains($0) && HeaderKey(headers[$0]).meaning?.role == .area
        }
        return found.count > 1 ? found : []
    }

    /// The unit in the header of the area, as it stands there; nil where none is known.
    public var areaUnit: String? { self[.area].flatMap { HeaderKey.areaUnit(of: headers[$0]) } }
}

/// Why the columns of a list can't be determined.
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

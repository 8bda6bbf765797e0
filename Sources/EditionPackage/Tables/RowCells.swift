import GradeModel

/// One row of a package table, its cells read by strict grammars: nothing is trimmed, padded or converted.
struct RowCells {
    let file: String
    let line: Int
    let columns: [String]
    let fields: [String]

    func error(_ column: String, _ problem: PackageProblem) -> PackageError {
        PackageError(file, line: line, column: column, problem)
    }

    /// The cell as it stands; every caller names a column of its own table.
    private subscript(column: String) -> String { columns.firstIndex(of: column).map { fields[$0] } ?? "" }

    /// Nil for an empty cell.
    func optional<Value>(
        _ column: String, _ expected: ExpectedValue, _ parse: (String) -> Value?
    ) throws(PackageError) -> Value? {
        let text = self[column]
        guard !text.isEmpty else { return nil }
        guard let value = parse(text) else { throw error(column, .value(text, expected: expected)) }
        return value
    }

    func optionalText(_ column: String) throws(PackageError) -> String? {
        try optional(column, .text) { Grammar.isText($0) ? $0 : nil }
    }

    func value<Value>(_ column: String, _ expected: ExpectedValue, _ parse: (String) -> Value?) throws(PackageError)
        -> Value
    {
        guard let value = try optional(column, expected, parse) else { throw error(column, .empty) }
        return value
    }

    func text(_ column: String) throws(PackageError) -> String {
        try value(column, .text) { Grammar.isText($0) ? $0 : nil }
    }

    func name(_ column: String) throws(PackageError) -> String {
        try value(column, .name) { Grammar.isName($0) ? $0 : nil }
    }

    func whole(_ column: String, _ range: ClosedRange<Int>) throws(PackageError) -> Int {
        try value(column, .whole(range)) { text in Grammar.whole(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    func optionalWhole(_ column: String, _ range: ClosedRange<Int>) throws(PackageError) -> Int? {
        try optional(column, .whole(range)) { text in Grammar.whole(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    func grade(_ column: String) throws(PackageError) -> Grade {
        // The range is Grade's own.
        Grade(rawValue: try whole(column, 1...20))!
    }

    func date(_ column: String) throws(PackageError) -> CalendarDate {
        try value(column, .day(example: "2021-12-31")) { CalendarDate($0) }
    }

    func oneOf<Value: RawRepresentable & CaseIterable>(
        _ column: String, _ type: Value.Type
    ) throws(PackageError) -> Value where Value.RawValue == String {
        try value(column, .oneOf(Value.allCases.map(\.rawValue))) { Value(rawValue: $0) }
    }
}

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
        _ column: String, _ expected: String, _ parse: (String) -> Value?
    ) throws(PackageError) -> Value? {
        let text = self[column]
        guard !text.isEmpty else { return nil }
        guard let value = parse(text) else { throw error(column, .value(text, expected: expected)) }
        return value
    }

    func value<Value>(_ column: String, _ expected: String, _ parse: (String) -> Value?) throws(PackageError) -> Value {
        guard let value = try optional(column, expected, parse) else { throw error(column, .empty) }
        return value
    }

    func text(_ column: String) throws(PackageError) -> String {
        try value(column, Grammar.textExpected) { Grammar.isText($0) ? $0 : nil }
    }

    func name(_ column: String) throws(PackageError) -> String {
        try value(column, Grammar.nameExpected) { Grammar.isName($0) ? $0 : nil }
    }

    func whole(_ column: String, _ range: ClosedRange<Int>) throws(PackageError) -> Int {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound) in plain digits"
        return try value(column, expected) { text in Grammar.whole(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    func optionalWhole(_ column: String, _ range: ClosedRange<Int>) throws(PackageError) -> Int? {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound) in plain digits"
        return try optional(column, expected) { text in Grammar.whole(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    func grade(_ column: String) throws(PackageError) -> Grade {
        // The range is Grade's own.
        Grade(rawValue: try whole(column, 1...20))!
    }

    func date(_ column: String) throws(PackageError) -> CalendarDate {
        try value(column, "a date of the form 2021-12-31") { CalendarDate($0) }
    }

    func oneOf<Value: RawRepresentable & CaseIterable>(
        _ column: String, _ type: Value.Type
    ) throws(PackageError) -> Value where Value.RawValue == String {
        let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
        return try value(column, "one of " + all) { Value(rawValue: $0) }
    }
}

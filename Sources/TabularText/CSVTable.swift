/// A small CSV file held whole: the tables of an edition package, not a parcel list.
///
/// Strict UTF-8 with at most one byte-order mark, RFC 4180, lines ended by LF, CRLF or CR. Every row has as many fields
/// as the header; an empty line is a row of one empty field, so it is ragged wherever there is more than one column.
public struct CSVTable: Hashable, Sendable {
    /// Names of the columns: none empty, none twice.
    public let header: [String]
    public let rows: [CSVRow]

    /// Reads the whole table or says what is wrong at the first place where something is.
    public init(parsing bytes: [UInt8]) throws(CSVError) {
        var scanner = try CSVScanner(bytes)
        guard let first = try scanner.nextRow() else { throw .empty }
        try Self.check(header: first.fields)
        var rows: [CSVRow] = []
        while let row = try scanner.nextRow() {
            guard row.fields.count == first.fields.count else {
                throw .ragged(line: row.line, expected: first.fields.count, found: row.fields.count)
            }
            rows.append(row)
        }
        header = first.fields
        self.rows = rows
    }

    private static func check(header: [String]) throws(CSVError) {
        var seen: Set<[UInt8]> = []
        for (index, name) in header.enumerated() {
            guard !name.isEmpty else { throw .emptyHeader(column: index + 1) }
            // By bytes: String's == would also join names that only look the same.
            guard seen.insert(Array(name.utf8)).inserted else {
                throw .duplicateHeader(name: name, column: index + 1)
            }
        }
    }
}

/// One record of a `CSVTable`.
public struct CSVRow: Hashable, Sendable {
    /// The physical line it begins on, from 1.
    public let line: Int
    public let fields: [String]
}

import StrictJSON
import TabularText

/// One CSV file of a package: its columns, how a row is read, how it is written.
protocol PackageTable {
    associatedtype Row: Sendable
    static var file: String { get }
    static var columns: [TableColumn] { get }
    static var primaryKey: [String] { get }
    static var foreignKeys: [ForeignKey] { get }
    static func row(_ cells: RowCells) throws(PackageError) -> Row
    static func fields(_ row: Row) -> [String]
}

/// A row with the physical line it stands on.
struct Located<Row: Sendable>: Sendable {
    let line: Int
    let row: Row
}

/// `column` must hold a value of `of` in the table `resource`, where it holds one at all.
struct ForeignKey: Sendable {
    let column: String
    let resource: String
    let of: String
}

extension PackageTable {
    static var foreignKeys: [ForeignKey] { [] }

    /// `grades`, the name of the Frictionless resource.
    static var resource: String { String(file.dropLast(4)) }

    static func read(_ bytes: [UInt8]) throws(PackageError) -> [Located<Row>] {
        let table: CSVTable
        do throws(CSVError) {
            table = try CSVTable(parsing: bytes)
        } catch {
            throw PackageError(file, .csv(error))
        }
        let names = columns.map(\.name)
        guard table.header == names else { throw PackageError(file, line: 1, .header(expected: names)) }
        var rows: [Located<Row>] = []
        rows.reserveCapacity(table.rows.count)
        for line in table.rows {
            let cells = RowCells(file: file, line: line.line, columns: names, fields: line.fields)
            rows.append(Located(line: line.line, row: try row(cells)))
        }
        return rows
    }

    static func bytes(_ rows: [Row]) -> [UInt8] {
        var text = CSVText()
        text.append(columns.map(\.name))
        for row in rows { text.append(fields(row)) }
        return text.bytes
    }

    /// The Frictionless table schema.
    static var schema: JSONValue {
        var members = [
            JSONMember("fields", .array(columns.map(\.schema))),
            JSONMember("primaryKey", .array(primaryKey.map(JSONValue.string))),
        ]
        if !foreignKeys.isEmpty {
            let keys = foreignKeys.map { key -> JSONValue in
                [
                    "fields": .string(key.column),
                    "reference": ["resource": .string(key.resource), "fields": .string(key.of)],
                ]
            }
            members.append(JSONMember("foreignKeys", .array(keys)))
        }
        return .object(members)
    }
}

import StrictJSON
import TabularText

/// One CSV file of a package: its columns, how a row is read, how it is written.
protocol PackageTable {
    associatedtype Row: Sendable
    static var file: String { get }
    static var columns: [TableColumn] { get }
    static var primaryKey: [String] { get }
    static var foreignKeys: [ForeignKey] { get }
    /// Columns that a row may leave empty although most tables have them full.
    static var sometimesEmpty: Set<String> { get }
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
    static var sometimesEmpty: Set<String> { [] }

    /// `grades`, the name of the Frictionless resource.
    static var resource: String { String(file.dropLast(4)) }

    static func read(_ bytes: [UInt8]) throws(PackageError) -> [Located<Row>] {
        let table: CSVTable
        do throws(CSVError) {
            table = try CSVTable(parsing: bytes)
        } catch {
            throw PackageError(file, .csv(error))
        }
        let names = table.header
        guard names == columns.filter({ !$0.mayBeAbsent || names.contains($0.name) }).map(\.name) else {
            throw PackageError(file, line: 1, .header(expected: columns.filter { !$0.mayBeAbsent }.map(\.name)))
        }
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
        let cells = rows.map(fields)
        let kept = columns.indices.filter { index in
            !columns[index].mayBeAbsent || cells.contains { !$0[index].isEmpty }
        }
        text.append(kept.map { columns[$0].name })
        for row in cells { text.append(kept.map { row[$0] }) }
        return text.bytes
    }

    /// The Frictionless table schema of a table with these bytes: an added column stands in it where the table has it,
    /// and a column that may be empty is required where no row leaves it so.
    static func schema(of bytes: [UInt8]) -> JSONValue {
        let table = try? CSVTable(parsing: bytes)
        let header = table?.header ?? columns.map(\.name)
        let shown = columns.filter { !$0.mayBeAbsent || header.contains($0.name) }.map { column in
            guard sometimesEmpty.contains(column.name), let index = header.firstIndex(of: column.name),
                table?.rows.contains(where: { $0.fields.indices.contains(index) && $0.fields[index].isEmpty }) == true
            else { return column }
            return column.unrequired
        }
        let names = Set(shown.map(\.name))
        var members = [
            JSONMember("fields", .array(shown.map(\.schema))),
            JSONMember("primaryKey", .array(primaryKey.filter(names.contains).map(JSONValue.string))),
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

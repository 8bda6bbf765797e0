import SystemPackage
import TabularText
import TestSupport

@testable import GazetteImport
@testable import TableFiles

/// A workbook that is written to a folder of its own, and what it holds.
enum WorkbookCells {
    static func saved(_ write: (FilePath) throws -> Void) throws -> HeldBytes {
        let folder = TemporaryFolder()
        try write(folder["a.xlsx"])
        return HeldBytes(try folder.bytes("a.xlsx"))
    }

    static func all(_ file: any RandomAccess) throws -> [(name: String, rows: [[String]])] {
        try WorkbookGrid.sheets(ZipArchive(file), limit: 100_000).map { ($0.name, $0.rows.map(\.cells)) }
    }

    /// The same workbook with the cells of a column changed, in the rows that hold one of the keys.
    static func filled(
        _ file: any RandomAccess, sheet: String, column: String, by key: String, _ values: [String: String]
    ) throws -> HeldBytes {
        let sheets = try all(file).map { name, rows in
            var rows = rows
            if name == sheet, let header = rows.first, let at = header.firstIndex(of: column),
                let by = header.firstIndex(of: key)
            {
                for index in rows.indices.dropFirst() where rows[index].indices.contains(by) {
                    guard let value = values[rows[index][by]] else { continue }
                    while rows[index].count <= at { rows[index].append("") }
                    rows[index][at] = value
                }
            }
            return PlainWorkbook.Sheet(name: name, widths: [10], rows: rows)
        }
        return try saved { try PlainWorkbook(sheets: sheets).write(to: $0) }
    }
}

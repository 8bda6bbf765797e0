import SystemPackage
import TabularText

@testable import GazetteImport
@testable import TableFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A workbook that is written to a folder of its own, and what it holds.
enum WorkbookCells {
    static func saved(_ write: (FilePath) throws -> Void) throws -> HeldBytes {
        var template = Array("/tmp/landgrade-review-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Errno(rawValue: errno) }
        let folder = FilePath(platformString: made)
        let path = folder.appending("a.xlsx")
        defer {
            _ = path.withPlatformString { unlink($0) }
            _ = folder.withPlatformString { rmdir($0) }
        }
        try write(path)
        let file = try FileDescriptor.open(path, .readOnly)
        defer { try? file.close() }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
        return HeldBytes(Array(bytes[..<count]))
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

public import TabularText
import TableFiles

/// A mark by which a workbook is known to hold what it was written with: a checksum of its cells in the description of the
/// document's properties, which spreadsheet programs keep when they save.
enum WrittenMark {
    private static let front = "landgrade "

    static func mark(of sheets: [PlainWorkbook.Sheet]) -> String {
        front + checksum(sheets.map { ($0.name, $0.rows.enumerated().map { ($0 + 1, $1) }) })
    }

    /// FNV-1a, 64 bits, of every cell that holds something, with its place. No proof against forgery: who forges the mark
    /// overwrites a file of their own.
    private static func checksum(_ sheets: [(name: String, rows: [(number: Int, cells: [String])])]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        for sheet in sheets {
            add(sheet.name)
            for row in sheet.rows {
                for (column, text) in row.cells.enumerated() where !text.isEmpty {
                    add("\(row.number) \(column) \(text)")
                }
            }
        }
        return String(hash, radix: 16)
    }

    static func isUntouched(_ archive: ZipArchive) throws -> Bool {
        let sheets = try WorkbookGrid.sheets(archive, limit: ReviewWorkbook.mostCells)
        let sum = checksum(sheets.map { ($0.name, $0.rows.map { ($0.number, $0.cells) }) })
        return try text(archive, "docProps/core.xml").contains(">\(front)\(sum)<")
    }

    private static func text(_ archive: ZipArchive, _ name: String) throws -> String {
        let part = try archive.open(name, limit: 1 << 20)
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = try block.withUnsafeMutableBytes({ try part.read(into: $0) }), count > 0 {
            bytes += block[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ReviewWorkbook {
    /// Whether the workbook is as it was written: nothing was typed into it.
    public static func isUntouched(_ file: any RandomAccess) -> Bool {
        guard let archive = try? ZipArchive(file) else { return false }
        return (try? WrittenMark.isUntouched(archive)) ?? false
    }
}

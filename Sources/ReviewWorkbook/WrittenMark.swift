public import TabularText
import WorkbookTable

/// A mark by which a workbook is known to stand as it was written: a comment in its styles with a checksum of its sheets.
/// Every spreadsheet program leaves it out when it saves.
enum WrittenMark {
    private static let front = "<!-- landgrade "

    static func mark(of sheets: [String]) -> String { "\(front)\(checksum(sheets.map { Array($0.utf8) })) -->" }

    /// FNV-1a, 64 bits. No proof against forgery: who forges the mark overwrites a file of their own.
    private static func checksum(_ parts: [[UInt8]]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in parts.joined() { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }

    static func isUntouched(_ archive: ZipArchive) throws -> Bool {
        var sheets: [[UInt8]] = []
        while archive.has("xl/worksheets/sheet\(sheets.count + 1).xml"), sheets.count < 100 {
            sheets.append(try bytes(archive, "xl/worksheets/sheet\(sheets.count + 1).xml"))
        }
        let styles = String(decoding: try bytes(archive, "xl/styles.xml"), as: UTF8.self)
        return styles.contains("\(front)\(checksum(sheets)) -->")
    }

    private static func bytes(_ archive: ZipArchive, _ name: String) throws -> [UInt8] {
        let part = try archive.open(name, limit: 256 << 20)
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = try block.withUnsafeMutableBytes({ try part.read(into: $0) }), count > 0 {
            bytes += block[..<count]
        }
        return bytes
    }
}

extension ReviewWorkbook {
    /// Whether no spreadsheet program has saved the workbook since it was written, so that nobody typed anything into it.
    public static func isUntouched(_ file: any RandomAccess) -> Bool {
        guard let archive = try? ZipArchive(file) else { return false }
        return (try? WrittenMark.isUntouched(archive)) ?? false
    }
}

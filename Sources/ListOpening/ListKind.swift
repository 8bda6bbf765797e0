public import TabularText

/// What a list is, told by its first bytes and never by its name.
public enum ListKind: Hashable, Sendable {
    case text
    case workbook
    /// GeoPackage or any other SQLite database.
    case database
    case dbf

    /// - Throws: where it is something that people take for a list, but no list can be read from.
    public init(_ first: [UInt8]) throws(TableError) {
        if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) || first.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .workbook
        } else if first.starts(with: Array("SQLite format 3\0".utf8)) {
            self = .database
        } else if DBFSource.begins(first) {
            self = .dbf
        } else if let other = Self.other(first) {
            throw other
        } else {
            self = .text
        }
    }

    private static func other(_ first: [UInt8]) -> TableError? {
        if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return TableError(
                "是旧版 .xls 工作簿或加密的工作簿；请在 Excel 或 WPS 中去掉密码，另存为 XLSX",
                "an old .xls workbook or an encrypted one; save it as XLSX, without a password")
        }
        if first.starts(with: [0x00, 0x00, 0x27, 0x0A]) {
            return TableError(
                "是 shapefile 的图形文件；属性在同名的 .dbf 里，请用那个文件",
                "the shapes of a shapefile; its attributes are in the .dbf beside it: use that")
        }
        if first.starts(with: Array("%PDF".utf8)) { return TableError("是 PDF，不是表格", "a PDF, not a table") }
        if first.starts(with: [0x1F, 0x8B]) { return TableError("是 gzip 压缩文件；请先解压", "a gzip file; unpack it first") }
        let isMarked = first.starts(with: [0xEF, 0xBB, 0xBF])
        let text = String(
            decoding: first.dropFirst(isMarked ? 3 : 0).drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(14),
            as: UTF8.self
        ).lowercased()
        if ["<html", "<!doctype html", "<table", "<head", "<?xml"].contains(where: { text.hasPrefix($0) }) {
            return TableError(
                "是网页或 XML（有些系统导出的 .xls 其实是网页）；请用 Excel 或 WPS 打开，另存为 XLSX",
                "a web page or XML, as some systems export under the name .xls; open it in a spreadsheet and save it as XLSX"
            )
        }
        return nil
    }

    /// What it is called by its name, where that is one of ours and wrong.
    func remark(named name: String?) -> TableRemark? {
        guard let name, let dot = name.lastIndex(of: ".") else { return nil }
        let suffix = name[dot...].lowercased()
        let wanted: ListKind? =
            switch suffix {
            case ".xlsx", ".xlsm", ".xls", ".et": .workbook
            case ".gpkg", ".sqlite", ".db": .database
            case ".dbf": .dbf
            case ".csv", ".tsv", ".txt": .text
            default: nil
            }
        guard let wanted, wanted != self else { return nil }
        return TableRemark(
            "文件名以 \(suffix) 结尾，内容其实是\(words.chinese)", "the name ends in \(suffix), but it is \(words.english)")
    }

    private var words: TableRemark {
        switch self {
        case .text: TableRemark("文本", "text")
        case .workbook: TableRemark(" XLSX 工作簿", "an XLSX workbook")
        case .database: TableRemark(" SQLite 数据库", "an SQLite database")
        case .dbf: TableRemark(" DBF 表", "a DBF table")
        }
    }
}

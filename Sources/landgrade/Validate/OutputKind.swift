import SystemSupport
import TableFiles
import ListChecking
import ParcelValidation
import SystemPackage
import TabularText

/// What the checked list becomes, by the name it is given.
enum OutputKind: Hashable {
    case text
    case jsonLines
    case workbook
    /// A copy of the list's own database.
    case layer

    init(_ path: String?) {
        switch path.flatMap({ FilePath($0).extension?.lowercased() }) {
        case "xlsx": self = .workbook
        case "gpkg", "sqlite", "db": self = .layer
        case "jsonl", "ndjson": self = .jsonLines
        default: self = .text
        }
    }

    var form: ValidationOptions.Form? {
        switch self {
        case .text: nil
        case .jsonLines: .jsonl
        case .workbook: .cells
        case .layer: .ourCells
        }
    }

    /// Text keeps the delimiter of its list, and that of a .tsv is the tab.
    private static func checkDelimiter(_ command: ValidateCommand, _ source: any TableSource) throws(TableError) {
        guard let output = command.output, FilePath(output).extension?.lowercased() == "tsv",
            source.format.delimiter != .tab
        else { return }
        throw TableError(
            zh: "输出与清单的分隔符相同（\(source.format.delimiter.rawValue)），.tsv 文件却以制表符分隔：请把文件名改为 .csv",
            en:
                "the output has the list's delimiter (\(source.format.delimiter.rawValue)), and a .tsv file has tabs: name it .csv"
        )
    }

    /// Throws what was asked for and can't be had with it.
    func check(_ command: ValidateCommand, source: any TableSource) throws(TableError) {
        if self == .text { return try Self.checkDelimiter(command, source) }
        if self == .jsonLines { return }
        let name = self == .workbook ? ".xlsx" : ".gpkg"
        if command.format != nil {
            throw TableError(zh: "--format 不用于 \(name) 文件", en: "--format is not for \(name) files")
        }
        if command.outputEncoding != nil {
            throw TableError(zh: "--output-encoding 不用于 \(name) 文件", en: "--output-encoding is not for \(name) files")
        }
        if command.safeCells {
            throw TableError(
                zh: "\(name) 文件的文字不会被当作公式，不需要 --safe-cells",
                en: "texts in \(name) files are never formulas: leave out --safe-cells")
        }
        if command.onlyOurColumns {
            throw TableError(
                zh: "\(name) 文件保留清单的各列，不能用 --only-our-columns；请输出为 .csv 或 .jsonl",
                en:
                    "a \(name) file keeps the list's columns: leave out --only-our-columns, or write to a .csv or .jsonl file"
            )
        }
        guard self == .layer else { return }
        if !(source is LayerSource) {
            throw TableError(
                zh: "只有 GeoPackage 或 SQLite 的清单才能输出为它的副本；请输出为 .csv 或 .xlsx",
                en:
                    "only a list from a GeoPackage or SQLite file can go out as a copy of it; write to a .csv or .xlsx file"
            )
        }
        let filter =
            command.onlyProblems
            ? "--only-problems"
            : command.onlyChanged
                ? "--only-changed"
                : command.verdict.isEmpty ? command.onlyTownship.isEmpty ? nil : "--only-township" : "--verdict"
        if let filter {
            throw TableError(
                zh: "副本保留全部地块，不能用 \(filter)；可在 QGIS 中按 landgrade_verdict 筛选",
                en: "a copy keeps all its parcels: leave out \(filter), and filter by landgrade_verdict in the GIS")
        }
    }
}

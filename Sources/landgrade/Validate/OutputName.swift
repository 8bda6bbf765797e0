import ArgumentParser
import CommandSupport
import ParcelValidation
import SystemPackage
import SystemSupport

/// Names that `-o` does not take, because what is written under them would be taken for something else.
enum OutputName {
    /// Files that people ask for and landgrade does not write.
    static let refused: Set<String> = [
        // Workbooks and tables of office programs.
        "xls", "xlsm", "xlsb", "xlt", "xltx", "xltm", "et", "ett", "ods", "ots", "fods", "sxc", "slk", "dif", "numbers",
        "mdb", "accdb",
        // Documents and pictures.
        "pdf", "docx", "docm", "doc", "wps", "odt", "rtf", "html", "htm", "xml", "pptx", "ppt", "png", "jpg", "jpeg",
        "svg", "tif", "tiff",
        // Maps, and databases under names that are not read as one here.
        "shp", "shx", "dbf", "geojson", "geojsonl", "geojsons", "topojson", "kml", "kmz", "gpx", "gml", "fgb", "tab",
        "mif", "mid", "gdb", "dwg", "dxf", "sqlite3", "sl3", "db3", "spatialite", "duckdb",
        // Data of programs.
        "json", "parquet", "feather", "arrow", "orc", "avro", "pkl", "pickle", "dta", "sav", "sas7bdat", "rds", "rdata",
        // Archives.
        "zip", "7z", "rar", "gz", "tgz", "tar", "bz2", "xz", "zst",
    ]

    /// What an ending says is in a file of text; nil: it says nothing.
    private static let forms: [String: ValidationOptions.Form] = [
        "csv": .csv, "tsv": .csv, "jsonl": .jsonl, "ndjson": .jsonl,
    ]

    /// - Parameter format: as it is given with `--format`.
    static func check(_ path: String, format: String?) throws {
        guard let suffix = FilePath(path).extension?.lowercased() else { return }
        if refused.contains(suffix) {
            throw ArgumentParser.ValidationError(
                zh:
                    "-o 不能写成 .\(suffix) 文件：可用 .csv、.tsv、.txt（文本）、.jsonl（JSON 行）、.xlsx（工作簿）、.gpkg 或 .sqlite（此类清单的副本）",
                en:
                    "-o writes no .\(suffix): name the file .csv, .tsv or .txt (text), .jsonl (JSON lines), .xlsx (a workbook), or .gpkg or .sqlite (a copy of such a list)"
            )
        }
        guard let format, let form = forms[suffix], form.rawValue != format else { return }
        let fitting = form == .csv ? ".jsonl" : ".csv"
        throw ArgumentParser.ValidationError(
            zh: "--format \(format) 与 -o 的文件名 .\(suffix) 不符：请把文件名改为 \(fitting)，或不写 --format",
            en:
                "--format \(format) is not what a .\(suffix) file holds: name the file \(fitting), or leave out --format"
        )
    }
}

import CommandSupport
import SystemPackage
import SystemSupport

/// Why there is no workbook.
enum WorkbookFault: Error {
    /// Standard input is not what `landgrade` writes; what of it.
    case stream(String)
    /// It ended before the summary: the program that wrote it died.
    case unended
    case reading(Errno)
    case output(OutputFileError)
    /// A temporary file beside the output, or the output itself.
    case writing(Errno)
    /// A text that a cell has no room for; its UTF-16 code units.
    case longText(cell: String, units: Int)
    case manyColumns(Int)
    /// What the library says.
    case library(String)
}

extension WorkbookFault {
    /// - Parameter file: the workbook.
    func sentence(of file: String, in language: Language) -> Sentence {
        switch self {
        case .stream(let what):
            language.pick(
                zh: "标准输入不是 landgrade 写出的内容（\(what)）；参见 landgrade validate --help",
                en: "standard input is not what landgrade writes (\(what)); see landgrade validate --help")
        case .unended:
            language.pick(
                zh: "数据行在汇总之前就结束了；没有写出 \(file)",
                en: "the rows ended before the summary; \(file) was not written")
        case .reading(let error):
            language.pick(zh: "读不了标准输入：\(SystemWords.chinese(error))", en: "standard input can't be read: \(error)")
        case .output(let error) where error.fault == .noRegularFile:
            language.pick(zh: "\(file) 不是普通文件", en: "\(file) is no regular file")
        case .output(let error): error.sentence(in: language)
        case .writing(let error):
            language.pick(zh: "写不了 \(file)：\(SystemWords.chinese(error))", en: "\(file) can't be written: \(error)")
        case .longText(let cell, let units):
            language.pick(
                zh: "单元格 \(cell) 有 \(units) 个字符，而工作簿的单元格最多 \(CellText.maximum) 个；请输出为 .csv 文件",
                en:
                    "cell \(cell) would hold \(units) characters, and a workbook's cell takes \(CellText.maximum); write the list to a .csv file"
            )
        case .manyColumns(let count):
            language.pick(
                zh: "清单连同新增的列共 \(count) 列，而工作簿最多 \(CellPlace.maximumColumns) 列；请输出为 .csv 文件",
                en:
                    "the list has \(count) columns with ours, and a workbook takes \(CellPlace.maximumColumns); write it to a .csv file"
            )
        case .library(let what): language.pick(zh: "写不了 \(file)：\(what)", en: "\(file) can't be written: \(what)")
        }
    }
}

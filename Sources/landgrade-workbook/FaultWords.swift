import CommandSupport
import SystemSupport

/// The sentences of this program.
struct FaultWords {
    let file: String
    let language: WorkbookHeader.Language

    func sentence(_ fault: WorkbookFault) -> String {
        switch language {
        case .zh: chinese(fault)
        case .en: english(fault)
        }
    }

    private func english(_ fault: WorkbookFault) -> String {
        switch fault {
        case .stream(let what): "standard input is not what landgrade writes (\(what)); see landgrade validate --help"
        case .unended: "the rows ended before the summary; \(file) was not written"
        case .reading(let error): "standard input can't be read: \(error)"
        case .output(.input): "\(file) is the list itself; write to another file"
        case .output(.link): "\(file) is a link; name the file itself"
        case .output(.noRegularFile): "\(file) is no regular file"
        case .output(.unwritable(let error)), .writing(let error): "\(file) can't be written: \(error)"
        case .longText(let cell, let units):
            "cell \(cell) would hold \(units) characters, and a workbook's cell takes \(CellText.maximum); write the list to a .csv file"
        case .manyColumns(let count):
            "the list has \(count) columns with ours, and a workbook takes \(CellPlace.maximumColumns); write it to a .csv file"
        case .library(let what): "\(file) can't be written: \(what)"
        }
    }

    private func chinese(_ fault: WorkbookFault) -> String {
        switch fault {
        case .stream(let what): "标准输入不是 landgrade 写出的内容（\(what)）；参见 landgrade validate --help"
        case .unended: "数据行在汇总之前就结束了；没有写出 \(file)"
        case .reading(let error): "读不了标准输入：\(error)"
        case .output(.input): "\(file) 就是输入的清单；请输出到另一个文件"
        case .output(.link): "\(file) 是链接；请写明真正的文件"
        case .output(.noRegularFile): "\(file) 不是普通文件"
        case .output(.unwritable(let error)), .writing(let error): "写不了 \(file)：\(error)"
        case .longText(let cell, let units):
            "单元格 \(cell) 有 \(units) 个字符，而工作簿的单元格最多 \(CellText.maximum) 个；请输出为 .csv 文件"
        case .manyColumns(let count):
            "清单连同新增的列共 \(count) 列，而工作簿最多 \(CellPlace.maximumColumns) 列；请输出为 .csv 文件"
        case .library(let what): "写不了 \(file)：\(what)"
        }
    }
}

import AnswerRendering
import CommandSupport
import GradeModel
import SystemPackage
import SystemSupport

/// What is said of the files of a validation.
struct FileMessages {
    let language: Language

    func input(_ path: String, _ error: InputFileError) -> String {
        let path = ShownText(path).text
        return switch (error, language) {
        case (.folder, .zh): "\(path) 是文件夹，不是清单"
        case (.folder, .en): "\(path) is a folder, not a list"
        case (.device, .zh): "\(path) 是设备，不是清单"
        case (.device, .en): "\(path) is a device, not a list"
        case (.unreadable(let error), .zh): "读不了 \(path)：\(error)"
        case (.unreadable(let error), .en): "\(path) can't be read: \(error)"
        case (.cutShort, .zh): "读取期间 \(path) 变短了；请待文件写完后再试"
        case (.cutShort, .en): "\(path) became shorter while it was read; try again once nobody writes to it"
        }
    }

    func output(_ path: String, _ error: OutputFileError) -> String {
        let path = ShownText(path).text
        return switch (error, language) {
        case (.input, .zh): "\(path) 就是输入的清单；请输出到另一个文件"
        case (.input, .en): "\(path) is the list itself; write to another file"
        case (.link, .zh): "\(path) 是链接；请写明真正的文件"
        case (.link, .en): "\(path) is a link; name the file itself"
        case (.noRegularFile, .zh): "\(path) 不是普通文件；要输出到管道请不用 -o"
        case (.noRegularFile, .en): "\(path) is no regular file; for a pipe leave out -o"
        case (.unwritable(let error), .zh): "写不了 \(path)：\(error)"
        case (.unwritable(let error), .en): "\(path) can't be written: \(error)"
        }
    }

    func failed(_ error: any Error) -> String {
        language == .zh ? "读写出错：\(error)" : "reading or writing failed: \(error)"
    }
}

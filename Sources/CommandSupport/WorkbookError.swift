public import SystemPackage
public import SystemSupport

/// Why a workbook could not be written.
public enum WorkbookError: Error, Hashable, Sendable {
    /// The file may not be written there.
    case output(OutputFileError)
    /// `landgrade-workbook` does not stand beside the running program.
    case missing
    case unstartable(Errno)
    /// It runs, and can't be written to.
    case unreachable(Errno)
    /// It ended without the workbook. `sentences` is what it said about it, in the language it was given.
    case failed(sentences: String)
    /// It ended by a signal, without a word.
    case killed(signal: Int32)
}

extension WorkbookError: Worded {
    public func sentence(in language: Language) -> Sentence {
        switch self {
        case .output(let error): error.sentence(in: language)
        case .missing:
            language.pick(
                zh: "没有找到写 .xlsx 的程序 landgrade-workbook；请运行 scripts/install landgrade-workbook，或输出为 .csv 文件",
                en:
                    "landgrade-workbook, which writes .xlsx, is not installed; run scripts/install landgrade-workbook, or write to a .csv file"
            )
        case .unstartable(let error):
            language.pick(
                zh: "启动不了 landgrade-workbook：\(SystemWords.chinese(error))",
                en: "landgrade-workbook can't be started: \(error)")
        case .unreachable(let error):
            language.pick(
                zh: "无法把数据行传给 landgrade-workbook：\(SystemWords.chinese(error))",
                en: "rows can't be sent to landgrade-workbook: \(error)")
        case .failed(let sentences):
            sentences.split(separator: "\n").map { "\(String($0))" }.joined(separator: "\n")
        case .killed(let signal):
            language.pick(
                zh: "landgrade-workbook 被信号 \(signal) 终止，没有写出工作簿",
                en: "landgrade-workbook was ended by signal \(signal); there is no workbook")
        }
    }
}

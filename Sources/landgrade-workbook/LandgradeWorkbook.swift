import AnswerRendering
import ArgumentParser
import CommandSupport
import SystemPackage
import SystemSupport

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `landgrade-workbook`: makes a workbook of rows that another program judged. Apart from `landgrade`, because its
/// library is a shared one, which would make every look-up slower to start.
@main struct LandgradeWorkbook: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "landgrade-workbook",
        abstract: .help(
            zh: "把核对后的清单制成 Excel 工作簿（.xlsx）；由 landgrade 调用。",
            en: "Make an Excel workbook (.xlsx) of a checked list; landgrade runs it."),
        discussion: .help(
            zh: """
                从标准输入读取一行 JSON、各单元格和汇总，即 landgrade validate -o checked.xlsx 所写的内容。文件要么完整\
                写成，要么没有。

                退出状态
                  0 已写成；2 未写成；64 命令行有误
                """,
            en: """
                Reads a line of JSON, cells and a summary from standard input, as
                landgrade validate -o checked.xlsx writes them. The file is there whole or
                not at all.

                EXIT STATUS
                  0 written; 2 not written; 64 usage
                """),
        version: Version.text)

    @Argument(help: ArgumentHelp(zh: "工作簿。", en: "The workbook.", value: .file))
    var output: String

    static func main() {
        StandardStreams.ignoreWriteSignals()
        // A terminal's Ctrl-C goes to both programs. The other one's end is seen as the end of the rows, and nothing is
        // left behind; ended by the signal itself this one would leave its half of a file.
        signal(SIGINT, SIG_IGN)
        signal(SIGHUP, SIG_IGN)
        begin(ArgumentText.required())
    }

    var program: Program { Program("landgrade-workbook") }

    var language: Language { .ofCommandLine }

    func perform() throws {
        let stream = InputStream()
        // Until the header says another.
        var language = language
        do throws(WorkbookFault) {
            let header = try stream.header()
            language = header.language
            try WorkbookFile.write(FilePath(output), header, stream)
        } catch { throw CommandEnd.failure(error.sentence(of: output, in: language)) }
    }
}

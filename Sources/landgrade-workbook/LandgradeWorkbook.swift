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
        abstract: "Make an Excel workbook (.xlsx) of a checked list; landgrade runs it.",
        discussion: """
            Reads a line of JSON, cells and a summary from standard input, as
            landgrade validate -o checked.xlsx writes them. The file is there whole or
            not at all.

            EXIT STATUS
              0 written; 2 not written; 64 usage
            """,
        version: Version.text)

    @Argument(help: ArgumentHelp("The workbook.", valueName: "file"))
    var output: String

    static func main() {
        StandardStreams.ignoreWriteSignals()
        // A terminal's Ctrl-C goes to both programs. The other one's end is seen as the end of the rows, and nothing is
        // left behind; ended by the signal itself this one would leave its half of a file.
        signal(SIGINT, SIG_IGN)
        signal(SIGHUP, SIG_IGN)
        guard let words = ArgumentText.words() else { exit(withError: ExitCode(ExitStatus.usage.rawValue)) }
        main(words)
    }

    var program: Program { Program("landgrade-workbook") }

    var language: Language { .en }

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

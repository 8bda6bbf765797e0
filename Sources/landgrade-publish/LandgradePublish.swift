import ArgumentParser
import CommandSupport
import SystemSupport

/// `landgrade-publish`: makes edition packages from gazettes, audits and compares them, settles their errata, signs feeds.
@main struct LandgradePublish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landgrade-publish",
        abstract: "Make and audit edition packages, and publish them as a signed feed.",
        discussion: """
            EXAMPLES
              landgrade-publish import gazette.txt --county 430624 --out 430624-2025-1
              landgrade-publish check 430624-2025-1
              landgrade-publish diff 430624-2025-1 430624-2027-3
              landgrade-publish erratum confirm E1 --evidence '核对原件第8页' 430624-2025-1
              landgrade-publish seal 430624-2025-1
              landgrade-publish feed build 430624-2025-1 --out feed --key bureau --expires 2027-03-01

            EXIT STATUS
              0 done; for check: clean, or notes only
              1 check has findings that need a person; diff has differences
              2 the gazette or the package can't be read, or the package can't be written
              64 usage
            """,
        subcommands: [
            ImportCommand.self, TemplateCommand.self, CheckCommand.self, DiffCommand.self, ErratumCommand.self,
            SealCommand.self,
            FeedCommand.self,
        ])

    static func main() {
        StandardStreams.ignoreWriteSignals()
        guard let words = ArgumentText.words() else { exit(withError: ExitCode(ExitStatus.usage.rawValue)) }
        main(words)
    }
}

/// How a report is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// Says why on standard error and gives the status to end with.
func fail(_ sentence: String, _ status: ExitStatus = .failure) -> ExitCode {
    StandardStreams.complain("landgrade-publish: \(sentence)")
    return ExitCode(status.rawValue)
}

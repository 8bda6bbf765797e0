import ArgumentParser
import CommandSupport
import SystemSupport

/// `landgrade-sync`: pulls revised grade tables from the sources that an office trusts.
@main struct LandgradeSync: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landgrade-sync",
        abstract: "Pull revised grade tables from signed sources.",
        discussion: """
            A source is a folder of signed files on a web server, or on a stick. What it says
            is believed only because of a key whose fingerprint came to you on paper.

            EXAMPLES
              landgrade-sync source add https://grades.county.example/ --key bureau.pub
              landgrade-sync pull --dry-run
              landgrade-sync pull
              landgrade-sync status

            EXIT STATUS
              0 up to date or applied; 1 (pull --dry-run) an update is available;
              3 network; 4 trust (signature, rollback, expired …); 6 an edition fails its
              checks; 7 storage; 8 applied, not confirmed on disk; 9 some sources of
              several failed; 75 another update is running; 64 usage; 2 anything else
            """,
        version: Version.text,
        subcommands: [PullCommand.self, StatusCommand.self, SourceCommand.self, DoctorCommand.self])

    static func main() {
        StandardStreams.ignoreWriteSignals()
        Interrupts.listen()
        guard let words = ArgumentText.words() else { exit(withError: ExitCode(ExitStatus.usage.rawValue)) }
        main(words)
    }
}

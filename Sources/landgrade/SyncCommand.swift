import ArgumentParser
import CommandSupport
import SystemSupport

/// Hands over to the sibling program, which alone needs libcurl.
struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Pull revised grade tables from signed sources (runs landgrade-sync).",
        discussion: """
            EXAMPLES
              landgrade sync source add https://grades.county.example/ --key bureau.pub
              landgrade sync pull --dry-run
            """)

    @Argument(parsing: .captureForPassthrough, help: "What landgrade-sync is given.")
    var arguments: [String] = []

    func run() throws {
        let error = SiblingProgram.become("landgrade-sync", arguments: arguments)
        StandardStreams.complain("landgrade: landgrade-sync can't be started: \(error)")
        throw ExitCode(ExitStatus.failure.rawValue)
    }
}

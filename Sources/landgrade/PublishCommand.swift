import ArgumentParser
import CommandSupport
import SystemSupport

/// Hands over to the sibling program, so that a user learns one command.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Make and audit edition packages (runs landgrade-publish).",
        discussion: "EXAMPLES\n  landgrade publish import gazette.txt --county 430624 --out 430624-2025-1")

    @Argument(parsing: .captureForPassthrough, help: "What landgrade-publish is given.")
    var arguments: [String] = []

    func run() throws {
        let error = SiblingProgram.become("landgrade-publish", arguments: arguments)
        StandardStreams.complain("landgrade: landgrade-publish can't be started: \(error)")
        throw ExitCode(ExitStatus.failure.rawValue)
    }
}

import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeStore
import SystemSupport

/// Hands over to the sibling program. The service itself never writes: on first use the store is made here, as for a
/// look-up.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer look-ups over HTTP (runs landgrade-serve).",
        discussion: "EXAMPLES\n  landgrade serve\n  landgrade serve --port 8080 --store /srv/landgrade")

    @Argument(parsing: .captureForPassthrough, help: "What landgrade-serve is given.")
    var arguments: [String] = []

    func run() throws {
        if !arguments.contains(where: { $0.hasPrefix("--store") || $0 == "--help" || $0 == "-h" }) {
            _ = try StoreAccess(store: nil, language: Language(locale: Environment.messageLocale)).openGeneration()
        }
        let error = SiblingProgram.become("landgrade-serve", arguments: arguments)
        StandardStreams.complain("landgrade: landgrade-serve can't be started: \(error)")
        throw ExitCode(ExitStatus.failure.rawValue)
    }
}

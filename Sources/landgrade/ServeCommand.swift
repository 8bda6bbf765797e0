import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeStore
import SystemSupport

/// Hands over to the sibling program. The service itself never writes: on first use the store is made here, as for a
/// look-up.
struct ServeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer look-ups over HTTP (runs landgrade-serve).",
        discussion: "EXAMPLES\n  landgrade serve\n  landgrade serve --port 8080 --store /srv/landgrade")

    @Argument(parsing: .captureForPassthrough, help: "What landgrade-serve is given.")
    var arguments: [String] = []

    var program: Program { landgrade.program }

    var language: Language { LanguageOption.language(nil) }

    func perform() throws {
        if !arguments.contains(where: { $0.hasPrefix("--store") || $0 == "--help" || $0 == "-h" }) {
            _ = try StoreAccess(store: nil, language: language).openGeneration()
        }
        try SiblingProgram.become("landgrade-serve", arguments: arguments)
    }
}

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
        abstract: .help(zh: "以 HTTP 应答查询（转 landgrade-serve）。", en: "Answer look-ups over HTTP (runs landgrade-serve)."),
        discussion: .help(zh: "示例", en: "EXAMPLES")
            + "\n  landgrade serve\n  landgrade serve --port 8080 --store /srv/landgrade")

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(zh: "转交给 landgrade-serve 的参数。", en: "What landgrade-serve is given."))
    var arguments: [String] = []

    var program: Program { landgrade.program }

    var language: Language { .ofCommandLine }

    func perform() throws {
        let makesNothing = ["--help", "-h", "--version"]
        if !arguments.contains(where: { $0.hasPrefix("--store") || makesNothing.contains($0) }) {
            _ = try StoreAccess(store: nil, language: language).openGeneration()
        }
        try SiblingProgram.become("landgrade-serve", arguments: arguments)
    }
}

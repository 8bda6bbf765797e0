import ArgumentParser
import CommandSupport
import SystemSupport

/// Hands over to the sibling program, so that a user learns one command.
struct PublishCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Make and audit edition packages (runs landgrade-publish).",
        discussion: "EXAMPLES\n  landgrade publish import gazette.txt --county 430624 --out 430624-2025-1")

    @Argument(parsing: .captureForPassthrough, help: "What landgrade-publish is given.")
    var arguments: [String] = []

    var program: Program { landgrade.program }

    var language: Language { LanguageOption.language(nil) }

    func perform() throws {
        try SiblingProgram.become("landgrade-publish", arguments: arguments)
    }
}

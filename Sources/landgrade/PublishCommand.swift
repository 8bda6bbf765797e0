import ArgumentParser
import CommandSupport
import SystemSupport

/// Hands over to the sibling program, so that a user learns one command.
struct PublishCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: .help(
            zh: "制作和核查成果包（转 landgrade-publish）。", en: "Make and audit edition packages (runs landgrade-publish)."),
        discussion: .help(zh: "示例", en: "EXAMPLES")
            + "\n  landgrade publish import gazette.txt --county 430624 --out 430624-2025-1")

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(zh: "转交给 landgrade-publish 的参数。", en: "What landgrade-publish is given."))
    var arguments: [String] = []

    var program: Program { landgrade.program }

    var language: Language { .ofCommandLine }

    func perform() throws {
        try SiblingProgram.become("landgrade-publish", arguments: arguments)
    }
}

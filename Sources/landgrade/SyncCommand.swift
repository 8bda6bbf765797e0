import ArgumentParser
import CommandSupport
import SystemSupport

/// Hands over to the sibling program, which alone needs libcurl.
struct SyncCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: .help(
            zh: "从带签名的发布源获取修订后的级别表（转 landgrade-sync）。",
            en: "Pull revised grade tables from signed sources (runs landgrade-sync)."),
        discussion: .help(zh: "示例", en: "EXAMPLES") + """

              landgrade sync source add https://grades.county.example/ --key bureau.pub
              landgrade sync pull --dry-run
            """)

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(zh: "转交给 landgrade-sync 的参数。", en: "What landgrade-sync is given."))
    var arguments: [String] = []

    var program: Program { landgrade.program }

    var language: Language { .ofCommandLine }

    func perform() throws {
        try SiblingProgram.become("landgrade-sync", arguments: arguments)
    }
}

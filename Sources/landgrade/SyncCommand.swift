import ArgumentParser
import CommandSupport
import SystemSupport

/// Hands over to the sibling program, which alone needs libcurl.
struct SyncCommand: ProgramCommand {
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

    var program: Program { landgrade.program }

    var language: Language { LanguageOption.language(nil) }

    func perform() throws {
        try SiblingProgram.become("landgrade-sync", arguments: arguments)
    }
}

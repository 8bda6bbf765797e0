import ArgumentParser
import CommandSupport

/// `landgrade`: looks up which grade a village's land has, and what the base price of that grade means.
@main struct Landgrade: ParsableCommand {
    // Every command names itself: a name derived from its type costs a tenth of a look-up at start.
    static let configuration = CommandConfiguration(
        commandName: "landgrade",
        abstract: "Look up the grade of a village's orchard, forest and grassland, with its source.",
        discussion: """
            EXAMPLES
              landgrade lookup 金龙镇 芙蓉村
              landgrade lookup --address 湖南省岳阳市湘阴县金龙镇芙蓉村3组
              landgrade lookup --format json --land-type 园地 金龙镇 芙蓉村
              landgrade list villages --township 金龙镇

            EXIT STATUS
              0 found; 1 answered with "no" (unknown, ambiguous); 2 could not be
              answered; 64 usage
            """,
        version: Version.text,
        subcommands: [
            LookupCommand.self, ValidateCommand.self, DefineCommand.self, ListCommand.self, EditionsCommand.self,
            DiffCommand.self, StatusCommand.self, VerifyCommand.self, GenerationsCommand.self,
            UseGenerationCommand.self, InitCommand.self, ImportCommand.self, PublishCommand.self, SyncCommand.self,
            ServeCommand.self,
        ])

    /// The look-up is parsed as a command of its own: going through the tree of commands first would make up a third
    /// of the time from start to answer. Everything else is in no hurry, and neither is a call for help or one that
    /// doesn't parse.
    static func main() {
        StandardStreams.ignoreBrokenPipes()
        guard let words = ArgumentText.words() else { exit(withError: ExitCode(ExitStatus.usage.rawValue)) }
        guard words.first == LookupCommand.name,
            let command = try? LookupCommand.parse(Array(words.dropFirst()))
        else { return main(words) }
        do {
            try command.run()
        } catch { exit(withError: error) }
    }
}

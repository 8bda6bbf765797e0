import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import SystemSupport

struct HistoryCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "The grades of one village in every edition of its county.",
        usage: """
            landgrade history [<township>] <village> [<options>]
            landgrade history --address <address> [<options>]
            """,
        discussion: """
            The place is found as by lookup. Its name is then looked for in each edition by
            itself, by the same rules, and the answer says by which; an edition without it
            says so. A village that was renamed is followed where an edition names the
            other spelling as an alias.

            EXAMPLES
              landgrade history 金龙镇 芙蓉村
              landgrade history 芙蓉村 --format csv

            EXIT STATUS
              0 found; 1 answered with "no" (unknown, ambiguous); 2 could not be answered;
              64 usage
            """)

    @Argument(help: ArgumentHelp("Township (may be omitted) and village.", valueName: "[township] village"))
    var names: [String] = []

    @Option(help: ArgumentHelp("One address line instead of names.", valueName: "address"))
    var address: String?

    @Option(help: ArgumentHelp("County code or name; else every county of the store.", valueName: "county"))
    var county: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let fault = words.fault { throw ValidationError(fault) }
    }

    func perform() throws {
        let question = try words.question()
        let history = try GradeLookup(common.access.openGeneration()).history(question)
        StandardStreams.write(common.renderer.render(history))
        if let offer = common.renderer.offer(of: history) { StandardStreams.complain(offer) }
        guard history.lookup.outcome == .found else { throw CommandEnd.no }
    }

    private var words: LookupWords {
        LookupWords(names: names, address: address, county: county, common: common.words)
    }
}

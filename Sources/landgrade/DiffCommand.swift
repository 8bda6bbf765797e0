import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeModel
import GradeStore
import SystemSupport

struct DiffCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed from one edition of the store to another.",
        discussion: """
            Villages that moved to another grade, came, went or were renamed (only where the
            new edition itself names the old spelling as an alias); townships; definitions
            and prices field by field; errata. --land-type and --township leave out what
            belongs to another one.

            EXAMPLES
              landgrade diff 430624-2025-1 430624-2027-3
              landgrade diff 430624-2025-1 430624-2027-3 --land-type 园地 --format csv

            EXIT STATUS
              As diff(1): 0 no differences; 1 differences; 2 trouble; 64 usage
            """)

    @Argument(help: ArgumentHelp("The edition to compare from, by its id.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The edition to compare to.", valueName: "new"))
    var new: String

    @Option(help: ArgumentHelp("Only this land type, and what belongs to none.", valueName: "type"))
    var landType: String?

    @Option(
        help: ArgumentHelp("Only this township, by its full name, and what belongs to none.", valueName: "township"))
    var township: String?

    @OptionGroup var common: CommonOptions

    func perform() throws {
        let access = common.access
        let (old, new) = (try id(old), try id(new))
        let landType = try access.landType(landType)
        let township = try township.map { try access.checked($0, .township) }
        let generation = try access.openGeneration()
        let (before, after) = (try edition(old, generation), try edition(new, generation))
        let comparison = try EditionComparison(from: before, to: after)
        if let township, !comparison.old.townships.contains(township), !comparison.new.townships.contains(township) {
            throw failure(.unknownTownship(township))
        }
        let shown = comparison.filtered(landType: landType, township: township)
        StandardStreams.write(common.renderer.render(shown))
        if !shown.changes.isEmpty { throw CommandEnd.no }
    }

    private func id(_ text: String) throws -> EditionID {
        guard let id = EditionID(text) else { throw common.access.refusal(.badEditionID(text)) }
        return id
    }

    private func edition(_ id: EditionID, _ generation: Generation) throws -> SourcedEdition {
        guard let held = try generation.storedEdition(id) else { throw failure(.unknownEdition(id)) }
        return held
    }

    private func failure(_ notice: Notice) -> CommandEnd { .failure(notice.sentence(in: language)) }
}

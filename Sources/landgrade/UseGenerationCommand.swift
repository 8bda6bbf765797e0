import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeStore
import SystemSupport

struct UseGenerationCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "use-generation",
        abstract: "Let the store answer from another of its generations.",
        discussion: """
            For going back by hand. The generation is read whole against its SHA-256 first,
            and a missing or damaged one is refused. What was learned of a feed stays: the
            next pull still takes no serial below the last one seen, and makes the next
            generation from what the feed lists then.

            EXAMPLES
              landgrade generations
              landgrade use-generation 7

            EXIT STATUS
              0 it is the current one; 2 refused, nothing was changed; 64 usage
            """)

    @Argument(help: ArgumentHelp("Its number, as generations shows it.", valueName: "number"))
    var number: String

    @OptionGroup var common: CommonOptions

    func perform() throws {
        guard let name = wholeNumber(number.utf8, digits: 8).flatMap(GenerationName.init(number:))
        else { throw common.access.refusal(.badGeneration(number)) }
        let folder = StoreFolder(try common.access.location().path)
        // Looked at before the lock is taken: taking it would make a folder where there is none.
        guard try folder.generations().contains(name) else { throw StoreError.noGeneration(number: name.number) }
        let moved = try StoreWriter(folder, indexing: .placeMatching).use(name)
        let notice = moved ? Notice.nowCurrent(generation: name.file) : .alreadyCurrent(generation: name.file)
        StandardStreams.write(line: notice.sentence(in: language))
    }
}

import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore

struct LookupCommand: ParsableCommand {
    static let name = "lookup"

    static let configuration = CommandConfiguration(
        commandName: name,
        // Parsed by itself, it has no completion options to look for: only the whole command has those.
        _superCommandName: "landgrade",
        abstract: "The grades of one village.",
        usage: """
            landgrade lookup [<township>] <village> [<options>]
            landgrade lookup --address <address> [<options>]
            """,
        discussion: """
            Names match exactly, by normal form (width, spaces, traditional
            characters, committee suffix), by alias, or by pinyin; the answer says by
            which. Near names are offered on standard error and never taken.

            EXAMPLES
              landgrade lookup 金龙镇 芙蓉村
              landgrade lookup 芙蓉村          where the county has one such village
              landgrade lookup jlz frc         initials, or jinlongzhen furongcun
              landgrade lookup --address 湘阴县金龙镇芙蓉村3组
              landgrade lookup --as-of 2025-06-30 --land-type forest 金龙镇 芙蓉村
            """)

    @Argument(help: ArgumentHelp("Township (may be omitted) and village.", valueName: "[township] village"))
    var names: [String] = []

    @Option(help: ArgumentHelp("One address line instead of names.", valueName: "address"))
    var address: String?

    @Option(help: ArgumentHelp("County code or name; else every county of the store.", valueName: "county"))
    var county: String?

    @Option(help: ArgumentHelp("园地 orchard, 林地 forest, 草地 grassland; else all.", valueName: "type"))
    var landType: String?

    @Option(help: ArgumentHelp("Answer by the edition in force on this day, YYYY-MM-DD.", valueName: "date"))
    var asOf: String?

    @Flag(help: "Answer with the label the document prints, not the grade held.")
    var asPrinted = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (address == nil) != names.isEmpty else {
            throw ValidationError("give a village, a township and a village, or --address")
        }
        guard names.count <= 2 else {
            throw ValidationError("too many names: give a township and a village (quote a name with spaces)")
        }
    }

    func run() throws {
        let question = Question(
            place: try place(), county: try county.map { try common.access.checked($0, .county) },
            landType: try common.access.landType(landType), asOf: try common.access.date(asOf), asPrinted: asPrinted)
        let generation = try common.access.openGeneration()
        let answer: Answer
        do {
            answer = try GradeLookup(generation).answer(question)
        } catch { throw common.access.fail(error) }
        StandardStreams.write(common.renderer.render(answer))
        if let offer = common.renderer.offer(of: answer) {
            StandardStreams.complain(offer)
        }
        guard answer.outcome == .found else { throw ExitCode(ExitStatus.no.rawValue) }
    }

    private func place() throws -> PlaceQuestion {
        if let address { return .address(try common.access.checked(address, .address)) }
        let village = try common.access.checked(names[names.count - 1], .village)
        return .names(
            township: names.count == 2 ? try common.access.checked(names[0], .township) : nil, village: village)
    }
}

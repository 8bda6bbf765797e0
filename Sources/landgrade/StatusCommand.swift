import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore
import SystemSupport

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Where the store is, what it holds, and how old its valuation dates are.",
        discussion: "EXAMPLES\n  landgrade status\n  landgrade status --format json")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let generation = try common.access.openGeneration()
        do {
            StandardStreams.write(common.renderer.render(try Listing(generation).report(today: .today)))
        } catch { throw common.access.fail(error) }
    }
}

import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore
import SystemSupport

struct StatusCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: .help(
            zh: "数据库的位置、内容，以及估价期日距今年数。",
            en: "Where the store is, what it holds, and how old its valuation dates are."),
        discussion: .help(zh: "示例", en: "EXAMPLES") + "\n  landgrade status\n  landgrade status --format json")

    @OptionGroup var common: CommonOptions

    func perform() throws {
        let generation = try common.access.openGeneration()
        StandardStreams.write(common.renderer.render(try Listing(generation).report(today: .today)))
    }
}

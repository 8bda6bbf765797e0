import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore
import SystemSupport

struct EditionsCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "editions",
        abstract: .help(
            zh: "库中的成果版本：文件、适用日期、内容、成果包校验值。",
            en: "The editions in the store: document, dates in force, contents, package hash."),
        discussion: .help(
            zh: "示例\n  landgrade editions\n  landgrade editions --county 430624 --format json",
            en: "EXAMPLES\n  landgrade editions\n  landgrade editions --county 430624 --format json"))

    @Option(
        help: ArgumentHelp(
            zh: "县代码或名称；不写则为库中各县。", en: "County code or name; else every county of the store.", value: .county))
    var county: String?

    @OptionGroup var common: CommonOptions

    func perform() throws {
        let county = try county.map { try common.access.checked($0, .county) }
        let generation = try common.access.openGeneration()
        let listing = Listing(generation)
        var rows: [EditionRow] = []
        if county == nil { rows = try listing.editions() }
        for known in county == nil ? [] : try listing.counties(county) { rows += try listing.editions(of: known) }
        if rows.isEmpty, let county {
            throw CommandEnd.no(Notice.unknownCounty(county).sentence(in: language))
        }
        StandardStreams.write(common.renderer.render(rows))
    }
}

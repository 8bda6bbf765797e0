import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore
import SystemSupport

struct DefineCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: .help(
            zh: "基准地价内涵：权利状况、使用年期、基本设施、估价期日。",
            en: "What the base price of a grade means: rights, term, infrastructure, valuation date."),
        discussion: .help(
            zh: "示例\n  landgrade define\n  landgrade define 林地",
            en: "EXAMPLES\n  landgrade define\n  landgrade define 林地"))

    @Argument(
        help: ArgumentHelp(
            zh: "园地、林地或草地；不写则为全部。", en: "园地 orchard, 林地 forest, 草地 grassland; else all.", value: .landType))
    var landType: String?

    @OptionGroup var scope: ListScope

    var common: CommonOptions { scope.common }

    func perform() throws {
        let landType = try scope.common.access.landType(landType)
        let rows = try scope.rows { listing, county, date throws(StoreError) in
            try listing.definitions(of: county, landType: landType, asOf: date)
        }
        if rows.isEmpty, let landType { throw scope.no(.notDefined(landType)) }
        StandardStreams.write(scope.common.renderer.render(rows))
    }
}

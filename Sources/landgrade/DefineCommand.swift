import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore
import SystemSupport

struct DefineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "What the base price of a grade means: rights, term, infrastructure, valuation date.",
        discussion: "EXAMPLES\n  landgrade define\n  landgrade define 林地")

    @Argument(help: ArgumentHelp("园地 orchard, 林地 forest, 草地 grassland; else all.", valueName: "land-type"))
    var landType: String?

    @OptionGroup var scope: ListScope

    func run() throws {
        let landType = try scope.common.access.landType(landType)
        let rows = try scope.rows { listing, county, date throws(StoreError) in
            try listing.definitions(of: county, landType: landType, asOf: date)
        }
        if rows.isEmpty, let landType { throw scope.no(scope.common.language.messages.notDefined(landType)) }
        StandardStreams.write(scope.common.renderer.render(rows))
    }
}

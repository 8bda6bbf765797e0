import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import GradeStore
import SystemSupport

struct ValueCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "value",
        abstract: "What the published base price comes to for an area of land.",
        usage: """
            landgrade value [<township>] <village> --land-type <type> --area <area>
            landgrade value --address <address> --land-type <type> --area <area>
            """,
        discussion: """
            The price as printed, each factor and the total, rounded once to 0.01 元. A
            base price times an area is no appraisal, and the answer says so. Where the
            grade is disputed, both are shown.

            EXAMPLES
              landgrade value 青山镇 松林村 --land-type 果园 --area 12.5亩
              landgrade value 松林村 --land-type 林地 --area 8333.3㎡ --format json
              landgrade value 青山镇 松林村 --land-type 果园 --area 1公顷 --years 20

            EXIT STATUS
              0 an amount; 1 there is none, and why (unknown place, no grade, no price,
              no rate); 2 could not be answered; 64 usage
            """)

    @Argument(help: ArgumentHelp("Township (may be omitted) and village.", valueName: "[township] village"))
    var names: [String] = []

    @Option(help: ArgumentHelp("One address line instead of names.", valueName: "address"))
    var address: String?

    @Option(help: ArgumentHelp("County code or name; else every county of the store.", valueName: "county"))
    var county: String?

    @Option(help: ArgumentHelp("A land type, or a kind of land that has a price: 果园.", valueName: "type"))
    var landType: String

    @Option(help: ArgumentHelp("With its unit: 12.5亩, 8333.3平方米, 1.2公顷, 8333.3m2.", valueName: "area"))
    var area: String

    @Option(help: ArgumentHelp("The years left, where the edition publishes a rate.", valueName: "years"))
    var years: Int?

    @Option(help: ArgumentHelp("By the edition in force on this day, YYYY-MM-DD.", valueName: "date"))
    var asOf: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if (address == nil) == names.isEmpty {
            throw ValidationError("give a village, a township and a village, or --address")
        }
        if names.count > 2 { throw ValidationError("too many names: give a township and a village") }
        if let years, !(1...999).contains(years) { throw ValidationError("--years takes a whole number from 1 to 999") }
    }

    func perform() throws {
        let access = common.access
        let area: LandArea
        do {
            area = try LandArea(self.area)
        } catch { throw access.refusal(.badArea(self.area, error)) }
        let place: PlaceQuestion =
            if let address {
                .address(try access.checked(address, .address))
            } else {
                .names(
                    township: names.count == 2 ? try access.checked(names[0], .township) : nil,
                    village: try access.checked(names[names.count - 1], .village))
            }
        let question = ValueQuestion(
            place: place, county: try county.map { try access.checked($0, .county) },
            landType: try access.checked(landType, .landType), area: area, years: years,
            asOf: try access.date(asOf))
        let answer = try GradeLookup(try access.openGeneration()).value(question)
        StandardStreams.write(common.renderer.render(answer))
        if let offer = common.renderer.offer(of: answer) { StandardStreams.complain(offer) }
        guard answer.outcome == .valued else { throw CommandEnd.no }
    }
}

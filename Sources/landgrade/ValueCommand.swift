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
        abstract: .help(
            zh: "按面积计算公布的基准地价合多少元。", en: "What the published base price comes to for an area of land."),
        usage: .help(
            zh: """
                landgrade value [<乡镇>] <村> --land-type <地类> --area <面积>
                landgrade value --address <地址> --land-type <地类> --area <面积>
                """,
            en: """
                landgrade value [<township>] <village> --land-type <type> --area <area>
                landgrade value --address <address> --land-type <type> --area <area>
                """),
        discussion: .help(
            zh: """
                列出文件所载价格、各项系数和合计，只在最后取到 0.01 元一次。基准地价乘以面积不是评估价，答复会注明。\
                级别待核的，两种级别的金额都列出。

                示例
                  landgrade value 青山镇 松林村 --land-type 果园 --area 12.5亩
                  landgrade value 松林村 --land-type 林地 --area 8333.3㎡ --format json
                  landgrade value 青山镇 松林村 --land-type 果园 --area 1公顷 --years 20

                退出状态
                  0 有金额；1 没有金额，并说明原因（查无此地、没有级别、没有价格、没有还原率）；2 无法答复；
                  64 命令行有误
                """,
            en: """
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
                """))

    @Argument(
        help: ArgumentHelp(zh: "乡镇（可省略）和村。", en: "Township (may be omitted) and village.", value: .names),
        completion: PlaceCompletion.places)
    var names: [String] = []

    @Option(help: ArgumentHelp(zh: "一行地址，代替名称。", en: "One address line instead of names.", value: .address))
    var address: String?

    @Option(
        help: ArgumentHelp(
            zh: "县代码或名称；不写则为库中各县。", en: "County code or name; else every county of the store.", value: .county))
    var county: String?

    @Option(
        help: ArgumentHelp(
            zh: "土地类型，或有价格的地类，如 果园。", en: "A land type, or a kind of land that has a price: 果园.", value: .landType))
    var landType: String

    @Option(
        help: ArgumentHelp(
            zh: "须带单位：12.5亩、8333.3平方米、1.2公顷、8333.3m2。", en: "With its unit: 12.5亩, 8333.3平方米, 1.2公顷, 8333.3m2.",
            value: .area))
    var area: String

    @Option(
        help: ArgumentHelp(
            zh: "剩余年数；只用于公布了还原率的成果版本。", en: "The years left, where the edition publishes a rate.",
            value: .init(zh: "年数", en: "years")))
    var years: Int?

    @Option(
        help: ArgumentHelp(
            zh: "按这一天适用的成果版本，如 2025-06-30。", en: "By the edition in force on this day, YYYY-MM-DD.", value: .date))
    var asOf: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if (address == nil) == names.isEmpty {
            throw ValidationError(
                zh: "请写村名、乡镇名和村名，或用 --address", en: "give a village, a township and a village, or --address")
        }
        if names.count > 2 {
            throw ValidationError(zh: "名称过多：请写乡镇名和村名", en: "too many names: give a township and a village")
        }
        if let years, !(1...999).contains(years) {
            throw ValidationError(zh: "--years 只能是 1 至 999 的整数", en: "--years takes a whole number from 1 to 999")
        }
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

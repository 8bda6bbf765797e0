import ArgumentParser
import CommandSupport
import SystemSupport

struct LookupCommand: CommonCommand {
    static let name = "lookup"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "The grades of one village, or of a township's.",
        usage: """
            landgrade lookup [<township>] <village> [<options>]
            landgrade lookup <township> [<options>]
            landgrade lookup --address <address> [<options>]
            """,
        discussion: """
            Names match exactly, by normal form (width, spaces, traditional
            characters, an office's suffix), by alias, without their ending where only
            one has that stem, with a county or township in front or a group behind, or
            by pinyin; the answer says by which. Near names are offered on standard
            error and never taken. A township alone lists its villages.

            EXAMPLES
              landgrade lookup 金龙镇 芙蓉村
              landgrade lookup 芙蓉村          where the county has one such village
              landgrade lookup 金龙 芙蓉       without endings
              landgrade lookup 金龙镇          all villages of the township
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
        if let fault = words.fault { throw ValidationError(fault) }
    }

    func perform() throws { try words.answer() }

    private var words: LookupWords {
        LookupWords(
            names: names, address: address, county: county, landType: landType, asOf: asOf, asPrinted: asPrinted,
            common: common.words)
    }
}

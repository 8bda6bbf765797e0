import ArgumentParser
import CommandSupport
import SystemSupport

struct LookupCommand: CommonCommand {
    static let name = "lookup"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: .help(zh: "查询一个村或一个乡镇各村的级别。", en: "The grades of one village, or of a township's."),
        usage: .help(
            zh: """
                landgrade lookup [<乡镇>] <村> [<选项>]
                landgrade lookup <乡镇> [<选项>]
                landgrade lookup --address <地址> [<选项>]
                """,
            en: """
                landgrade lookup [<township>] <village> [<options>]
                landgrade lookup <township> [<options>]
                landgrade lookup --address <address> [<options>]
                """),
        discussion: .help(
            zh: """
                名称可以完全一致，也可以是通行写法（全角半角、空格、繁体字、村委会等后缀）、别名、不带后缀而只有一处\
                符合的名称、带县或乡镇名或村民小组的写法，以及拼音；答复注明按哪一种匹配。相近的名称只在标准错误输出中\
                提示，绝不代为选用。只写乡镇名时，列出全乡镇各村。

                示例
                  landgrade lookup 金龙镇 芙蓉村
                  landgrade lookup 芙蓉村          全县只有一个同名村时
                  landgrade lookup 金龙 芙蓉       省略后缀
                  landgrade lookup 金龙镇          全乡镇各村
                  landgrade lookup jlz frc         拼音首字母，或 jinlongzhen furongcun
                  landgrade lookup --address 湘阴县金龙镇芙蓉村3组
                  landgrade lookup --as-of 2025-06-30 --land-type 林地 金龙镇 芙蓉村
                """,
            en: """
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
            zh: "园地、林地或草地；不写则为全部。", en: "园地 orchard, 林地 forest, 草地 grassland; else all.", value: .landType))
    var landType: String?

    @Option(
        help: ArgumentHelp(
            zh: "按这一天适用的成果版本答复，如 2025-06-30。", en: "Answer by the edition in force on this day, YYYY-MM-DD.",
            value: .date))
    var asOf: String?

    @Flag(
        help: ArgumentHelp(
            zh: "按文件印刷的级别答复，不按所持级别。", en: "Answer with the label the document prints, not the grade held."))
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

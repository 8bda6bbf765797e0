import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeModel
import SystemSupport

struct HistoryCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: .help(
            zh: "一个村在本县各成果版本中的级别。", en: "The grades of one village in every edition of its county."),
        usage: .help(
            zh: """
                landgrade history [<乡镇>] <村> [<选项>]
                landgrade history --address <地址> [<选项>]
                """,
            en: """
                landgrade history [<township>] <village> [<options>]
                landgrade history --address <address> [<options>]
                """),
        discussion: .help(
            zh: """
                先按 lookup 的规则认出这个村，再在各成果版本中分别查找其名称，并注明按哪一条规则查得；某版没有的，\
                注明本版未列。更名的村，只在某一版列有别名时才前后相连。

                示例
                  landgrade history 金龙镇 芙蓉村
                  landgrade history 芙蓉村 --format csv
                """,
            en: """
                The place is found as by lookup. Its name is then looked for in each edition by
                itself, by the same rules, and the answer says by which; an edition without it
                says so. A village that was renamed is followed where an edition names the
                other spelling as an alias.

                EXAMPLES
                  landgrade history 金龙镇 芙蓉村
                  landgrade history 芙蓉村 --format csv
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

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let fault = words.fault { throw ValidationError(fault) }
    }

    func perform() throws {
        let question = try words.question()
        let history = try GradeLookup(common.access.openGeneration()).history(question)
        StandardStreams.write(common.renderer.render(history))
        if let offer = common.renderer.offer(of: history) { StandardStreams.complain(offer) }
        guard history.lookup.outcome == .found else { throw CommandEnd.no }
    }

    private var words: LookupWords {
        LookupWords(names: names, address: address, county: county, common: common.words)
    }
}

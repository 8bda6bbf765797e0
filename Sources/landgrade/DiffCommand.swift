import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeModel
import GradeStore
import SystemSupport

struct DiffCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: .help(zh: "库中两个成果版本之间的变化。", en: "What changed from one edition of the store to another."),
        discussion: .help(
            zh: """
                逐村列出级别的变化，以及新增、减少、更名的村（只有新版本自己把旧名列为别名的，才算更名）；乡镇的变化；\
                内涵和价格的逐项变化；勘误的变化。--land-type 和 --township 略去属于其他地类或乡镇的内容。

                示例
                  landgrade diff 430624-2025-1 430624-2027-3
                  landgrade diff 430624-2025-1 430624-2027-3 --land-type 园地 --format csv

                退出状态
                  同 diff(1)：0 没有不同；1 有不同；2 无法比较；64 命令行有误
                """,
            en: """
                Villages that moved to another grade, came, went or were renamed (only where the
                new edition itself names the old spelling as an alias); townships; definitions
                and prices field by field; errata. --land-type and --township leave out what
                belongs to another one.

                EXAMPLES
                  landgrade diff 430624-2025-1 430624-2027-3
                  landgrade diff 430624-2025-1 430624-2027-3 --land-type 园地 --format csv

                EXIT STATUS
                  As diff(1): 0 no differences; 1 differences; 2 trouble; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "原成果版本的编号。", en: "The edition to compare from, by its id.", value: .old))
    var old: String

    @Argument(help: ArgumentHelp(zh: "新成果版本的编号。", en: "The edition to compare to.", value: .new))
    var new: String

    @Option(
        help: ArgumentHelp(
            zh: "只看这一土地类型，以及不分地类的内容。", en: "Only this land type, and what belongs to none.", value: .landType))
    var landType: String?

    @Option(
        help: ArgumentHelp(
            zh: "只看这一乡镇（写全称），以及不分乡镇的内容。",
            en: "Only this township, by its full name, and what belongs to none.", value: .township),
        completion: PlaceCompletion.townships)
    var township: String?

    @OptionGroup var common: CommonOptions

    func perform() throws {
        let access = common.access
        let (old, new) = (try id(old), try id(new))
        let landType = try access.landType(landType)
        let township = try township.map { try access.checked($0, .township) }
        let generation = try access.openGeneration()
        let (before, after) = (try edition(old, generation), try edition(new, generation))
        let comparison = try EditionComparison(from: before, to: after)
        if let township, !comparison.old.townships.contains(township), !comparison.new.townships.contains(township) {
            let known = Set(comparison.old.townships).union(comparison.new.townships)
            throw CommandEnd.failure(
                try access.unknown(township: township, county: after.edition.county.code, among: known))
        }
        let shown = comparison.filtered(landType: landType, township: township)
        StandardStreams.write(common.renderer.render(shown))
        if !shown.changes.isEmpty { throw CommandEnd.no }
    }

    private func id(_ text: String) throws -> EditionID {
        guard let id = EditionID(text) else { throw common.access.refusal(.badEditionID(text)) }
        return id
    }

    private func edition(_ id: EditionID, _ generation: Generation) throws -> SourcedEdition {
        guard let held = try generation.storedEdition(id) else { throw failure(.unknownEdition(id)) }
        return held
    }

    private func failure(_ notice: Notice) -> CommandEnd { .failure(notice.sentence(in: language)) }
}

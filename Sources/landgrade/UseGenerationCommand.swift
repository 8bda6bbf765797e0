import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeLookup
import GradeStore
import SystemSupport

struct UseGenerationCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "use-generation",
        abstract: .help(zh: "让数据库改用另一数据批次应答。", en: "Let the store answer from another of its generations."),
        discussion: .help(
            zh: """
                用于手工退回。先完整读取该批次并核对 SHA-256，缺失或损坏的不予采用。已知的发布源情况不变：下次更新仍不接受\
                低于已见序号的清单，并按届时的清单生成下一批次。

                示例
                  landgrade generations
                  landgrade use-generation 7

                退出状态
                  0 已是当前批次；2 未采用，没有任何改动；64 命令行有误
                """,
            en: """
                For going back by hand. The generation is read whole against its SHA-256 first,
                and a missing or damaged one is refused. What was learned of a feed stays: the
                next pull still takes no serial below the last one seen, and makes the next
                generation from what the feed lists then.

                EXAMPLES
                  landgrade generations
                  landgrade use-generation 7

                EXIT STATUS
                  0 it is the current one; 2 refused, nothing was changed; 64 usage
                """))

    @Argument(
        help: ArgumentHelp(
            zh: "批次编号，见 generations 的输出。", en: "Its number, as generations shows it.",
            value: .init(zh: "编号", en: "number")))
    var number: String

    @OptionGroup var common: CommonOptions

    func perform() throws {
        guard let name = wholeNumber(number.utf8, digits: 8).flatMap(GenerationName.init(number:))
        else { throw common.access.refusal(.badGeneration(number)) }
        let folder = StoreFolder(try common.access.location().path)
        // Looked at before the lock is taken: taking it would make a folder where there is none.
        try folder.require(name)
        let moved = try StoreWriter(folder, indexing: .placeMatching).use(name)
        let notice = moved ? Notice.nowCurrent(generation: name.file) : .alreadyCurrent(generation: name.file)
        StandardStreams.write(line: notice.sentence(in: language))
    }
}

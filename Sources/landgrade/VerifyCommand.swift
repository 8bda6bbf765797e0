import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeStore
import SystemSupport

struct VerifyCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: .help(
            zh: "以 SHA-256 核对当前数据批次的整个文件。", en: "Check the current generation's whole file against its SHA-256."),
        discussion: .help(
            zh: "示例\n  landgrade verify\n\n退出状态\n  0 完好；2 有改动，或没有可核对的校验值",
            en: "EXAMPLES\n  landgrade verify\n\nEXIT STATUS\n  0 intact; 2 changed, or nothing to verify against"))

    @OptionGroup var common: CommonOptions

    func perform() throws {
        let folder = StoreFolder(try common.access.location().path)
        let name = try folder.current()
        let found = try folder.verify(name)
        let sentence = found.sentence(of: name, in: language)
        guard found.isIntact else { throw CommandEnd.failure(sentence) }
        StandardStreams.write(line: sentence)
    }
}

import AnswerRendering
import ArgumentParser
import CommandSupport
import GradeModel
import GradeStore
import SystemPackage
import SystemSupport

struct GenerationsCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "generations",
        abstract: .help(
            zh: "数据库的各数据批次：生成时间、内容、是否完好。",
            en: "The generations of the store: when made, what is in them, whether intact."),
        discussion: .help(
            zh: """
                每个文件都完整读取，与生成时记下的 SHA-256 核对。

                示例
                  landgrade generations
                  landgrade generations --format json

                退出状态
                  0 全部完好；1 有的不完好；2 没有数据库；64 命令行有误
                """,
            en: """
                Each file is read whole against the SHA-256 noted when it was made.

                EXAMPLES
                  landgrade generations
                  landgrade generations --format json

                EXIT STATUS
                  0 all intact; 1 one is not; 2 no store; 64 usage
                """))

    @OptionGroup var common: CommonOptions

    func perform() throws {
        let folder = StoreFolder(try common.access.location().path)
        let rows = try folder.generationRows()
        guard !rows.isEmpty else { throw StoreError.missing(path: folder.path.string) }
        StandardStreams.write(common.renderer.render(rows))
        if rows.contains(where: { $0.state != .intact }) { throw CommandEnd.no }
    }
}

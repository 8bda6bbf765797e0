import AnswerRendering
import ArgumentParser
import CommandSupport
import EditionPackage
import GradeStore
import GradeLookup
import SystemPackage
import SystemSupport

struct InitCommand: CommonCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: .help(zh: "用内置的成果版本建立数据库。", en: "Make a store from the editions that are compiled in."),
        discussion: .help(
            zh: """
                第一次查询时会自动建立；但指定了数据库文件夹的除外：路径可能写错，所以没有数据库时报错。

                示例
                  landgrade init --store /srv/landgrade
                """,
            en: """
                The first question does this by itself, except where the store's folder was
                named: then a missing store is an error, because the path may be misspelt.

                EXAMPLES
                  landgrade init --store /srv/landgrade
                """))

    @OptionGroup var common: CommonOptions

    func perform() throws {
        let folder = StoreFolder(try common.access.location().path)
        let path = folder.path.string
        let isMade = try BuiltInEditions.build(folder)
        let notice = isMade ? Notice.storeMade(path: path) : .storeExists(path: path)
        StandardStreams.write(line: notice.sentence(in: language))
    }
}

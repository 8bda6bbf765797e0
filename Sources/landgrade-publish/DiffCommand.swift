import AnswerRendering
import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import SystemPackage
import SystemSupport

struct DiffCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: .help(zh: "两个成果包之间的变化。", en: "What changed from one edition package to another."),
        discussion: .help(
            zh: """
                逐村列出级别的变化，以及新增、减少、更名的村（只有新版本自己把旧名列为别名的，才算更名）；乡镇的变化；\
                内涵和价格的逐项变化；勘误的变化。

                示例
                  landgrade-publish diff 430624-2025-1 430624-2027-3
                  landgrade-publish diff packages/old packages/corrected --format csv

                退出状态
                  同 diff(1)：0 没有不同；1 有不同；2 无法比较；64 命令行有误
                """,
            en: """
                Villages that moved to another grade, came, went or were renamed (only where the
                new edition itself names the old spelling as an alias); townships; definitions
                and prices field by field; errata.

                EXAMPLES
                  landgrade-publish diff 430624-2025-1 430624-2027-3
                  landgrade-publish diff packages/old packages/corrected --format csv

                EXIT STATUS
                  As diff(1): 0 no differences; 1 differences; 2 trouble; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "原成果包的文件夹。", en: "The folder of the package to compare from.", value: .old))
    var old: String

    @Argument(help: ArgumentHelp(zh: "新成果包的文件夹。", en: "The folder of the package to compare to.", value: .new))
    var new: String

    @OptionGroup var formatOption: AnswerFormatOption
    @OptionGroup var languageOption: LanguageOption

    func perform() throws {
        let (old, new) = (try package(old), try package(new))
        let comparison = try EditionComparison(from: old, to: new)
        let renderer = AnswerRenderer(format: formatOption.value, language: language)
        StandardStreams.write(renderer.render(comparison))
        if !comparison.changes.isEmpty { throw CommandEnd.no }
    }

    private func package(_ folder: String) throws -> SourcedEdition {
        do throws(PackageError) {
            return try EditionPackage.read(try EditionFiles(folder: FilePath(folder)), origin: .unsigned)
        } catch { throw language.failure(folder, error) }
    }
}

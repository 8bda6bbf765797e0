import ArgumentParser
import CommandSupport
import EditionPackage
import EditionPublishing
import GazetteImport
import GradeModel
import SystemPackage
import SystemSupport

struct CheckCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: .help(zh: "核查成果包。", en: "Audit an edition package."),
        discussion: .help(
            zh: """
                完整读取成果包（校验值、每个单元格、每处引用），再找出需要人看的地方：乡镇次序不对、级别与乡镇整体规定不符、\
                可能互为误印的名称、没有表的土地类型、尚未处理的勘误。不作任何改动。

                示例
                  landgrade-publish check 430624-2025-1
                  landgrade-publish check 430624-2025-1 --format json

                退出状态
                  0 没有发现问题，或只有提示；1 有需要人看的地方；2 无法读取；64 命令行有误
                """,
            en: """
                Reads the package whole (hashes, every cell, every reference), then looks for \
                what a person should see: townships out of order, labels against township \
                passes, names that may be misprints of one another, land types without a \
                table, errata still open. Nothing is changed.

                EXAMPLES
                  landgrade-publish check 430624-2025-1
                  landgrade-publish check 430624-2025-1 --format json

                EXIT STATUS
                  0 clean, or notes only; 1 findings that need a person; 2 unreadable; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "成果包的文件夹。", en: "The folder of the package.", value: .folder))
    var folder: String

    @Option(
        help: ArgumentHelp(
            zh: "全县村名表（CSV）：其中有的就是村名。", en: "All villages of the county, CSV: what it holds is a name.", value: .file))
    var places: String?

    @OptionGroup var formatOption: ReportFormatOption

    @OptionGroup var languageOption: LanguageOption

    func perform() throws {
        do {
            let sourced = try EditionPackage.read(try EditionFiles(folder: FilePath(folder)), origin: .unsigned)
            let list = try places.map { try ClosedList(file: $0, language) }
            let audit = Audit(sourced.edition, places: list?.places)
            let report = PackageReport(
                sourced.edition, sha256: sourced.packageSHA256, findings: audit.findings, language)
            StandardStreams.write(report.rendered(formatOption.format).utf8)
            if audit.needsPerson { throw CommandEnd.no }
        } catch let error as PackageError {
            throw language.failure(folder, error)
        }
    }
}

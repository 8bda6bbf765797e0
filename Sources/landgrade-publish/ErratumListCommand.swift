import AnswerRendering
import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import StrictJSON
import SystemPackage
import SystemSupport

struct ErratumListCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .help(
            zh: "列出成果包的勘误及各自涉及的条目数。", en: "The errata of a package, and how many entries each is about."),
        discussion: .help(
            zh: """
                示例
                  landgrade-publish erratum list 430624-2025-1
                  landgrade-publish erratum list 430624-2025-1 --format json

                退出状态
                  0 全部已处理；1 有拟议的；2 无法读取；64 命令行有误
                """,
            en: """
                EXAMPLES
                  landgrade-publish erratum list 430624-2025-1
                  landgrade-publish erratum list 430624-2025-1 --format json

                EXIT STATUS
                  0 all decided; 1 some are proposed; 2 unreadable; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "成果包的文件夹。", en: "The folder of the package.", value: .folder))
    var folder: String

    @OptionGroup var formatOption: ReportFormatOption
    @OptionGroup var languageOption: LanguageOption

    func perform() throws {
        let edition: Edition
        do throws(PackageError) {
            edition = try EditionPackage.read(try EditionFiles(folder: FilePath(folder)), origin: .unsigned).edition
        } catch { throw language.failure(folder, error) }
        switch formatOption.format {
        case .text: for erratum in edition.errata { write(erratum, edition) }
        case .json:
            let root: JSONValue = ["errata": .array(edition.errata.map { json($0, edition) })]
            StandardStreams.write((root.text(pretty: true) + "\n").utf8)
        }
        if edition.errata.contains(where: { $0.status == .proposed }) { throw CommandEnd.no }
    }

    private func entries(_ erratum: Erratum, _ edition: Edition) -> Int {
        edition.grades.count { $0.erratum == erratum.id }
    }

    private func write(_ erratum: Erratum, _ edition: Edition) {
        let count = entries(erratum, edition)
        let status = language.pick(zh: Language.zh.word(erratum.status), en: "\(erratum.status.rawValue)")
        StandardStreams.write(
            line: language.pick(
                zh: "\(erratum.id) \(status)，\(count) 条",
                en: "\(erratum.id) \(status), \(count) \(count == 1 ? "entry" : "entries")"))
        StandardStreams.write(
            line: language.pick(zh: "  所印：\(erratum.printed)", en: "  printed: \(erratum.printed)"))
        StandardStreams.write(line: language.pick(zh: "  所持：\(erratum.held)", en: "  held: \(erratum.held)"))
        StandardStreams.write(
            line: language.pick(zh: "  依据：\(erratum.evidence)", en: "  evidence: \(erratum.evidence)"))
    }

    private func json(_ erratum: Erratum, _ edition: Edition) -> JSONValue {
        [
            "id": .string(erratum.id), "status": .string(erratum.status.rawValue),
            "entries": .integer(entries(erratum, edition)), "printed": .string(erratum.printed),
            "held": .string(erratum.held), "evidence": .string(erratum.evidence),
        ]
    }
}

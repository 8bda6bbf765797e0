import AnswerRendering
import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import SystemPackage
import SystemSupport

struct ErratumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erratum",
        abstract: .help(zh: "列出成果包的勘误；确认或否决。", en: "List the errata of a package; confirm or reject one."),
        discussion: .help(
            zh: """
                勘误说明文件所印与成果包所载不同。在持有原件的人作出决定之前，为拟议勘误。

                示例
                """,
            en: """
                An erratum says that what a document prints and what its package holds differ.
                It is proposed until a person with the printed document decides.

                EXAMPLES
                """) + """

                  landgrade-publish erratum list 430624-2025-1
                  landgrade-publish erratum confirm E1 --evidence '核对公报原件第8页' \\
                    430624-2025-1
                """,
        subcommands: [ErratumListCommand.self, ErratumConfirmCommand.self, ErratumRejectCommand.self])
}

struct ErratumConfirmCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: .help(zh: "确认勘误：以成果包所载为准。", en: "What is held stands."),
        discussion: .help(
            zh: """
                状态改为已确认，并在依据后面加上所写内容。有关条目保留所持级别，不再是级别待核；答复仍列出印刷的级别和\
                勘误。成果包重新封装，要么全部完成，要么没有改动。

                示例
                  landgrade-publish erratum confirm E1 --evidence '核对公报原件第8页' \\
                    430624-2025-1

                退出状态
                  0 已确认；2 未确认，没有任何改动；64 命令行有误
                """,
            en: """
                Sets the status to confirmed and puts the evidence behind what is there. The
                entries keep the grade held and are in dispute no more; answers go on showing
                the printed label and the erratum. The package is sealed anew, whole or not at
                all.

                EXAMPLES
                  landgrade-publish erratum confirm E1 --evidence '核对公报原件第8页' \\
                    430624-2025-1

                EXIT STATUS
                  0 confirmed; 2 refused, nothing was changed; 64 usage
                """))

    @OptionGroup var decision: DecisionOptions
    @OptionGroup var languageOption: LanguageOption

    func perform() throws { try decision.decide(.confirmed, language) }
}

struct ErratumRejectCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: .help(zh: "否决勘误：以文件所印为准。", en: "What the document prints stands."),
        discussion: .help(
            zh: """
                状态改为已否决，并在依据后面加上所写内容。有关条目恢复为印刷的级别，或该行印刷的名称，仍注明勘误。成果包\
                重新封装，要么全部完成，要么没有改动。

                示例
                  landgrade-publish erratum reject E1 \\
                    --evidence '核对公报原件第8页，确为二级' 430624-2025-1

                退出状态
                  0 已否决；2 未否决，没有任何改动；64 命令行有误
                """,
            en: """
                Sets the status to rejected and puts the evidence behind what is there. The
                entries go back to the printed grade, or to the name printed in their row, and
                go on naming the erratum. The package is sealed anew, whole or not at all.

                EXAMPLES
                  landgrade-publish erratum reject E1 \\
                    --evidence '核对公报原件第8页，确为二级' 430624-2025-1

                EXIT STATUS
                  0 rejected; 2 refused, nothing was changed; 64 usage
                """))

    @OptionGroup var decision: DecisionOptions
    @OptionGroup var languageOption: LanguageOption

    func perform() throws { try decision.decide(.rejected, language) }
}

/// Which erratum, by which evidence, in which package.
struct DecisionOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            zh: "勘误编号，同 errata.csv，如 E1。", en: "The erratum, as errata.csv numbers it: E1.",
            value: .init(zh: "编号", en: "id")))
    var id: String

    @Option(
        help: ArgumentHelp(
            zh: "依据：何人在何处看到什么；用中文，与成果包一致。", en: "What a person saw, and where; in Chinese, as the package is.",
            value: .init(zh: "文字", en: "text")))
    var evidence: String

    @Argument(help: ArgumentHelp(zh: "成果包的文件夹。", en: "The folder of the package.", value: .folder))
    var folder: String

    func decide(_ decision: ErratumDecision, _ language: Language) throws {
        do {
            let path = FilePath(folder)
            let files = try EditionPackage.deciding(
                id, decision, evidence: evidence, in: try EditionFiles(folder: path))
            let sourced = try EditionPackage.read(files, origin: .unsigned)
            try files.replace(in: path)
            let entries = sourced.edition.grades.count { $0.erratum == id }
            let disputed = sourced.edition.grades.count(where: Disputes(sourced.edition.errata).contains)
            let status = language.pick(zh: Language.zh.word(decision.status), en: "\(decision.status.rawValue)")
            let lines = [
                language.pick(
                    zh: "\(id) \(status)：\(entries) 条",
                    en: "\(id) \(status): \(entries) \(entries == 1 ? "entry" : "entries")"),
                language.pick(zh: "仍为级别待核：\(disputed) 条", en: "in dispute still: \(disputed)"),
                language.sealed(folder, sourced.packageSHA256),
            ]
            for line in lines { StandardStreams.write(line: line) }
        } catch let error as any Worded { throw language.failure(folder, error) }
    }
}

import ArgumentParser
import CommandSupport
import SystemSupport

/// `landgrade-publish`: makes edition packages from gazettes, audits and compares them, settles their errata, signs feeds.
@main struct LandgradePublish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "landgrade-publish",
        abstract: .help(
            zh: "制作、核查成果包，并作为带签名的发布源发布。",
            en: "Make and audit edition packages, and publish them as a signed feed."),
        discussion: .help(
            zh: """
                示例
                  landgrade-publish import gazette.txt --county 430624 --out 430624-2025-1
                  landgrade-publish check 430624-2025-1
                  landgrade-publish diff 430624-2025-1 430624-2027-3
                  landgrade-publish erratum confirm E1 --evidence '核对原件第8页' \\
                    430624-2025-1
                  landgrade-publish seal 430624-2025-1
                  landgrade-publish feed build 430624-2025-1 --out feed --key bureau \\
                    --expires 2027-03-01

                退出状态
                  0 已完成；check 没有发现问题，或只有提示
                  1 check 有需要人看的地方；diff 有不同
                  2 公报或成果包无法读取，或成果包无法写入
                  64 命令行有误
                """,
            en: """
                EXAMPLES
                  landgrade-publish import gazette.txt --county 430624 --out 430624-2025-1
                  landgrade-publish check 430624-2025-1
                  landgrade-publish diff 430624-2025-1 430624-2027-3
                  landgrade-publish erratum confirm E1 --evidence '核对原件第8页' \\
                    430624-2025-1
                  landgrade-publish seal 430624-2025-1
                  landgrade-publish feed build 430624-2025-1 --out feed --key bureau \\
                    --expires 2027-03-01

                EXIT STATUS
                  0 done; for check: clean, or notes only
                  1 check has findings that need a person; diff has differences
                  2 the gazette or the package can't be read, or the package can't be written
                  64 usage
                """),
        version: Version.text,
        subcommands: [
            ImportCommand.self, TemplateCommand.self, CheckCommand.self, DiffCommand.self, ErratumCommand.self,
            SealCommand.self,
            FeedCommand.self,
        ])

    static func main() {
        StandardStreams.ignoreWriteSignals()
        begin(ArgumentText.required())
    }
}

let program = Program("landgrade-publish")

/// A command of this program.
protocol PublishCommand: ProgramCommand {
    var languageOption: LanguageOption { get }
}

extension PublishCommand {
    var program: Program { landgrade_publish.program }

    var language: Language { languageOption.language }
}

extension Language {
    /// What is said of a file: its name as it was given, and a sentence.
    func about(_ file: String, _ sentence: Sentence) -> Sentence {
        pick(zh: "\(file)：\(sentence)", en: "\(file): \(sentence)")
    }

    /// That a package is whole again, by its hash.
    func sealed(_ folder: String, _ hash: String) -> Sentence {
        pick(zh: "\(folder) 已封装：\(hash)", en: "\(folder) sealed: \(hash)")
    }

    /// The failure of a command at one of its files.
    func failure(_ file: String, _ error: some Worded) -> CommandEnd {
        .failure(about(file, error.sentence(in: self)))
    }
}

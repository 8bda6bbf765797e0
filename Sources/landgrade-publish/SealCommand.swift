import ArgumentParser
import CommandSupport
import EditionPackage
import GradeModel
import SystemPackage
import SystemSupport

struct SealCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: .help(
            zh: "手工改动后，重新计算大小、校验值并封装。", en: "Make sizes, hashes and seal anew after a change by hand."),
        discussion: .help(
            zh: """
                只改写 datapackage.json。读不通的成果包不予封装，保持原样。与其他表放在一起的 prices.csv 一并收入。

                示例
                  landgrade-publish seal 430624-2025-1

                退出状态
                  0 已封装，或无须封装；2 不予封装；64 命令行有误
                """,
            en: """
                Rewrites datapackage.json and nothing else. A package that does not read is
                refused and stays as it is. A prices.csv put beside the other tables is taken
                up.

                EXAMPLES
                  landgrade-publish seal 430624-2025-1

                EXIT STATUS
                  0 sealed, or nothing to do; 2 refused; 64 usage
                """))

    @Argument(help: ArgumentHelp(zh: "成果包的文件夹。", en: "The folder of the package.", value: .folder))
    var folder: String

    @OptionGroup var languageOption: LanguageOption

    func perform() throws {
        do {
            let path = FilePath(folder)
            let files = try EditionFiles(folder: path)
            let sealed = try EditionPackage.seal(files)
            let sourced = try EditionPackage.read(sealed, origin: .unsigned)
            if sealed == files {
                StandardStreams.write(line: language.pick(zh: "\(folder) 已经封装", en: "\(folder) is sealed already"))
                return
            }
            try sealed.replaceDescriptor(in: path)
            StandardStreams.write(line: language.sealed(folder, sourced.packageSHA256))
        } catch { throw language.failure(folder, error) }
    }
}

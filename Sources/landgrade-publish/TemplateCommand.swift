import ArgumentParser
import CommandSupport
import SystemSupport

struct TemplateCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: .help(
            zh: "写出空白的核对工作簿，照纸质文件填写。", en: "Write an empty review workbook, to be filled from paper."),
        discussion: .help(
            zh: """
                照印刷的文件填写工作表“引用”“内涵”“级别”“地价”，然后导入工作簿。

                示例
                  landgrade-publish template --out 成果模板.xlsx
                  landgrade-publish import 成果模板.xlsx --out 430698-2024-8

                退出状态
                  0 已写成；2 无法写入，或已有此文件；64 命令行有误
                """,
            en: """
                Fill the sheets 引用, 内涵, 级别 and 地价 from the printed document, then
                import the workbook.

                EXAMPLES
                  landgrade-publish template --out 成果模板.xlsx
                  landgrade-publish import 成果模板.xlsx --out 430698-2024-8

                EXIT STATUS
                  0 written; 2 it can't be written, or is there already; 64 usage
                """))

    @Option(help: ArgumentHelp(zh: "要写出的工作簿；不能已经存在。", en: "The workbook to write; it must be new.", value: .file))
    var out: String

    @OptionGroup var languageOption: LanguageOption

    func perform() throws { try ReviewFile.write(nil, to: out, language) }
}

import ArgumentParser
import CommandSupport
import SystemSupport

struct TemplateCommand: PublishCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Write an empty review workbook, to be filled from paper.",
        discussion: """
            Fill the sheets 引用, 内涵, 级别 and 地价 from the printed document, then import the workbook.

            EXAMPLES
              landgrade-publish template --out 成果模板.xlsx
              landgrade-publish import 成果模板.xlsx --out 430698-2024-8

            EXIT STATUS
              0 written; 2 it can't be written, or is there already; 64 usage
            """)

    @Option(help: ArgumentHelp("The workbook to write; it must be new.", valueName: "file"))
    var out: String

    @OptionGroup var languageOption: LanguageOption

    var language: Language { languageOption.language }

    func perform() throws { try ReviewFile.write(nil, to: out, language) }
}

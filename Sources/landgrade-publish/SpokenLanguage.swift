import AnswerRendering
import ArgumentParser
import CommandSupport
import TabularText
import SystemSupport

/// In which language a command speaks: by `--lang`, else by locale.
struct SpokenLanguage: ParsableArguments {
    @Option(help: ArgumentHelp("zh or en: the language of the text; else by locale.", valueName: "lang"))
    var lang: String?

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang takes zh or en") }
    }

    var language: Language { lang.flatMap(Language.init(rawValue:)) ?? Language(locale: Environment.messageLocale) }

    /// One of the two.
    func said(_ chinese: String, _ english: String) -> String { language == .zh ? chinese : english }

    func said(_ remark: TableRemark) -> String { said(remark.chinese, remark.english) }

    /// Between the name of a file and what is said of it.
    var colon: String { said("：", ": ") }
}

import AnswerRendering
import ArgumentParser
import CommandSupport

/// What every question has: where the store is, how the answer is written.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Store folder; else LANDGRADE_STORE, else ~/.local/share/landgrade.", valueName: "folder"))
    var store: String?

    @Option(help: ArgumentHelp("text, json or csv.", valueName: "format"))
    var format: String?

    @Option(
        help: ArgumentHelp("zh or en: the language of the text around the data; else by locale.", valueName: "lang"))
    var lang: String?

    /// Texts and not enums above: each further type that ArgumentParser meets is one more search at start-up.
    func validate() throws {
        if let format, OutputFormat(rawValue: format) == nil {
            throw ValidationError("--format takes text, json or csv")
        }
        if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang takes zh or en") }
    }

    var outputFormat: OutputFormat { format.flatMap(OutputFormat.init(rawValue:)) ?? .text }

    var language: Language {
        lang.flatMap(Language.init(rawValue:)) ?? Language(locale: Environment.messageLocale)
    }

    var renderer: AnswerRenderer { AnswerRenderer(format: outputFormat, language: language) }

    /// The store and the language, apart from how ArgumentParser came to them.
    var access: StoreAccess { StoreAccess(store: store, language: language) }
}

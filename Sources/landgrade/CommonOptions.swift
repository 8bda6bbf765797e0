import AnswerRendering
import ArgumentParser
import CommandSupport
import SystemSupport

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
        if let fault = words.fault { throw ValidationError(fault) }
    }

    var words: CommonWords { CommonWords(store: store, format: format, lang: lang) }

    var language: Language { words.language }
    var renderer: AnswerRenderer { words.renderer }
    var access: StoreAccess { words.access }
}

/// The values of `CommonOptions`, however they were read from the command line.
struct CommonWords {
    var store, format, lang: String?

    /// What is wrong with them, as a sentence.
    var fault: String? {
        if let format, OutputFormat(rawValue: format) == nil { return "--format takes text, json or csv" }
        if let lang, Language(rawValue: lang) == nil { return "--lang takes zh or en" }
        return nil
    }

    var language: Language {
        lang.flatMap(Language.init(rawValue:)) ?? Language(locale: Environment.messageLocale)
    }

    var renderer: AnswerRenderer {
        AnswerRenderer(format: format.flatMap(OutputFormat.init(rawValue:)) ?? .text, language: language)
    }

    var access: StoreAccess { StoreAccess(store: store, language: language) }
}

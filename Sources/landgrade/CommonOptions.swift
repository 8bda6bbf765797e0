import AnswerRendering
import ArgumentParser
import CommandSupport
import SystemSupport

/// What every question has: where the store is, how the answer is written.
struct CommonOptions: ParsableArguments {
    @OptionGroup private var storeOption: StoreOption
    @OptionGroup private var formatOption: AnswerFormatOption
    @OptionGroup private var languageOption: LanguageOption

    var words: CommonWords {
        CommonWords(store: storeOption.store, format: formatOption.format, lang: languageOption.lang)
    }

    var language: Language { languageOption.language }
    var renderer: AnswerRenderer { words.renderer }
    var access: StoreAccess { words.access }
}

/// The values of `CommonOptions`, however they were read from the command line.
struct CommonWords {
    var store, format, lang: String?

    /// What is wrong with them, as a sentence.
    var fault: Remark? { AnswerFormatOption.fault(format) ?? LanguageOption.fault(lang) }

    var language: Language { LanguageOption.language(lang) }

    var renderer: AnswerRenderer { AnswerRenderer(format: AnswerFormatOption.format(format), language: language) }

    var access: StoreAccess { StoreAccess(store: store, language: language) }
}

let program = Program("landgrade")

/// A command that has the options of every question.
protocol CommonCommand: ProgramCommand {
    var common: CommonOptions { get }
}

extension CommonCommand {
    var program: Program { landgrade.program }

    var language: Language { common.language }
}

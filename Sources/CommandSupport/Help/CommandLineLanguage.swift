public import ArgumentParser
public import SystemSupport

extension Language {
    /// Of help, and of what is wrong with the words of the command line: by `--lang` anywhere among them, else by
    /// locale. Read once; the usual look-up (`LookupWords`) never asks for it.
    public static let ofCommandLine = Language(words: ArgumentText.words() ?? [])

    /// - Parameter words: the arguments. Of several `--lang` the last counts, as for ArgumentParser; a word behind `--` is
    ///   no option, and one that is no language leaves it to the locale.
    init(words: [String]) {
        var named: String?
        var rest = words.prefix { $0 != "--" }
        while let word = rest.popFirst() {
            if word == "--lang" {
                named = rest.popFirst() ?? named
            } else if word.hasPrefix("--lang=") {
                named = String(word.dropFirst("--lang=".count))
            }
        }
        self = LanguageOption.language(named)
    }
}

extension String {
    /// An abstract, a discussion or a usage, in the language of the command line.
    public static func help(zh: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
        switch Language.ofCommandLine {
        case .zh: zh()
        case .en: en()
        }
    }
}

extension ArgumentHelp {
    /// - Parameter value: the word that stands for the option's value or for the argument; nil for a flag.
    public init(zh: @autoclosure () -> String, en: @autoclosure () -> String, value: ValueName? = nil) {
        self.init(String.help(zh: zh(), en: en()), valueName: value?.text)
    }
}

extension ArgumentParser.ValidationError {
    /// In the language of the command line.
    public init(zh: @autoclosure () -> Sentence, en: @autoclosure () -> Sentence) {
        self.init(Language.ofCommandLine.pick(zh: zh(), en: en()).text)
    }

    public init(_ fault: some Worded) { self.init(fault.sentence(in: .ofCommandLine).text) }
}

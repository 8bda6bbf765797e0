/// The language of the sentences for people. Names, document titles and other data stay as the edition has them.
public enum Language: String, CaseIterable, Hashable, Sendable {
    case zh, en

    /// Chinese for every locale whose language is `zh` (`zh_CN.UTF-8`, `zh-Hant`), English for all others and none.
    public init(locale: String?) {
        let language = locale?.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
        self = language?.lowercased() == "zh" ? .zh : .en
    }

    /// What a command says on standard error.
    public var messages: any Messages { sentences }

    package var sentences: any Sentences {
        switch self {
        case .zh: ChineseSentences()
        case .en: EnglishSentences()
        }
    }
}

/// The language of sentences for people. Names, document titles and other data stay as the edition has them.
public enum Language: String, CaseIterable, Hashable, Sendable {
    case zh, en

    /// Chinese for every locale whose language is `zh` (`zh_CN.UTF-8`, `zh-Hant`), English for all others and none.
    public init(locale: String?) {
        let language = locale?.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }
        self = language?.lowercased() == "zh" ? .zh : .en
    }

    /// The sentence in this language; the other one is not built.
    ///
    ///     language.pick(zh: "第\(line)行是空的", en: "line \(line) is empty")
    public func pick(zh: @autoclosure () -> Sentence, en: @autoclosure () -> Sentence) -> Sentence {
        switch self {
        case .zh: zh()
        case .en: en()
        }
    }
}

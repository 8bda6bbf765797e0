/// An error or a fact that has a sentence in each language. The conformance stands in the file that declares the type:
/// one `switch`, both languages in each arm, so that a case without its sentences does not compile.
///
///     extension SecretFault: Worded {
///         public func sentence(in language: Language) -> Sentence {
///             switch self {
///             case .unset(let name): language.pick(zh: "环境变量 \(name) 未设置", en: "the variable \(name) is not set")
///             }
///         }
///     }
public protocol Worded: Sendable {
    /// On one line, without a line end; without a final point where it is part of a message.
    func sentence(in language: Language) -> Sentence
}

/// A fact that is worded where it is found and kept in both languages, because who reads it is known later.
public struct Remark: Worded, Hashable {
    private let zh: Sentence
    private let en: Sentence

    public init(zh: Sentence, en: Sentence) {
        self.zh = zh
        self.en = en
    }

    public init(_ fact: some Worded) { self.init(zh: fact.sentence(in: .zh), en: fact.sentence(in: .en)) }

    public func sentence(in language: Language) -> Sentence { language.pick(zh: zh, en: en) }
}

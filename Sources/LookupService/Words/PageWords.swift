import AnswerRendering

/// What only pages say; what answers and lists say is `AnswerRendering`'s. One type per language.
protocol PageWords: Sendable {
    func text(_ word: PageWord) -> String
    /// The service's name.
    var service: String { get }
    func navigation(_ entry: NavigationEntry) -> String
    /// At the foot: where what the page says comes from.
    func source(generation: Int) -> String
    /// The newest data can't be read; older ones answer.
    var stale: String { get }
    /// Beside a bar.
    func villages(_ count: Int) -> String
    /// So many of them are in dispute.
    func disputed(_ count: Int) -> String
}

extension PageWords {
    /// All words, for a template.
    var view: View {
        var view: View = [:]
        for word in PageWord.allCases { view[word.rawValue] = .text(text(word)) }
        return view
    }
}

extension Language {
    var pageWords: any PageWords {
        switch self {
        case .zh: ChinesePageWords()
        case .en: EnglishPageWords()
        }
    }
}

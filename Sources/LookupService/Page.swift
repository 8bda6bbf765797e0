package import AnswerRendering
import GradeStore

/// A page on its way to its template: what it is filled with, and what every page has around it.
package struct Page: Sendable {
    let template: String
    let view: View

    /// - Parameters:
    ///   - title: stands before the service's name in the window's title; nil: that name alone.
    ///   - content: what is the page's own.
    init(_ template: String, title: String?, _ content: View, in frame: PageFrame) {
        self.template = template
        var view = content
        let words = frame.words
        view["w"] = .view(words.view)
        view["lang"] = .text(frame.language == .zh ? "zh-CN" : "en")
        view["lang_code"] = .text(frame.language.rawValue)
        view["is_english"] = .flag(frame.language == .en)
        view["service"] = .text(words.service)
        view["home"] = .text(frame.link.path("/"))
        view["title"] = .text(title.map { "\($0) · \(words.service)" } ?? words.service)
        view["other_language"] = .text(frame.language == .zh ? "English" : "中文")
        view["other_lang"] = .text(frame.language == .zh ? "en" : "zh-CN")
        view["other_url"] = .text(frame.otherLanguage)
        view["nav"] = .views(
            NavigationEntry.allCases.map { entry in
                [
                    "text": .text(words.navigation(entry)), "url": .text(frame.link.path(entry.path)),
                    "current": .flag(entry == frame.entry),
                ]
            })
        view["source"] = .text(orNothing: frame.generation.map { words.source(generation: $0.name.number) })
        view["digest"] = .text(orNothing: frame.generation?.digest)
        view["stale"] = .text(orNothing: frame.isStale ? words.stale : nil)
        self.view = view
    }
}

/// The headings of the service.
package enum NavigationEntry: CaseIterable, Sendable {
    case search, browse, lists, editions

    var path: String {
        switch self {
        case .search: "/"
        case .browse: "/browse"
        case .lists: "/check"
        case .editions: "/editions"
        }
    }
}

/// What a page needs to know besides what it shows.
package struct PageFrame: Sendable {
    package let language: Language
    package let link: PageLink
    /// The heading that the page stands under.
    let entry: NavigationEntry?
    /// This page's address in the other language.
    let otherLanguage: String
    /// What answers; nil: nothing does.
    package let generation: Snapshot?
    /// The store's link names a newer generation, which can't be opened.
    package let isStale: Bool

    package init(
        _ language: Language, entry: NavigationEntry?, otherLanguage: String, generation: Snapshot?, isStale: Bool
    ) {
        self.language = language
        link = PageLink(language)
        self.entry = entry
        self.otherLanguage = otherLanguage
        self.generation = generation
        self.isStale = isStale
    }

    var words: any PageWords { language.pageWords }
}

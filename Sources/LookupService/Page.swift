package import GradeModel
import GradeStore
package import SystemSupport

/// A page on its way to its template: what it is filled with, and what every page has around it.
package struct Page: Sendable {
    let template: String
    let view: View

    /// - Parameters:
    ///   - title: stands before the service's name in the window's title; nil: that name alone.
    ///   - content: what is the page's own.
    init(_ template: String, title: Sentence?, _ content: View, in frame: PageFrame) {
        self.template = template
        var view = content
        let language = frame.language, other = frame.language.other
        let service = PageNote.service.sentence(in: language)
        view["w"] = .view(PageWord.view(in: language))
        view["lang"] = .text(language.tag)
        view["lang_code"] = .text(language.rawValue)
        view["is_english"] = .flag(language == .en)
        view["service"] = .sentence(service)
        view["docs_url"] = .text(frame.link.path("/docs"))
        view["home"] = .text(frame.link.path("/"))
        view["title"] = .sentence(title.map { "\($0) · \(service)" } ?? service)
        // By its own name.
        view["other_language"] = .sentence(other.pick(zh: "中文", en: "English"))
        view["other_lang"] = .text(other.tag)
        view["other_url"] = .text(frame.otherLanguage)
        view["nav"] = .views(
            NavigationEntry.allCases.map { entry in
                [
                    "text": .sentence(entry.sentence(in: language)), "url": .text(frame.link.path(entry.path)),
                    "current": .flag(entry == frame.entry),
                ]
            })
        view["source"] = .sentence(
            orNothing: frame.generation.map { PageNote.source(generation: $0.name.number).sentence(in: language) })
        view["digest"] = .text(orNothing: frame.generation?.digest)
        view["stale"] = .sentence(orNothing: frame.isStale ? PageNote.stale.sentence(in: language) : nil)
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

extension NavigationEntry: Worded {
    package func sentence(in language: Language) -> Sentence {
        switch self {
        case .search: language.pick(zh: "级别查询", en: "Look up")
        case .browse: language.pick(zh: "按乡镇浏览", en: "Townships")
        case .lists: language.pick(zh: "核对清单", en: "Check a list")
        case .editions: language.pick(zh: "成果版本", en: "Editions")
        }
    }
}

extension Language {
    /// As HTML names it.
    package var tag: String {
        switch self {
        case .zh: "zh-CN"
        case .en: "en"
        }
    }

    package var other: Language {
        switch self {
        case .zh: .en
        case .en: .zh
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
    /// The day on which the page is asked for; nil where the clock is no use.
    let today: CalendarDate?

    package init(
        _ language: Language, entry: NavigationEntry?, otherLanguage: String, generation: Snapshot?, isStale: Bool,
        today: CalendarDate? = nil
    ) {
        self.language = language
        link = PageLink(language)
        self.entry = entry
        self.otherLanguage = otherLanguage
        self.generation = generation
        self.isStale = isStale
        self.today = today
    }

    func word(_ word: PageWord) -> Sentence { word.sentence(in: language) }
}

import AnswerRendering
import CEmbedded
import SystemSupport
import Testing

@testable import LookupService

@Suite struct PageWordTests {
    @Test(arguments: Language.allCases) func `every word is there`(_ language: Language) {
        for word in PageWord.allCases { #expect(!word.sentence(in: language).isEmpty, "\(word)") }
    }

    /// `{rows}` and the like are filled in by the script, so both languages have to have the same.
    @Test(arguments: PageWord.allCases) func `gaps are the same`(_ word: PageWord) {
        func gaps(_ language: Language) -> Set<Substring> {
            Set(word.sentence(in: language).text.matches(of: /\{\w+\}/).map(\.output))
        }
        #expect(gaps(.zh) == gaps(.en))
    }

    /// A template engine leaves a word that is not there empty, and says nothing.
    @Test func `templates name only words there are`() {
        let templates = UnsafeBufferPointer(start: landgrade_page_list(), count: landgrade_page_count)
            .filter { !String(cString: $0.path).hasPrefix("/") }
            .map { String(decoding: UnsafeBufferPointer(start: $0.bytes, count: $0.count), as: UTF8.self) }
        let named = templates.flatMap { $0.matches(of: /\{\{[#^]?w\.(\w+)\}\}/).map { String($0.output.1) } }
        #expect(named.count > 50)
        for name in named { #expect(PageWord(rawValue: name) != nil, "\(name)") }
        let elsewhere: Set<PageWord> = [
            .edition, .citation, .editionsHeading, .compareResult, .listsHeading, .onlyDisputed, .noneDisputed,
            .historyHeading,
        ]
        for word in PageWord.allCases where !elsewhere.contains(word) {
            #expect(named.contains(word.rawValue), "\(word) stands nowhere")
        }
    }
}

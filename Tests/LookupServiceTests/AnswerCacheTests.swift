import GradeModel
import Testing

@testable import LookupService

@Suite struct AnswerCacheTests {
    private func inquiry(_ number: Int) -> Inquiry { .editions(county: "\(number)") }

    private let answer = [UInt8](repeating: 0x20, count: 1_000)

    @Test func itStaysWithinItsLimit() {
        let cache = AnswerCache(limit: 100_000)
        for number in 0..<10_000 { cache.keep(answer, for: inquiry(number)) }
        let held = (0..<10_000).filter { cache.answer(to: inquiry($0)) != nil }
        #expect((20...100).contains(held.count))
        #expect(held.contains(9_999))
    }

    @Test func whatIsAskedAgainOutlivesWhatIsAskedOnce() {
        let cache = AnswerCache(limit: 100_000)
        cache.keep(answer, for: inquiry(-1))
        for number in 0..<10_000 {
            cache.keep(answer, for: inquiry(number))
            if number % 20 == 0 { #expect(cache.answer(to: inquiry(-1)) == answer) }
        }
    }

    @Test func anAnswerThatWouldPushOutAllOthersIsNotKept() {
        let cache = AnswerCache(limit: 100_000)
        cache.keep([UInt8](repeating: 0, count: 50_000), for: inquiry(1))
        #expect(cache.answer(to: inquiry(1)) == nil)
    }
}

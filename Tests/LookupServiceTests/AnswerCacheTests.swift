import GradeModel
import Testing

@testable import LookupService

@Suite struct AnswerCacheTests {
    private func inquiry(_ number: Int) -> Inquiry { .editions(county: "\(number)") }

    private let answer = [UInt8](repeating: 0x20, count: 1_000)

    @Test func `it stays within its limit`() {
        let cache = AnswerCache<Inquiry, [UInt8]>(limit: 100_000)
        for number in 0..<10_000 { cache.keep(answer, bytes: answer.count, for: inquiry(number)) }
        let held = (0..<10_000).filter { cache.answer(to: inquiry($0)) != nil }
        #expect((20...100).contains(held.count))
        #expect(held.contains(9_999))
    }

    /// However many came before: as many as it may hold, and never fewer than half of them.
    @Test func `it holds what its limit allows`() {
        let bytes = answer.count + 256
        for count in stride(from: 100, to: 400, by: 37) {
            let held = (0..<count).filter { number in
                let cache = AnswerCache<Inquiry, [UInt8]>(limit: 100_000)
                for kept in 0..<count { cache.keep(answer, bytes: answer.count, for: inquiry(kept)) }
                return cache.answer(to: inquiry(number)) != nil
            }
            #expect((50_000 - bytes...100_000 + bytes).contains(held.count * bytes), "\(count): \(held.count)")
        }
    }

    @Test func `what is asked again outlives what is asked once`() {
        let cache = AnswerCache<Inquiry, [UInt8]>(limit: 100_000)
        cache.keep(answer, bytes: answer.count, for: inquiry(-1))
        for number in 0..<10_000 {
            cache.keep(answer, bytes: answer.count, for: inquiry(number))
            if number % 20 == 0 { #expect(cache.answer(to: inquiry(-1)) == answer) }
        }
    }

    @Test func `an answer that would push out all others is not kept`() {
        let cache = AnswerCache<Inquiry, [UInt8]>(limit: 100_000)
        cache.keep([], bytes: 50_000, for: inquiry(1))
        #expect(cache.answer(to: inquiry(1)) == nil)
    }
}

import Testing

@testable import ParcelValidation

@Suite struct VillagesAloneTests {
    private func names(_ count: Int) -> [String] { (0..<count).map { "村\($0)" } }

    @Test func `the same are named whichever thread has met which`() {
        let all = names(5 * VillagesAlone.most), sorted = all.sorted()
        for shares in [1, 2, 3] {
            var threads = [VillagesAlone](repeating: VillagesAlone(), count: shares)
            for (index, name) in all.enumerated() { threads[index % shares].insert(name) }
            var together = VillagesAlone()
            for thread in threads.reversed() { together.formUnion(thread) }
            #expect(Array(together.first(5)) == Array(sorted.prefix(5)))
            #expect(together.count == nil)
        }
    }

    @Test func `as many as are kept are counted, and no more`() {
        for (count, expected) in [
            (0, 0), (7, 7), (VillagesAlone.most, VillagesAlone.most), (VillagesAlone.most + 1, nil),
        ] {
            var one = VillagesAlone(), other = VillagesAlone()
            for (index, name) in names(count).enumerated() {
                if index % 3 > 0 { one.insert(name) }
                if index % 3 < 2 { other.insert(name) }
            }
            one.formUnion(other)
            #expect(one.count == expected && one.isEmpty == (count == 0))
        }
    }
}

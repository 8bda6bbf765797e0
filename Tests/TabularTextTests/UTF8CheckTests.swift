import Testing

@testable import TabularText

@Suite struct UTF8CheckTests {
    private func isValid(_ bytes: [UInt8]) -> Bool {
        let padded = bytes + [UInt8](repeating: 0xBF, count: 8)
        return UTF8Check.isValid(padded.span.bytes, count: bytes.count)
    }

    @Test func `agrees with the standard library on random bytes of every length`() {
        var random = FixedRandom(state: 7)
        let pieces: [[UInt8]] = ["a", "é", "村", "𠮷", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{10FFFF}"]
            .map { Array($0.utf8) }
        let faults: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xE0, 0x9F, 0xBF], [0xE6, 0x9D], [0xED, 0xA0, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xF0, 0x9F, 0x98],
        ]
        var valid = 0
        for round in 0..<20_000 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &random) { text += pieces.randomElement(using: &random)! }
            if round % 2 == 0 {
                text.insert(
                    contentsOf: faults.randomElement(using: &random)!,
                    at: Int.random(in: 0...text.count, using: &random))
            }
            let expected = String(validating: text, as: UTF8.self) != nil
            valid += expected ? 1 : 0
            guard isValid(text) == expected else {
                Issue.record("\(text) is \(expected ? "" : "not ")UTF-8")
                return
            }
        }
        #expect((9_000..<11_000).contains(valid))
    }

    @Test func `every pair of bytes is judged as the standard library does, at every place of a word`() {
        for first in UInt8(0)...255 {
            for second in UInt8(0)...255 {
                let core: [UInt8] = [0x61, first, second, 0xBF, 0x80]
                let expected = String(validating: core, as: UTF8.self) != nil
                for before in [0, 3, 5, 6, 7] {
                    let text = [UInt8](repeating: 0x61, count: before) + core + [UInt8](repeating: 0x61, count: 3)
                    guard isValid(text) == expected else {
                        Issue.record("\(first) \(second) behind \(before)")
                        return
                    }
                }
            }
        }
    }

    /// In texts of more than 16 bytes, which are looked at by vectors.
    @Test(arguments: [0x61, 0x80, 0xC1, 0xC2, 0xE0, 0xE1, 0xE6, 0xEC, 0xED, 0xEF, 0xF0, 0xF4, 0xF5] as [UInt8])
    func `a lead byte is judged as the standard library does, at every place of two vectors`(first: UInt8) {
        for second in stride(from: UInt8(0x7F), through: 0xC1, by: 1) {
            for core in [[first, second], [first, second, 0xBF], [first, second, 0xBF, 0x80]] {
                let expected = String(validating: core, as: UTF8.self) != nil
                for before in 0...34 {
                    for behind in [0, 1, 2, 17] {
                        let text =
                            [UInt8](repeating: 0x61, count: before) + core + [UInt8](repeating: 0x61, count: behind)
                        guard isValid(text) == expected else {
                            Issue.record("\(core) behind \(before), before \(behind)")
                            return
                        }
                    }
                }
            }
        }
    }
}

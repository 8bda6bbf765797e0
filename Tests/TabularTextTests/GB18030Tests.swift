import Testing

@testable import TabularText

@Suite struct GB18030Tests {
    @Test func `encodes every code point as Python's codec does, and decodes it back`() {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var bytes: [UInt8] = []
        var text: [UInt8] = []
        for point in UInt32(0)..<0x110000 {
            guard let scalar = Unicode.Scalar(point) else { continue }
            GB18030.append(point, to: &bytes)
            text.append(contentsOf: UTF8.encode(scalar)!)
        }
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let comesBack = GB18030.decode(bytes) == text
        #expect(comesBack)
        #expect(hash == 0x6DB6_EB5B_A8D2_8855)  // printed by scripts/make-gb18030
    }

    @Test(
        arguments: [
            ("湘阴县", [0xCF, 0xE6, 0xD2, 0xF5, 0xCF, 0xD8]), ("嵒", [0x8D, 0xBB]), ("𠮷", [0x95, 0x34, 0xB2, 0x35]),
            ("，", [0xA3, 0xAC]), ("€", [0xA2, 0xE3]), ("é", [0xA8, 0xA6]), ("\u{80}", [0x81, 0x30, 0x81, 0x30]),
        ] as [(String, [UInt8])])
    func `knows these codes`(text: String, bytes: [UInt8]) {
        #expect(GB18030.encode(text) == bytes)
        #expect(GB18030.decode(bytes) == Array(text.utf8))
    }

    @Test(
        arguments: [
            [0x80], [0xFF], [0x81], [0x81, 0x7F], [0x81, 0xFF], [0x81, 0x2C], [0x81, 0x3A], [0x81, 0x30],
            [0x81, 0x30, 0x81], [0x81, 0x30, 0x80, 0x30], [0x81, 0x30, 0x81, 0x3A], [0x84, 0x31, 0xA4, 0x3A],
            [0x84, 0x31, 0xA5, 0x30], [0x8F, 0x39, 0xFE, 0x39], [0xE3, 0x32, 0x9A, 0x36], [0xFE, 0x39, 0xFE, 0x39],
        ] as [[UInt8]])
    func `refuses bytes that stand for nothing`(bytes: [UInt8]) {
        #expect(GB18030.decode(bytes) == nil)
        for before in 0..<17 {
            for after in 0..<9 {
                let text = [UInt8](repeating: 0xB4, count: before * 2) + bytes + [UInt8](repeating: 0x20, count: after)
                let padded = text + [UInt8](repeating: 0xFF, count: 8)
                let isValid = GB18030Check.isValid(padded.span.bytes, count: text.count)
                #expect(!isValid)
            }
        }
    }

    @Test func `the check of a whole block agrees with the decoder on random bytes`() {
        var random = FixedRandom(state: 99)
        let pieces: [[UInt8]] = [
            [0x41], [0x2C], [0xB4, 0xE5], [0x81, 0x40], [0xB4, 0x80], [0x95, 0x34, 0xB2, 0x35], [0x80], [0xFF],
            [0xFE, 0xFE],
        ]
        var valid = 0
        for round in 0..<20_000 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                text += pieces[Int.random(in: 0..<(round % 4 == 0 ? 9 : 6), using: &random)]
            }
            let expected = GB18030.decode(text) != nil
            valid += expected ? 1 : 0
            let padded = text + [UInt8](repeating: 0xFF, count: 8)
            guard GB18030Check.isValid(padded.span.bytes, count: text.count) == expected else {
                Issue.record("\(text) is \(expected ? "" : "not ")GB18030")
                return
            }
        }
        #expect((5_000..<19_000).contains(valid))
    }
}

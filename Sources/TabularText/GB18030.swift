import CEmbedded

/// GB18030 ↔ UTF-8, for names, messages and output in another encoding; lists are matched as the bytes they are.
///
/// The mapping is the one of Python's `gb18030` codec; all code points but surrogates have a code.
public enum GB18030 {
    /// Every text has a form in GB18030.
    public static func encode(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in text.unicodeScalars { append(scalar.value, to: &result) }
        return result
    }

    /// The UTF-8 of GB18030 bytes; nil where they are not GB18030.
    public static func decode(_ bytes: some Collection<UInt8>) -> [UInt8]? {
        let bytes = Array(bytes)
        let table = Table.shared
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            let length = GB18030Check.length(in: bytes.span.bytes, at: position, end: bytes.count)
            switch length {
            case 1: result.append(bytes[position])
            case 2: append(utf8: table.point(bytes[position], bytes[position + 1]), to: &result)
            case 4:
                let number = number(
                    bytes[position], bytes[position + 1], bytes[position + 2], bytes[position + 3])
                let point = number < 189_000 ? UInt32(table.others[number]) : UInt32(number - 189_000 + 0x10000)
                append(utf8: point, to: &result)
            default: return nil
            }
            position += length
        }
        return result
    }

    static func append(_ point: UInt32, to result: inout [UInt8]) {
        guard point >= 0x80 else { return result.append(UInt8(point)) }
        let code = point < 0x10000 ? Table.shared.codes[Int(point)] : UInt32(point - 0x10000) + 189_000
        if point < 0x10000, code & Table.pairFlag != 0 {
            result.append(UInt8(truncatingIfNeeded: code >> 8))
            result.append(UInt8(truncatingIfNeeded: code))
        } else {
            let (high, fourth) = code.quotientAndRemainder(dividingBy: 10)
            let (higher, third) = high.quotientAndRemainder(dividingBy: 126)
            let (first, second) = higher.quotientAndRemainder(dividingBy: 10)
            result.append(UInt8(0x81 + first))
            result.append(UInt8(0x30 + second))
            result.append(UInt8(0x81 + third))
            result.append(UInt8(0x30 + fourth))
        }
    }

    /// The number of a four-byte code, 81308130 being 0.
    static func number(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Int {
        ((Int(first - 0x81) * 10 + Int(second - 0x30)) * 126 + Int(third - 0x81)) * 10 + Int(fourth - 0x30)
    }

    /// Which of the two ranges of assigned four-byte codes a number is in: below U+10000 or above.
    static func scalarRange(of number: Int) -> Range<Int>? {
        switch number {
        case 0..<39_420: 0..<39_420
        case 189_000..<1_237_576: 189_000..<1_237_576
        default: nil
        }
    }

    private static func append(utf8 point: UInt32, to result: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(point) else { preconditionFailure("no code stands for a surrogate") }
        result.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)  // every scalar has a UTF-8 form
    }
}

extension GB18030 {
    /// Both directions, built on first use from the characters of the two-byte codes.
    struct Table: Sendable {
        static let shared = Table()
        static let pairFlag: UInt32 = 1 << 31

        /// Code points of the two-byte codes in code order.
        private let pairs: [UInt16]
        /// Code points of the four-byte codes below U+10000, in order.
        let others: [UInt16]
        /// For each code point from 80 to FFFF: its two bytes with `pairFlag`, or the number of its four-byte code.
        let codes: [UInt32]

        private init() {
            var count = 0
            let start = gb18030_pairs(&count)
            let text = UnsafeBufferPointer(start: start, count: count)
            var pairs: [UInt16] = []
            pairs.reserveCapacity(23_940)
            var decoder = UTF8()
            var input = text.makeIterator()
            while case .scalarValue(let scalar) = decoder.decode(&input) {
                if scalar.value >= 0x80 { pairs.append(UInt16(scalar.value)) }
            }
            precondition(pairs.count == 23_940, "pairs.txt holds one character for each two-byte code")
            var codes = [UInt32](repeating: 0, count: 0x10000)
            for (index, point) in pairs.enumerated() {
                let (lead, second) = index.quotientAndRemainder(dividingBy: 190)
                let code = UInt32(0x81 + lead) << 8 | UInt32(0x40 + second + (second >= 63 ? 1 : 0))
                codes[Int(point)] = code | Self.pairFlag
            }
            var others: [UInt16] = []
            others.reserveCapacity(39_420)
            for point in 0x80..<0x10000 where codes[point] == 0 && !(0xD800..<0xE000).contains(point) {
                codes[point] = UInt32(others.count)
                others.append(UInt16(point))
            }
            self.pairs = pairs
            self.others = others
            self.codes = codes
        }

        func point(_ lead: UInt8, _ second: UInt8) -> UInt32 {
            UInt32(pairs[Int(lead - 0x81) * 190 + Int(second - 0x40) - (second > 0x7F ? 1 : 0)])
        }
    }
}

/// A decimal number as the stream of cells has it, and how many places it was written with.
struct PlainNumber {
    let value: Double
    let decimals: Int

    /// Nil where the bytes are no such number: `-?(0|[1-9][0-9]*)(\.[0-9]+)?` of at most 15 digits. Nor is minus nought:
    /// a spreadsheet would show it without its sign.
    init?(_ bytes: UnsafeRawBufferPointer) {
        let isNegative = bytes.first == 0x2D
        var whole = 0
        var decimals: Int?
        var digits = 0
        var number = 0
        for byte in bytes.dropFirst(isNegative ? 1 : 0) {
            switch byte {
            case 0x30...0x39:
                digits += 1
                guard digits <= 15 else { return nil }
                number = number * 10 + Int(byte - 0x30)
                if decimals == nil {
                    guard whole == 0 || number > 9 else { return nil }
                    whole += 1
                } else {
                    decimals? += 1
                }
            case 0x2E:
                guard decimals == nil else { return nil }
                decimals = 0
            default: return nil
            }
        }
        guard whole > 0, decimals != 0, !isNegative || number != 0 else { return nil }
        self.decimals = decimals ?? 0
        // Both are whole numbers below 2^53, so the quotient is the nearest there is.
        let value = Double(number) / Self.powers[self.decimals]
        self.value = isNegative ? -value : value
    }

    private static let powers: [Double] = (0...15).map { power in
        (0..<power).reduce(1) { product, _ in product * 10 }
    }
}

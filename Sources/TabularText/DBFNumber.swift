/// The number of a DBF field as it was meant. Programs write a binary number with all digits that its field has room for
/// (`26666.669999999998254`), with an exponent (`2.66666700000e+004`), and fill it up with zeros (`26666.670000`). A whole
/// number is left as it is: it may be a code.
enum DBFNumber {
    /// Decimal digits that a binary number of 64 bits keeps.
    private static let digits = 15
    /// No area has more before its point.
    private static let codeDigits = 9
    /// Zeros behind so many decimals are none that somebody wrote.
    private static let decimals = 2

    /// Nil where the text is to be taken as it stands.
    static func text(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        guard let number = Parts(bytes), number.point != nil || number.exponent != nil else { return nil }
        var digits = number.digits
        var scale = (number.point ?? 0) - (number.exponent ?? 0)
        // Nobody keeps lists of such numbers.
        guard abs(scale) <= 40 else { return nil }
        if scale < 0 {
            // What an exponent stands for was never written: of an area that is noughts, of a code its last digits.
            guard digits.count - scale <= codeDigits else { return nil }
            digits += [UInt8](repeating: 0x30, count: -scale)
            scale = 0
        }
        if digits.count <= scale { digits = [UInt8](repeating: 0x30, count: scale + 1 - digits.count) + digits }
        let significant = digits.drop { $0 == 0x30 }.count
        let dropped = min(max(significant - Self.digits, 0), scale)
        if dropped > 0 {
            let isUp = digits[digits.count - dropped] >= 0x35
            digits.removeLast(dropped)
            scale -= dropped
            if isUp { increment(&digits) }
        }
        while scale > decimals || number.exponent != nil && scale > 0, digits.last == 0x30 {
            digits.removeLast()
            scale -= 1
        }
        let whole = digits.dropLast(scale).drop { $0 == 0x30 }
        let first: [UInt8] = (number.isNegative ? [0x2D] : []) + (whole.isEmpty ? [0x30] : Array(whole))
        return scale > 0 ? first + [0x2E] + digits.suffix(scale) : first
    }

    /// Whether a binary number is longer than what it keeps, before its point: as a code it has lost its last digits.
    ///
    /// - Parameter hasDecimals: the field has, whether the number shows them or not.
    static func isLong(_ bytes: UnsafeRawBufferPointer, hasDecimals: Bool) -> Bool {
        let whole = bytes.drop { $0 == 0x2D || $0 == 0x2B }.prefix { $0 &- 0x30 < 10 }
        return whole.drop { $0 == 0x30 }.count > digits && (hasDecimals || whole.endIndex < bytes.endIndex)
    }

    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            guard digits[index] == 0x39 else {
                digits[index] += 1
                return
            }
            digits[index] = 0x30
        }
        digits.insert(0x31, at: 0)
    }

    /// `[-+]digits[.digits][e[-+]digits]`
    private struct Parts {
        var isNegative = false
        var digits: [UInt8] = []
        /// Digits behind the point, where there is one.
        var point: Int?
        var exponent: Int?

        init?(_ bytes: UnsafeRawBufferPointer) {
            var rest = bytes[...]
            if let sign = rest.first, sign == 0x2D || sign == 0x2B {
                isNegative = sign == 0x2D
                rest = rest.dropFirst()
            }
            while let byte = rest.first, byte &- 0x30 < 10 || byte == 0x2E && point == nil {
                rest = rest.dropFirst()
                if byte == 0x2E {
                    point = 0
                } else {
                    digits.append(byte)
                    point = point.map { $0 + 1 }
                }
            }
            guard !digits.isEmpty else { return nil }
            guard let mark = rest.first else { return }
            guard mark | 0x20 == 0x65, let number = Self.exponent(rest.dropFirst()) else { return nil }
            exponent = number
        }

        private static func exponent(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
            let isNegative = bytes.first == 0x2D
            let digits = isNegative || bytes.first == 0x2B ? bytes.dropFirst() : bytes
            guard (1...3).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
            let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return isNegative ? -number : number
        }
    }
}

/// A number as decimal text writes it, exact: `12.50` is 1250 · 10⁻².
public struct DecimalNumber: Hashable, Sendable {
    /// All digits, the zeros behind the point included.
    public let mantissa: UInt64
    /// Digits behind the point, as written: 0…18.
    public let scale: Int

    public enum Reading: Hashable, Sendable {
        case number(DecimalNumber)
        case empty
        case unreadable
    }

    /// Nil where the mantissa has more than 19 digits or the scale is not 0…18.
    public init?(mantissa: UInt64, scale: Int) {
        guard mantissa <= Self.largest, (0...18).contains(scale) else { return nil }
        self.mantissa = mantissa
        self.scale = scale
    }

    /// 19 digits: more than a double has, and no list has more.
    private static let largest: UInt64 = 9_999_999_999_999_999_999

    /// 10⁰ … 10¹⁹. Written out: a literal is laid down by the compiler, while one that is worked out is asked for each time
    /// whether it has been.
    public static let powersOfTen: [UInt64] = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ]

    /// Reads `12`, `12.50`, `12.`, `.5` and `1,234.5`. Nil for anything else: signs, units, exponents, commas that do not
    /// stand before three digits each.
    public init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)
        guard bytes.first != 0x20, bytes.last != 0x20 else { return nil }
        let count = bytes.count
        bytes += [0]
        guard case .number(let number) = Self.read(bytes.span.bytes, 0, count) else { return nil }
        self = number
    }

    /// As `init(_:)`, of the bytes of a cell; spaces around them are set aside.
    public static func read(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Reading {
        var (start, end) = (start, end)
        while start < end, bytes.unsafeLoad(fromByteOffset: start, as: UInt8.self) == 0x20 { start &+= 1 }
        while start < end, bytes.unsafeLoad(fromByteOffset: end &- 1, as: UInt8.self) == 0x20 { end &-= 1 }
        guard start < end else { return .empty }
        var mantissa: UInt64 = 0
        var digits = 0, sinceComma = -1
        var position = start
        while position < end {
            let byte = bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
            let digit = byte &- 0x30
            if digit < 10 {
                mantissa = mantissa &* 10 &+ UInt64(digit)
                // Zeros in front say nothing.
                if mantissa > 0 { digits &+= 1 }
                guard digits <= 19 else { return .unreadable }
                if sinceComma >= 0 { sinceComma &+= 1 }
            } else if byte == 0x2C, position > start, sinceComma == 3 || (sinceComma < 0 && position &- start <= 3) {
                sinceComma = 0
            } else {
                break
            }
            position &+= 1
        }
        guard sinceComma < 0 || sinceComma == 3 else { return .unreadable }
        var scale = 0
        if position < end {
            guard bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self) == 0x2E, end &- start > 1 else {
                return .unreadable
            }
            position &+= 1
            while position < end {
                let digit = bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self) &- 0x30
                guard digit < 10, scale < 18 else { return .unreadable }
                mantissa = mantissa &* 10 &+ UInt64(digit)
                if mantissa > 0 { digits &+= 1 }
                guard digits <= 19 else { return .unreadable }
                scale &+= 1
                position &+= 1
            }
        }
        return DecimalNumber(mantissa: mantissa, scale: scale).map { .number($0) } ?? .unreadable
    }
}

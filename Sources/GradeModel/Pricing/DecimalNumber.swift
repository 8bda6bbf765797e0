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

    /// `1234.50`, without separators, with the digits behind the point that were written.
    public var text: String { decimalText(UInt128(mantissa), decimals: scale) }

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
        switch DecimalParts.read(bytes, start, end) {
        case .parts(let parts): DecimalNumber(parts).map { .number($0) } ?? .unreadable
        case .empty: .empty
        case .unreadable: .unreadable
        }
    }

    /// Nil where that are more than 19 digits.
    @inlinable
    public init?(_ parts: DecimalParts) {
        guard parts.wholeDigits == 0 || parts.wholeDigits &+ parts.places <= 19 else { return nil }
        mantissa = parts.whole &* Self.powersOfTen[parts.places] &+ parts.fraction
        scale = parts.places
    }
}

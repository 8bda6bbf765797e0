/// The digits of a decimal number as text writes them: the one reader of plain decimal numbers.
public struct DecimalParts: Hashable, Sendable {
    /// In front of the point.
    public let whole: UInt64
    /// Digits of `whole`; zeros in front say nothing.
    public let wholeDigits: Int
    /// Behind the point: `places` digits.
    public let fraction: UInt64
    public let places: Int

    @inlinable
    public init(whole: UInt64, wholeDigits: Int, fraction: UInt64, places: Int) {
        self.whole = whole
        self.wholeDigits = wholeDigits
        self.fraction = fraction
        self.places = places
    }

    public enum Reading: Hashable, Sendable {
        case parts(DecimalParts)
        case empty
        case unreadable
    }

    /// Reads `12`, `12.50`, `12.`, `.5` and `1,234.5`; spaces around are set aside. Unreadable are signs, units, exponents,
    /// other digits, commas that do not stand before three digits each, and those behind a 0, which no thousand begins
    /// with (`0,333` has a decimal comma), more than 19 digits in front of the point and
    /// more than 18 behind it.
    @inlinable
    public static func read(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Reading {
        anyForm(bytes, start, end)
    }

    /// As `read`, of a text behind which at least `padding` bytes may be read.
    @inlinable
    @inline(__always)
    public static func readPadded(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Reading {
        if let usual = usual(bytes, start, end) { return .parts(usual) }
        return anyForm(bytes, start, end)
    }

    public static let padding = 16

    /// `12`, `12.50`: up to eight digits, and a point with up to eight more behind it. Nil for anything else, readable or
    /// not: nearly every cell of a list is of this kind.
    @inlinable
    @inline(__always)
    static func usual(_ bytes: RawSpan, _ start: Int, _ end: Int) -> DecimalParts? {
        let count = end &- start
        let text = bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
        let point = EightDigits.point(in: text)
        let wholeCount = point < count ? point : count
        let places = count &- wholeCount &- 1
        guard wholeCount > 0, places <= 8, let whole = EightDigits.digits(of: text, count: wholeCount) else {
            return nil
        }
        let wholeDigits = 8 &- EightDigits.leadingZeros(whole)
        guard places >= 0 else {
            return DecimalParts(
                whole: EightDigits.number(of: whole), wholeDigits: wholeDigits, fraction: 0, places: 0)
        }
        let behind = start &+ wholeCount
        guard places > 0, bytes.unsafeLoad(fromByteOffset: behind, as: UInt8.self) == 0x2E,
            let fraction = EightDigits.digits(
                of: bytes.unsafeLoadUnaligned(fromByteOffset: behind &+ 1, as: UInt64.self), count: places)
        else { return nil }
        return DecimalParts(
            whole: EightDigits.number(of: whole), wholeDigits: wholeDigits,
            fraction: EightDigits.number(of: fraction), places: places)
    }

    @usableFromInline
    static func anyForm(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Reading {
        var (start, end) = (start, end)
        while start < end, bytes.unsafeLoad(fromByteOffset: start, as: UInt8.self) == 0x20 { start &+= 1 }
        while start < end, bytes.unsafeLoad(fromByteOffset: end &- 1, as: UInt8.self) == 0x20 { end &-= 1 }
        guard start < end else { return .empty }
        var whole: UInt64 = 0, fraction: UInt64 = 0
        var wholeDigits = 0, places = 0, sinceComma = -1
        var position = start
        while position < end {
            let byte = bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
            let digit = byte &- 0x30
            if digit < 10 {
                whole = whole &* 10 &+ UInt64(digit)
                if whole > 0 { wholeDigits &+= 1 }
                guard wholeDigits <= 19 else { return .unreadable }
                if sinceComma >= 0 { sinceComma &+= 1 }
            } else if byte == 0x2C,
                sinceComma == 3 || (sinceComma < 0 && wholeDigits <= 3 && wholeDigits == position &- start && whole > 0)
            {
                sinceComma = 0
            } else {
                break
            }
            position &+= 1
        }
        guard sinceComma < 0 || sinceComma == 3 else { return .unreadable }
        if position < end {
            guard bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self) == 0x2E, end &- start > 1 else {
                return .unreadable
            }
            position &+= 1
            while position < end {
                let digit = bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self) &- 0x30
                guard digit < 10, places < 18 else { return .unreadable }
                fraction = fraction &* 10 &+ UInt64(digit)
                places &+= 1
                position &+= 1
            }
        }
        return .parts(DecimalParts(whole: whole, wholeDigits: wholeDigits, fraction: fraction, places: places))
    }
}

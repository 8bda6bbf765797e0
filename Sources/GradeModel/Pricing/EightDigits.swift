/// Eight decimal digits at once, in the bytes of one word: the first digit in the lowest byte, as text in memory has it. No
/// branch depends on a digit or on how many there are, which lists make unpredictable.
public enum EightDigits {
    @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
    @usableFromInline static let highBits: UInt64 = 0x8080_8080_8080_8080
    @usableFromInline static let zeros: UInt64 = 0x3030_3030_3030_3030

    /// The digits of text, with zeros in front; nil where a byte is no digit.
    ///
    /// - Parameter count: of the text's first bytes, from 1 to 8.
    @inlinable
    @inline(__always)
    public static func digits(of text: UInt64, count: Int) -> UInt64? {
        let digits = (text ^ zeros) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
        // A byte above 9 reaches its high bit, or has it.
        return ((digits &+ ones &* 0x76) | digits) & highBits == 0 ? digits : nil
    }

    /// Text of digits.
    @inlinable
    @inline(__always)
    public static func text(of digits: UInt64) -> UInt64 { digits | zeros }

    /// How many zeros digits begin with; 8 where there is nothing else.
    @inlinable
    @inline(__always)
    public static func leadingZeros(_ digits: UInt64) -> Int { digits.trailingZeroBitCount &>> 3 }

    /// The number that digits are: pairs are put together, then fours, then all.
    @inlinable
    @inline(__always)
    public static func number(of digits: UInt64) -> UInt64 {
        let pairs = digits &* 10 &+ digits &>> 8
        let mask: UInt64 = 0x0000_00FF_0000_00FF
        return ((pairs & mask) &* (1_000_000 &<< 32 | 100) &+ (pairs &>> 16 & mask) &* (10_000 &<< 32 | 1)) &>> 32
    }

    /// - Parameter number: below 10⁸.
    @inlinable
    @inline(__always)
    public static func digits(of number: UInt64) -> UInt64 {
        let fours = (number / 10_000) | (number % 10_000) &<< 32
        // Quotients by 100 and by 10, as products with 2²⁰/100 and 2¹⁰/10 rounded up: exact for numbers this small.
        let hundreds = (fours &* 10_486) &>> 20 & 0x0000_007F_0000_007F
        let pairs = hundreds | (fours &- hundreds &* 100) &<< 16
        let tens = (pairs &* 103) &>> 10 & 0x000F_000F_000F_000F
        return tens | (pairs &- tens &* 10) &<< 8
    }

    /// How many bytes of text are in front of the first point; 8 where there is none.
    @inlinable
    @inline(__always)
    public static func point(in text: UInt64) -> Int {
        let other = text ^ ones &* 0x2E
        // The lowest byte that is 0; those above it may be found wrongly.
        return ((other &- ones) & ~other & highBits).trailingZeroBitCount &>> 3
    }
}

/// A day of the Gregorian calendar, with no time and no zone.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 1583…9999: the calendar's first whole year onwards.
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil for a day that does not exist: 2026-02-30 is not moved into March.
    public init?(year: Int, month: Int, day: Int) {
        guard (1583...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(in: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Exactly `YYYY-MM-DD` in ASCII digits; nothing is trimmed and nothing is padded.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2025-01-23`.
    public var description: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

    /// `2025年1月23日`.
    public var chinese: String { "\(year)年\(month)月\(day)日" }

    /// The day after; nil after 9999-12-31.
    public var next: CalendarDate? {
        CalendarDate(year: year, month: month, day: day + 1)
            ?? CalendarDate(year: year, month: month + 1, day: 1) ?? CalendarDate(year: year + 1, month: 1, day: 1)
    }

    /// Whole years from `self` to `later`; 0 when `later` is not later.
    public func wholeYears(until later: CalendarDate) -> Int {
        guard later > self else { return 0 }
        return later.year - year - ((later.month, later.day) < (month, day) ? 1 : 0)
    }

    public static func < (a: Self, b: Self) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A second in UTC, as feeds, stores and logs write it: `2026-02-01T00:00:00Z`.
public struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let seconds: Int

    public static let secondsOfDay = 86_400

    public init(seconds: Int) { self.seconds = seconds }

    /// Midnight, at which the day begins in UTC.
    public init(startOf date: CalendarDate) {
        seconds = Self.days(year: date.year, month: date.month, day: date.day) * Self.secondsOfDay
    }

    /// Exactly `YYYY-MM-DDThh:mm:ssZ` in ASCII digits, of a day that exists, 00:00:00 to 23:59:59. No fraction, no
    /// other zone, no leap second; nothing is trimmed.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
            let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = Self.two(bytes[11..<13], below: 24), let minute = Self.two(bytes[14..<16], below: 60),
            let second = Self.two(bytes[17..<19], below: 60)
        else { return nil }
        seconds = Self(startOf: date).seconds + hour * 3600 + minute * 60 + second
    }

    public func adding(seconds more: Int) -> Timestamp { Timestamp(seconds: seconds + more) }

    public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

    /// `2026-02-01T00:00:00Z`.
    public var description: String {
        let time = ((seconds % Self.secondsOfDay) + Self.secondsOfDay) % Self.secondsOfDay
        let (year, month, day) = Self.date(days: (seconds - time) / Self.secondsOfDay)
        let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        let clock = [time / 3600, time / 60 % 60, time % 60].map { Self.padded($0, 2) }.joined(separator: ":")
        return "\(date)T\(clock)Z"
    }

    // Both ways by years that begin in March, so that the leap day is the last of its year, and by periods of 400
    // years, after which the calendar repeats: 146,097 days.

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let period = floor(shifted, 400)
        let yearOfPeriod = shifted - period * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfPeriod = yearOfPeriod * 365 + yearOfPeriod / 4 - yearOfPeriod / 100 + dayOfYear
        return period * 146_097 + dayOfPeriod - 719_468
    }

    private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let period = floor(shifted, 146_097)
        let dayOfPeriod = shifted - period * 146_097
        let yearOfPeriod = (dayOfPeriod - dayOfPeriod / 1460 + dayOfPeriod / 36_524 - dayOfPeriod / 146_096) / 365
        let dayOfYear = dayOfPeriod - (365 * yearOfPeriod + yearOfPeriod / 4 - yearOfPeriod / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfPeriod + period * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func floor(_ number: Int, _ divisor: Int) -> Int {
        (number >= 0 ? number : number - divisor + 1) / divisor
    }

    private static func two(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return value < limit ? value : nil
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

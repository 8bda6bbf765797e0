/// A date as spreadsheets keep it: days, the time of day behind the point.
struct SerialDate {
    /// Days count from 1904-01-01 instead of 1899-12-31.
    let countsFrom1904: Bool

    /// `2025-03-01`, `08:30:00`, or both. Nil where the number is no date: before the first day, after 9999, or day 60 of
    /// 1900, which spreadsheets have and the calendar has not.
    func text(_ serial: Double, _ reading: CellStyles.Reading) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
        let time = "\(Self.two(seconds / 3600)):\(Self.two(seconds / 60 % 60)):\(Self.two(seconds % 60))"
        if reading == .time { return days == 0 ? time : nil }
        guard let date = date(days) else { return nil }
        return reading == .date && seconds == 0 ? date : "\(date) \(time)"
    }

    private func date(_ days: Int) -> String? {
        if countsFrom1904 { return Self.calendar(days - 24_107) }
        // 1900 is taken for a leap year.
        guard days > 0, days != 60 else { return nil }
        return Self.calendar(days - (days < 60 ? 25_568 : 25_569))
    }

    /// - Parameter days: since 1970-01-01.
    private static func calendar(_ days: Int) -> String {
        // Years begin in March here, so that the leap day is the last of its year; 400 years have 146,097 days.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        return "\(year)-\(two(month < 10 ? month + 3 : month - 9))-\(two(day))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// Ids that a program has taken for a date. What offices number parcels by in the same way (`1-2`, `2025-03`, `1/2/3`,
/// `03.01.25`) stays an id, unless a time follows it.
extension ParcelIDFault {
    /// `2025-03-01`, `3079-01-09`, `2025/3/1 00:00:00`, `3/1/2025`, `2025年3月1日`, `3月1日`, `1-Mar`, `Mar-25`, `1-Mar-25`,
    /// `1 Mar 2025`, `01:02:00`, `1:02`, `12:00 AM`.
    static func isDate(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        if isTimeOfDay(id) || isSpokenDay(id) || isChineseDate(id) { return true }
        // Not the T of OCT.
        let separator = id.indices.first { place in
            isSpace(id[place]) || id[place] == "T" && place > id.startIndex && isDigits([id[place - 1]])
        }
        guard let separator else { return isDay(id) }
        let time = id[separator...].dropFirst()
        guard isTime(time) || isSpelledTime(time) else { return false }
        let day = id[..<separator]
        return isDay(day) || isLooseDay(day)
    }

    /// A day without a time.
    static func isDay(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        isWrittenDay(id) || isNumericDay(id) || isNamedDay(id)
    }

    /// `2025年3月1日`, `2025年3月`, `3月1日`
    private static func isWrittenDay(_ day: ArraySlice<Unicode.Scalar>) -> Bool {
        guard day.last == "日" || day.last == "月" else { return false }
        let parts = day.dropLast().split(omittingEmptySubsequences: false) { $0 == "年" || $0 == "月" }
        switch (parts.count, day.last) {
        case (3, "日"): return isDay(parts, in: serialYears)
        case (2, "日"): return day.contains("月") && number(parts[0], 1...12) && number(parts[1], 1...31)
        case (2, _): return day.contains("年") && number(parts[0], serialYears) && number(parts[1], 1...12)
        default: return false
        }
    }

    /// `2025-03-01`, `2025/3/1`, `2025/3`, `3/1/2025`, `03/01/25`, `2025.03.01`, `01.03.2025`. The year of one with two digits
    /// each for month and day is any that a spreadsheet counts; `3012-1-9` may be an id.
    private static func isNumericDay(_ day: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let mark = day.first(where: { $0 == "/" || $0 == "-" || $0 == "." }) else { return false }
        let parts = day.split(separator: mark, omittingEmptySubsequences: false)
        let widths = parts.map(\.count)
        if parts.count == 2 {
            return mark == "/" && widths[1] <= 2 && number(parts[0], years) && number(parts[1], 1...12)
        }
        guard parts.count == 3, widths.allSatisfy({ $0 <= 4 }) else { return false }
        if widths[0] == 4, widths[1] <= 2, widths[2] <= 2, mark != "." || widths == [4, 2, 2] {
            return isDay(parts, in: mark == "/" || widths == [4, 2, 2] ? serialYears : years)
        }
        switch mark {
        case "/" where widths[2] == 4: return isDayAndMonth(parts) && number(parts[2], serialYears)
        case "/" where widths == [2, 2, 2]: return isDayAndMonth(parts) && isDigits(parts[2])
        case "." where widths[0] <= 2 && widths[1] <= 2 && widths[2] == 4:
            return isDayAndMonth(parts) && number(parts[2], widths == [2, 2, 4] ? serialYears : years)
        default: return false
        }
    }

    /// Year, month and day; a spreadsheet shows the number 0 as the day before 1900/1/1.
    private static func isDay(_ parts: [ArraySlice<Unicode.Scalar>], in years: ClosedRange<Int>) -> Bool {
        number(parts[0], years) && number(parts[1], 1...12) && number(parts[2], 1...31)
            || number(parts[0], 1900...1900) && number(parts[1], 1...1) && number(parts[2], 0...0)
    }

    /// In either order.
    private static func isDayAndMonth(_ parts: [ArraySlice<Unicode.Scalar>]) -> Bool {
        number(parts[0], 1...12) && number(parts[1], 1...31) || number(parts[0], 1...31) && number(parts[1], 1...12)
    }

    /// What is a date only because a time follows: `2025.3.1`, `3-1-25`.
    private static func isLooseDay(_ day: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let mark = day.first(where: { $0 == "/" || $0 == "-" || $0 == "." }) else { return false }
        let parts = day.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return false }
        return isDayAndMonth(parts) && (number(parts[2], serialYears) || number(parts[2], 0...99))
            || isDayAndMonth(Array(parts.dropFirst())) && (number(parts[0], serialYears) || number(parts[0], 0...99))
    }

    private static let years = 1900...2099
    /// What spreadsheets make of numbers: 430624 is 3079/1/9, and some have 0 and 1 as the last days of 1899.
    private static let serialYears = 1899...9999
    private static let months: Set<String> = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        return Set(names + names.map { String($0.prefix(3)) })
    }()

    private static let weekdays: Set<String> = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    private static let chineseMonths = Set(
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"].map { $0 + "月" } + (1...12).map { "\($0)月" }
            + (1...9).map { "0\($0)月" })

    static func word(_ part: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(part)).lowercased()
    }

    private static func isMonth(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
        part.count >= 3 && months.contains(word(part))
    }

    /// As programs write a date out: `Sat Mar 01 00:00:00 CST 2025`, `Sat Mar 01 2025`, `1 Mar 2025`,
    /// `Sat, 01 Mar 2025 00:00:00 GMT`, `Thursday, January 02, 2025`, and a browser's `Thu Jan 02 2025 00:00:00 GMT+0800
    /// (中国标准时间)`.
    private static func isSpokenDay(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        var id = id
        if id.last == ")", let open = id.lastIndex(of: "(") { id = id[..<open] }
        var words = id.split(whereSeparator: { isSpace($0) || $0 == "," })
        if let first = words.first, weekdays.contains(word(first)) { words.removeFirst() }
        guard words.count >= 3, words.count <= 6 else { return false }
        let (day, month) = isMonth(words[0]) ? (words[1], words[0]) : (words[0], words[1])
        guard number(day, 1...31), isMonth(month) else { return false }
        var rest = words.dropFirst(2)
        if let first = rest.first, number(first, serialYears) {
            rest.removeFirst()
            return rest.first.map(isClock) ?? true
        }
        return rest.first.map(isClock) == true && rest.last.map { number($0, serialYears) } == true
    }

    /// `01:02:00`, `1:02`, `0:00:00.000`, `12:00 AM`, `上午 12:00`: two places for minutes and seconds, as nobody numbers
    /// parcels.
    private static func isTimeOfDay(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        let clock = id.drop { !isDigits([$0]) }.prefix { isDigits([$0]) || $0 == ":" || $0 == "." }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count) && parts[0].count <= 2 && parts[1].count == 2
            && parts.dropFirst(2).allSatisfy { $0.prefix { $0 != "." }.count == 2 }
            && isTime(id)
    }

    /// `1-Mar`, `Mar-25`, `Mar-2025`, `2025-Mar`, `1-Mar-25`, `1/Mar/2025`, `01-3月-2025`, `1月-25`. `1-3月` may be an id, of
    /// three months.
    private static func isNamedDay(_ day: ArraySlice<Unicode.Scalar>) -> Bool {
        func isChinese(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
            !day.contains("/") && chineseMonths.contains(word(part))
        }
        let parts = day.split(separator: day.contains("/") ? "/" : "-", omittingEmptySubsequences: false)
        switch parts.count {
        case 2:
            return isMonth(parts[1]) && (number(parts[0], 1...31) || number(parts[0], serialYears))
                || (isMonth(parts[0]) || isChinese(parts[0]) && parts[1].count > 1)
                    && (number(parts[1], 0...99) || number(parts[1], serialYears))
        case 3:
            return number(parts[0], 1...31) && (isMonth(parts[1]) || isChinese(parts[1])) && isDigits(parts[2])
                && parts[2].count <= 4
        default: return false
        }
    }

    /// `0:00`, `00:00:00.000`, `12:00 AM`, `上午 12:00:00`, `00:00:00Z`, `00:00:00+08:00`, `00:00:00 +0800 CST`
    private static func isTime(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var text = text.drop(while: isSpace)
        if text.starts(with: "上午".unicodeScalars) || text.starts(with: "下午".unicodeScalars) {
            text = text.dropFirst(2).drop(while: isSpace)
        }
        let clock = text.prefix { isDigits([$0]) || $0 == ":" || $0 == "." || $0 == "," }
        guard isClock(clock) else { return false }
        var rest = text[clock.endIndex...].drop(while: isSpace)
        if isSign(rest.first) {
            let zone = rest.dropFirst().prefix { isDigits([$0]) || $0 == ":" }
            guard [2, 4].contains(zone.count { $0 != ":" }) else { return false }
            rest = rest[zone.endIndex...].drop(while: isSpace)
        }
        // AM, Z, UTC, CST
        return rest.count <= 4 && rest.allSatisfy { ("A"..."Z").contains($0) || ("a"..."z").contains($0) }
    }

    private static func isClock(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), number(parts[0], 0...24), number(parts[1], 0...59) else { return false }
        guard parts.count == 3 else { return true }
        let seconds = parts[2].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        return seconds.count <= 2 && number(seconds[0], 0...60) && seconds.dropFirst().allSatisfy { isDigits($0) }
    }
}

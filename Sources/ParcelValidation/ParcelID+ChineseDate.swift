/// Dates in the formats that Excel and WPS have for Chinese: in Chinese figures, with the day of the week, and times in words.
extension ParcelIDFault {
    /// `二〇二五年一月二日`, `二〇二五年一月`, `一月二日`, `星期四`, `2025年1月2日 星期四`, `13时30分`, `下午一时三十分`.
    static func isChineseDate(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = id.last, lastCharacters.contains(last) else { return false }
        if isSpelledDay(id) || isSpelledTime(id) { return true }
        guard let day = withoutWeekday(id) else { return false }
        return day.isEmpty || isSpelledDay(day) || isDay(day)
    }

    private static let figures: Set<Unicode.Scalar> = ["〇", "○", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    private static let weekdays: Set<Unicode.Scalar> = ["一", "二", "三", "四", "五", "六", "日", "天"]
    private static let lastCharacters = weekdays.union(["月", "时", "分", "秒"])

    /// What stands in front of 星期四, or of 周四, which alone may be a person's name; nil where there is neither.
    private static func withoutWeekday(_ id: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        guard let last = id.last, weekdays.contains(last) else { return nil }
        let day = id.dropLast()
        let isLong = day.suffix(2).elementsEqual("星期".unicodeScalars)
        guard isLong || day.last == "周" && day.count > 1 else { return nil }
        var rest = day.dropLast(isLong ? 2 : 1)
        while let space = rest.last, isSpace(space) { rest.removeLast() }
        return rest
    }

    private static func isSpelledDay(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        guard id.last == "日" || id.last == "月" else { return false }
        var rest = id
        let hasYear = rest.contains("年")
        if let end = rest.firstIndex(of: "年") {
            guard rest[..<end].count == 4, rest[..<end].allSatisfy(figures.contains) else { return false }
            rest = rest[end...].dropFirst()
        }
        guard let end = rest.firstIndex(of: "月"), isSpelledNumber(rest[..<end], upTo: 12) else { return false }
        let day = rest[end...].dropFirst()
        if day.isEmpty { return hasYear }
        return day.last == "日" && isSpelledNumber(day.dropLast(), upTo: 31)
    }

    /// With minutes: `三时` is half of nothing.
    static func isSpelledTime(_ id: ArraySlice<Unicode.Scalar>) -> Bool {
        guard id.last == "分" || id.last == "秒" else { return false }
        var rest = id
        if rest.starts(with: "上午".unicodeScalars) || rest.starts(with: "下午".unicodeScalars) { rest = rest.dropFirst(2) }
        let parts = rest.dropLast().split(omittingEmptySubsequences: false) { $0 == "时" || $0 == "分" }
        guard rest.contains("时"), parts.count == (id.last == "分" ? 2 : 3) else { return false }
        let isInDigits = number(parts[0], 0...24) && parts.dropFirst().allSatisfy { number($0, 0...59) }
        let isSpelled =
            isSpelledNumber(parts[0], upTo: 24, hasZeros: true)
            && parts.dropFirst().allSatisfy { isSpelledNumber($0, upTo: 59, hasZeros: true) }
        return isInDigits || isSpelled
    }

    /// 一, 十二, 二十, 三十一; with `hasZeros`, as minutes have them, 零 and 零五.
    private static func isSpelledNumber(
        _ text: ArraySlice<Unicode.Scalar>, upTo most: Int, hasZeros: Bool = false
    ) -> Bool {
        func digit(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
            text.count == 1 ? digits.firstIndex(of: text[text.startIndex]).map { $0 + 1 } : nil
        }
        if hasZeros, let first = text.first, ["〇", "○", "零"].contains(first) {
            return text.count == 1 || digit(text.dropFirst()) != nil
        }
        guard let ten = text.firstIndex(of: "十") else { return digit(text).map { $0 <= most } ?? false }
        let front = text[..<ten], back = text[ten...].dropFirst()
        guard let tens = front.isEmpty ? 1 : digit(front), let ones = back.isEmpty ? 0 : digit(back) else {
            return false
        }
        return tens * 10 + ones <= most
    }

    private static let digits = Array("一二三四五六七八九".unicodeScalars)
}

import EditionPackage
package import GradeModel

/// Dates as documents print them.
package enum ChineseDate {
    /// `2025年1月23日`, `2021 年 12 月 31 日`, `二〇二四年六月一日`, `2023-01-01`, `2023.1.1`; nil for anything else.
    package static func date(_ text: String) -> CalendarDate? {
        let text = folded(text).trimmed("。；,，")
        if let date = CalendarDate(text) { return date }
        for mark in [".", "-", "/"] {
            let parts = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
            if parts.count == 3, parts[0].utf8.count == 4 { return date(parts) }
        }
        guard text.hasSuffix("日"), let year = text.firstIndex(of: "年"), let month = text.firstIndex(of: "月"),
            year < month
        else { return nil }
        return date([
            String(text[..<year]), String(text[text.index(after: year)..<month]),
            String(text[text.index(after: month)...].dropLast()),
        ])
    }

    private static func date(_ parts: [String]) -> CalendarDate? {
        guard let year = self.year(parts[0]), let month = number(parts[1]), let day = number(parts[2]) else {
            return nil
        }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static let digits: [Character: Character] = [
        "〇": "0", "○": "0", "零": "0", "O": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7",
        "八": "8", "九": "9",
    ]

    private static func year(_ text: String) -> Int? {
        guard text.count == 4 else { return nil }
        let plain = String(text.map { digits[$0] ?? $0 })
        return Grammar.whole(plain).flatMap { plain.utf8.count == 4 ? $0 : nil }
    }

    private static func number(_ text: String) -> Int? {
        let plain = text.hasPrefix("0") && text.utf8.count == 2 ? String(text.dropFirst()) : text
        return Grammar.whole(plain) ?? Numeral.chinese(text)
    }

    /// Every date that stands somewhere in a text, in order.
    static func dates(in text: String) -> [CalendarDate] {
        let text = Array(folded(text))
        var found: [CalendarDate] = []
        var start = 0
        for (index, character) in text.enumerated() where character == "日" {
            guard let year = text[start..<index].lastIndex(of: "年"), year >= start + 4 else { continue }
            if let date = date(String(text[(year - 4)...index])) {
                found.append(date)
                start = index + 1
            }
        }
        return found
    }
}

/// Terms of use as one cell gives them: `园地为 30 年；林地为 70 年；草地 30 年`, `园地、草地：30年`, `30 年` or `无限年期` for all.
struct TermPhrases {
    /// Years, or the words of the document.
    enum Term: Hashable {
        case years(Int)
        case words(String)
    }

    let terms: [LandType: Term]

    /// Nil where a text gives terms land type by land type in a form that is not known.
    init?(_ text: String, all: [LandType]) {
        let folded = folded(text)
        if let years = Self.years(folded) {
            terms = Dictionary(uniqueKeysWithValues: all.map { ($0, .years(years)) })
            return
        }
        guard !HeaderWords.landTypes(in: folded).isEmpty else {
            guard Grammar.isText(text) else { return nil }
            terms = Dictionary(uniqueKeysWithValues: all.map { ($0, .words(text)) })
            return
        }
        var found: [LandType: Term] = [:]
        var waiting: [LandType] = []
        for phrase in folded.split(whereSeparator: { "；;，,。、".contains($0) }) {
            let types = HeaderWords.landTypes(in: String(phrase))
            let digits = phrase.drop { !("0"..."9").contains($0) }
            if digits.isEmpty {
                // 园地、草地：30年 is cut at 、: the types before wait for their number.
                guard types.count == 1, phrase == types[0].name else {
                    if HeaderWords.otherLand.contains(String(phrase)) { continue }
                    return nil
                }
                waiting += types
                continue
            }
            guard let years = Self.years(String(digits)), let names = Self.names(phrase[..<digits.startIndex]) else {
                return nil
            }
            for landType in waiting + names where found.updateValue(.years(years), forKey: landType) != nil {
                return nil
            }
            waiting = []
        }
        guard !found.isEmpty, waiting.isEmpty else { return nil }
        terms = found
    }

    /// The land types in front of a number; those of other land give none.
    private static func names(_ text: Substring) -> [LandType]? {
        let name = String(text).trimmed("为均是:")
        if let landType = HeaderWords.landType(name) { return [landType] }
        return HeaderWords.otherLand.contains(name) ? [] : nil
    }

    /// `30年`, `均为30年`, `为30年` or the bare `30`; `text` is folded.
    static func years(_ text: String) -> Int? {
        var digits = text[...]
        while let first = digits.first, "均为".contains(first) { digits.removeFirst() }
        if digits.hasSuffix("年") { digits.removeLast() }
        return Grammar.whole(String(digits)).flatMap { (1...999).contains($0) ? $0 : nil }
    }
}

import GradeModel

/// Terms of use as one cell gives them: `园地为 30 年；林地为 70 年；草地 30 年`, `园地、草地：30年`, or `30 年` for all.
struct TermPhrases {
    private(set) var years: [(landType: LandType, years: Int)] = []

    init(_ text: String, _ line: Int, all: [LandType]) throws(GazetteError) {
        if let term = Self.years(text) {
            years = all.map { ($0, term) }
            return
        }
        for phrase in compacted(text).split(whereSeparator: { "；;，,。".contains($0) }) {
            var names = phrase.prefix { !("0"..."9" ~= $0) }
            let term = phrase[names.endIndex...]
            while let last = names.last, "为均：:".contains(last) { names.removeLast() }
            guard let number = Self.years(String(term)), !names.isEmpty else {
                throw GazetteError(line: line, .badTerm(text))
            }
            for landType in try DefinitionReading.landTypes(String(names), line) { years.append((landType, number)) }
        }
        guard !years.isEmpty else { throw GazetteError(line: line, .badTerm(text)) }
    }

    /// `30 年`, `30年`, `均为30年` or the bare `30`.
    static func years(_ text: String) -> Int? {
        var digits = compacted(text)[...]
        while let first = digits.first, "均为".contains(first) { digits.removeFirst() }
        if digits.hasSuffix("年") { digits.removeLast() }
        return Grammar.whole(String(digits)).flatMap { (1...999).contains($0) ? $0 : nil }
    }
}

/// Dates as documents print them.
enum ChineseDate {
    /// `2025年1月23日`, `2021 年 12 月 31 日`; nil for anything else.
    static func date(_ text: String) -> CalendarDate? {
        let text = compacted(text)
        guard text.hasSuffix("日") else { return nil }
        let parts = text.dropLast().split(omittingEmptySubsequences: false) { "年月".contains($0) }.map(String.init)
        guard parts.count == 3, parts[0].utf8.count == 4, let year = Grammar.whole(parts[0]),
            let month = Grammar.whole(parts[1]), let day = Grammar.whole(parts[2]),
            text == "\(parts[0])年\(parts[1])月\(parts[2])日"
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}

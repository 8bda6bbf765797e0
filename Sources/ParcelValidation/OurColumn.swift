import GradeModel
public import SystemSupport

/// One of the columns that validation appends.
enum OurColumn: String, CaseIterable, Sendable {
    case verdict, warning, township, village, rule
    case landType = "land_type"
    case grade
    case printedGrade = "printed_grade"
    case edition, note
    case gradeAfter = "grade_after"
    case changed, price
    case priceUnit = "price_unit"
    case priceCheck = "price_check"
    case amount
    case priceAfter = "price_after"
    case priceChange = "price_change"
    case amountAfter = "amount_after"
    case amountChange = "amount_change"

    /// For programs.
    var code: String { "landgrade_" + rawValue }

    /// For people. None of them is a word that lists have of their own, but the first.
    func word(in language: Language) -> String { name(in: language).text }

    private func name(in language: Language) -> Sentence {
        switch self {
        case .verdict: language.pick(zh: "核对结论", en: "Check result")
        case .warning: language.pick(zh: "核对提示", en: "Check warning")
        case .township: language.pick(zh: "匹配乡镇", en: "Matched township")
        case .village: language.pick(zh: "匹配村（社区）", en: "Matched village")
        case .rule: language.pick(zh: "匹配方式", en: "Matched by")
        case .landType: language.pick(zh: "核对地类", en: "Matched land type")
        case .grade: language.pick(zh: "公布级别", en: "Published grade")
        case .printedGrade: language.pick(zh: "公报所印级别", en: "Printed grade")
        case .edition: language.pick(zh: "所依据的成果版本", en: "Edition used")
        case .note: language.pick(zh: "核对说明", en: "Check note")
        case .gradeAfter: language.pick(zh: "对照版本级别", en: "Grade in the other edition")
        case .changed: language.pick(zh: "级别有无变化", en: "Grade changed")
        case .price: language.pick(zh: "公布地价", en: "Published price")
        case .priceUnit: language.pick(zh: "公布地价单位", en: "Unit of the published price")
        case .priceCheck: language.pick(zh: "地价核对", en: "Price check")
        case .amount: language.pick(zh: "核算总价", en: "Computed amount")
        case .priceAfter: language.pick(zh: "对照版本地价", en: "Price in the other edition")
        case .priceChange: language.pick(zh: "地价涨跌（%）", en: "Change of the price (%)")
        case .amountAfter: language.pick(zh: "对照版本总价", en: "Amount in the other edition")
        case .amountChange: language.pick(zh: "总价增减", en: "Change of the amount")
        }
    }
}

/// The columns that one validation appends, and what stands in them: codes for programs, or words for people.
struct OurColumns: Sendable {
    /// Two columns more, for a second edition.
    let isComparing: Bool
    /// A column more, beside the verdict.
    let hasWarnings: Bool
    let hasPrices: Bool
    /// Of notes and warnings, which are sentences in any case.
    let language: Language
    private let isWorded: Bool

    private var isChinese: Bool { isWorded && language == .zh }

    /// - Parameter words: names and values in words of the language.
    init(isComparing: Bool, hasWarnings: Bool, hasPrices: Bool, language: Language = .en, words: Bool = false) {
        self.isComparing = isComparing
        self.hasWarnings = hasWarnings
        self.hasPrices = hasPrices
        self.language = language
        isWorded = words
    }

    private var columns: [OurColumn] {
        var columns: [OurColumn] = [.verdict]
        if hasWarnings { columns.append(.warning) }
        columns += [.township, .village, .rule, .landType, .grade, .printedGrade, .edition, .note]
        if isComparing { columns += [.gradeAfter, .changed] }
        guard hasPrices else { return columns }
        columns += [.price, .priceUnit, .priceCheck, .amount]
        return columns + (isComparing ? [.priceAfter, .priceChange, .amountAfter, .amountChange] : [])
    }

    var names: [String] { columns.map { name(of: $0) } }

    func name(of column: OurColumn) -> String { isWorded ? column.word(in: language) : column.code }

    func text(_ verdict: Verdict) -> String { isWorded ? verdict.word(in: language) : verdict.rawValue }

    func text(_ warnings: [Warning]) -> String { warnings.sentence(in: language).text }

    func text(_ rule: MatchRule?) -> String { rule.map { isWorded ? $0.word(in: language) : $0.rawValue } ?? "" }

    func text(_ landType: LandType?) -> String { landType.map { isChinese ? $0.name : $0.rawValue } ?? "" }

    /// As a number, or as 一级 in Chinese words.
    func text(_ grade: Grade?) -> String { grade.map { gradesAreNumbers ? String($0.rawValue) : $0.label } ?? "" }

    /// A grade is written as a number.
    var gradesAreNumbers: Bool { !isChinese }

    func text(_ note: Note?) -> String { note.map { $0.sentence(in: language).text } ?? "" }

    func text(_ comparison: RowOutcome.Comparison?) -> String {
        comparison.map { $0.isChanged ? (isChinese ? "有" : "yes") : (isChinese ? "无" : "no") } ?? ""
    }

    func text(_ check: PriceCheck?) -> String {
        check.map { isWorded ? $0.sentence(in: language).text.spaced : $0.rawValue } ?? ""
    }
}

extension OurColumns {
    private static let codes = Set(OurColumn.allCases.map { $0.code.uppercased() })
    private static let words = Set(
        Language.allCases.flatMap { language in OurColumn.allCases.map { HeaderKey($0.word(in: language)).whole } })

    /// Whether a header, folded and in upper case, is one of ours: a list that was checked before has them.
    static func isOurs(_ key: String) -> Bool {
        guard key.hasPrefix("LANDGRA") else { return false }
        return codes.contains(key) || isCut(key)
    }

    /// As a shapefile cuts them, with GDAL and with ArcGIS: `LANDGRADE_`, `LANDGRAD_1` … `LANDGRA_10` …
    private static func isCut(_ key: String) -> Bool {
        guard key.utf8.count == 10, key != "LANDGRADE_" else { return key == "LANDGRADE_" }
        let parts = key.split(separator: "_", omittingEmptySubsequences: false)
        return parts.count == 2 && "LANDGRADE".hasPrefix(parts[0]) && (1...2).contains(parts[1].utf8.count)
            && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether a header reads like one of ours in words. It is ours only beside others.
    static func isLikeOurs(_ key: String) -> Bool { isOurs(key) || words.contains(key) }

    /// The places of our columns among folded headers: those with codes wherever they stand; those with words behind a
    /// 核对结论, in our order, where there are three of one check or more. Others may stand between them and some may be
    /// missing, as people insert and delete columns; lists may have a 核对结论 of their own.
    static func places(in keys: [String]) -> [Int] {
        var places = keys.indices.filter { isOurs(keys[$0]) }
        for language in Language.allCases {
            // Most lists have no header that begins as a verdict's does, whole or cut.
            let verdict = foldedWords[language]?.first?.prefix(2) ?? ""
            guard keys.contains(where: { $0.utf8.starts(with: verdict.utf8) }) else { continue }
            let numbers = wordNumbers[language] ?? [:]
            let found = keys.indices.lazy.flatMap { place in
                let whole = numbers[keys[place]].map { [$0] }
                // The last first, so that one header is never taken for two of them.
                return (whole ?? cutNumbers(keys[place], in: language)).reversed().map { (place: place, number: $0) }
            }
            var worded = Array(found.prefix(mostWorded))
            // Two checks may stand beside each other.
            for _ in 0..<mostChecks {
                guard let check = longestCheck(worded), check.count >= leastWorded else { break }
                places += check
                worded.removeAll { check.contains($0.place) }
            }
        }
        return places.sorted()
    }

    /// The numbers of our columns whose words a shapefile may have cut to this, which has names of ten bytes: five characters in
    /// GBK, three in UTF-8. GDAL and ArcGIS put a number behind names that came out the same.
    private static func cutNumbers(_ key: String, in language: Language) -> [Int] {
        guard key.utf8.count <= 15, firsts.contains(key.unicodeScalars.first ?? " ") else { return [] }
        var stem = key[...]
        if let mark = key.lastIndex(of: "_"), (1...2).contains(key[mark...].utf8.count - 1),
            key[mark...].dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) })
        {
            stem = key[..<mark]
        }
        let isNumbered = stem.endIndex < key.endIndex
        func isFull(_ text: Substring) -> Bool {
            let inGBK = text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
            let room = isNumbered ? 4...8 : 8...10
            return room.contains(inGBK) || room.contains(text.utf8.count)
        }
        guard isFull(stem) else { return [] }
        let words = foldedWords[language] ?? []
        return words.indices.filter { words[$0].utf8.count > stem.utf8.count && words[$0].utf8.starts(with: stem.utf8) }
    }

    /// By language, the words of our columns, folded.
    private static let foldedWords: [Language: [String]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            (language, OurColumn.allCases.map { HeaderKey($0.word(in: language)).whole })
        })

    private static let firsts = Set(words.compactMap(\.unicodeScalars.first))

    private static let leastWorded = 3
    /// More are no check of ours: the search is bounded.
    private static let mostChecks = 4, mostWorded = 256

    /// Places of the most words that stand in our order from a verdict on; of as many, those of the last verdict.
    private static func longestCheck(_ worded: [(place: Int, number: Int)]) -> [Int]? {
        var best: [Int]?
        for start in worded.indices.filter({ worded[$0].number == 0 }).suffix(2 * mostChecks) {
            // By number, the most places that end with it from this verdict on.
            var ending = [[Int]](repeating: [], count: OurColumn.allCases.count)
            ending[0] = [worded[start].place]
            for word in worded[(start + 1)...] where word.number > 0 {
                guard let before = ending[..<word.number].max(by: { $0.count < $1.count }) else { continue }
                if before.count >= ending[word.number].count { ending[word.number] = before + [word.place] }
            }
            if let found = ending.max(by: { $0.count < $1.count }), found.count >= best?.count ?? 0 { best = found }
        }
        return best
    }

    /// By language, the numbers of our columns by their words, folded.
    private static let wordNumbers: [Language: [String: Int]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            let words = foldedWords[language] ?? []
            return (language, Dictionary(uniqueKeysWithValues: words.enumerated().map { ($0.element, $0.offset) }))
        })
}

extension Verdict {
    /// As it stands in a list that was checked before.
    init?(cell: String) {
        let found = Self.allCases.first { verdict in
            verdict.rawValue == cell || Language.allCases.contains { verdict.word(in: $0) == cell }
        }
        guard let found else { return nil }
        self = found
    }

    /// In a cell and on a page.
    public func word(in language: Language) -> String { sentence(in: language).text.spaced }
}

extension String {
    /// A code as words: `unknown village`.
    fileprivate var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}

extension MatchRule {
    /// In a cell; an answer has room for a sentence.
    fileprivate func word(in language: Language) -> String { name(in: language).text }

    private func name(in language: Language) -> Sentence {
        switch self {
        case .exact: language.pick(zh: "名称完全一致", en: "exact name")
        case .normalized: language.pick(zh: "规范写法一致", en: "another spelling")
        case .alias: language.pick(zh: "别名", en: "alias")
        case .townshipOmitted: language.pick(zh: "未写乡镇", en: "township left out")
        case .suffixOmitted: language.pick(zh: "省略“村”“镇”等字", en: "suffix left out")
        case .address: language.pick(zh: "由地址识别", en: "address")
        case .pinyin: language.pick(zh: "拼音一致", en: "pinyin")
        case .township: language.pick(zh: "按乡镇", en: "township")
        }
    }
}

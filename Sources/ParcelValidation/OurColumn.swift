import GradeModel
import SystemSupport

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
    case amountAfter = "amount_after"
    case amountChange = "amount_change"

    /// For programs.
    var code: String { "landgrade_" + rawValue }

    /// For people who read Chinese. None of them is a word that lists have of their own, but the first.
    var word: String {
        switch self {
        case .verdict: "核对结论"
        case .warning: "核对提示"
        case .township: "匹配乡镇"
        case .village: "匹配村（社区）"
        case .rule: "匹配方式"
        case .landType: "核对地类"
        case .grade: "公布级别"
        case .printedGrade: "公报所印级别"
        case .edition: "所依据的成果版本"
        case .note: "核对说明"
        case .gradeAfter: "对照版本级别"
        case .changed: "级别有无变化"
        case .price: "公布地价"
        case .priceUnit: "公布地价单位"
        case .priceCheck: "地价核对"
        case .amount: "核算总价"
        case .priceAfter: "对照版本地价"
        case .amountAfter: "对照版本总价"
        case .amountChange: "总价增减"
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

    /// - Parameter words: names and values in words; English has the codes for words.
    init(isComparing: Bool, hasWarnings: Bool, hasPrices: Bool, language: Language = .en, words: Bool = false) {
        self.isComparing = isComparing
        self.hasWarnings = hasWarnings
        self.hasPrices = hasPrices
        self.language = language
        isWorded = words && language == .zh
    }

    private var columns: [OurColumn] {
        var columns: [OurColumn] = [.verdict]
        if hasWarnings { columns.append(.warning) }
        columns += [.township, .village, .rule, .landType, .grade, .printedGrade, .edition, .note]
        if isComparing { columns += [.gradeAfter, .changed] }
        guard hasPrices else { return columns }
        columns += [.price, .priceUnit, .priceCheck, .amount]
        return columns + (isComparing ? [.priceAfter, .amountAfter, .amountChange] : [])
    }

    var names: [String] { columns.map { name(of: $0) } }

    func name(of column: OurColumn) -> String { isWorded ? column.word : column.code }

    func text(_ verdict: Verdict) -> String {
        isWorded ? verdict.sentence(in: language).text : verdict.rawValue
    }

    func text(_ warnings: [Warning]) -> String { warnings.sentence(in: language).text }

    func text(_ rule: MatchRule?) -> String { rule.map { isWorded ? $0.word : $0.rawValue } ?? "" }

    func text(_ landType: LandType?) -> String { landType.map { isWorded ? $0.name : $0.rawValue } ?? "" }

    /// As a number or as 一级.
    func text(_ grade: Grade?) -> String { grade.map { isWorded ? $0.label : String($0.rawValue) } ?? "" }

    /// A grade is written as a number.
    var gradesAreNumbers: Bool { !isWorded }

    func text(_ note: Note?) -> String { note.map { $0.sentence(in: language).text } ?? "" }

    func text(_ comparison: RowOutcome.Comparison?) -> String {
        comparison.map { $0.isChanged ? (isWorded ? "有" : "yes") : (isWorded ? "无" : "no") } ?? ""
    }

    func text(_ check: PriceCheck?) -> String {
        check.map { isWorded ? $0.sentence(in: language).text : $0.rawValue } ?? ""
    }
}

extension OurColumns {
    private static let codes = Set(OurColumn.allCases.map { $0.code.uppercased() })
    private static let words = Set(OurColumn.allCases.map { HeaderKey($0.word).whole })

    /// Whether a header, folded and in upper case, is one of ours: a list that was checked before has them.
    static func isOurs(_ key: String) -> Bool { key.hasPrefix("LANDGRADE_") && codes.contains(key) }

    /// Whether a header reads like one of ours in words. It is ours only beside all the others.
    static func isLikeOurs(_ key: String) -> Bool { isOurs(key) || words.contains(key) }

    /// The places of our columns among folded headers: those with codes wherever they stand, those with words where all of
    /// one check follow each other, as lists may have a 核对结论 of their own.
    static func places(in keys: [String]) -> [Int] {
        let coded = keys.indices.filter { isOurs(keys[$0]) }
        guard let first = keys.firstIndex(of: verdictWord) else { return coded }
        let worded = runs.first { keys[first...].starts(with: $0) }
        return coded + (worded.map { Array(first..<first + $0.count) } ?? [])
    }

    private static let verdictWord = HeaderKey(OurColumn.verdict.word).whole

    /// What the columns of one check are called in words, the longest first.
    private static let runs: [[String]] = {
        let flags = [false, true]
        let forms = flags.flatMap { comparing in
            flags.flatMap { warnings in
                flags.map { prices in
                    OurColumns(
                        isComparing: comparing, hasWarnings: warnings, hasPrices: prices, language: .zh, words: true)
                }
            }
        }
        return forms.map { $0.names.map { HeaderKey($0).whole } }.sorted { $0.count > $1.count }
    }()
}

extension Verdict {
    /// As it stands in a list that was checked before.
    init?(cell: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue == cell || $0.sentence(in: .zh).text == cell })
        else { return nil }
        self = found
    }
}

extension MatchRule {
    /// In a cell; an answer has room for a sentence.
    fileprivate var word: String {
        switch self {
        case .exact: "名称完全一致"
        case .normalized: "规范写法一致"
        case .alias: "别名"
        case .townshipOmitted: "未写乡镇"
        case .suffixOmitted: "省略“村”“镇”等字"
        case .address: "由地址识别"
        case .pinyin: "拼音一致"
        case .township: "按乡镇"
        }
    }
}

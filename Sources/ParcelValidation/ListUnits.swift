public import GradeModel
import PlaceMatching
public import SystemSupport
import TabularText

/// The unit that the figures of a column are in.
public enum ListUnit: Hashable, Sendable {
    case area(AreaUnit)
    case price(PriceUnit)
    case money(PriceUnit.Money)

    /// `元/亩`, `平方米`, `万元`.
    public var word: String {
        switch self {
        case .area(let unit): unit.rawValue
        case .price(let unit): unit.word
        case .money(let money): money.word
        }
    }

    /// Nil where the word is no unit that such a column can have.
    public init?(word: String, of role: ColumnRole) {
        let unit: ListUnit? =
            switch role {
            case .area: AreaUnit(word: word).map(ListUnit.area)
            case .unitPrice: PriceUnit(word: word).map(ListUnit.price)
            case .amount: PriceUnit.Money(word: word).map(ListUnit.money)
            default: nil
            }
        guard let unit else { return nil }
        self = unit
    }

    /// Those that `--units` takes for a role, as they are shown.
    public static func words(of role: ColumnRole) -> [String] {
        switch role {
        case .area: AreaUnit.allCases.map(\.rawValue)
        case .unitPrice: ["元/平方米", "元/亩", "元/公顷", "万元/亩", "万元/公顷"]
        case .amount: [PriceUnit.Money.yuan, .tenThousandYuan].map(\.word)
        default: []
        }
    }

    /// The unit that a cell is nothing but, in brackets or behind 单位 too; nil where it is none that such a column can have.
    init?(cell: String, of role: ColumnRole) {
        guard !cell.isEmpty, cell.utf8.count <= 64 else { return nil }
        let key = HeaderKey(cell, isCell: true)
        // 单位（元/亩）
        let word = key.bare.hasSuffix("单位") ? key.asides.first ?? "" : Self.withoutLabel(key.bare)
        self.init(word: word, of: role)
    }

    /// Whether a cell is nothing but a unit that some column of a list can have.
    static func isUnit(_ cell: String) -> Bool {
        // Asked of rows that can't be judged, so the common answer comes first.
        guard let last = NameKey(cell).text.unicodeScalars.last, endings.contains(last) else { return false }
        return ColumnRole.figures.contains { ListUnit(cell: cell, of: $0) != nil }
    }

    /// What a unit ends with, or the bracket around it.
    private static let endings = Set("亩米㎡²2顷里元圆mMaAuU)]}】〕〗》〉」".unicodeScalars)

    /// 亩 of 单位:亩, folded.
    static func withoutLabel(_ word: String) -> String {
        guard let colon = word.lastIndex(of: ":"), word[..<colon].hasSuffix("单位"), !word[..<colon].contains("/") else {
            return word
        }
        return String(word[word.index(after: colon)...])
    }

    /// `unit_price=元/亩,area=亩,amount=万元`: any of them, each once; nil for anything else.
    public static func read(_ text: String) -> [ColumnRole: ListUnit]? {
        var units: [ColumnRole: ListUnit] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: !text.isEmpty ? false : true) {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard pair.count == 2, let role = ColumnRole(rawValue: pair[0]), units[role] == nil,
                let unit = ListUnit(word: pair[1], of: role)
            else { return nil }
            units[role] = unit
        }
        return units
    }
}

/// The unit of a column, and how it is known.
public struct ColumnUnit: Hashable, Sendable {
    public enum Origin: Hashable, Sendable {
        /// Its header has it.
        case header
        case told
        /// A standard fixes it for a field of this name.
        case standard
    }

    public let unit: ListUnit
    public let origin: Origin

    /// - Parameter told: the unit where the header has none.
    init?(header: String, of role: ColumnRole, told: ListUnit?) {
        let key = HeaderKey(header)
        if let unit = Self.unit(in: key, of: role) {
            (self.unit, origin) = (unit, .header)
        } else if let told {
            (unit, origin) = (told, .told)
        } else if role == .area, let unit = HeaderTable.fieldUnits[key.bare] {
            (self.unit, origin) = (.area(unit), .standard)
        } else {
            return nil
        }
    }

    /// 亩 of 面积(亩), 面积/亩 and 面积(单位:亩); 元/亩 of 单价(元/亩), 单价/元/亩 and 申报价格/单价/元/亩. Of 面积(亩)/㎡ none: it has two.
    private static func unit(in key: HeaderKey, of role: ColumnRole) -> ListUnit? {
        let asides = key.asides.map { $0.split(separator: ":").last.map(String.init) ?? "" }
        var units = Set(asides.compactMap { ListUnit(word: $0, of: role) })
        // A column that is called by its unit: 亩, 亩数.
        let word = key.bare.hasSuffix("数") ? String(key.bare.dropLast()) : key.bare
        if role == .area, let unit = AreaUnit(word: word) { units.insert(.area(unit)) }
        if role == .unitPrice, let area = HeaderTable.areasOfPrices.first(where: { key.bare.hasPrefix($0.word) })?.unit
        {
            units.formUnion(asides.compactMap { PriceUnit.Money(word: $0) }.map { .price(PriceUnit($0, for: area)) })
        }
        if let behind = key.unitBehind, behind.meaning.role == role { units.insert(behind.unit) }
        if let unit = key.lines.unit.flatMap({ ListUnit(word: $0, of: role) }) { units.insert(unit) }
        return units.count == 1 ? units.first : nil
    }
}

extension ColumnUnit: Worded {
    /// Behind the column it is the unit of.
    public func sentence(in language: Language) -> Sentence {
        switch origin {
        case .header: language.pick(zh: "（\(unit.word)）", en: " (\(unit.word))")
        case .told:
            language.pick(
                zh: "（\(unit.word)，按\(Sentence(command: " --units", page: "所选单位", interface: " units"))）",
                en: " (\(unit.word), by \(ListSetting.units.name(in: language)))")
        case .standard: language.pick(zh: "（\(unit.word)，按字段标准）", en: " (\(unit.word), by the standard of the field)")
        }
    }
}

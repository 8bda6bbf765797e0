public import GradeModel
import PlaceMatching

/// What a row's land-type cell says within its land type: the kind of land that an edition may have a price of.
public struct LandKind: Hashable, Sendable {
    /// The cell as its `NameKey`; empty where it names the land type alone.
    let name: String
    /// The class of GB/T 21010 that the cell is, by its name, its code or a word of the standard: `果园`. Empty: none.
    let standard: String

    /// The land type alone.
    public static let any = LandKind(name: "", standard: "")

    private init(name: String, standard: String) {
        self.name = name
        self.standard = standard
    }

    public init(_ text: String) {
        let key = LandTypeCell.key(text)
        // A sub type of an edition may look like several words and be none that standards have: 油茶(经济林).
        if let words = LandTypeCell.words(key), words.count > 1 || words.first != key,
            case .landType = LandTypeCell(text)
        {
            // The one that says more: 果园 of 园地(果园), 柑橘园 of 柑橘园(0201).
            let kinds = words.map { LandKind($0) }.filter { $0 != .any }
            self = kinds.first { $0.name != $0.standard && !$0.isCode } ?? kinds.first ?? .any
        } else {
            self = LandType(word: key) == nil ? LandKind(name: key, standard: Self.standard(key) ?? "") : .any
        }
    }

    private var isCode: Bool { name.utf8.first.map { (0x30...0x39).contains($0) } == true }

    /// The prices of a grade that this kind of land may have: those of its own sub type, else that of the whole land type,
    /// else that of an older class that it is part of; of land whose kind is not said all of them. Else those of all the
    /// kinds it may be, where there are several: what is left of one alone may be of other land.
    public func prices(_ all: [BasePrice], _ landType: LandType, _ grade: Grade) -> [BasePrice] {
        let prices = all.filter { $0.landType == landType && $0.grade == grade }
        if self == .any { return prices }
        for key in [name, standard] where !key.isEmpty {
            let own = prices.filter { $0.subtype.map(Self.words)?.contains(key) == true }
            if !own.isEmpty { return own }
        }
        if standard.isEmpty { return prices }
        let whole = prices.filter { $0.subtype == nil }
        if !whole.isEmpty { return whole }
        let wider = prices.filter { Self.kinds(of: $0).contains { Self.olderClasses[$0]?.contains(standard) == true } }
        if !wider.isEmpty { return wider }
        let possible = prices.filter { Self.kinds(of: $0).contains(where: mayBe) }
        return possible.count > 1 ? possible : []
    }

    /// Whether land of this class may be of a sub type: one that is no class of the standard, as 用材林 is, one that is part of
    /// it, or one of the parts of an older class.
    private func mayBe(_ subtype: String) -> Bool {
        guard let other = Self.standard(subtype) else { return true }
        return other == standard || Self.olderClasses[standard]?.contains(other) == true
    }

    /// What a price is of, folded: its sub type, or each of several, 果园、其他园地.
    static func kinds(of price: BasePrice) -> [String] { price.subtype.map(kinds) ?? [] }

    /// What a cell may say to mean a sub type: one of its kinds, or all of it as it is written.
    static func words(of subtype: String) -> [String] {
        let all = NameKey(subtype).text, kinds = kinds(subtype)
        return kinds.contains(all) ? kinds : kinds + [all]
    }

    private static func kinds(_ subtype: String) -> [String] {
        NameKey(subtype).text.split(separator: "、").map(String.init)
    }

    /// Classes of GB/T 21010-2007 that later ones are parts of.
    private static let olderClasses: [String: Set<String>] = ["有林地": ["乔木林地", "竹林地", "红树林地"]]

    /// The rate that a price is corrected by: that of this kind of land, which may have a price of the whole land type; else
    /// that of what the price is of, else that of the whole land type.
    public func rate(_ all: [CapitalizationRate], for price: BasePrice) -> CapitalizationRate? {
        let rates = all.filter { $0.landType == price.landType }
        for key in [name, standard] where !key.isEmpty {
            if let own = rates.first(where: { $0.subtype.map(Self.kinds)?.contains(key) == true }) { return own }
        }
        return rates.first { $0.subtype == price.subtype } ?? rates.first { $0.subtype == nil }
    }

    /// What it is called, folded; none where it is the land type alone.
    var names: [String] { (isCode ? [standard] : [name, standard]).filter { !$0.isEmpty } }

    /// As people call it, `果园` for 0201; nil where it is the land type alone.
    public var label: String? {
        if self == .any { return nil }
        return standard.isEmpty || !isCode ? name : standard
    }

    /// The land type that a word stands for: by a name or code that lists have too, or as a sub type that one of `prices` is
    /// for. Nil: none, or more than one.
    public static func landType(_ text: String, _ prices: [BasePrice]) -> LandType? {
        if case .landType(let landType) = LandTypeCell(text) { return landType }
        return landType(pricedAs: NameKey(text).text, prices)
    }

    /// The land type that prices have a kind under; nil where they have it under none, or under more than one.
    static func landType(pricedAs key: String, _ prices: [BasePrice]) -> LandType? {
        let landTypes = Set(prices.filter { $0.subtype.map(words)?.contains(key) == true }.map(\.landType))
        return landTypes.count == 1 ? landTypes.first : nil
    }

    private static func standard(_ key: String) -> String? {
        if let known = names[key] { return known }
        if key.hasPrefix("可调整") { return names[String(key.dropFirst(3))] }
        guard key.utf8.first.map({ (0x30...0x39).contains($0) }) == true else { return nil }
        if let known = codes[key] { return known }
        return key.utf8.count == 5 && (key.hasSuffix("K") || key.hasSuffix("k")) ? codes[String(key.dropLast())] : nil
    }

    /// GB/T 21010-2017, and -2007 where it has another code for it.
    private static let codes: [String: String] = [
        "0201": "果园", "0202": "茶园", "0203": "橡胶园", "0204": "其他园地", "021": "果园", "022": "茶园", "023": "其他园地",
        "0301": "乔木林地", "0302": "竹林地", "0303": "红树林地", "0304": "森林沼泽", "0305": "灌木林地", "0306": "灌丛沼泽",
        "0307": "其他林地", "031": "有林地", "032": "灌木林地", "033": "其他林地",
        "0401": "天然牧草地", "0402": "沼泽草地", "0403": "人工牧草地", "0404": "其他草地", "041": "天然牧草地", "042": "人工牧草地",
        "043": "其他草地",
    ]

    /// Classes by their names, and by the words that GB/T 21010-2017 has in its description of one of them.
    private static let names: [String: String] = {
        var names: [String: String] = [:]
        for name in codes.values { names[name] = name }
        for entry in LandTypeNames.graded {
            let code = entry.source.split(separator: " ").dropFirst(2).first ?? ""
            guard code.hasSuffix(":"), let name = codes[String(code.dropLast())] else { continue }
            for word in entry.words { names[word] = name }
        }
        return names
    }()
}

import GradeModel
import PlaceMatching
import SystemSupport

@testable import ParcelValidation

/// What prices come to, one row at a time: texts and fractions, no codes, no tables. What `RowPrices` says must be this.
struct SlowPrices {
    let columns: ColumnMap
    let county: CountyPrices
    let landType: LandType
    /// The cell of the land type; nil where the user gave it.
    let landText: String?
    /// That the row's land may have.
    let grades: [Grade]
    let after: [Grade]

    enum Reading {
        case none, unreadable
        case number(Number)
    }

    struct Number {
        var value: Fraction
        /// One of the last digit that is written.
        var digit: Fraction
        var unit: ListUnit?
    }

    struct Result {
        var price = "", unit = "", check: PriceCheck?, amount = "", note: PriceNote?
        var priceAfter = "", percent = "", amountAfter = "", change = ""

        func texts(_ options: ValidationOptions) -> [String] {
            let first = [price, unit, check?.rawValue ?? "", amount]
            return options.isComparing ? first + [priceAfter, percent, amountAfter, change] : first
        }
    }

    // MARK: cells

    static func read(_ cells: [String], _ role: ColumnRole, _ columns: ColumnMap) -> Reading {
        guard let column = columns[role] else { return .none }
        return read(cells[column], role, columns.units[role]?.unit)
    }

    static func read(_ cell: String, _ role: ColumnRole, _ unit: ListUnit?) -> Reading {
        if WrittenNone.form(cell) != nil { return .none }
        var text = cell.unicodeScalars.map { scalar -> String in
            if scalar.properties.isWhitespace { return " " }
            if scalar.properties.generalCategory == .format { return "" }
            if scalar == "∕" || scalar == "⁄" { return "/" }
            if scalar == "￥" { return "¥" }
            return String((0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar)
        }.joined()
        func trim() { text = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
        trim()
        if text.isEmpty { return .none }
        var own = unit
        func money(_ money: PriceUnit.Money) -> ListUnit? {
            guard role == .unitPrice else { return .money(money) }
            guard case .price(let price)? = unit else { return nil }
            return .price(PriceUnit(money, for: price.area))
        }
        if role != .area, text.hasPrefix("人民币") {
            text.removeFirst(3)
            trim()
        }
        let isYuan = role != .area && text.hasPrefix("¥")
        if isYuan {
            text.removeFirst()
            trim()
            own = money(.yuan)
        }
        let digits = text.prefix { "0123456789.,".contains($0) }
        guard let number = DecimalNumber(digits) else { return .unreadable }
        var word = text.dropFirst(digits.count).split(separator: " ").joined()[...]
        if word.hasPrefix("("), word.hasSuffix(")") { word = word.dropFirst().dropLast() }
        if isYuan, word.hasPrefix("/") { word = "元" + word }
        if role == .amount, word.hasSuffix("元整") || word.hasSuffix("圆整") { word = word.dropLast() }
        if !word.isEmpty {
            if let unit = ListUnit(word: String(word), of: role) {
                own = unit
            } else if role == .unitPrice, let word = PriceUnit.Money(word: word) {
                own = money(word)
            } else {
                return .unreadable
            }
        }
        var (value, scale) = (Fraction(number), number.scale)
        if role == .area, value == Fraction(0) { return .none }
        let most: UInt128 = own == .money(.tenThousandYuan) ? 100_000_000 : 1_000_000_000_000
        guard value < Fraction(most) else { return .unreadable }
        if role == .unitPrice {
            // Of a binary number that was printed in full, 15 digits are what was written.
            let significant = digits.filter { $0 != "." && $0 != "," }.drop { $0 == "0" }.count
            scale = min(scale, max(scale - max(significant - 15, 0), 0))
            value = rounded(value, scale)
        }
        return .number(Number(value: value, digit: Fraction(1, UInt128(DecimalNumber.powersOfTen[scale])), unit: own))
    }

    // MARK: official prices

    private static let classes: [String: String] = [
        "0201": "果园", "0201K": "果园", "021": "果园", "果园": "果园", "柑橘园": "果园", "可调整果园": "果园", "0202": "茶园", "022": "茶园",
        "茶园": "茶园", "茶叶园": "茶园", "0203": "橡胶园", "橡胶园": "橡胶园", "0204": "其他园地", "023": "其他园地", "桑园": "其他园地",
        "其他园地": "其他园地", "0301": "乔木林地", "0301K": "乔木林地", "乔木林地": "乔木林地", "其他草地": "其他草地", "0404": "其他草地",
    ]

    func prices(_ all: [BasePrice], _ grade: Grade) -> [BasePrice] {
        let own = all.filter { $0.landType == landType && $0.grade == grade }
        let key = landText.map { NameKey($0).text } ?? ""
        if key.isEmpty || LandType(word: key) != nil { return own }
        let standard = Self.classes[key]
        for name in [key, standard] {
            let same = own.filter { price in
                name != nil && (Self.kinds(price).contains(name!) || price.subtype.map { NameKey($0).text } == name!)
            }
            if !same.isEmpty { return same }
        }
        guard let standard else { return own }
        let whole = own.filter { $0.subtype == nil }
        if !whole.isEmpty { return whole }
        let parts = ["乔木林地", "竹林地", "红树林地"]
        let wider = own.filter { Self.kinds($0).contains("有林地") && parts.contains(standard) }
        if !wider.isEmpty { return wider }
        let possible = own.filter { price in
            Self.kinds(price).contains { kind in
                let other = Self.classes[kind]
                return other == nil || other == standard || standard == "有林地" && parts.contains(other!)
            }
        }
        return possible.count > 1 ? possible : []
    }

    /// Of a word that the standards have under no one land type: the one that all prices of that kind are under.
    static func landType(_ cell: String, _ county: CountyPrices) -> LandType? {
        switch LandTypeCell(cell) {
        case .landType, .outOfScope, .contradictory: return nil
        case .either, .unknown: break
        }
        let word = NameKey(cell).text.replacing("其它", with: "其他")
        let same = county.official.filter { price in
            price.subtype.map { NameKey($0).text == word || kinds(price).contains(word) } ?? false
        }
        return same.allSatisfy { $0.landType == same[0].landType } ? same.first?.landType : nil
    }

    static func kinds(_ price: BasePrice) -> [String] {
        price.subtype.map { $0.split(separator: "、").map { NameKey(String($0)).text } } ?? []
    }

    private static func distinct(_ prices: [BasePrice]) -> [BasePrice] {
        var distinct: [BasePrice] = []
        for price in prices
        where !distinct.contains(where: {
            $0.priceUnit == price.priceUnit && Fraction($0.number!) == Fraction(price.number!)
        }) {
            distinct.append(price)
        }
        return distinct
    }

    var candidates: [BasePrice] { Self.distinct(grades.flatMap { prices(county.official, $0) }) }

    // MARK: findings

    func judge(_ cells: [String]) -> Result {
        let price = Self.read(cells, .unitPrice, columns), amount = Self.read(cells, .amount, columns)
        let area = Self.read(cells, .area, columns)
        let candidates = candidates
        let first = finding(price: price, candidates), second = finding(amount: amount, area, price, candidates)
        var result = Result()
        result.price = candidates.map(\.amount).joined(separator: ";")
        let units = candidates.map(\.unit)
        result.unit = Set(units).count > 1 ? units.joined(separator: ";") : units.first ?? ""
        result.check = PriceCheck.worse(first.check, second.check)
        result.note = PriceNote(candidates, price: first, amount: second)
        let later = Self.distinct(after.flatMap { prices(county.after, $0) })
        let isOneUnit = later.allSatisfy { later in units.allSatisfy { $0 == later.unit } } && !units.isEmpty
        result.priceAfter = later.map { $0.amount + (isOneUnit ? "" : $0.unit) }.joined(separator: ";")
        if candidates.count == 1, later.count == 1 {
            result.percent = PriceChange(from: candidates[0], to: later[0])?.percent ?? ""
        }
        if case .number(let area) = area, case .area(let unit)? = area.unit {
            let metres = times(area.value, unit.squareMetres)
            func yuan(_ price: BasePrice) -> Yuan { Yuan(rounding: times(price.yuanPerSquareMetre!, metres))! }
            if candidates.count == 1 { result.amount = yuan(candidates[0]).text }
            if later.count == 1 { result.amountAfter = yuan(later[0]).text }
            if candidates.count == 1, later.count == 1 { result.change = (yuan(later[0]) - yuan(candidates[0])).text }
        }
        return result
    }

    /// Of a row without an official grade.
    static func noGrade(_ cells: [String], _ columns: ColumnMap) -> Result {
        var result = Result()
        for role in [ColumnRole.unitPrice, .amount] {
            if case .none = read(cells, role, columns) { continue }
            result.check = .noGrade
        }
        return result
    }

    func finding(price reading: Reading, _ candidates: [BasePrice]) -> PriceFinding {
        let declared: Number
        switch reading {
        case .none: return .none
        case .unreadable: return grades.isEmpty ? .noGrade : .unreadable
        case .number(let number): declared = number
        }
        if grades.isEmpty { return .noGrade }
        if candidates.isEmpty { return .notPublished }
        guard case .price(let unit)? = declared.unit else { return .noUnit }
        func isPrice(_ price: BasePrice, in unit: PriceUnit) -> Bool { self.isPrice(price, declared, in: unit) }
        if declared.value == Fraction(0) { return .mismatch(nil) }
        if candidates.contains(where: { isPrice($0, in: unit) }) { return candidates.count == 1 ? .ok : .undecided }
        let others = others(candidates)
        if let price = Self.exactly(declared.value, unit, others) { return .mismatch(causes(of: price, others)) }
        let decimals = Self.decimals(declared.value)
        for candidate in candidates where decimals <= 15 {
            guard rounded(candidate.converted(to: unit)!, decimals) == declared.value else { continue }
            let cause = PriceCause.decimals(decimals, isCut: false)
            // A wrong 亩 explains all that is written.
            let isFiner = times(declared.digit, Self.power(decimals)) < Fraction(1)
            let mu = muCause(declared, unit, candidates) { $0 == declared.value || isFiner }
            return .mismatch(mu.map { .anyOf([cause, $0]) } ?? cause)
        }
        if let (price, _) = others.first(where: { isPrice($0.0, in: unit) }) {
            return .mismatch(causes(of: price, others))
        }
        for candidate in candidates {
            for other in [candidate.priceUnit!] + Self.usual
            where other.yuanPerSquareMetre != unit.yuanPerSquareMetre && isPrice(candidate, in: other) {
                // One digit may be the rounding of anything.
                let digits = times(declared.value, Self.power(decimals))
                guard digits >= Fraction(10) || candidate.converted(to: other)! == declared.value else { continue }
                return .mismatch(.unit(other, written: unit))
            }
        }
        if let mu = muCause(declared, unit, candidates, isMore: { _ in true }) { return .mismatch(mu) }
        for candidate in candidates where decimals <= 15 {
            let exact = candidate.converted(to: unit)!
            if cut(exact, decimals) == declared.value { return .mismatch(.decimals(decimals, isCut: true)) }
        }
        for candidate in candidates {
            let cause = Self.factorCause(candidate.converted(to: unit)!) { wrong in
                let digits = times(declared.value, Self.power(decimals))
                return distance(wrong, declared.value) <= half(declared.digit)
                    && (digits >= Fraction(1000) || wrong == declared.value)
            }
            if let cause { return .mismatch(cause) }
        }
        return .mismatch(nil)
    }

    private func muCause(
        _ declared: Number, _ unit: PriceUnit, _ candidates: [BasePrice], isMore: (Fraction) -> Bool
    ) -> PriceCause? {
        for candidate in candidates {
            for (text, metres) in Self.mu {
                let printed = candidate.priceUnit!
                guard (printed.area == .mu) != (unit.area == .mu) else { continue }
                // To 元 for a square metre, and on to the declared unit, with so many metres to a 亩.
                func perMetre(_ unit: PriceUnit) -> Fraction {
                    let area = unit.area == .mu ? metres : unit.area.squareMetres
                    return Fraction(unit.money.rawValue).divided(by: area)!
                }
                let wrong = times(Fraction(candidate.number!), perMetre(printed)).divided(by: perMetre(unit))!
                if distance(wrong, declared.value) <= half(declared.digit), isMore(wrong) {
                    return .mu(text, isRounded: false)
                }
            }
        }
        return nil
    }

    /// The first of the others that a price is, without any rounding.
    static func exactly(
        _ value: Fraction, _ unit: PriceUnit, _ others: [(BasePrice, PriceCause)]
    ) -> BasePrice? {
        others.first { $0.0.yuanPerSquareMetre == times(value, unit.yuanPerSquareMetre) }?.0
    }

    func isPrice(_ price: BasePrice, _ declared: Number, in unit: PriceUnit) -> Bool {
        if price.priceUnit == unit { return Fraction(price.number!) == declared.value }
        return distance(price.converted(to: unit)!, declared.value) <= half(declared.digit)
    }

    /// All that cost the same.
    func causes(of price: BasePrice, _ others: [(BasePrice, PriceCause)]) -> PriceCause {
        var causes: [PriceCause] = []
        for (other, cause) in others
        where other.priceUnit == price.priceUnit && Fraction(other.number!) == Fraction(price.number!) {
            if !causes.contains(cause) { causes.append(cause) }
        }
        return causes.count == 1 ? causes[0] : .anyOf(causes)
    }

    static func power(_ decimals: Int) -> Fraction { Fraction(UInt128(DecimalNumber.powersOfTen[decimals])) }

    /// Decimals that it needs.
    static func decimals(_ value: Fraction) -> Int {
        (0...18).first { times(value, power($0)).denominator == 1 }!
    }

    static func factorCause(_ right: Fraction, _ isIt: (Fraction) -> Bool) -> PriceCause? {
        for (text, factor) in [
            ("2000/3", Fraction(2000, 3)), ("666.67", Fraction(66_667, 100)), ("667", Fraction(667)),
            ("15", Fraction(15)),
            ("10000", Fraction(10_000)),
        ] {
            if isIt(times(right, factor)) { return .factor(text, isDivided: false) }
            if isIt(right.divided(by: factor)!) { return .factor(text, isDivided: true) }
        }
        return nil
    }

    func others(_ candidates: [BasePrice]) -> [(BasePrice, PriceCause)] {
        var others: [(BasePrice, PriceCause)] = []
        for number in 1...20 {
            let grade = Grade(rawValue: number)!
            if !grades.contains(grade) { others += prices(county.official, grade).map { ($0, .grade(grade)) } }
        }
        for price in county.official where price.landType == landType && grades.contains(price.grade) {
            if !prices(county.official, price.grade).contains(price) {
                others.append((price, .subtype(price.subtype, landType)))
            }
        }
        for other in county.others {
            for grade in grades { others += prices(other.prices, grade).map { ($0, .edition(other.edition)) } }
        }
        return others
    }

    private static let usual = ["元/平方米", "元/亩", "万元/亩", "元/公顷", "万元/公顷", "万元/平方米"].map { PriceUnit(word: $0)! }
    static let mu = [("666.67", Fraction(66667, 100)), ("667", Fraction(667))]
}

func times(_ a: Fraction, _ b: Fraction) -> Fraction { a.multiplied(by: b)! }
func half(_ a: Fraction) -> Fraction { times(a, Fraction(1, 2)) }

func sum(_ a: Fraction, _ b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

func distance(_ a: Fraction, _ b: Fraction) -> Fraction {
    let left = a.numerator * b.denominator, right = b.numerator * a.denominator
    return Fraction(left > right ? left - right : right - left, a.denominator * b.denominator)
}

func cut(_ a: Fraction, _ decimals: Int) -> Fraction {
    let power = UInt128(DecimalNumber.powersOfTen[decimals])
    return Fraction(a.numerator * power / a.denominator, power)
}

func rounded(_ a: Fraction, _ decimals: Int) -> Fraction {
    Fraction(a.rounded(decimals: decimals)!.units, UInt128(DecimalNumber.powersOfTen[decimals]))
}

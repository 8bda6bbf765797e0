import GradeModel

/// What declared figures come to, as a code that tables are keyed by: findings in their order, and from `causes` on what
/// explains a mismatch.
extension OfficialPrices {
    /// Codes of what a declared figure comes to.
    enum Code {
        static let none = 0, ok = 1
        static let findings: [PriceFinding] = [
            .none, .ok, .undecided, .mismatch(nil), .unreadable, .noUnit, .noArea, .unreadableArea, .noAreaUnit,
            .notPublished, .noGrade,
        ]
        static let undecided = 2, mismatch = 3, unreadable = 4, noUnit = 5, noArea = 6, unreadableArea = 7
        static let noAreaUnit = 8, notPublished = 9, noGrade = 10
        static let declaredPrice = 16, mu = 17, money = 19, roundedPrice = 21, roundedTenThousands = 24
        static let roundedArea = 26, total = 30, areaUnit = 48, unit = 64, other = 128
        /// Codes have 16 bits.
        static let mostOthers = 65_000
    }

    static let muMetres = ["666.67", "667"]
    /// 2000/3 square metres over those that were taken.
    private static let muFactors = [Ratio(200_000, 200_001), Ratio(2000, 2001)]
    /// A price in 万元 has its 元 in four of them: with none it is no price any more.
    private static let decimals = [2, 4, 0], tenThousandsDecimals = [2, 4]
    private static let steps: [(text: String, value: Ratio)] = [
        ("1", Ratio(1, 1)), ("10", Ratio(10, 1)), ("0.1", Ratio(1, 10)), ("100", Ratio(100, 1)),
        ("1000", Ratio(1000, 1)), ("10000", Ratio(10_000, 1)),
    ]

    func finding(_ code: Int) -> PriceFinding {
        switch code {
        case Code.other...: .mismatch(others[code - Code.other].cause)
        case Code.unit...: .mismatch(.unit(UnitCode.price(code >> 3 & 7), written: UnitCode.price(code & 7)))
        case Code.areaUnit...: .mismatch(.areaUnit(UnitCode.area(code >> 2), written: UnitCode.area(code)))
        case Code.total...:
            .mismatch(
                .total(Self.steps[(code - Code.total) >> 1].text, isCut: (code - Code.total) & 1 == 1))
        case Code.roundedArea...: .mismatch(.roundedArea(decimals: Self.decimals[code - Code.roundedArea]))
        case Code.roundedTenThousands...:
            .mismatch(
                .roundedPrice(decimals: Self.tenThousandsDecimals[code - Code.roundedTenThousands], .tenThousandYuan))
        case Code.roundedPrice...:
            .mismatch(.roundedPrice(decimals: Self.decimals[code - Code.roundedPrice], .yuan))
        case Code.money...:
            .mismatch(
                .money(UnitCode.money(code - Code.money), written: UnitCode.money(1 - (code - Code.money))))
        case Code.mu...: .mismatch(.mu(Self.muMetres[code - Code.mu]))
        case Code.declaredPrice: .mismatch(.declaredPrice)
        default: Code.findings[code]
        }
    }

    // MARK: a declared price

    func priceCode(_ declared: Figure) -> Int {
        switch declared.state {
        case .none: return Code.none
        case .unreadable: return state == .noGrade ? Code.noGrade : Code.unreadable
        case .number: break
        }
        if state == .noGrade { return Code.noGrade }
        if state == .notPublished { return Code.notPublished }
        if declared.unit == UnitCode.none { return Code.noUnit }
        // No land costs nothing: 0 is not the rounding of a price.
        if declared.mantissa == 0 { return Code.mismatch }
        let span = DeclaredSpan(price: declared, unit: declared.unit)
        if candidates.contains(where: { Self.fits(declared, declared.unit, span, $0) }) {
            return state == .one ? Code.ok : Code.undecided
        }
        return priceCause(declared, span)
    }

    private func priceCause(_ declared: Figure, _ span: DeclaredSpan) -> Int {
        for (index, other) in others.prefix(Code.mostOthers).enumerated()
        where Self.fits(declared, declared.unit, span, other.price) {
            return Code.other + index
        }
        for candidate in candidates {
            // 元/平方米 and 万元/公顷 are the same: mixed up, they change no figure.
            for unit in [candidate.unit] + UnitCode.usual where UnitCode.prices[unit] != UnitCode.prices[declared.unit]
            {
                if Self.fits(declared, unit, DeclaredSpan(price: declared, unit: unit), candidate) {
                    return Code.unit + unit << 3 + declared.unit
                }
            }
        }
        for candidate in candidates {
            for (index, factor) in Self.muFactors.enumerated() {
                let value = Self.byMu(candidate.perMetre, candidate.unit, declared.unit, factor)
                if let value, span.contains(value) { return Code.mu + index }
            }
        }
        return Code.mismatch
    }

    /// Whether a price, read in this unit, is an official one: exactly in the unit that is printed, rounded in any other.
    private static func fits(_ declared: Figure, _ unit: Int, _ span: DeclaredSpan, _ price: OfficialPrice) -> Bool {
        guard unit == price.unit else { return span.contains(price.perMetre) }
        let powers = PowersOfTen.all
        let left = declared.mantissa.multipliedFullWidth(by: powers[price.number.scale])
        let right = price.number.mantissa.multipliedFullWidth(by: powers[declared.scale])
        return left == right
    }

    /// A value that was converted between a 亩 and another unit with a wrong 亩; nil where none was converted.
    private static func byMu(_ value: Ratio, _ from: Int, _ to: Int, _ factor: Ratio) -> Ratio? {
        switch (from & 3 == 1, to & 3 == 1) {
        case (true, false): value.times(factor)
        case (false, true): value.divided(by: factor)
        default: nil
        }
    }

    // MARK: a declared amount

    func amountCode(_ declared: Figure, _ area: Figure, price: Figure) -> Int {
        switch declared.state {
        case .none: return Code.none
        case .unreadable: return state == .noGrade ? Code.noGrade : Code.unreadable
        case .number: break
        }
        if state == .noGrade { return Code.noGrade }
        if state == .notPublished { return Code.notPublished }
        if declared.unit == UnitCode.none { return Code.noUnit }
        switch area.state {
        case .none: return Code.noArea
        case .unreadable: return Code.unreadableArea
        case .number: if area.unit == UnitCode.none { return Code.noAreaUnit }
        }
        let span = DeclaredSpan(amount: declared, money: declared.unit)
        let metres = Self.metres(area, area.unit)
        for candidate in candidates {
            if let value = metres?.times(candidate.perMetre), span.containsAmount(value) {
                return state == .one ? Code.ok : Code.undecided
            }
        }
        return declared.mantissa == 0 || area.mantissa == 0 ? Code.mismatch : amountCause(declared, span, area, price)
    }

    /// An area in square metres.
    static func metres(_ area: Figure, _ unit: Int) -> Ratio? {
        UnitCode.metres[unit].times(UInt128(area.mantissa), UInt128(PowersOfTen.all[area.scale]))
    }

    private func amountCause(_ declared: Figure, _ span: DeclaredSpan, _ area: Figure, _ price: Figure) -> Int {
        let metres = Self.metres(area, area.unit)
        func isIt(_ value: Ratio?) -> Bool { value.map { span.containsAmount($0) } ?? false }
        let hasPrice = price.state == .number && price.unit != UnitCode.none
        if hasPrice {
            let perMetre = UnitCode.prices[price.unit].times(
                UInt128(price.mantissa), UInt128(PowersOfTen.all[price.scale]))
            if let perMetre, isIt(metres?.times(perMetre)) { return Code.declaredPrice }
        }
        for (index, other) in others.prefix(Code.mostOthers).enumerated()
        where isIt(metres?.times(other.price.perMetre)) {
            return Code.other + index
        }
        for candidate in candidates {
            for unit in 0..<4 where unit != area.unit && isIt(Self.metres(area, unit)?.times(candidate.perMetre)) {
                return Code.areaUnit + unit << 2 + area.unit
            }
        }
        let otherMoney = 1 - declared.unit
        let otherSpan = DeclaredSpan(amount: declared, money: otherMoney)
        for candidate in candidates {
            if let value = metres?.times(candidate.perMetre), otherSpan.containsAmount(value) {
                return Code.money + otherMoney
            }
        }
        // The area was converted to the unit of the printed price, or of the declared one.
        let declaredUnits = hasPrice ? [price.unit] : []
        for candidate in candidates {
            for unit in [candidate.unit] + declaredUnits {
                for (index, factor) in Self.muFactors.enumerated() {
                    let wrong = Self.byMu(candidate.perMetre, unit, area.unit, factor)
                    if let wrong, isIt(metres?.times(wrong)) { return Code.mu + index }
                }
            }
        }
        return roundingCause(declared, span, area, declaredUnits)
    }

    /// - Parameter declaredUnits: of the row's price, where it has one.
    private func roundingCause(
        _ declared: Figure, _ span: DeclaredSpan, _ area: Figure, _ declaredUnits: [Int]
    ) -> Int {
        for candidate in candidates {
            for (money, all, code) in [
                (0, Self.decimals, Code.roundedPrice), (1, Self.tenThousandsDecimals, Code.roundedTenThousands),
            ] where money << 2 | area.unit != candidate.unit {
                for (index, decimals) in all.enumerated() {
                    let value = Self.byRoundedPrice(candidate, money << 2 | area.unit, decimals, area)
                    if let value, span.containsAmount(value) { return code + index }
                }
            }
        }
        for candidate in candidates {
            for unit in [candidate.unit] + declaredUnits where unit & 3 != area.unit {
                for (index, decimals) in Self.decimals.enumerated() {
                    let value = Self.byRoundedArea(candidate, unit & 3, decimals, area)
                    if let value, span.containsAmount(value) { return Code.roundedArea + index }
                }
            }
        }
        let metres = Self.metres(area, area.unit)
        for candidate in candidates {
            guard let value = metres?.times(candidate.perMetre) else { continue }
            for (index, step) in Self.steps.enumerated() {
                if let isCut = Self.isRoundedTotal(declared, value, step.value) {
                    return Code.total + index << 1 + (isCut ? 1 : 0)
                }
            }
        }
        return Code.mismatch
    }

    private static func byRoundedPrice(_ price: OfficialPrice, _ unit: Int, _ decimals: Int, _ area: Figure) -> Ratio? {
        guard let rounded = price.perMetre.divided(by: UnitCode.prices[unit])?.rounded(decimals: decimals) else {
            return nil
        }
        let converted = UnitCode.prices[unit].times(rounded, UInt128(PowersOfTen.all[decimals]))
        return converted.flatMap { metres(area, area.unit)?.times($0) }
    }

    private static func byRoundedArea(_ price: OfficialPrice, _ unit: Int, _ decimals: Int, _ area: Figure) -> Ratio? {
        let unit = UnitCode.metres[unit]
        guard let rounded = metres(area, area.unit)?.divided(by: unit)?.rounded(decimals: decimals) else { return nil }
        return unit.times(rounded, UInt128(PowersOfTen.all[decimals]))?.times(price.perMetre)
    }

    /// Whether an amount is a multiple of `step`, and the next to the exact one, or the next below it; nil: neither.
    private static func isRoundedTotal(_ declared: Figure, _ exact: Ratio, _ step: Ratio) -> Bool? {
        let money: UInt128 = declared.unit == 0 ? 1 : 10_000
        let (count, rest) = (UInt128(declared.mantissa) * money * step.below).quotientAndRemainder(
            dividingBy: UInt128(PowersOfTen.all[declared.scale]) * step.above)
        guard rest == 0, let steps = exact.divided(by: step) else { return nil }
        // Steps in the exact amount: from half of one below to half of one above, or from none to one above.
        func isBetween(_ low: UInt128, _ high: UInt128) -> Bool {
            let double = steps.above.multipliedFullWidth(by: 2)
            let first = low.multipliedFullWidth(by: steps.below), last = high.multipliedFullWidth(by: steps.below)
            return (first.high, first.low) <= (double.high, double.low)
                && (double.high, double.low) < (last.high, last.low)
        }
        if isBetween(2 * count - (count > 0 ? 1 : 0), 2 * count + 1) { return false }
        return isBetween(2 * count, 2 * count + 2) ? true : nil
    }
}

import GradeModel

/// What explains a declared figure that is not the official one: each mistake is computed exactly, and the first that gives
/// the figure is named.
extension OfficialPrices {
    func priceCause(_ declared: Figure, _ span: DeclaredSpan) -> Int {
        if let code = exactlyOther(declared) { return code }
        for candidate in candidates {
            guard let decimals = Self.decimalsCause(declared, candidate, isCut: false) else { continue }
            // A wrong 亩 explains all that is written.
            let isFiner = declared.withoutZeros.scale < declared.scale
            let mu = muCause(declared, span) { isFiner || declared.isExactly($0) }
            return mu.map { PriceCode.either(mu: $0, decimals: decimals) } ?? decimals
        }
        for (index, other) in others.prefix(PriceCode.mostOthers).enumerated()
        where Self.fits(declared, declared.unit, span, other.price) {
            return PriceCode.other(index)
        }
        for candidate in candidates {
            // 元/平方米 and 万元/公顷 are the same: mixed up, they change no figure.
            for unit in [candidate.unit] + UnitCode.usual where UnitCode.prices[unit] != UnitCode.prices[declared.unit]
            {
                if Self.fits(declared, unit, DeclaredSpan(price: declared, unit: unit), candidate),
                    declared.says(candidate.perMetre, in: unit, orDigits: 2)
                {
                    return PriceCode.unit(unit, written: declared.unit)
                }
            }
        }
        if let code = muCause(declared, span, isMore: { _ in true }) { return code }
        for candidate in candidates {
            if let code = Self.decimalsCause(declared, candidate, isCut: true) { return code }
        }
        return factorCause {
            $0.map { span.contains($0) && declared.says($0, in: declared.unit, orDigits: 4) } ?? false
        }
            ?? PriceCode.mismatch
    }

    /// Converted with a wrong 亩.
    ///
    /// - Parameter isMore: what else has to be true of the price that this gives, in 元 for a square metre.
    private func muCause(_ declared: Figure, _ span: DeclaredSpan, isMore: (Ratio) -> Bool) -> Int? {
        for candidate in candidates {
            for (index, mu) in PriceSteps.mus.enumerated() {
                let value = Self.byMu(candidate.perMetre, candidate.unit, declared.unit, mu.factor)
                if let value, span.contains(value), isMore(value) { return PriceCode.mu + index }
            }
        }
        return nil
    }

    /// The first of the other prices that the declared one is, without any rounding.
    private func exactlyOther(_ declared: Figure) -> Int? {
        others.prefix(PriceCode.mostOthers).firstIndex { declared.isExactly($0.price.perMetre) }
            .map { PriceCode.other($0) }
    }

    /// - Parameter isIt: whether a price, in 元 for a square metre, leads to the figure.
    private func factorCause(_ isIt: (Ratio?) -> Bool) -> Int? {
        for candidate in candidates {
            for (index, factor) in PriceSteps.factors.enumerated() {
                if isIt(candidate.perMetre.times(factor.value)) { return PriceCode.factor(index, isDivided: false) }
                if isIt(candidate.perMetre.divided(by: factor.value)) {
                    return PriceCode.factor(index, isDivided: true)
                }
            }
        }
        return nil
    }

    /// The price in the declared unit, with fewer decimals than it has, rounded or cut; nil: it is not that.
    private static func decimalsCause(_ declared: Figure, _ price: OfficialPrice, isCut: Bool) -> Int? {
        let figure = declared.withoutZeros
        guard let exact = price.perMetre.divided(by: UnitCode.prices[declared.unit]),
            figure.scale <= PriceCode.mostDecimals
        else { return nil }
        let value = isCut ? exact.cut(decimals: figure.scale) : exact.rounded(decimals: figure.scale)
        guard value == UInt128(figure.mantissa) else { return nil }
        return (isCut ? PriceCode.cutDecimals : PriceCode.decimals) + figure.scale
    }

    /// A value that was converted between a 亩 and another unit with a wrong 亩; nil where none was converted.
    private static func byMu(_ value: Ratio, _ from: Int, _ to: Int, _ factor: Ratio) -> Ratio? {
        switch (from & 3 == 1, to & 3 == 1) {
        case (true, false): value.times(factor)
        case (false, true): value.divided(by: factor)
        default: nil
        }
    }

    // MARK: an amount

    func amountCause(_ amount: DeclaredAmount) -> Int {
        let perMetre = amount.perMetre
        // A price that was rounded, and no more: the amount was made with it.
        let isRounded = perMetre != nil && amount.price.mantissa > 0 && candidates.contains { fits(amount.price, $0) }
        if amount.fits(perMetre) {
            let price = amount.price.withoutZeros
            guard isRounded, price.scale <= PriceCode.mostDecimals else { return PriceCode.declaredPrice }
            if let code = exactlyOther(amount.price) { return code }
            return (price.unit < 4 ? PriceCode.roundedPrice : PriceCode.roundedTenThousands) + price.scale
        }
        // As a sheet shows it, in whole 元: that explains all of the figure, and most of what follows only comes near it.
        if let code = totalCause(amount, PriceSteps.totals.prefix(1), cuts: false) {
            let exact = amount.exact
            let other = plainMuCause(exact) ?? roundedPriceCause(exact) ?? roundedAreaCause(exact)
            return other.map { PriceCode.eitherTotal(or: $0) } ?? code
        }
        if isInWholeYuan(amount, perMetre) { return PriceCode.roundedDeclaredPrice }
        // One that gives the amount exactly goes before one that only comes near it.
        let exact = amount.exact, known = others.prefix(PriceCode.mostOthers)
        let other =
            known.firstIndex { exact.fits($0.price.perMetre) } ?? known.firstIndex { amount.fits($0.price.perMetre) }
        if let other { return PriceCode.other(other) }
        return unitCause(amount) ?? muCause(amount, perMetre, isRounded: isRounded)
            ?? factorCause(amount.fits) ?? roundedOtherCause(amount) ?? roundedPriceCause(amount)
            ?? roundedAreaCause(amount) ?? totalCause(amount, PriceSteps.totals[...], cuts: true)
            ?? roundedMuCause(amount) ?? areaUnitCause(amount, isRounded: true)
            ?? (candidates.contains { amount.isByUnroundedArea($0.perMetre, amount.area.unit) }
                ? PriceCode.unroundedArea : PriceCode.mismatch)
    }

    /// Whether an amount is this price, in 元 for a square metre, times the area, rounded to whole 元.
    private func isInWholeYuan(_ amount: DeclaredAmount, _ perMetre: Ratio?) -> Bool {
        guard let perMetre, let exact = amount.metres?.times(perMetre) else { return false }
        return Self.isRoundedTotal(amount.figure, exact, PriceSteps.totals[0].value) == false
    }

    /// Another price's amount, in whole 元.
    private func roundedOtherCause(_ amount: DeclaredAmount) -> Int? {
        others.prefix(PriceCode.mostOthers).firstIndex { isInWholeYuan(amount, $0.price.perMetre) }
            .map { PriceCode.other($0, isRounded: true) }
    }

    /// The area taken for another unit; 元 and 万元 mixed up. Both are 10,000 between 平方米 and 公顷.
    private func unitCause(_ amount: DeclaredAmount) -> Int? {
        let area = areaUnitCause(amount, isRounded: false)
        guard let money = moneyCause(amount) else { return area }
        guard let area = area ?? areaUnitCause(amount, isRounded: true) else { return money }
        return PriceCode.either(areaUnit: area, money: money - PriceCode.money)
    }

    /// - Parameter isRounded: the declared area may be the rounding of the one meant.
    private func areaUnitCause(_ amount: DeclaredAmount, isRounded: Bool) -> Int? {
        for candidate in candidates {
            for unit in 0..<4 where unit != amount.area.unit {
                let isIt =
                    isRounded
                    ? amount.isByUnroundedArea(candidate.perMetre, unit)
                    : amount.isIt(Self.metres(amount.area, unit)?.times(candidate.perMetre))
                if isIt { return PriceCode.areaUnit(unit, written: amount.area.unit) }
            }
        }
        return nil
    }

    private func moneyCause(_ amount: DeclaredAmount) -> Int? {
        let otherMoney = 1 - amount.figure.unit
        let other = DeclaredSpan(amount: amount.figure, money: otherMoney)
        for candidate in candidates {
            if let value = amount.metres?.times(candidate.perMetre), other.containsAmount(value) {
                return PriceCode.money + otherMoney
            }
        }
        return nil
    }

    /// Units that the area may have been converted to: the printed price's, and the declared one's.
    private static func pricedUnits(_ candidate: OfficialPrice, _ amount: DeclaredAmount) -> [Int] {
        amount.perMetre == nil ? [candidate.unit] : [candidate.unit, amount.price.unit]
    }

    /// Converted with a wrong 亩.
    private func plainMuCause(_ amount: DeclaredAmount) -> Int? {
        for candidate in candidates {
            for unit in Self.pricedUnits(candidate, amount) {
                for (index, mu) in PriceSteps.mus.enumerated()
                where amount.fits(Self.byMu(candidate.perMetre, unit, amount.area.unit, mu.factor)) {
                    return PriceCode.mu + index
                }
            }
        }
        return nil
    }

    /// - Parameter perMetre: the declared price.
    private func muCause(_ amount: DeclaredAmount, _ perMetre: Ratio?, isRounded: Bool) -> Int? {
        if let code = plainMuCause(amount) {
            // An amount in 万元 may be the rounding of both.
            return shorterAreaCause(amount).map { PriceCode.either(mu: code, areaDecimals: $0) } ?? code
        }
        guard let perMetre else { return nil }
        for (index, mu) in PriceSteps.mus.enumerated()
        where amount.fits(Self.byMu(perMetre, amount.price.unit, amount.area.unit, mu.factor)) {
            return (isRounded ? PriceCode.mu : PriceCode.declaredPriceByMu) + index
        }
        return nil
    }

    /// The price was rounded in its own unit, or in that of the area.
    private func roundedPriceCause(_ amount: DeclaredAmount) -> Int? {
        let areaUnit = amount.area.unit
        for candidate in candidates {
            for decimals in PriceSteps.fewerDecimals where decimals < candidate.number.scale {
                if amount.fits(Self.rounded(candidate.perMetre, candidate.unit, decimals)) {
                    return PriceCode.printedPrice + decimals
                }
            }
        }
        for candidate in candidates {
            for decimals in PriceSteps.decimals where candidate.unit != areaUnit {
                if amount.fits(Self.rounded(candidate.perMetre, areaUnit, decimals)) {
                    return PriceCode.roundedPrice + decimals
                }
            }
            // Nobody has 万元 for a square metre.
            for decimals in PriceSteps.tenThousandsDecimals where candidate.unit != 4 | areaUnit && areaUnit != 0 {
                if amount.fits(Self.rounded(candidate.perMetre, 4 | areaUnit, decimals)) {
                    return PriceCode.roundedTenThousands + decimals
                }
            }
        }
        return nil
    }

    /// A price, in 元 for a square metre, that was rounded in this unit.
    private static func rounded(_ perMetre: Ratio?, _ unit: Int, _ decimals: Int) -> Ratio? {
        guard let rounded = perMetre?.divided(by: UnitCode.prices[unit])?.rounded(decimals: decimals) else {
            return nil
        }
        return UnitCode.prices[unit].times(rounded, UInt128(PowersOfTen.all[decimals]))
    }

    /// The decimals that the area was rounded to in its own unit.
    private func shorterAreaCause(_ amount: DeclaredAmount) -> Int? {
        let area = amount.area
        for candidate in candidates {
            for decimals in PriceSteps.fewerDecimals where decimals < area.scale {
                let value = Self.byRoundedArea(amount.metres, candidate, area.unit, decimals)
                if amount.isIt(value) { return decimals }
            }
        }
        return nil
    }

    private func roundedAreaCause(_ amount: DeclaredAmount) -> Int? {
        if let decimals = shorterAreaCause(amount) { return PriceCode.roundedArea + decimals }
        let area = amount.area
        for candidate in candidates {
            for unit in Self.pricedUnits(candidate, amount) where unit & 3 != area.unit {
                for decimals in PriceSteps.decimals
                where amount.isIt(Self.byRoundedArea(amount.metres, candidate, unit, decimals)) {
                    return PriceCode.convertedArea + decimals
                }
            }
        }
        return nil
    }

    /// What an area comes to that was rounded in the unit of area of `unit`.
    private static func byRoundedArea(
        _ metres: Ratio?, _ price: OfficialPrice, _ unit: Int, _ decimals: Int
    ) -> Ratio? {
        let unit = UnitCode.metres[unit & 3]
        guard let rounded = metres?.divided(by: unit)?.rounded(decimals: decimals) else { return nil }
        return unit.times(rounded, UInt128(PowersOfTen.all[decimals]))?.times(price.perMetre)
    }

    /// Converted with a wrong 亩, and then price, area or amount rounded.
    private func roundedMuCause(_ amount: DeclaredAmount) -> Int? {
        let areaUnit = amount.area.unit
        for candidate in candidates {
            for unit in Self.pricedUnits(candidate, amount) {
                for (index, mu) in PriceSteps.mus.enumerated() {
                    // The price for a square metre, and the area in square metres, as they came out.
                    guard let wrongPrice = Self.byMu(candidate.perMetre, unit, areaUnit, mu.factor),
                        let wrongArea = amount.metres.flatMap({ Self.byMu($0, unit, areaUnit, mu.factor) })
                    else { continue }
                    let isIt = PriceSteps.muDecimals.contains { decimals in
                        amount.isIt(Self.byRoundedArea(wrongArea, candidate, unit, decimals))
                            || amount.fits(Self.rounded(wrongPrice, areaUnit, decimals))
                    }
                    let total = amount.metres?.times(wrongPrice)?.rounded(decimals: 0)
                    if isIt || amount.isIt(total.map { Ratio($0, 1) }) { return PriceCode.muRounded + index }
                }
            }
        }
        return nil
    }

    /// - Parameter cuts: the amount may have been cut, too.
    private func totalCause(
        _ amount: DeclaredAmount, _ steps: ArraySlice<PriceSteps.Step>, cuts: Bool
    ) -> Int? {
        for candidate in candidates {
            guard let exact = amount.metres?.times(candidate.perMetre) else { continue }
            for (index, step) in steps.enumerated() {
                if let isCut = Self.isRoundedTotal(amount.figure, exact, step.value), cuts || !isCut {
                    let code = PriceCode.total(index, isCut: isCut)
                    // Of two roundings the smaller says more; where it is that of the area, nobody can tell.
                    return amount.isByUnroundedArea(candidate.perMetre, within: step.value)
                        ? PriceCode.eitherUnroundedArea(total: code) : code
                }
            }
        }
        return nil
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

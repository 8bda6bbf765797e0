import GradeModel
import SystemSupport

@testable import ParcelValidation

/// What a declared amount comes to, slowly.
extension SlowPrices {
    func finding(
        amount reading: Reading, _ areaReading: Reading, _ priceReading: Reading, _ candidates: [BasePrice]
    ) -> PriceFinding {
        let declared: Number, area: Number
        switch reading {
        case .none: return .none
        case .unreadable: return grades.isEmpty ? .noGrade : .unreadable
        case .number(let number): declared = number
        }
        if grades.isEmpty { return .noGrade }
        if candidates.isEmpty { return .notPublished }
        guard case .money(let money)? = declared.unit else { return .noUnit }
        switch areaReading {
        case .none: return .noArea
        case .unreadable: return .unreadableArea
        case .number(let number): area = number
        }
        guard case .area(let areaUnit)? = area.unit else { return .noAreaUnit }
        let yuan = times(declared.value, Fraction(money.rawValue))
        func room(_ money: PriceUnit.Money) -> Fraction {
            money == .yuan || declared.value == Fraction(0)
                ? Fraction(1, 100) : max(Fraction(1, 100), half(times(declared.digit, Fraction(10_000))))
        }
        let metres = times(area.value, areaUnit.squareMetres)
        // Near the exact amount, or near the one that is shown.
        func isNear(_ amount: Fraction, _ yuan: Fraction, _ room: Fraction) -> Bool {
            distance(amount, yuan) <= room || distance(rounded(amount, 2), yuan) <= room
        }
        func isIt(_ amount: Fraction) -> Bool { isNear(amount, yuan, room(money)) }
        func amount(_ price: BasePrice) -> Fraction { times(metres, price.yuanPerSquareMetre!) }
        let fitting = candidates.filter { isIt(amount($0)) }
        if !fitting.isEmpty {
            if candidates.count == 1 { return .ok }
            guard case .number(let price) = priceReading, case .price(let unit)? = price.unit,
                finding(price: priceReading, candidates) == .undecided
            else { return .undecided }
            return fitting.contains { isPrice($0, price, in: unit) } ? .undecided : .mismatch(.otherPrice)
        }
        if declared.value == Fraction(0) || area.value == Fraction(0) { return .mismatch(nil) }
        var declaredPrice: (value: Fraction, unit: PriceUnit, isOfficial: Bool)?
        if case .number(let price) = priceReading, case .price(let unit)? = price.unit {
            let check = finding(price: priceReading, candidates)
            declaredPrice = (price.value, unit, check == .ok || check == .undecided)
            if isIt(times(metres, times(price.value, unit.yuanPerSquareMetre))) {
                let decimals = Self.decimals(price.value)
                guard declaredPrice!.isOfficial, decimals <= 15 else { return .mismatch(.declaredPrice(mu: nil)) }
                let others = others(candidates)
                if let other = Self.exactly(price.value, unit, others) { return .mismatch(causes(of: other, others)) }
                return .mismatch(.roundedPrice(decimals: decimals, converted: unit.money))
            }
        }
        // Whether some area that is written so comes to the amount, in this unit.
        func isByUnrounded(_ price: BasePrice, _ unit: AreaUnit) -> Bool {
            guard area.value.divided(by: area.digit)! >= Fraction(1000) else { return false }
            let exact = times(times(area.value, unit.squareMetres), price.yuanPerSquareMetre!)
            let digitRoom = times(times(half(area.digit), unit.squareMetres), price.yuanPerSquareMetre!)
            return distance(exact, yuan) <= sum(digitRoom, room(money))
        }
        let declaredAreas = declaredPrice.map { [$0.unit.area] } ?? []
        // What an area comes to in another unit, where a 亩 is so many metres.
        func wrongly(_ metresOfMu: Fraction, in unit: AreaUnit) -> Fraction {
            func size(_ unit: AreaUnit) -> Fraction { unit == .mu ? metresOfMu : unit.squareMetres }
            return times(area.value, size(areaUnit)).divided(by: size(unit))!
        }
        func muCause(_ isIt: (Fraction) -> Bool) -> PriceCause? {
            for candidate in candidates {
                for priced in [candidate.priceUnit!.area] + declaredAreas {
                    for (text, muMetres) in Self.mu where (priced == .mu) != (areaUnit == .mu) {
                        // The price for one unit, exact, and the number of them that the area was taken for.
                        let price = times(candidate.yuanPerSquareMetre!, priced.squareMetres)
                        if isIt(times(price, wrongly(muMetres, in: priced))) { return .mu(text, isRounded: false) }
                    }
                }
            }
            return nil
        }
        func priceCause(_ isIt: (Fraction) -> Bool) -> PriceCause? {
            for candidate in candidates {
                let number = Fraction(candidate.number!)
                for decimals in [2, 1, 0, 3, 4] where decimals < candidate.number!.scale {
                    let price = times(rounded(number, decimals), candidate.priceUnit!.yuanPerSquareMetre)
                    if isIt(times(price, metres)) { return .roundedPrice(decimals: decimals, converted: nil) }
                }
            }
            for candidate in candidates {
                for (money, all) in [(PriceUnit.Money.yuan, [2, 4, 0, 1, 3]), (.tenThousandYuan, [2, 4])] {
                    let unit = PriceUnit(money, for: areaUnit)
                    for decimals in all
                    where unit != candidate.priceUnit && (money == .yuan || areaUnit != .squareMetre) {
                        let price = rounded(candidate.converted(to: unit)!, decimals)
                        if isIt(times(times(price, Fraction(money.rawValue)), area.value)) {
                            return .roundedPrice(decimals: decimals, converted: money)
                        }
                    }
                }
            }
            return nil
        }
        func shorterAreaCause(_ isIt: (Fraction) -> Bool) -> PriceCause? {
            for candidate in candidates {
                for decimals in [2, 1, 0, 3, 4] where times(area.digit, Self.power(decimals)) < Fraction(1) {
                    let less = times(rounded(area.value, decimals), areaUnit.squareMetres)
                    if isIt(times(less, candidate.yuanPerSquareMetre!)) {
                        return .roundedArea(decimals: decimals, isConverted: false)
                    }
                }
            }
            return nil
        }
        func convertedAreaCause(_ isIt: (Fraction) -> Bool) -> PriceCause? {
            for candidate in candidates {
                for priced in [candidate.priceUnit!.area] + declaredAreas where priced != areaUnit {
                    for decimals in [2, 4, 0, 1, 3] {
                        let converted = rounded(metres.divided(by: priced.squareMetres)!, decimals)
                        if isIt(times(times(converted, priced.squareMetres), candidate.yuanPerSquareMetre!)) {
                            return .roundedArea(decimals: decimals, isConverted: true)
                        }
                    }
                }
            }
            return nil
        }
        func isExactly(_ amount: Fraction) -> Bool { amount == yuan || rounded(amount, 2) == yuan }
        // Whole 元, as the exact amount is rounded.
        func isWhole(_ exact: Fraction) -> Bool { yuan.denominator == 1 && rounded(exact, 0) == yuan }
        for candidate in candidates where isWhole(amount(candidate)) {
            let worth = times(times(area.digit, areaUnit.squareMetres), candidate.yuanPerSquareMetre!)
            let isUnrounded = worth <= Fraction(1) && isByUnrounded(candidate, areaUnit)
            let total = PriceCause.total("1", isCut: false)
            let other =
                muCause(isExactly) ?? priceCause(isExactly) ?? shorterAreaCause(isExactly)
                ?? convertedAreaCause(isExactly)
            if let other { return .mismatch(.anyOf([other, total])) }
            return .mismatch(isUnrounded ? .anyOf([total, .unroundedArea]) : total)
        }
        if let (value, unit, _) = declaredPrice, isWhole(times(metres, times(value, unit.yuanPerSquareMetre))) {
            return .mismatch(.roundedTotal(of: .declaredPrice(mu: nil)))
        }
        let others = others(candidates)
        // One that gives the amount exactly goes before one that only comes near it.
        let otherPrice =
            others.first { isExactly(amount($0.0)) } ?? others.first { isIt(amount($0.0)) }
        if let (price, _) = otherPrice { return .mismatch(causes(of: price, others)) }
        func areaCause(isRounded: Bool) -> PriceCause? {
            for candidate in candidates {
                for other in AreaUnit.allCases where other != areaUnit {
                    let wrong = times(times(area.value, other.squareMetres), candidate.yuanPerSquareMetre!)
                    if isRounded ? isByUnrounded(candidate, other) : isIt(wrong) {
                        return .areaUnit(other, written: areaUnit)
                    }
                }
            }
            return nil
        }
        let other: PriceUnit.Money = money == .yuan ? .tenThousandYuan : .yuan
        let isMoney = candidates.contains {
            isNear(amount($0), times(declared.value, Fraction(other.rawValue)), room(other))
        }
        let exactArea = areaCause(isRounded: false)
        if isMoney {
            let cause = PriceCause.money(other, written: money)
            return .mismatch((exactArea ?? areaCause(isRounded: true)).map { .anyOf([$0, cause]) } ?? cause)
        }
        if let exactArea { return .mismatch(exactArea) }
        let shorterArea = shorterAreaCause(isIt)
        if let mu = muCause(isIt) { return .mismatch(shorterArea.map { .anyOf([mu, $0]) } ?? mu) }
        if let (value, unit, isOfficial) = declaredPrice {
            for (text, muMetres) in Self.mu where (unit.area == .mu) != (areaUnit == .mu) {
                let yuan = times(value, Fraction(unit.money.rawValue))
                if isIt(times(yuan, wrongly(muMetres, in: unit.area))) {
                    return .mismatch(isOfficial ? .mu(text, isRounded: false) : .declaredPrice(mu: text))
                }
            }
        }
        for candidate in candidates {
            if let cause = Self.factorCause(amount(candidate), isIt) { return .mismatch(cause) }
        }
        if let (price, _) = others.first(where: { isWhole(amount($0.0)) }) {
            return .mismatch(.roundedTotal(of: causes(of: price, others)))
        }
        if let cause = priceCause(isIt) ?? shorterArea ?? convertedAreaCause(isIt) { return .mismatch(cause) }
        for candidate in candidates {
            let exact = amount(candidate)
            for (text, step) in [
                ("1", Fraction(1)), ("10", Fraction(10)), ("0.1", Fraction(1, 10)), ("100", Fraction(100)),
                ("1000", Fraction(1000)), ("10000", Fraction(10_000)),
            ] {
                let steps = exact.divided(by: step)!, written = yuan.divided(by: step)!
                guard written.denominator == 1 else { continue }
                let isCut = steps.numerator / steps.denominator == written.numerator
                guard rounded(steps, 0) == written || isCut else { continue }
                let total = PriceCause.total(text, isCut: rounded(steps, 0) != written)
                let worth = times(times(area.digit, areaUnit.squareMetres), candidate.yuanPerSquareMetre!)
                let isUnrounded = worth <= step && isByUnrounded(candidate, areaUnit)
                return .mismatch(isUnrounded ? .anyOf([total, .unroundedArea]) : total)
            }
        }
        for candidate in candidates {
            for priced in [candidate.priceUnit!.area] + declaredAreas where (priced == .mu) != (areaUnit == .mu) {
                for (text, muMetres) in Self.mu {
                    let price = times(candidate.yuanPerSquareMetre!, priced.squareMetres)
                    let count = wrongly(muMetres, in: priced)
                    // The price for one unit of the area, converted with the same 亩.
                    let each = times(price, count).divided(by: area.value)!
                    let isIt = [2, 4, 0].contains {
                        isIt(times(price, rounded(count, $0))) || isIt(times(rounded(each, $0), area.value))
                    }
                    if isIt || isNear(rounded(times(price, count), 0), yuan, room(money)) {
                        return .mismatch(.mu(text, isRounded: true))
                    }
                }
            }
        }
        if let cause = areaCause(isRounded: true) { return .mismatch(cause) }
        if candidates.contains(where: { isByUnrounded($0, areaUnit) }) { return .mismatch(.unroundedArea) }
        return .mismatch(nil)
    }
}

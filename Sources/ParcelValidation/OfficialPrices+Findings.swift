import GradeModel

/// What declared figures come to.
extension OfficialPrices {
    func finding(_ code: Int) -> PriceFinding {
        guard code >= PriceCode.firstOther else { return PriceCode.finding(code) }
        let taken = others[(code - PriceCode.firstOther) >> 1]
        var causes: [PriceCause] = []
        for other in others where other.price.isSame(as: taken.price) && !causes.contains(other.cause) {
            causes.append(other.cause)
        }
        let cause = causes.count > 1 ? PriceCause.anyOf(causes) : taken.cause
        return .mismatch((code - PriceCode.firstOther) & 1 == 1 ? .roundedTotal(of: cause) : cause)
    }

    /// Of a declared price.
    func priceCode(_ declared: Figure) -> Int {
        switch declared.state {
        case .none: return PriceCode.none
        case .unreadable: return state == .noGrade ? PriceCode.noGrade : PriceCode.unreadable
        case .number: break
        }
        if state == .noGrade { return PriceCode.noGrade }
        if state == .notPublished { return PriceCode.notPublished }
        if declared.unit == UnitCode.none { return PriceCode.noUnit }
        // No land costs nothing: 0 is not the rounding of a price.
        if declared.mantissa == 0 { return PriceCode.mismatch }
        if candidates.contains(where: { fits(declared, $0) }) {
            return state == .one ? PriceCode.ok : PriceCode.undecided
        }
        return priceCause(declared, DeclaredSpan(price: declared, unit: declared.unit))
    }

    /// - Parameter declared: a number with a unit.
    func fits(_ declared: Figure, _ price: OfficialPrice) -> Bool {
        Self.fits(declared, declared.unit, DeclaredSpan(price: declared, unit: declared.unit), price)
    }

    /// Whether a price, read in this unit, is an official one: exactly in the unit that is printed, rounded in any other.
    static func fits(_ declared: Figure, _ unit: Int, _ span: DeclaredSpan, _ price: OfficialPrice) -> Bool {
        guard unit == price.unit else { return span.contains(price.perMetre) }
        let powers = PowersOfTen.all
        let left = declared.mantissa.multipliedFullWidth(by: powers[price.number.scale])
        let right = price.number.mantissa.multipliedFullWidth(by: powers[declared.scale])
        return left == right
    }

    /// Of a declared amount.
    func amountCode(_ declared: Figure, _ area: Figure, price: Figure) -> Int {
        switch declared.state {
        case .none: return PriceCode.none
        case .unreadable: return state == .noGrade ? PriceCode.noGrade : PriceCode.unreadable
        case .number: break
        }
        if state == .noGrade { return PriceCode.noGrade }
        if state == .notPublished { return PriceCode.notPublished }
        if declared.unit == UnitCode.none { return PriceCode.noUnit }
        switch area.state {
        case .none: return PriceCode.noArea
        case .unreadable: return PriceCode.unreadableArea
        case .number: if area.unit == UnitCode.none { return PriceCode.noAreaUnit }
        }
        let amount = DeclaredAmount(declared, area, price)
        let fitting = candidates.filter { amount.fits($0.perMetre) }
        if !fitting.isEmpty {
            if state == .one { return PriceCode.ok }
            // Of the prices that may be meant, both have to be of one.
            let isOther = priceCode(price) == PriceCode.undecided && !fitting.contains { fits(price, $0) }
            return isOther ? PriceCode.otherPrice : PriceCode.undecided
        }
        return declared.mantissa == 0 || area.mantissa == 0 ? PriceCode.mismatch : amountCause(amount)
    }

    /// An area in square metres.
    static func metres(_ area: Figure, _ unit: Int) -> Ratio? {
        UnitCode.metres[unit].times(UInt128(area.mantissa), UInt128(PowersOfTen.all[area.scale]))
    }
}

/// A declared amount with what else its row declares.
struct DeclaredAmount {
    let figure: Figure
    let area: Figure
    let price: Figure
    /// Of the area.
    let metres: Ratio?
    private var span: DeclaredSpan

    /// The same without any tolerance: what it is, exact or rounded to 0.01 元.
    var exact: Self {
        var exact = self
        exact.span = DeclaredSpan(exact: figure, money: figure.unit)
        return exact
    }

    /// - Parameters:
    ///   - figure: a number with a unit.
    ///   - area: the same.
    init(_ figure: Figure, _ area: Figure, _ price: Figure) {
        (self.figure, self.area, self.price) = (figure, area, price)
        metres = OfficialPrices.metres(area, area.unit)
        span = DeclaredSpan(amount: figure, money: figure.unit)
    }

    /// Whether it is this price, in 元 for a square metre, times the area.
    func fits(_ perMetre: Ratio?) -> Bool { perMetre.map { isIt(metres?.times($0)) } ?? false }

    func isIt(_ amount: Ratio?) -> Bool { amount.map { span.containsAmount($0) } ?? false }

    /// Whether it is this price times an area that the declared one, read in `unit`, may be the rounding of. One of fewer
    /// than four digits may be the rounding of anything.
    func isByUnroundedArea(_ perMetre: Ratio, _ unit: Int) -> Bool {
        let double = 2 * UInt128(area.mantissa), power = 2 * UInt128(PowersOfTen.all[area.scale])
        guard area.mantissa >= 1000, let first = UnitCode.metres[unit].times(double - 1, power)?.times(perMetre),
            let last = UnitCode.metres[unit].times(double + 1, power)?.times(perMetre)
        else { return false }
        return span.touches(first, last)
    }

    /// The same of the declared area's own unit, and one of its last digit is worth no more than `step`, in 元.
    func isByUnroundedArea(_ perMetre: Ratio, within step: Ratio) -> Bool {
        guard isByUnroundedArea(perMetre, area.unit),
            let worth = UnitCode.metres[area.unit].times(1, UInt128(PowersOfTen.all[area.scale]))?.times(perMetre)
        else { return false }
        let left = worth.above.multipliedFullWidth(by: step.below)
        let right = step.above.multipliedFullWidth(by: worth.below)
        return (left.high, left.low) <= (right.high, right.low)
    }

    /// The declared price in 元 for a square metre, where there is one.
    var perMetre: Ratio? {
        guard price.state == .number, price.unit != UnitCode.none else { return nil }
        return UnitCode.prices[price.unit].times(UInt128(price.mantissa), UInt128(PowersOfTen.all[price.scale]))
    }
}

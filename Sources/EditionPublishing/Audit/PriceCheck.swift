import GradeModel
import ParcelValidation

/// Prices held against grades and against each other, and rates.
struct PriceCheck {
    private(set) var findings: [Finding] = []

    init(_ edition: Edition) {
        for landType in Set(edition.prices.map(\.landType)).sorted() {
            let prices = edition.prices.filter { $0.landType == landType }
            let graded = Set(edition.grades.filter { $0.landType == landType }.map(\.grade))
            var subtypes: [String?] = []
            for price in prices where !subtypes.contains(price.subtype) { subtypes.append(price.subtype) }
            for subtype in subtypes { addMissing(prices, graded, landType, subtype) }
            for price in prices where !graded.contains(price.grade) { findings.append(.priceWithoutGrade(price)) }
            for subtype in subtypes {
                let own = prices.filter { $0.subtype == subtype }
                addRising(own)
                addOtherLand(own)
            }
            for price in prices where !Self.isPlausible(price) { findings.append(.amountImplausible(price)) }
        }
        // 元/㎡ is 元/平方米, however it is printed.
        var units: [String] = []
        func isSame(_ a: String, _ b: String) -> Bool {
            a == b || PriceUnit(word: a).map { $0 == PriceUnit(word: b) } ?? false
        }
        for price in edition.prices where !units.contains(where: { isSame($0, price.unit) }) {
            units.append(price.unit)
        }
        if units.count > 1 { findings.append(.severalUnits(units)) }
        for rate in edition.rates where !Self.isPlausible(rate) { findings.append(.rateImplausible(rate)) }
    }

    /// A price of the whole land type is that of each kind of land without one of its own.
    private mutating func addMissing(
        _ prices: [BasePrice], _ graded: Set<Grade>, _ landType: LandType, _ subtype: String?
    ) {
        let priced = prices.filter { $0.subtype == subtype || $0.subtype == nil }.map(\.grade)
        for grade in graded.subtracting(priced).sorted() {
            // Where no kind of land has it, that is one thing to say and not one for each.
            let isNowhere = !prices.contains { $0.grade == grade }
            let finding = Finding.priceMissing(landType, subtype: isNowhere ? nil : subtype, grade)
            if !findings.contains(finding) { findings.append(finding) }
        }
        // It may have been forgotten, and the price that stands in is another.
        guard let subtype else { return }
        let own = prices.filter { $0.subtype == subtype }.map(\.grade)
        for grade in graded.intersection(priced).subtracting(own).sorted() {
            findings.append(.priceOfWhole(landType, subtype: subtype, grade))
        }
    }

    private mutating func addRising(_ prices: [BasePrice]) {
        let sorted = prices.sorted { $0.grade < $1.grade }
        for (better, worse) in zip(sorted, sorted.dropFirst()) {
            guard let high = better.yuanPerSquareMetre, let low = worse.yuanPerSquareMetre else { continue }
            if low >= high {
                findings.append(.priceRises(from: better, to: worse))
            } else if Self.isPlausible(better), Self.isPlausible(worse), let most = low.multiplied(by: Fraction(10)),
                high >= most
            {
                findings.append(.priceLeaps(from: better, to: worse))
            }
        }
    }

    /// A kind of land under a land type that it is not part of. What no standard has, or has under several, is the document's
    /// own to place.
    private mutating func addOtherLand(_ prices: [BasePrice]) {
        guard let price = prices.first, let subtype = price.subtype else { return }
        let known = subtype.split(separator: "、").compactMap { LandKind.landType(String($0), []) }
        if let other = known.first(where: { $0 != price.landType }) {
            findings.append(.subtypeOfOther(price, other))
        }
    }

    /// What offices publish is 4 to 10 per cent. 6% has become 0.06% where the 6% was taken for a fraction of one, and 7.5% has
    /// become 75% where its point was lost.
    private static func isPlausible(_ rate: CapitalizationRate) -> Bool {
        guard let percent = DecimalNumber(rate.percent).map({ Fraction($0) }) else { return true }
        return percent >= Fraction(1) && percent <= Fraction(20)
    }

    private static func isPlausible(_ price: BasePrice) -> Bool {
        guard let amount = price.yuanPerSquareMetre else { return true }
        return amount >= Fraction(3, 10) && amount <= Fraction(2000)
    }
}

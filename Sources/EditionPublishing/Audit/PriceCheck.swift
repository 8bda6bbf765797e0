import GradeModel

/// Prices held against grades and against each other.
struct PriceCheck {
    private(set) var findings: [Finding] = []

    init(_ edition: Edition) {
        for landType in Set(edition.prices.map(\.landType)).sorted() {
            let prices = edition.prices.filter { $0.landType == landType }
            let graded = Set(edition.grades.filter { $0.landType == landType }.map(\.grade))
            let priced = Set(prices.map(\.grade))
            for grade in graded.subtracting(priced).sorted() { findings.append(.priceMissing(landType, grade)) }
            for grade in priced.subtracting(graded).sorted() { findings.append(.priceWithoutGrade(landType, grade)) }
            var subtypes: [String?] = []
            for price in prices where !subtypes.contains(price.subtype) { subtypes.append(price.subtype) }
            for subtype in subtypes { addRising(prices.filter { $0.subtype == subtype }, landType, subtype) }
            for price in prices where !Self.isPlausible(price) {
                findings.append(
                    .amountImplausible(landType, price.grade, amount: price.amount, unit: price.unit))
            }
        }
        var units: [String] = []
        for price in edition.prices where !units.contains(price.unit) { units.append(price.unit) }
        if units.count > 1 { findings.append(.severalUnits(units)) }
    }

    private mutating func addRising(_ prices: [BasePrice], _ landType: LandType, _ subtype: String?) {
        let sorted = prices.sorted { $0.grade < $1.grade }
        for (better, worse) in zip(sorted, sorted.dropFirst()) where better.unit == worse.unit {
            guard let high = Double(better.amount), let low = Double(worse.amount), low >= high else { continue }
            findings.append(.priceRises(landType, subtype: subtype, from: better.grade, to: worse.grade))
        }
    }

    /// 元 for a square metre.
    private static let perSquareMetre: [String: Double] = [
        "元/平方米": 1, "元/㎡": 1, "元/m²": 1, "元/亩": 3.0 / 2000, "万元/亩": 15, "元/公顷": 1.0 / 10000, "万元/公顷": 1,
    ]

    private static func isPlausible(_ price: BasePrice) -> Bool {
        guard let amount = Double(price.amount), let factor = perSquareMetre[price.unit] else { return true }
        return (0.3...2000).contains(amount * factor)
    }
}

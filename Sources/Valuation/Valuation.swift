public import GradeModel

/// What the prices of one edition come to for a parcel.
///
///     let valuation = Valuation { kind.rate(rates, for: $0) } prices: { kind.prices(prices, landType, $0) }
///     try valuation.values(of: answer, area: LandArea("12.5亩"), years: nil)
public struct Valuation: Sendable {
    private let rate: @Sendable (BasePrice) -> CapitalizationRate?
    private let prices: @Sendable (Grade) -> [BasePrice]

    /// - Parameters:
    ///   - rate: the one that a price is corrected by, where one is published.
    ///   - prices: those that land of a grade may have.
    public init(
        rate: @escaping @Sendable (BasePrice) -> CapitalizationRate?,
        prices: @escaping @Sendable (Grade) -> [BasePrice]
    ) {
        self.rate = rate
        self.prices = prices
    }

    /// Why there is no value.
    public struct Refusal: Error, Hashable, Sendable {
        public let outcome: ValueAnswer.Outcome
    }

    /// One value for each grade that the answer leaves open and each price of it.
    public func values(
        of answer: LandTypeAnswer, area: LandArea, years: Int?
    ) throws(Refusal) -> [ParcelValue] {
        let entries = Self.entries(of: answer)
        guard !entries.isEmpty else { throw Refusal(outcome: .noGrade) }
        var values: [ParcelValue] = []
        for entry in entries {
            for price in prices(entry.grade) {
                values.append(try value(of: entry, price, area, years, answer.definition))
            }
        }
        guard !values.isEmpty else { throw Refusal(outcome: .notPublished) }
        return values
    }

    /// A grade that the parcel may have.
    private struct Entry {
        let grade: Grade
        let reading: ParcelValue.Reading
        let part: String?
    }

    private static func entries(of answer: LandTypeAnswer) -> [Entry] {
        func readings(_ held: Grade, _ printed: Grade, isDisputed: Bool, part: String?) -> [Entry] {
            guard isDisputed else { return [Entry(grade: held, reading: .undisputed, part: part)] }
            return [
                Entry(grade: held, reading: .held, part: part), Entry(grade: printed, reading: .printed, part: part),
            ]
        }
        switch answer.outcome {
        case .graded, .disputed:
            guard let held = answer.heldGrade, let printed = answer.printedGrade else { return [] }
            return readings(held, printed, isDisputed: answer.outcome == .disputed, part: nil)
        case .byPart:
            return answer.parts.flatMap {
                readings($0.heldGrade, $0.printedGrade, isDisputed: $0.isDisputed, part: $0.part)
            }
        case .notListed, .unknownVillage, .notPublished: return []
        }
    }

    private func value(
        of entry: Entry, _ price: BasePrice, _ area: LandArea, _ years: Int?, _ definition: Definition?
    ) throws(Refusal) -> ParcelValue {
        guard let amount = price.yuan(for: area), let plain = Yuan(rounding: amount) else {
            throw Refusal(outcome: .tooLarge)
        }
        var total = plain, isRounded = amount.rounded(decimals: 2)?.isExact == false
        var correction: TermCorrection?
        if let years {
            let (corrected, factor) = try self.correction(of: price, years, definition)
            guard let product = factor.times(amount) else { throw Refusal(outcome: .tooLarge) }
            (total, isRounded) = product
            correction = corrected
        }
        // Nobody has 万元 for a square metre.
        let unit = price.priceUnit.map { PriceUnit(area.unit == .squareMetre ? .yuan : $0.money, for: area.unit) }
        return ParcelValue(
            grade: entry.grade, reading: entry.reading, part: entry.part, price: price,
            converted: unit.flatMap { ConvertedPrice(price, to: $0) }, correction: correction, total: total,
            isRounded: isRounded)
    }

    private func correction(
        of price: BasePrice, _ years: Int, _ definition: Definition?
    ) throws(Refusal) -> (TermCorrection, TermFactor) {
        guard let rate = rate(price) else { throw Refusal(outcome: .noRate) }
        guard let term = definition?.termYears else { throw Refusal(outcome: .noTerm) }
        guard years <= term, let factor = TermFactor(percent: rate.percent, years: years, of: term) else {
            throw Refusal(outcome: .longerTerm)
        }
        let correction = TermCorrection(
            rate: rate, years: years, term: term, coefficient: factor.text(decimals: 4))
        return (correction, factor)
    }
}

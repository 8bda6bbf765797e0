public import GradeModel
public import GradeStore
import ParcelValidation
import Valuation

/// From a question about a parcel to what the base price comes to for it.
extension GradeLookup {
    /// Answers from this generation alone. The word for the land is read as `validate` reads a cell of it.
    public func value(_ question: ValueQuestion) throws(StoreError) -> ValueAnswer {
        func lookup(_ landType: LandType?) throws(StoreError) -> Answer {
            try answer(
                Question(place: question.place, county: question.county, landType: landType, asOf: question.asOf))
        }
        // Which land type a word stands for may depend on the edition, and that on the place.
        let first = try lookup(LandKind.landType(question.landType, []))
        guard first.outcome == .found, let edition = first.matches.first?.landTypes.first?.citation.edition else {
            return ValueAnswer(question: question, outcome: .noPlace, lookup: first)
        }
        let prices = try generation.prices(in: edition)
        guard let landType = LandKind.landType(question.landType, prices) else {
            return ValueAnswer(
                question: question, outcome: .unknownLandType, lookup: first, offered: Self.priced(prices))
        }
        let known = try first.question.landType == nil ? lookup(landType) : first
        guard known.outcome == .found, let answer = known.matches.first?.landTypes.first else {
            return ValueAnswer(question: question, outcome: .noPlace, lookup: known)
        }
        let kind = LandKind(question.landType)
        let rates = try generation.rates(in: edition)
        let valuation = Valuation {
            kind.rate(rates, for: $0)
        } prices: {
            kind.prices(prices, landType, $0)
        }
        do throws(Valuation.Refusal) {
            let values = try valuation.values(of: answer, area: question.area, years: question.years)
            return ValueAnswer(
                question: question, outcome: .valued, lookup: known, subtype: kind.label, values: values)
        } catch {
            return ValueAnswer(question: question, outcome: error.outcome, lookup: known, subtype: kind.label)
        }
    }

    /// What there are prices of, in the edition's order: `果园`, `茶园`, `林地`.
    private static func priced(_ prices: [BasePrice]) -> [String] {
        prices.reduce(into: []) { names, price in
            let name = price.subtype ?? price.landType.name
            if !names.contains(name) { names.append(name) }
        }
    }
}

public import GradeModel
public import GradeStore
import Valuation

/// From a question about a parcel to what the base price comes to for it.
extension GradeLookup {
    /// Answers from this generation alone.
    public func value(_ question: ValueQuestion) throws(StoreError) -> ValueAnswer {
        let known = LandType(word: question.landType)
        var lookup = try answer(
            Question(
                place: question.place, county: question.county, landType: known, asOf: question.asOf))
        guard lookup.outcome == .found, let match = lookup.matches.first else {
            return ValueAnswer(question: question, outcome: .noPlace, lookup: lookup)
        }
        guard let edition = match.landTypes.first?.citation.edition else {
            return ValueAnswer(question: question, outcome: .noPlace, lookup: lookup)
        }
        let valuation = Valuation(
            prices: try generation.prices(in: edition), rates: try generation.rates(in: edition))
        guard let (landType, subtype) = valuation.landType(question.landType) else {
            return ValueAnswer(
                question: question, outcome: .unknownLandType, lookup: lookup, offered: valuation.priced)
        }
        lookup = lookup.limited(to: landType)
        guard let answer = lookup.matches.first?.landTypes.first else {
            return ValueAnswer(question: question, outcome: .noGrade, lookup: lookup, subtype: subtype)
        }
        do throws(Valuation.Refusal) {
            let values = try valuation.values(
                of: answer, subtype: subtype, area: question.area, years: question.years)
            return ValueAnswer(
                question: question, outcome: .valued, lookup: lookup, subtype: subtype, values: values)
        } catch {
            return ValueAnswer(question: question, outcome: error.outcome, lookup: lookup, subtype: subtype)
        }
    }
}

extension Answer {
    /// Of one land type.
    fileprivate func limited(to landType: LandType) -> Answer {
        Answer(
            question: question, outcome: outcome,
            matches: matches.map { match in
                PlaceAnswer(match: match.match, landTypes: match.landTypes.filter { $0.landType == landType })
            },
            suggestions: suggestions)
    }
}

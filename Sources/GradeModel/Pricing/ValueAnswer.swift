/// What a user asks: what the base price of a place, times an area, comes to.
public struct ValueQuestion: Hashable, Sendable {
    public var place: PlaceQuestion
    /// County code or name; nil: every county of the store.
    public var county: String?
    /// A land type (`园地`, `orchard`) or a kind of land that the edition has a price of (`果园`).
    public var landType: String
    public var area: LandArea
    /// The years that are left; nil: as many as the price is for.
    public var years: Int?
    /// Nil: the newest edition of the county.
    public var asOf: CalendarDate?

    public init(
        place: PlaceQuestion, county: String? = nil, landType: String, area: LandArea, years: Int? = nil,
        asOf: CalendarDate? = nil
    ) {
        self.place = place
        self.county = county
        self.landType = landType
        self.area = area
        self.years = years
        self.asOf = asOf
    }
}

/// The answer to one `ValueQuestion`.
public struct ValueAnswer: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        case valued
        /// No place answers, or several do: `lookup` says which.
        case noPlace = "no_place"
        /// The place has no grade of the land type: `lookup` says why.
        case noGrade = "no_grade"
        /// The edition has no price for the grade: unknown, and not 0.
        case notPublished = "not_published"
        /// The word is no land type, and no kind of land that the edition has a price of.
        case unknownLandType = "unknown_land_type"
        /// Years were given, and the edition publishes no rate to correct by.
        case noRate = "no_rate"
        /// Years were given, and the edition states no term in years.
        case noTerm = "no_term"
        /// More years were given than the price is for.
        case longerTerm = "longer_term"
        /// The numbers are too large to be worked out exactly.
        case tooLarge = "too_large"
    }

    public let question: ValueQuestion
    public let outcome: Outcome
    /// The look-up that the price rests on, of one land type where the question's is known.
    public let lookup: Answer
    /// The kind of land that was asked for.
    public let subtype: String?
    /// One for each grade and sub type that may be meant: a disputed entry has those of both grades, a village that is
    /// graded by parts those of each part. They are never added up.
    public let values: [ParcelValue]
    /// What the edition has prices of, where the question's word is none of them.
    public let offered: [String]

    public init(
        question: ValueQuestion, outcome: Outcome, lookup: Answer, subtype: String? = nil,
        values: [ParcelValue] = [], offered: [String] = []
    ) {
        self.question = question
        self.outcome = outcome
        self.lookup = lookup
        self.subtype = subtype
        self.values = values
        self.offered = offered
    }

    /// The place and the land type that were valued; nil where there is none.
    public var landTypeAnswer: LandTypeAnswer? {
        lookup.outcome == .found && lookup.matches.first?.landTypes.count == 1 ? lookup.matches[0].landTypes[0] : nil
    }
}

/// Base price times area, for one grade.
public struct ParcelValue: Hashable, Sendable {
    /// Whose grade it is, where the entry is in dispute.
    public enum Reading: String, Hashable, Sendable {
        case undisputed, held, printed
    }

    public let grade: Grade
    public let reading: Reading
    /// The part of the village that has the grade, as printed; nil: all of it.
    public let part: String?
    /// As printed.
    public let price: BasePrice
    /// The price for the unit of the area; nil where it is the price's own.
    public let converted: ConvertedPrice?
    /// Nil: not corrected.
    public let correction: TermCorrection?
    /// Rounded once, half up.
    public let total: Yuan
    public let isRounded: Bool

    public init(
        grade: Grade, reading: Reading, part: String?, price: BasePrice, converted: ConvertedPrice?,
        correction: TermCorrection?, total: Yuan, isRounded: Bool
    ) {
        self.grade = grade
        self.reading = reading
        self.part = part
        self.price = price
        self.converted = converted
        self.correction = correction
        self.total = total
        self.isRounded = isRounded
    }
}

/// A price in another unit than the document's.
public struct ConvertedPrice: Hashable, Sendable {
    /// With two decimals, or four below 1; with more where that would be 0.
    public let amount: String
    public let unit: PriceUnit
    /// The amount is not rounded.
    public let isExact: Bool

    /// Nil where the price already has the unit, or can't be converted.
    public init?(_ price: BasePrice, to unit: PriceUnit) {
        guard price.priceUnit != unit, let converted = price.converted(to: unit) else { return nil }
        guard let text = converted.shortText(decimals: converted < Fraction(1) ? 4 : 2) else { return nil }
        amount = text.text
        self.unit = unit
        isExact = text.isExact
    }
}

/// K = [1 − 1/(1+r)^m] / [1 − 1/(1+r)^n]: what a price for n years is multiplied by where m are left.
public struct TermCorrection: Hashable, Sendable {
    public let rate: CapitalizationRate
    /// m
    public let years: Int
    /// n
    public let term: Int
    /// K with four decimals, rounded half up; it is multiplied with unrounded: `0.9806`.
    public let coefficient: String

    public init(rate: CapitalizationRate, years: Int, term: Int, coefficient: String) {
        self.rate = rate
        self.years = years
        self.term = term
        self.coefficient = coefficient
    }
}

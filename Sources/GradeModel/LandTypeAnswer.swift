public enum LandTypeOutcome: String, CaseIterable, Hashable, Sendable {
    case graded
    /// As graded, and what the document prints differs: the erratum says why.
    case disputed
    /// The document grades the village by parts: each has its own grade, in `LandTypeAnswer.parts`.
    case byPart = "by_part"
    /// The village is known; this table does not list it.
    case notListed = "not_listed"
    /// The document grades this land type by villages, and the name asked for is none of the township's.
    case unknownVillage = "unknown_village"
    /// The edition defines this land type and grades it nowhere, or does not speak of it.
    case notPublished = "not_published"
}

/// The answer for one village and one land type.
public struct LandTypeAnswer: Hashable, Sendable {
    public let landType: LandType
    public let outcome: LandTypeOutcome
    /// The grade answered: the one held, or the printed one if the question asked for that. Nil: none, not 0.
    public let grade: Grade?
    public let heldGrade: Grade?
    public let printedGrade: Grade?
    public let erratum: Erratum?
    public let definition: Definition?
    /// The amount for the grade of the land type as a whole. Nil: this edition publishes none.
    public let basePrice: BasePrice?
    /// The amounts for the grade by sub type, in the document's order.
    public let subtypePrices: [BasePrice]
    /// Of a disputed entry: the amounts for the grade that is not answered. Nil where there is no dispute.
    public let otherPrices: GradePrices?
    public let citation: Citation
    /// What the entry that answers is about. Nil: no entry answers.
    public let scope: GradeScope?
    /// Of `byPart`: the parts that the document names, in its order.
    public let parts: [PartAnswer]
    /// Of `notPublished`: the edition publishes base prices of the land type all the same.
    public let isPriced: Bool

    public init(
        landType: LandType, outcome: LandTypeOutcome, grade: Grade?, heldGrade: Grade?, printedGrade: Grade?,
        erratum: Erratum?, definition: Definition?, basePrice: BasePrice?, subtypePrices: [BasePrice] = [],
        otherPrices: GradePrices? = nil, citation: Citation, scope: GradeScope? = nil, parts: [PartAnswer] = [],
        isPriced: Bool = false
    ) {
        self.landType = landType
        self.outcome = outcome
        self.grade = grade
        self.heldGrade = heldGrade
        self.printedGrade = printedGrade
        self.erratum = erratum
        self.definition = definition
        self.basePrice = basePrice
        self.subtypePrices = subtypePrices
        self.otherPrices = otherPrices
        self.citation = citation
        self.scope = scope
        self.parts = parts
        self.isPriced = isPriced
    }

    /// All amounts, of both grades where they are in dispute, without those of its parts.
    public var prices: [BasePrice] { [basePrice].compactMap(\.self) + subtypePrices + (otherPrices?.all ?? []) }
}

/// What an edition publishes for one grade of a land type.
public struct GradePrices: Hashable, Sendable {
    public let grade: Grade
    /// Of the land type as a whole.
    public let whole: BasePrice?
    /// In the document's order.
    public let subtypes: [BasePrice]

    public init(grade: Grade, whole: BasePrice?, subtypes: [BasePrice]) {
        self.grade = grade
        self.whole = whole
        self.subtypes = subtypes
    }

    public var all: [BasePrice] { [whole].compactMap(\.self) + subtypes }
}

/// The grade of one part of a village.
public struct PartAnswer: Hashable, Sendable {
    /// As printed: `1、2、3组`.
    public let part: String
    /// The grade answered: the one held, or the printed one if the question asked for that.
    public let grade: Grade
    public let heldGrade: Grade
    public let printedGrade: Grade
    public let isDisputed: Bool
    public let erratum: Erratum?
    public let basePrice: BasePrice?
    public let subtypePrices: [BasePrice]
    /// As of a land type.
    public let otherPrices: GradePrices?
    /// The row of the part.
    public let source: TableRow

    public init(
        part: String, grade: Grade, heldGrade: Grade, printedGrade: Grade, isDisputed: Bool, erratum: Erratum?,
        basePrice: BasePrice?, subtypePrices: [BasePrice], otherPrices: GradePrices?, source: TableRow
    ) {
        self.part = part
        self.grade = grade
        self.heldGrade = heldGrade
        self.printedGrade = printedGrade
        self.isDisputed = isDisputed
        self.erratum = erratum
        self.basePrice = basePrice
        self.subtypePrices = subtypePrices
        self.otherPrices = otherPrices
        self.source = source
    }

    /// All amounts, of both grades where they are in dispute.
    public var prices: [BasePrice] { [basePrice].compactMap(\.self) + subtypePrices + (otherPrices?.all ?? []) }
}

/// What a report must name so that a reader finds the same row.
public struct Citation: Hashable, Sendable {
    public let edition: EditionID
    public let document: Document
    /// Whose land the edition is about, where its document distinguishes that: `国有`, `集体`.
    public let rights: String?
    /// The row of the grade; the table alone where the village is not in it; nil where the edition has no such table.
    public let source: TableRow?
    public let packageSHA256: String
    public let origin: EditionOrigin
    /// The day the edition was seen to be listed no longer; nil: it stands.
    public let withdrawn: CalendarDate?

    public init(
        edition: EditionID, document: Document, rights: String? = nil, source: TableRow?, packageSHA256: String,
        origin: EditionOrigin, withdrawn: CalendarDate? = nil
    ) {
        self.edition = edition
        self.document = document
        self.rights = rights
        self.source = source
        self.packageSHA256 = packageSHA256
        self.origin = origin
        self.withdrawn = withdrawn
    }
}

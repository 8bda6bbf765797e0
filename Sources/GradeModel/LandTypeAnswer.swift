public enum LandTypeOutcome: String, CaseIterable, Hashable, Sendable {
    case graded
    /// As graded, and what the document prints differs: the erratum says why.
    case disputed
    /// The village is known; this table does not list it.
    case notListed = "not_listed"
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
    /// Nil: this edition publishes no amount for the grade.
    public let basePrice: BasePrice?
    public let citation: Citation

    public init(
        landType: LandType, outcome: LandTypeOutcome, grade: Grade?, heldGrade: Grade?, printedGrade: Grade?,
        erratum: Erratum?, definition: Definition?, basePrice: BasePrice?, citation: Citation
    ) {
        self.landType = landType
        self.outcome = outcome
        self.grade = grade
        self.heldGrade = heldGrade
        self.printedGrade = printedGrade
        self.erratum = erratum
        self.definition = definition
        self.basePrice = basePrice
        self.citation = citation
    }
}

/// What a report must name so that a reader finds the same row.
public struct Citation: Hashable, Sendable {
    public let edition: EditionID
    public let document: Document
    /// The row of the grade; the table alone where the village is not in it; nil where the edition has no such table.
    public let source: TableRow?
    public let packageSHA256: String
    public let origin: EditionOrigin
    /// The day the edition was seen to be listed no longer; nil: it stands.
    public let withdrawn: CalendarDate?

    public init(
        edition: EditionID, document: Document, source: TableRow?, packageSHA256: String, origin: EditionOrigin,
        withdrawn: CalendarDate? = nil
    ) {
        self.edition = edition
        self.document = document
        self.source = source
        self.packageSHA256 = packageSHA256
        self.origin = origin
        self.withdrawn = withdrawn
    }
}

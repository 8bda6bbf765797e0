package import GradeModel

/// Every sentence and word for people, one type per language. The compiler sees to it that no language lacks one.
package protocol Sentences: Messages, AnswerSentences, ListSentences, ReportSentences, ComparisonSentences {}

/// What an answer says. Strings that come from an edition are escaped where they are written into a sentence.
package protocol AnswerSentences: Sendable {
    var labels: AnswerLabels { get }

    func word(_ landType: LandType) -> String
    func word(_ grade: Grade) -> String
    func word(_ kind: PlaceKind) -> String
    func word(_ date: CalendarDate) -> String
    func enumeration(_ items: [String]) -> String
    /// Values that differ by land type: `园地、草地：30年；林地：70年`.
    func byLandType(_ values: [(landTypes: [LandType], value: String)]) -> String
    func years(_ count: Int) -> String
    /// The term of use, as printed where the document states it in words.
    func term(_ definition: Definition) -> String

    func heading(_ match: PlaceMatch) -> String
    func rule(_ match: PlaceMatch) -> String
    func origin(_ origin: EditionOrigin) -> String
    /// Of an edition that its source lists no longer; the day this was seen.
    func withdrawn(_ day: CalendarDate) -> String
    func asOf(_ date: CalendarDate) -> String
    var asPrinted: String { get }

    /// Stands behind a grade that the document prints otherwise, confirmed or not.
    func disputeMark(_ status: ErratumStatus?) -> String
    func dispute(_ dispute: Dispute) -> String
    /// An erratum on the entry that does not concern its grade.
    func erratum(_ erratum: Erratum) -> String
    func notListed(_ landType: LandType, table: String?) -> String
    /// The table grades by villages, and has none of the name asked for in this township.
    func unknownInTable(_ landType: LandType, table: String?) -> String
    /// Below a grade of the township as a whole.
    func gradedAsWhole(_ township: String) -> String
    var gradedByPart: String { get }
    /// A part of a village with its grade; `amount`: what the edition publishes for that grade.
    func part(_ part: PartAnswer, amount: String?) -> String
    /// Below the parts: what of the others.
    var otherParts: String { get }
    func notPublished(_ answer: LandTypeAnswer) -> String
    var noAmount: String { get }

    func ambiguous(_ place: PlaceQuestion, count: Int) -> String
    var askAgain: String { get }
    func unknownVillage(_ place: PlaceQuestion) -> String
    /// - Parameter townships: county and township of each, as they may be shown.
    func townshipOnly(_ townships: [String]) -> String
    func unknownTownship(_ place: PlaceQuestion) -> String
    func unknownCounty(_ question: Question) -> String
    func noEdition(_ question: Question) -> String

    /// One line, ready to paste into a report.
    func citation(_ citation: CitedEdition) -> String
}

/// What lists say.
package protocol ListSentences: Sendable {
    var listLabels: ListLabels { get }
    var nothingListed: String { get }
    /// Below a table whose columns leave these land types out.
    func ungraded(_ landTypes: [LandType]) -> String
    /// No edition of the place's county was in force.
    var noEditionCell: String { get }
    var notPublishedCell: String { get }
    var notListedCell: String { get }
    /// In a column that says it is of grades.
    func gradeCell(_ grade: Grade, isDisputed: Bool) -> String
    func partCell(_ parts: [PartGrade]) -> String
    var unknownVillageCell: String { get }
    /// In a column of counts: the township is graded as a whole.
    var wholeTownshipCell: String { get }
    func editionHeading(_ id: EditionID, county: County) -> String
    func document(_ document: Document) -> String
    func issue(_ document: Document) -> String
    /// Between two periods.
    var and: String { get }
    /// Nil: on no day.
    func inForce(_ period: ForcePeriod?) -> String
    func contents(_ contents: EditionContents) -> String
}

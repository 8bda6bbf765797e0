/// A village as `list villages` shows it.
public struct VillageRow: Hashable, Sendable {
    public let place: Place
    /// One for each land type asked for.
    public let grades: [VillageGrade]

    public init(place: Place, grades: [VillageGrade]) {
        self.place = place
        self.grades = grades
    }
}

/// The outcome for one village and one land type, without definition and citation.
public struct VillageGrade: Hashable, Sendable {
    public let landType: LandType
    public let outcome: LandTypeOutcome
    /// The grade answered; nil: none, not 0.
    public let grade: Grade?
    public let printedGrade: Grade?
    /// The erratum's id, `E1`.
    public let erratum: String?

    public init(
        landType: LandType, outcome: LandTypeOutcome, grade: Grade?, printedGrade: Grade?, erratum: String?
    ) {
        self.landType = landType
        self.outcome = outcome
        self.grade = grade
        self.printedGrade = printedGrade
        self.erratum = erratum
    }
}

/// A village as `list villages` shows it, or a township that the edition grades as a whole for some land type.
public struct VillageRow: Hashable, Sendable {
    public let county: County
    public let township: String
    /// Nil: the township as a whole.
    public let village: String?
    /// Nil exactly where `village` is nil.
    public let kind: PlaceKind?
    /// One for each land type asked for.
    public let grades: [VillageGrade]

    public init(place: Place, grades: [VillageGrade]) {
        self.init(
            county: place.county, township: place.township, village: place.village, kind: place.kind, grades: grades)
    }

    public init(county: County, township: String, village: String?, kind: PlaceKind?, grades: [VillageGrade]) {
        self.county = county
        self.township = township
        self.village = village
        self.kind = kind
        self.grades = grades
    }

    /// The village.
    public var place: Place? {
        guard let village, let kind else { return nil }
        return Place(county: county, township: township, village: village, kind: kind)
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
    /// What the entry that answers is about. Nil: no entry answers.
    public let scope: GradeScope?
    /// Of `byPart`: the parts that the document names, in its order.
    public let parts: [PartGrade]

    public init(
        landType: LandType, outcome: LandTypeOutcome, grade: Grade?, printedGrade: Grade?, erratum: String?,
        scope: GradeScope? = nil, parts: [PartGrade] = []
    ) {
        self.landType = landType
        self.outcome = outcome
        self.grade = grade
        self.printedGrade = printedGrade
        self.erratum = erratum
        self.scope = scope
        self.parts = parts
    }
}

/// The grade of one part of a village, as a list shows it.
public struct PartGrade: Hashable, Sendable {
    /// As printed: `1、2、3组`.
    public let part: String
    /// The grade answered.
    public let grade: Grade
    public let printedGrade: Grade
    public let isDisputed: Bool
    /// The erratum's id, `E1`.
    public let erratum: String?

    public init(part: String, grade: Grade, printedGrade: Grade, isDisputed: Bool, erratum: String?) {
        self.part = part
        self.grade = grade
        self.printedGrade = printedGrade
        self.isDisputed = isDisputed
        self.erratum = erratum
    }
}

/// A grade of one village, where the villages stand in a list: what judging a list needs of a `GradeEntry`, without its
/// names. A country has two million of them.
public struct HeldGrade: Hashable, Sendable {
    /// Index in the list of villages.
    public let village: Int
    public let landType: LandType
    /// The grade we hold.
    public let grade: Grade
    public let printedGrade: Grade
    /// The id of the erratum the entry falls under.
    public let erratum: String?

    public init(village: Int, landType: LandType, grade: Grade, printedGrade: Grade, erratum: String?) {
        self.village = village
        self.landType = landType
        self.grade = grade
        self.printedGrade = printedGrade
        self.erratum = erratum
    }
}

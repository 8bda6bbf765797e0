/// Which entries of a county a list of villages is about. What is not set narrows nothing.
public struct VillageFilter: Hashable, Sendable {
    /// By its full name.
    public var township: String?
    public var landType: LandType?
    /// In a part of the village at least.
    public var grade: Grade?
    /// Whether a grade is in dispute. With `grade` both are held against the same entry.
    public var disputed: Bool?

    public init(
        township: String? = nil, landType: LandType? = nil, grade: Grade? = nil, disputed: Bool? = nil
    ) {
        self.township = township
        self.landType = landType
        self.grade = grade
        self.disputed = disputed
    }

    /// Whether a row's grades are as asked; its township and land types are not looked at.
    public func admits(_ grades: [VillageGrade]) -> Bool {
        let held = grades.flatMap(\.held).filter { grade == nil || $0.grade == grade }
        if grade != nil, held.isEmpty { return false }
        return disputed.map { $0 == held.contains(where: \.isDisputed) } ?? true
    }
}

extension VillageGrade {
    /// Every grade that answers, of the village or of its parts, and whether it is in dispute.
    public var held: [(grade: Grade, isDisputed: Bool)] {
        (grade.map { [($0, outcome == .disputed)] } ?? []) + parts.map { ($0.grade, $0.isDisputed) }
    }
}

extension GradeCount {
    /// What rows of a list hold of a land type, each grade once, the best first. The grade of a township as a whole counts once,
    /// in the township's own row.
    public static func counts(of landType: LandType, in rows: [VillageRow]) -> [GradeCount] {
        let held = rows.flatMap { row in
            row.grades.filter { $0.landType == landType && (row.village == nil || $0.scope != .township) }
                .flatMap(\.held)
        }
        return Set(held.map(\.grade)).sorted().map { grade in
            GradeCount(
                grade: grade, villages: held.count { $0.grade == grade },
                disputed: held.count { $0.grade == grade && $0.isDisputed })
        }
    }
}

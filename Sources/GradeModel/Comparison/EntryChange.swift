/// How the grade of one land type differs between two editions: of a village, of a part of one, or of a township that
/// at least one of the two grades as a whole.
public struct EntryChange: Hashable, Sendable {
    public let landType: LandType
    public let township: String
    /// As the new edition names it; as the old one did, where the new one has it no more. Nil: the township as a whole.
    public let village: String?
    /// The part of the village, as printed; nil: all of it.
    public let part: String?
    /// The old edition's name of a village that was renamed.
    public let formerVillage: String?
    /// What the old edition says; nil: its table does not list the village.
    public let old: EntryFacts?
    public let new: EntryFacts?
    /// Both editions have the village, in whatever table.
    public let isInBoth: Bool

    public init(
        landType: LandType, township: String, village: String?, part: String? = nil, formerVillage: String?,
        old: EntryFacts?, new: EntryFacts?, isInBoth: Bool
    ) {
        self.landType = landType
        self.township = township
        self.village = village
        self.part = part
        self.formerVillage = formerVillage
        self.old = old
        self.new = new
        self.isInBoth = isInBoth
    }

    /// `moved`: another grade. `came`, `went`: the village itself is new, or gone. `listed`, `unlisted`: only this table
    /// took it up, or dropped it. `disputed`, `settled`: the grade held is the same, and whether it is in dispute is not.
    public var kind: EditionChange.Kind {
        switch (old, new) {
        case (nil, _): isInBoth ? .listed : .came
        case (_, nil): isInBoth ? .unlisted : .went
        case (let old?, let new?): old.grade != new.grade ? .moved : new.isDisputed ? .disputed : .settled
        }
    }
}

/// What one edition says in one entry.
public struct EntryFacts: Hashable, Sendable {
    /// What the entry is about: coarser than the change where the edition has no entry as fine.
    public let scope: GradeScope
    /// The grade held.
    public let grade: Grade
    public let printedGrade: Grade
    public let isDisputed: Bool
    public let erratum: String?
    public let source: TableRow

    public init(_ entry: GradeEntry, in disputes: Disputes) {
        scope = entry.scope
        grade = entry.grade
        printedGrade = entry.printedGrade
        isDisputed = disputes.contains(entry)
        erratum = entry.erratum
        source = entry.source
    }
}

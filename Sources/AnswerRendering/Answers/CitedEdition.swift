import GradeModel

/// What a citation names of one edition.
package struct CitedEdition {
    let id: EditionID
    let document: Document
    let rights: String?
    let origin: EditionOrigin
    let withdrawn: CalendarDate?
    let valuationDates: [(landTypes: [LandType], value: CalendarDate)]
    let entries: [CitedEntry]
    /// Where the amounts stand that the answers give.
    var prices: [(landTypes: [LandType], value: [TableRow])] = []
}

/// Where an edition has, or lacks, the grade of a land type, or defines some.
package struct CitedEntry {
    let landTypes: [LandType]
    /// Nil: the definition is cited.
    let outcome: LandTypeOutcome?
    let source: TableRow?
    let dispute: Dispute?
    /// What the entry is about; nil: there is none.
    var scope: GradeScope?
    /// The part of the village, as printed.
    var part: String?
}

import GradeModel

/// The outcomes one thread has met, each with the pieces it is written with. Rows differ in a few dozen ways.
struct OutcomeTable: Sendable {
    struct Entry: Sendable {
        var key: UInt64
        var verdict: UInt32
        /// Such a row is written.
        var isWritten: Bool
        var before: RowPieces.Range
        var between: RowPieces.Range
        var after: RowPieces.Range
    }

    private var table = NumberTable()
    private(set) var entries: [Entry] = []
    /// What `entries` are of.
    private(set) var outcomes: [RowOutcome] = []

    @inline(__always)
    static func key(_ facts: LandFacts, landType: Int, rule: Int, declared: Int) -> UInt64 {
        UInt64(facts.bits) | UInt64(truncatingIfNeeded: landType) &<< 32 | UInt64(truncatingIfNeeded: rule) &<< 34
            | UInt64(truncatingIfNeeded: declared) &<< 37
    }

    /// - Parameter before: the piece of the outcome's verdict.
    mutating func insert(
        _ key: UInt64, _ outcome: RowOutcome, before: RowPieces.Range, _ pieces: inout RowPieces,
        _ writer: any RowWriting,
        _ filter: RowFilter
    ) {
        let between = pieces.keep(
            writer.between(
                rule: outcome.rule, landType: outcome.landType, grade: outcome.grade,
                printedGrade: outcome.printedGrade))
        let after = pieces.keep(writer.after(outcome.note, outcome.comparison))
        let entry = Entry(
            key: key, verdict: UInt32(outcome.verdict.index),
            isWritten: filter.writes(outcome.verdict, isChanged: outcome.comparison?.isChanged == true),
            before: before, between: between, after: after)
        entries.append(entry)
        outcomes.append(outcome)
        table.insert(key)
    }

    /// Index of an entry, -1 where there is none.
    @inline(__always)
    func find(_ key: UInt64) -> Int { table.find(key) }
}

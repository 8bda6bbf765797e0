/// Which rows are written.
struct RowFilter: Hashable, Sendable {
    let onlyProblems: Bool
    let verdicts: Set<Verdict>?
    let onlyChanged: Bool
    /// By name; nil: of all.
    let townships: Set<String>?

    init(_ options: ValidationOptions) {
        (onlyProblems, verdicts, onlyChanged) = (options.onlyProblems, options.verdicts, options.onlyChanged)
        townships = options.townships
    }

    /// - Parameters:
    ///   - isChanged: the edition compared with has another grade.
    ///   - check: of the row's prices, where there is one.
    func writes(_ verdict: Verdict, isChanged: Bool = false, check: PriceCheck? = nil) -> Bool {
        if onlyProblems, verdict.isFine, !isChanged, check?.needsAttention != true { return false }
        if onlyChanged, !isChanged { return false }
        return verdicts?.contains(verdict) ?? true
    }

    /// Whether rows without a place are written, where so much is known of their township; nil: nothing.
    func writes(withoutPlaceIn township: String?) -> Bool { townships?.contains(township ?? "") ?? true }
}

/// A bit for each verdict of which rows are written, where no edition is compared with or the grade stays.
struct WrittenVerdicts: Sendable {
    private let bits: UInt32

    init(_ filter: RowFilter) {
        bits = Verdict.allCases.reduce(0) { filter.writes($1) ? $0 | 1 << UInt32($1.index) : $0 }
    }

    subscript(verdict: Int) -> Bool { bits &>> UInt32(truncatingIfNeeded: verdict) & 1 != 0 }
}

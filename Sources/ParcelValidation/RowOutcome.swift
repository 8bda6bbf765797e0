import GradeModel

/// What our columns say of one row, its place's names and edition aside.
struct RowOutcome: Hashable, Sendable {
    var verdict: Verdict
    var rule: MatchRule?
    var landType: LandType?
    var grade: Grade?
    /// Only where an entry is in dispute.
    var printedGrade: Grade?
    var note: Note?
    var comparison: Comparison?

    /// How the row stands under a second edition.
    struct Comparison: Hashable, Sendable {
        let grade: Grade?
        let isChanged: Bool
    }

    init(_ verdict: Verdict, landType: LandType? = nil, note: Note? = nil) {
        self.verdict = verdict
        self.landType = landType
        self.note = note
    }

    /// The judgement of a row whose place and land type are known.
    init(
        _ facts: LandFacts, landType: LandType, rule: MatchRule, declared: GradeCell, errata: [String],
        parts: [[PartGrade]], after: Grade?
    ) {
        let dispute = facts.isDisputed ? Dispute(facts, errata) : nil
        switch (facts.state, declared) {
        case (_, .unreadable):
            self.init(.unreadableGrade, note: .unreadableGrade(official: facts.held, dispute))
        case (.noEdition, _): self.init(.notPublished, note: .noEdition)
        case (.notPublished, _): self.init(.notPublished, note: .notPublished)
        case (.notListed, _): self.init(.notListed, note: .notListed)
        case (.byPart, _): self.init(.ambiguous, note: .byPart(parts[facts.erratum]))
        case (.listed, .none), (.listedAsWhole, .none), (.alikeByPart, .none):
            self.init(.filled, note: dispute.map(Note.filledDisputed))
        case (.listed, .grade(let grade)), (.listedAsWhole, .grade(let grade)), (.alikeByPart, .grade(let grade)):
            if let dispute {
                let isEither = grade == facts.held || grade == facts.printed
                self.init(
                    isEither ? .disputed : .mismatch,
                    note: isEither ? .disputed(dispute) : .mismatchDisputed(declared: grade, dispute))
            } else if grade == facts.held {
                self.init(.ok)
            } else {
                self.init(.mismatch, note: facts.held.map { .mismatch(declared: grade, official: $0) })
            }
        }
        if facts.state == .listedAsWhole { note = .wholeTownship(note, isVillageKnown: rule != .township) }
        if facts.state == .alikeByPart { note = .alikeByPart(note, parts[facts.erratum]) }
        if facts.isWithdrawn { note = .withdrawn(note) }
        self.landType = landType
        self.rule = rule
        grade = facts.held
        printedGrade = dispute?.printed
        if facts.isCompared {
            comparison = Comparison(grade: after, isChanged: after != facts.held)
        }
    }
}

/// The two grades of an entry in dispute.
struct Dispute: Hashable, Sendable {
    let held: Grade
    let printed: Grade
    let erratum: String?

    init(held: Grade, printed: Grade, erratum: String?) {
        self.held = held
        self.printed = printed
        self.erratum = erratum
    }

    init?(_ facts: LandFacts, _ errata: [String]) {
        guard let held = facts.held, let printed = facts.printed else { return nil }
        self.init(held: held, printed: printed, erratum: facts.erratum == 0 ? nil : errata[facts.erratum])
    }
}

import GradeModel
import PlaceMatching

/// The third step of judging a row: what a place, a land type and a declared grade come to. For one thread.
struct RowVerdicts: ~Copyable {
    private let shape: RowShape
    private let errata: ErratumIDs
    private let parts: PartLists
    private let laterGrades: LaterGrades
    private let writes: WrittenVerdicts
    /// Rows of whose place nothing is known.
    private let writesUnplaced: Bool
    private var outcomes = OutcomeTable()
    /// The verdict of a row without a warning, by verdict.
    private var befores: [RowPieces.Range] = []
    /// Land type and empty grades of a row without a place, by land type.
    private var betweens: [RowPieces.Range] = []
    /// Notes of rows whose land type settles the verdict, by `CellReading` number less `outOfScope`.
    private var settled: [RowPieces.Range] = []
    private let noPlace, noBetween, noEdition: RowPieces.Range

    init(_ shape: RowShape, _ resolver: PlaceResolver, _ pieces: inout RowPieces) {
        self.shape = shape
        (errata, parts, laterGrades) = (resolver.errata, resolver.parts, resolver.laterGrades)
        writes = WrittenVerdicts(shape.filter)
        writesUnplaced = shape.filter.writes(withoutPlaceIn: nil)
        let writer = shape.writer
        befores = Verdict.allCases.map { pieces.keep(writer.before($0)) }
        betweens = LandType.allCases.map {
            pieces.keep(writer.between(rule: nil, landType: $0, grade: nil, printedGrade: nil))
        }
        noPlace = pieces.keep(writer.place(township: nil, village: nil))
        noBetween = pieces.keep(writer.between(rule: nil, landType: nil, grade: nil, printedGrade: nil))
        noEdition = pieces.keep(writer.edition(nil))
        let twofold = LandTypeCell.twofold.map { Optional(Note.landTypeOfEither($0)) }
        let others: [Note?] = [.contradictoryLandType, .noLandType, .ditto(.landType), .landTypeAsNumber]
        settled = ([nil, .unknownLandType] + twofold + others).map {
            pieces.keep(writer.after($0, nil))
        }
    }

    /// A row whose land type settles the verdict.
    ///
    /// - Parameter landType: its `CellReading` number, `outOfScope` or greater.
    @inline(__always)
    func settled(_ landType: Int) -> Judgement {
        let verdict = (landType == CellReading.outOfScope ? Verdict.outOfScope : .unknownLandType).index
        return Judgement(
            verdict: verdict, isWritten: writesUnplaced && writes[verdict], before: befores[verdict], place: noPlace,
            between: noBetween,
            edition: noEdition, after: settled[landType &- CellReading.outOfScope])
    }

    /// A row without a place.
    @inline(__always)
    func failure(_ failure: RowPlaces.Failure, _ landType: Int) -> Judgement {
        Judgement(
            verdict: failure.verdict, isWritten: failure.isWanted && writes[failure.verdict],
            before: befores[failure.verdict],
            place: failure.place, between: betweens[landType], edition: noEdition, after: failure.after)
    }

    /// Judges a row with a place, if its facts and what it declares were met before.
    @inline(__always)
    func find(
        _ found: RowPlaces.Found, _ reading: Declarations.Reading, _ places: KnownPlaces, _ judgement: inout Judgement
    ) -> Bool {
        let key = OutcomeTable.key(
            places.facts[found.number &* KnownPlaces.landTypes &+ reading.landType], landType: reading.landType,
            rule: Int(found.tag),
            declared: reading.grade)
        let known = outcomes.find(key)
        guard known >= 0 else { return false }
        judgement = self.judgement(known, found.number, places)
        return true
    }

    /// A row with a place.
    mutating func judge(
        _ found: RowPlaces.Found, _ reading: Declarations.Reading, _ places: KnownPlaces, _ pieces: inout RowPieces
    ) -> Judgement {
        var known = Judgement.none
        if find(found, reading, places, &known) { return known }
        let facts = places.facts[found.number * KnownPlaces.landTypes + reading.landType]
        let outcome = RowOutcome(
            facts, landType: LandType.allCases[reading.landType], rule: RowPlaces.rule(found.tag),
            declared: CellReading.grade(reading.grade), errata: errata.all, parts: parts.all,
            after: laterGrades[facts.after].held)
        let key = OutcomeTable.key(
            facts, landType: reading.landType, rule: Int(found.tag), declared: reading.grade)
        outcomes.insert(
            key, outcome, before: befores[outcome.verdict.index], &pieces, shape.writer, shape.filter)
        return judgement(outcomes.entries.count - 1, found.number, places)
    }

    /// What a judgement of a row with a place says, and what the editions say of the place.
    func outcome(_ number: Int) -> (outcome: RowOutcome, facts: LandFacts) {
        (outcomes.outcomes[number], LandFacts(bits: UInt32(truncatingIfNeeded: outcomes.entries[number].key)))
    }

    /// The grades that land with these facts may have, the held one first; none where it has no official one.
    func grades(_ facts: LandFacts) -> [Grade] {
        switch facts.state {
        case .noEdition, .notPublished, .notListed: []
        case .listed, .listedAsWhole, .alikeByPart:
            facts.held.map { held in
                facts.printed.map { held.orPrinted($0, isDisputed: facts.isDisputed) } ?? [held]
            } ?? []
        case .byPart: parts.all[facts.erratum].possibleGrades
        }
    }

    /// Those that it may have in the edition compared with.
    func gradesAfter(_ facts: LandFacts) -> [Grade] { laterGrades[facts.after].possible }

    @inline(__always)
    private func judgement(_ number: Int, _ place: Int, _ places: KnownPlaces) -> Judgement {
        let outcome = outcomes.entries[number]
        let township = Int(places.township[place])
        return Judgement(
            verdict: Int(outcome.verdict), outcome: number, township: township,
            isWritten: outcome.isWritten,
            before: outcome.before, place: places.names[place], between: outcome.between,
            edition: places.editions[Int(places.edition[township])], after: outcome.after)
    }

    /// A row that is no parcel, or none that can be read.
    func bad(_ note: Note, _ pieces: inout RowPieces) -> Judgement {
        let verdict: Verdict = if case .noParcel = note { .notARow } else { .badRow }
        return Judgement(
            verdict: verdict.index, isWritten: writesUnplaced && writes[verdict.index],
            before: befores[verdict.index], place: noPlace,
            between: noBetween, edition: noEdition, after: pieces.append(passing: shape.writer.after(note, nil)))
    }

    /// Adds what is to be known of a row beside its verdict.
    ///
    /// - Parameter check: of the row's prices, where there is one.
    func warn(
        _ judgement: inout Judgement, _ warnings: [Warning], _ check: PriceCheck?, _ pieces: inout RowPieces
    ) {
        guard !warnings.isEmpty else { return }
        judgement.before = pieces.append(
            passing: shape.writer.before(Verdict.allCases[judgement.verdict], warnings, check))
    }
}

import GradeModel

/// The grades of a county's places by name.
struct GradeIndex: Sendable {
    private let entries: [NameBytes: [GradeEntry]]
    private let afterEntries: [NameBytes: [GradeEntry]]
    private let published: Set<LandType>
    private let hasEdition: Bool
    private let isCompared: Bool
    private let confirmed: Set<String>
    private let errata: ErratumIDs

    init(_ table: CountyTable, _ errata: ErratumIDs) {
        entries = Self.index(table.grades)
        afterEntries = Self.index(table.after)
        published = Set((table.grades?.entries ?? []).map(\.landType))
        hasEdition = table.grades != nil
        isCompared = table.after != nil
        confirmed = table.grades?.confirmedErrata ?? []
        self.errata = errata
    }

    private static func index(_ grades: EditionGrades?) -> [NameBytes: [GradeEntry]] {
        Dictionary(grouping: grades?.entries ?? []) { NameBytes($0.township, $0.village) }
    }

    /// One for each land type, in the order of `LandType.allCases`.
    func facts(of place: Place) -> [LandFacts] {
        let name = NameBytes(place.township, place.village)
        let listed = entries[name] ?? [], after = afterEntries[name] ?? []
        return LandType.allCases.map { landType in
            facts(
                landType, listed.first { $0.landType == landType }, after.first { $0.landType == landType }?.grade)
        }
    }

    private func facts(_ landType: LandType, _ entry: GradeEntry?, _ after: Grade?) -> LandFacts {
        guard let entry else {
            let state: LandFacts.State =
                !hasEdition ? .noEdition : published.contains(landType) ? .notListed : .notPublished
            return LandFacts(state: state, isCompared: isCompared, after: after)
        }
        return LandFacts(
            state: .listed, held: entry.grade, printed: entry.printedGrade,
            isConfirmed: entry.erratum.map(confirmed.contains) ?? false, erratum: errata.number(of: entry.erratum),
            isCompared: isCompared, after: after)
    }
}

import GradeModel

/// The entries of an edition by the place they are about, for lists.
struct ListedEntries {
    struct Place: Hashable {
        let township: String
        /// Nil: the township as a whole.
        let village: String?
        let kind: PlaceKind?
    }

    /// Each once, in the order in which the tables come to it.
    private(set) var places: [Place] = []
    private var entries: [Place: [LandType: [GradeEntry]]] = [:]
    private let whole: [String: [LandType: GradeEntry]]
    private let graded: Set<LandType>
    private let disputes: Disputes

    init(_ grades: [GradeEntry], _ edition: Edition) {
        graded = Set(edition.grades.map(\.landType))
        disputes = Disputes(edition.errata)
        var whole: [String: [LandType: GradeEntry]] = [:]
        for entry in grades {
            let place = Place(township: entry.township, village: entry.village, kind: entry.kind)
            if entries[place] == nil { places.append(place) }
            entries[place, default: [:]][entry.landType, default: []].append(entry)
            if entry.village == nil { whole[entry.township, default: [:]][entry.landType] = entry }
        }
        self.whole = whole
    }

    func grade(of place: Place, _ landType: LandType) -> VillageGrade {
        let own = entries[place]?[landType] ?? []
        guard let entry = own.first ?? whole[place.township]?[landType] else {
            let outcome: LandTypeOutcome = graded.contains(landType) ? .notListed : .notPublished
            return VillageGrade(landType: landType, outcome: outcome, grade: nil, printedGrade: nil, erratum: nil)
        }
        if entry.scope == .part {
            return VillageGrade(
                landType: landType, outcome: .byPart, grade: nil, printedGrade: nil, erratum: nil, scope: .part,
                parts: own.map { entry in
                    PartGrade(
                        part: entry.part ?? "", grade: entry.grade, printedGrade: entry.printedGrade,
                        isDisputed: disputes.contains(entry), erratum: entry.erratum)
                })
        }
        return VillageGrade(
            landType: landType, outcome: disputes.contains(entry) ? .disputed : .graded, grade: entry.grade,
            printedGrade: entry.printedGrade, erratum: entry.erratum, scope: entry.scope)
    }
}

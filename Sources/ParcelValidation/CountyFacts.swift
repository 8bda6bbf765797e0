import GradeModel

/// Makes the facts of a county from its editions: of each village what is listed, and where nothing is what the editions
/// say of its parts or of its township.
struct CountyFacts {
    private let table: CountyTable
    private let errata: ErratumIDs
    private let parts: PartLists
    private let laterGrades: LaterGrades
    /// The edition compared with: of each village and land type its number in `laterGrades`; empty where none is.
    private let after: [Int]
    private let isCompared: Bool
    private let isWithdrawn: Bool
    private let disputes, disputesAfter: Disputes
    /// By land type.
    private let scoped, scopedAfter: [ScopedFacts]
    private static let width = LandType.allCases.count

    init(_ table: CountyTable, _ errata: ErratumIDs, _ parts: PartLists, _ laterGrades: LaterGrades) {
        (self.table, self.errata, self.parts, self.laterGrades) = (table, errata, parts, laterGrades)
        isCompared = table.after != nil
        isWithdrawn = table.grades?.isWithdrawn ?? false
        disputes = table.grades?.disputes ?? Disputes([])
        disputesAfter = table.after?.disputes ?? Disputes([])
        scoped = LandType.allCases.map { ScopedFacts(table.grades, $0) }
        scopedAfter = LandType.allCases.map { ScopedFacts(table.after, $0) }
        var after = [Int](repeating: 0, count: isCompared ? table.villages.count * Self.width : 0)
        for grade in table.after?.grades ?? [] {
            let isDisputed = disputesAfter.contains(
                held: grade.grade, printed: grade.printedGrade, erratum: grade.erratum)
            after[grade.village * Self.width + Self.column(grade.landType)] = laterGrades.number(
                of: .init(
                    held: grade.grade, possible: grade.grade.orPrinted(grade.printedGrade, isDisputed: isDisputed)))
        }
        self.after = after
    }

    private static func column(_ landType: LandType) -> Int {
        switch landType {
        case .orchard: 0
        case .forest: 1
        case .grassland: 2
        }
    }

    private func later(_ index: Int) -> Int { isCompared ? after[index] : 0 }

    private func later(_ finding: ScopedFacts.Finding?) -> Int {
        switch finding {
        case nil: 0
        case .whole(let entry):
            laterGrades.number(
                of: .init(
                    held: entry.grade,
                    possible: entry.grade.orPrinted(entry.printedGrade, isDisputed: disputesAfter.contains(entry))))
        case .alike(let grade, _): grade.rawValue
        case .byPart(let parts): laterGrades.number(of: .init(held: nil, possible: parts.possibleGrades))
        }
    }

    /// Three for each village.
    var ofVillages: [LandFacts] {
        var facts = unlisted
        for grade in table.grades?.grades ?? [] {
            let index = grade.village * Self.width + Self.column(grade.landType)
            facts[index] = LandFacts(
                state: .listed, held: grade.grade, printed: grade.printedGrade,
                isDisputed: disputes.contains(
                    held: grade.grade, printed: grade.printedGrade, erratum: grade.erratum),
                erratum: errata.number(of: grade.erratum),
                isCompared: isCompared, after: later(index), isWithdrawn: isWithdrawn)
        }
        if !(scoped + scopedAfter).allSatisfy(\.isEmpty) { addScoped(&facts) }
        return facts
    }

    /// A table that lists a land type anywhere lists those villages only; one that does not, publishes none.
    private var unlisted: [LandFacts] {
        var isPublished = [Bool](repeating: false, count: Self.width)
        for grade in table.grades?.grades ?? [] { isPublished[Self.column(grade.landType)] = true }
        for entry in table.grades?.scoped ?? [] { isPublished[Self.column(entry.landType)] = true }
        let states = isPublished.map { isPublished -> LandFacts.State in
            table.grades == nil ? .noEdition : isPublished ? .notListed : .notPublished
        }
        return (0..<table.villages.count * Self.width).map { index in
            LandFacts(
                state: states[index % Self.width], isCompared: isCompared, after: later(index),
                isWithdrawn: isWithdrawn)
        }
    }

    private func addScoped(_ facts: inout [LandFacts]) {
        for (village, place) in table.villages.enumerated() {
            for column in 0..<Self.width {
                let index = village * Self.width + column
                func finding(_ scoped: [ScopedFacts]) -> ScopedFacts.Finding? {
                    scoped[column].finding(township: place.township, village: place.village)
                }
                let own = later(index)
                let later = isCompared && own == 0 ? self.later(finding(scopedAfter)) : own
                let known = facts[index]
                if known.state != .listed, let found = finding(scoped) {
                    facts[index] = self.facts(found, after: later)
                } else if later != known.after {
                    facts[index] = LandFacts(
                        state: known.state, held: known.held, printed: known.printed,
                        isDisputed: known.isDisputed, erratum: known.erratum, isCompared: isCompared,
                        after: later, isWithdrawn: isWithdrawn)
                }
            }
        }
    }

    private func facts(_ finding: ScopedFacts.Finding, after: Int) -> LandFacts {
        switch finding {
        case .whole(let entry):
            LandFacts(
                state: .listedAsWhole, held: entry.grade, printed: entry.printedGrade,
                isDisputed: disputes.contains(entry), erratum: errata.number(of: entry.erratum),
                isCompared: isCompared, after: after, isWithdrawn: isWithdrawn)
        case .byPart(let list):
            LandFacts(
                state: .byPart, erratum: parts.number(of: list), isCompared: isCompared, after: after,
                isWithdrawn: isWithdrawn)
        case .alike(let grade, let list):
            LandFacts(
                state: .alikeByPart, held: grade, printed: grade, erratum: parts.number(of: list),
                isCompared: isCompared, after: after, isWithdrawn: isWithdrawn)
        }
    }

    /// Three for each township that is graded as a whole for some land type.
    var ofTownships: [NameBytes: [LandFacts]] {
        var townships: [NameBytes: [LandFacts]] = [:]
        for township in Set(scoped.flatMap(\.townships)) {
            townships[NameBytes(township, "")] = (0..<Self.width).map { column in
                let later = later(scopedAfter[column].finding(township: township, village: nil))
                let found = scoped[column].finding(township: township, village: nil)
                return found.map { facts($0, after: isCompared ? later : 0) } ?? LandFacts(state: .notListed)
            }
        }
        return townships
    }
}

extension Grade {
    /// Both grades of an entry in dispute, the held one first; else the held one.
    func orPrinted(_ printed: Grade, isDisputed: Bool) -> [Grade] {
        isDisputed && printed != self ? [self, printed] : [self]
    }
}

extension [PartGrade] {
    /// Those of all parts, each once, both of a part in dispute.
    var possibleGrades: [Grade] {
        var distinct: [Grade] = []
        for grade in flatMap({ $0.grade.orPrinted($0.printedGrade, isDisputed: $0.isDisputed) })
        where !distinct.contains(grade) {
            distinct.append(grade)
        }
        return distinct
    }
}

import GradeModel

/// What the editions say of each place of a county, by index in its villages: three facts for each, in the order of
/// `LandType.allCases`.
struct GradeIndex: Sendable {
    private let facts: [LandFacts]
    /// Of townships that are graded as a whole for some land type: three facts, in the order of `LandType.allCases`.
    private let townships: [NameBytes: [LandFacts]]

    init(_ table: CountyTable, _ errata: ErratumIDs, _ parts: PartLists) {
        let width = LandType.allCases.count
        let isCompared = table.after != nil
        var after = [Grade?](repeating: nil, count: isCompared ? table.villages.count * width : 0)
        for grade in table.after?.grades ?? [] {
            after[grade.village * width + Self.column(grade.landType)] = grade.grade
        }
        func later(_ index: Int) -> Grade? { isCompared ? after[index] : nil }
        let scoped = LandType.allCases.map { ScopedFacts(table.grades, $0) }
        let scopedAfter = LandType.allCases.map { ScopedFacts(table.after, $0) }

        // A table that lists a land type anywhere lists those villages only; one that does not, publishes none.
        var isPublished = [Bool](repeating: false, count: width)
        for grade in table.grades?.grades ?? [] { isPublished[Self.column(grade.landType)] = true }
        for entry in table.grades?.scoped ?? [] { isPublished[Self.column(entry.landType)] = true }
        let unlisted = isPublished.map { isPublished -> LandFacts.State in
            table.grades == nil ? .noEdition : isPublished ? .notListed : .notPublished
        }
        let isWithdrawn = table.grades?.isWithdrawn ?? false
        var facts: [LandFacts] = []
        facts.reserveCapacity(table.villages.count * width)
        for index in 0..<table.villages.count * width {
            facts.append(
                LandFacts(
                    state: unlisted[index % width], isCompared: isCompared, after: later(index),
                    isWithdrawn: isWithdrawn))
        }
        let disputes = table.grades?.disputes ?? Disputes([])
        for grade in table.grades?.grades ?? [] {
            let index = grade.village * width + Self.column(grade.landType)
            facts[index] = LandFacts(
                state: .listed, held: grade.grade, printed: grade.printedGrade,
                isDisputed: disputes.contains(
                    held: grade.grade, printed: grade.printedGrade, erratum: grade.erratum),
                erratum: errata.number(of: grade.erratum),
                isCompared: isCompared, after: later(index), isWithdrawn: isWithdrawn)
        }
        func judged(_ finding: ScopedFacts.Finding, after: Grade?) -> LandFacts {
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
        if !(scoped + scopedAfter).allSatisfy(\.isEmpty) {
            for (village, place) in table.villages.enumerated() {
                for column in 0..<width {
                    let index = village * width + column
                    func finding(_ scoped: [ScopedFacts]) -> ScopedFacts.Finding? {
                        scoped[column].finding(township: place.township, village: place.village)
                    }
                    let later = later(index) ?? (isCompared ? finding(scopedAfter)?.grade : nil)
                    let known = facts[index]
                    if known.state != .listed, let found = finding(scoped) {
                        facts[index] = judged(found, after: later)
                    } else if later != known.after {
                        facts[index] = LandFacts(
                            state: known.state, held: known.held, printed: known.printed,
                            isDisputed: known.isDisputed, erratum: known.erratum, isCompared: isCompared,
                            after: later, isWithdrawn: isWithdrawn)
                    }
                }
            }
        }
        self.facts = facts
        var townships: [NameBytes: [LandFacts]] = [:]
        for township in Set(scoped.flatMap(\.townships)) {
            townships[NameBytes(township, "")] = (0..<width).map { column in
                let later = scopedAfter[column].finding(township: township, village: nil)?.grade
                let found = scoped[column].finding(township: township, village: nil)
                return found.map { judged($0, after: isCompared ? later : nil) } ?? LandFacts(state: .notListed)
            }
        }
        self.townships = townships
    }

    /// What is known of a place in this township whose village is not known; nil: nothing is.
    func facts(ofTownship township: String) -> [LandFacts]? { townships[NameBytes(township, "")] }

    private static func column(_ landType: LandType) -> Int {
        switch landType {
        case .orchard: 0
        case .forest: 1
        case .grassland: 2
        }
    }

    /// One for each land type.
    func facts(of village: Int) -> ArraySlice<LandFacts> {
        facts[village * LandType.allCases.count..<(village + 1) * LandType.allCases.count]
    }
}

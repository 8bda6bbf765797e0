import GradeModel

/// What the editions say of each place of a county, by index in its villages: three facts for each, in the order of
/// `LandType.allCases`.
struct GradeIndex: Sendable {
    private let facts: [LandFacts]

    init(_ table: CountyTable, _ errata: ErratumIDs) {
        let width = LandType.allCases.count
        let isCompared = table.after != nil
        var after = [Grade?](repeating: nil, count: isCompared ? table.villages.count * width : 0)
        for grade in table.after?.grades ?? [] {
            after[grade.village * width + Self.column(grade.landType)] = grade.grade
        }
        func later(_ index: Int) -> Grade? { isCompared ? after[index] : nil }

        // A table that lists a land type anywhere lists those villages only; one that does not, publishes none.
        var isPublished = [Bool](repeating: false, count: width)
        for grade in table.grades?.grades ?? [] { isPublished[Self.column(grade.landType)] = true }
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
        self.facts = facts
    }

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

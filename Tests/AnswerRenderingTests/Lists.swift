import AnswerRendering
import GradeModel

/// Rows of the lists over the Xiangyin edition, as the store would give them.
enum Rows {
    static let townships = [
        TownshipRow(
            county: Xiangyin.county, name: "金龙镇", pinyin: "jinlongzhen", villages: 15,
            entries: [.orchard: 12, .forest: 15]),
        TownshipRow(
            county: Xiangyin.county, name: "横岭湖自然保护区", pinyin: "henglinghuziranbaohuqu", villages: 3,
            entries: [.orchard: 0, .forest: 3]),
    ]

    static let villages = [Answers.furong, Answers.donghegang, Answers.binjiang].map(row)

    private static func row(_ answer: Answer) -> VillageRow {
        let found = answer.matches[0]
        return VillageRow(
            place: found.match.place!,
            grades: found.landTypes.map {
                VillageGrade(
                    landType: $0.landType, outcome: $0.outcome, grade: $0.grade, printedGrade: $0.printedGrade,
                    erratum: $0.erratum?.id, scope: $0.scope)
            })
    }

    static let grades = [
        grade(.orchard, 1, villages: 67, disputed: 16), grade(.orchard, 2, villages: 99, disputed: 0),
        grade(.forest, 1, villages: 117, disputed: 24), grade(.forest, 2, villages: 128, disputed: 30),
        GradeRow(county: Xiangyin.county, edition: Xiangyin.edition, landType: .grassland, count: nil),
    ]

    private static func grade(_ landType: LandType, _ grade: Int, villages: Int, disputed: Int) -> GradeRow {
        GradeRow(
            county: Xiangyin.county, edition: Xiangyin.edition, landType: landType,
            count: GradeCount(grade: Grade(rawValue: grade)!, villages: villages, disputed: disputed))
    }

    static let edition = EditionRow(
        id: Xiangyin.edition, county: Xiangyin.county, document: Xiangyin.document,
        valuationDates: [Xiangyin.valuationDate],
        inForce: ForcePeriod(from: Xiangyin.issued, before: nil), withdrawn: nil, origin: .builtIn,
        packageSHA256: Xiangyin.sha256,
        contents: EditionContents(
            townships: 16, villages: 245, entries: [.orchard: 166, .forest: 245], disputed: 70, prices: 0))

    static func definition(_ landType: LandType, prices: [BasePrice] = []) -> DefinitionRow {
        let definition = Xiangyin.definition(landType)
        return DefinitionRow(
            county: Xiangyin.county, definition: definition, citation: Xiangyin.citation(definition.source),
            isGraded: landType != .grassland, prices: prices)
    }

    static let definitions = LandType.allCases.map { definition($0) }
}

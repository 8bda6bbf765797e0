import GradeModel
import TestSupport

/// Parts of 湘阴政发〔2025〕1号, by hand, from which tests put answers together.
enum Xiangyin {
    static let county = County(code: "430624", name: "湘阴县", province: "湖南省", prefecture: "岳阳市")
    static let edition = EditionID("430624-2025-1")!
    static let issued = CalendarDate("2025-01-23")!
    static let valuationDate = CalendarDate("2021-12-31")!
    static let sha256 = "0f3c2d9a" + String(repeating: "7b", count: 28)

    static let document = Document(
        number: "湘阴政发〔2025〕1号", registration: "XYDR-2025-00001",
        title: "湘阴县人民政府关于公布实施湘阴县园地、林地、草地定级和基准地价成果的通知", issuer: "湘阴县人民政府",
        issued: issued, publication: "湘阴县人民政府公报2025年第1期")

    static func definition(_ landType: LandType, rights: String = "承包经营权") -> Definition {
        Definition(
            landType: landType, rights: rights, termYears: landType == .forest ? 70 : 30,
            infrastructure: "按照所在区域具有普遍性、适宜性的种植制度下，宗地外道路通达。", valuationDate: valuationDate,
            source: TableRow(table: "表1", row: nil))
    }

    static func erratum(_ id: String, _ status: ErratumStatus = .proposed) -> Erratum {
        Erratum(
            id: id, printed: "表\(id == "E1" ? 2 : 3)杨林寨乡、洋沙湖镇、樟树镇的前一行标注二级", held: "一级",
            evidence: "同一级别内各乡镇按固定顺序只出现一次；这三个乡镇在同表后面再次出现，后一次才是二级的开始。",
            status: status)
    }

    static func citation(_ source: TableRow?, origin: EditionOrigin = .builtIn) -> Citation {
        Citation(edition: edition, document: document, source: source, packageSHA256: sha256, origin: origin)
    }

    static func place(_ township: String, _ village: String) -> Place {
        Place(county: county, township: township, village: village, kind: PlaceKind(name: village))
    }

    static func match(_ place: Place, _ rule: MatchRule = .exact, alias: Alias? = nil) -> PlaceMatch {
        PlaceMatch(place: place, rule: rule, alias: alias)
    }

    static func graded(
        _ landType: LandType, _ grade: Int, row: Int, price: String? = nil, erratum: Erratum? = nil,
        origin: EditionOrigin = .builtIn
    ) -> LandTypeAnswer {
        let grade = Grade(rawValue: grade)!
        return LandTypeAnswer(
            landType: landType, outcome: .graded, grade: grade, heldGrade: grade, printedGrade: grade,
            erratum: erratum, definition: definition(landType),
            basePrice: price.map {
                BasePrice(
                    landType: landType, grade: grade, amount: $0, unit: "元/平方米", source: TableRow(table: "表4", row: 1))
            },
            citation: citation(TableRow(table: table(landType), row: row), origin: origin), scope: .village)
    }

    static func disputed(
        _ landType: LandType, row: Int, asPrinted: Bool = false, erratum: Erratum?,
        outcome: LandTypeOutcome = .disputed
    ) -> LandTypeAnswer {
        LandTypeAnswer(
            landType: landType, outcome: outcome, grade: Grade(rawValue: asPrinted ? 2 : 1),
            heldGrade: Grade(rawValue: 1), printedGrade: Grade(rawValue: 2), erratum: erratum,
            definition: definition(landType), basePrice: nil,
            citation: citation(TableRow(table: table(landType), row: row)), scope: .village)
    }

    static func notListed(_ landType: LandType) -> LandTypeAnswer {
        none(landType, .notListed, TableRow(table: table(landType), row: nil), definition(landType))
    }

    static let grassland = none(
        .grassland, .notPublished, TableRow(table: "表1", row: nil), definition(.grassland))

    static func none(
        _ landType: LandType, _ outcome: LandTypeOutcome, _ source: TableRow?, _ definition: Definition?
    ) -> LandTypeAnswer {
        LandTypeAnswer(
            landType: landType, outcome: outcome, grade: nil, heldGrade: nil, printedGrade: nil, erratum: nil,
            definition: definition, basePrice: nil, citation: citation(source))
    }

    private static func table(_ landType: LandType) -> String { landType == .orchard ? "表2" : "表3" }
}

/// Answers of the look-ups that the tests of every format share.
enum Answers {
    static func found(_ match: PlaceMatch, _ landTypes: [LandTypeAnswer], question: Question? = nil) -> Answer {
        Answer(
            question: question ?? Question(place: .names(township: match.township, village: match.village ?? "")),
            outcome: .found, matches: [PlaceAnswer(match: match, landTypes: landTypes)], suggestions: [])
    }

    /// 金龙镇 芙蓉村: graded in both tables.
    static let furong = found(
        Xiangyin.match(Xiangyin.place("金龙镇", "芙蓉村")),
        [Xiangyin.graded(.orchard, 1, row: 3), Xiangyin.graded(.forest, 1, row: 3), Xiangyin.grassland])

    /// 杨林寨乡 东合港村: disputed in both.
    static let donghegang = found(
        Xiangyin.match(Xiangyin.place("杨林寨乡", "东合港村")),
        [
            Xiangyin.disputed(.orchard, row: 11, erratum: Xiangyin.erratum("E1")),
            Xiangyin.disputed(.forest, row: 13, erratum: Xiangyin.erratum("E2")), Xiangyin.grassland,
        ])

    /// 文星街道 滨江社区: not in the orchard table.
    static let binjiang = found(
        Xiangyin.match(Xiangyin.place("文星街道", "滨江社区"), .townshipOmitted),
        [Xiangyin.notListed(.orchard), Xiangyin.graded(.forest, 1, row: 10), Xiangyin.grassland],
        question: Question(place: .names(township: nil, village: "滨江社区")))

    /// 东湖渔场 lies in two townships.
    static let donghu = Answer(
        question: Question(place: .names(township: nil, village: "东湖渔场")), outcome: .ambiguous,
        matches: [
            PlaceAnswer(
                match: Xiangyin.match(Xiangyin.place("文星街道", "东湖渔场"), .townshipOmitted),
                landTypes: [
                    Xiangyin.notListed(.orchard), Xiangyin.graded(.forest, 1, row: 10), Xiangyin.grassland,
                ]),
            PlaceAnswer(
                match: Xiangyin.match(Xiangyin.place("洋沙湖镇", "东湖渔场"), .townshipOmitted),
                landTypes: [
                    Xiangyin.notListed(.orchard),
                    Xiangyin.disputed(.forest, row: 14, erratum: Xiangyin.erratum("E2")), Xiangyin.grassland,
                ]),
        ], suggestions: [])

    static func no(_ outcome: LookupOutcome, _ question: Question, near: [Suggestion] = []) -> Answer {
        Answer(question: question, outcome: outcome, matches: [], suggestions: near)
    }
}

import GradeModel
import ParcelValidation
import TestSupport

extension Xiangyin {
    static let table = CountyTable(
        county: county, townships: townships, villages: villages, aliases: aliases,
        grades: EditionGrades(edition: edition, entries: entries, villages: villages))

    /// As if the next edition had raised the grades of 金龙镇 and dropped 静河镇.
    static let next = EditionGrades(
        edition: EditionID("430624-2029-1")!,
        entries: entries.filter { $0.township != "静河镇" }.map { entry in
            let grade = entry.township == "金龙镇" ? Grade(rawValue: 1)! : entry.grade
            return GradeEntry(
                landType: entry.landType, township: entry.township, village: entry.village, kind: entry.kind,
                grade: grade, printedGrade: grade, erratum: nil, source: entry.source)
        }, villages: villages)
}

/// Two made-up counties beside the real one: 东湖渔场 is in two of them, and one has a village with a digit.
struct Counties: CountySource {
    var tables: [CountyTable]
    /// By the county's code.
    var prices: [String: CountyPrices] = [:]

    static let xiangyin = Counties(tables: [Xiangyin.table])
    static let comparing = Counties(tables: [
        CountyTable(
            county: Xiangyin.county, townships: Xiangyin.townships, villages: Xiangyin.villages,
            aliases: Xiangyin.aliases, grades: Xiangyin.table.grades, after: Xiangyin.next)
    ])
    static let withdrawn = Counties(tables: [
        CountyTable(
            county: Xiangyin.county, townships: Xiangyin.townships, villages: Xiangyin.villages,
            aliases: Xiangyin.aliases,
            grades: EditionGrades(
                edition: Xiangyin.edition, grades: Xiangyin.table.grades?.grades ?? [], isWithdrawn: true))
    ])
    static let three = Counties(tables: [
        Xiangyin.table,
        made("430621", "岳阳县", [("荣家湾镇", "东湖渔场", 1), ("荣家湾镇", "3组村", 2), ("新墙镇", "芙蓉村", 2)]),
        made("430681", "汨罗市", [("白水镇", "金龙村", 1), ("长乐镇", "长乐村", 2)], hasEdition: false),
    ])

    /// Two counties without a number in their names, so that those in addresses are set aside.
    static let two = Counties(tables: [
        Xiangyin.table, made("430621", "岳阳县", [("荣家湾镇", "东湖渔场", 1), ("新墙镇", "芙蓉村", 2), ("金龙镇", "芙蓉新村", 2)]),
    ])

    static func made(
        _ code: String, _ name: String, _ places: [(String, String, Int)], hasEdition: Bool = true
    ) -> CountyTable {
        let county = County(code: code, name: name, province: "湖南省", prefecture: "岳阳市")
        let entries = places.map { township, village, grade in
            GradeEntry(
                landType: .orchard, township: township, village: village, kind: PlaceKind(name: village),
                grade: Grade(rawValue: grade)!, printedGrade: Grade(rawValue: grade)!, erratum: nil,
                source: TableRow(table: "表2", row: 1))
        }
        let villages = places.map {
            Place(county: county, township: $0.0, village: $0.1, kind: PlaceKind(name: $0.1))
        }
        let edition = EditionID("\(code)-2024-1")!
        return CountyTable(
            county: county, townships: [], villages: villages, aliases: [],
            grades: hasEdition ? EditionGrades(edition: edition, entries: entries, villages: villages) : nil)
    }

    func counties(named text: String) -> [County] {
        tables.map(\.county).filter { $0.code == text || $0.name == text }
    }

    func onlyCounty() -> County? { tables.count == 1 ? tables[0].county : nil }

    /// All of its counties are candidates for whatever is asked.
    func haveSameCandidates(numberBehind text: String) -> Bool { true }
    func haveSameCandidates(numberBehindVillage text: String) -> Bool { true }

    func candidates(for question: PlaceQuestion) -> [County] { tables.map(\.county) }

    func prices(of county: County) -> CountyPrices { prices[county.code] ?? CountyPrices() }

    func pricedSubtypes() -> [String] {
        prices.values.flatMap { ($0.official + $0.after + $0.others.flatMap(\.prices)).compactMap(\.subtype) }
    }

    /// With made-up prices: orchards by kind of land and some as a whole, forest as a whole and by two kinds that no standard
    /// has under one land type, grassland none.
    var priced: Counties {
        var counties = self
        for county in tables.map(\.county) { counties.prices[county.code] = Self.madePrices(county.code) }
        return counties
    }

    private static func madePrices(_ code: String) -> CountyPrices {
        func prices(_ orchard: [String], _ tea: [String], _ whole: String, _ forest: [String]) -> [BasePrice] {
            func one(_ type: LandType, _ subtype: String?, _ grade: Int, _ amount: String, _ unit: String) -> BasePrice
            {
                BasePrice(
                    landType: type, subtype: subtype, grade: Grade(rawValue: grade)!, amount: amount, unit: unit)
            }
            return orchard.enumerated().map { one(.orchard, "果园", $0 + 1, $1, "元/平方米") }
                + tea.enumerated().map { one(.orchard, "茶园", $0 + 1, $1, "元/㎡") } + [
                    one(.orchard, nil, 3, whole, "元/亩")
                ]
                + forest.enumerated().map { one(.forest, nil, $0 + 1, $1, "万元/亩") } + [
                    one(.forest, "经济林", 1, "2.79", "万元/亩"), one(.forest, "油茶、核桃", 2, "2.13", "万元/亩"),
                    // Under two land types: no word for one.
                    one(.forest, "商品林", 1, "1.90", "万元/亩"), one(.orchard, "商品林", 1, "29.00", "元/平方米"),
                ]
        }
        return CountyPrices(
            official: prices(["45.00", "36.00"], ["52.00", "42.00"], "19000", ["1.86", "1.42"]),
            after: prices(["49.50", "36.00"], ["52.00", "43.17"], "20000", ["2.00"]),
            others: [
                (
                    EditionID("\(code)-2029-1")!, prices(["49.50", "36.00"], ["52.00", "43.17"], "20000", ["2.00"])
                ), (EditionID("\(code)-2020-1")!, prices(["42.00", "33.00"], ["48.00"], "17000", ["1.80", "1.42"])),
            ])
    }

    func table(of county: County) -> CountyTable { tables.first { $0.county == county }! }
}

extension EditionGrades {
    /// Each entry found by its names, one by one.
    init(edition: EditionID, entries: [GradeEntry], villages: [Place]) {
        let whole = entries.filter { $0.scope == .village }
        let grades = whole.map { entry in
            HeldGrade(
                village: villages.firstIndex { $0.township == entry.township && $0.village == entry.village }!,
                landType: entry.landType, grade: entry.grade, printedGrade: entry.printedGrade, erratum: entry.erratum)
        }
        self.init(edition: edition, grades: grades, scoped: entries.filter { $0.scope != .village })
    }
}

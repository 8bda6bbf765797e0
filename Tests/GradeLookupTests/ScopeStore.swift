import GradeLookup
import GradeModel
import GradeStore
import SystemPackage
import TestSupport
import Testing

/// A store of editions made for a test, removed after it.
final class MadeStore {
    private let temporary = TemporaryFolder()
    let folder: StoreFolder
    let generation: Generation

    init(_ counties: [[Edition]]) throws {
        folder = StoreFolder(temporary.path)
        var rest = counties.map { editions in
            editions.map {
                SourcedEdition(edition: $0, packageSHA256: String(repeating: "ab", count: 32), origin: .unsigned)
            }
        }[...]
        _ = try StoreWriter(folder, indexing: .placeMatching).apply { rest.popFirst() }
        generation = try Generation.openCurrent(of: folder)
    }

}

/// 测试县, which does not exist: 城关镇's orchard is graded as a whole and its forest by villages, 青山镇's orchard by
/// villages and parts of one.
enum ScopeEditions {
    static let county = County(code: "430698", name: "测试县", province: "湖南省")

    static func entry(
        _ landType: LandType, _ township: String, _ village: String?, _ grade: Int, part: String? = nil, row: Int = 1
    ) -> GradeEntry {
        let grade = Grade(rawValue: grade)!
        return GradeEntry(
            landType: landType, township: township, village: village, part: part,
            kind: village.map(PlaceKind.init(name:)), grade: grade, printedGrade: grade, erratum: nil,
            source: TableRow(table: landType == .orchard ? "表2" : "表3", row: row))
    }

    static func edition(
        id: String = "430698-2024-8", issued: String = "2024-06-18", effective: String? = nil, expires: String? = nil,
        county: County = county, _ grades: [GradeEntry]
    ) -> Edition {
        func price(_ subtype: String?, _ grade: Int, _ amount: String) -> BasePrice {
            BasePrice(
                landType: .orchard, subtype: subtype, grade: Grade(rawValue: grade)!, amount: amount, unit: "元/㎡",
                source: TableRow(table: "表4", row: nil))
        }
        return Edition(
            id: EditionID(id)!, county: county,
            document: Document(
                number: "测政发〔2024〕8号", registration: nil, title: "通知", issuer: "测试县人民政府",
                issued: CalendarDate(issued)!, publication: nil, effective: effective.flatMap { CalendarDate($0) },
                expires: expires.flatMap { CalendarDate($0) }),
            rights: "集体",
            definitions: [LandType.orchard, .forest].map {
                Definition(
                    landType: $0, rights: "承包经营权", termYears: nil, term: "无限年期", infrastructure: "宗地外道路通达。",
                    valuationDate: CalendarDate("2023-01-01")!, source: TableRow(table: "表1", row: nil))
            },
            grades: grades, aliases: [], errata: [],
            townships: ["城关镇", "青山镇"].enumerated().map { index, name in
                TownshipEntry(name: name, pinyin: "", code: nil, order: index + 1)
            },
            prices: [price(nil, 1, "42.00"), price("果园", 1, "45.00"), price(nil, 2, "36.50")])
    }

    static let mixed = [
        entry(.orchard, "城关镇", nil, 1), entry(.orchard, "青山镇", "石桥村", 2, row: 2),
        entry(.orchard, "青山镇", "大坪村", 1, part: "1、2、3组", row: 3),
        entry(.orchard, "青山镇", "大坪村", 2, part: "4、5组", row: 4), entry(.forest, "城关镇", "东门社区", 2, row: 1),
    ]
}

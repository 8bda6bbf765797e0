import GradeModel
import ParcelValidation
import TestSupport

@testable import FuzzChecks

/// Xiangyin as if its document graded some townships as a whole and some villages by parts.
extension Xiangyin {
    private static func entry(
        _ landType: LandType, _ township: String, _ village: String?, _ grade: Int, printed: Int? = nil,
        part: String? = nil
    ) -> GradeEntry {
        GradeEntry(
            landType: landType, township: township, village: village, part: part,
            kind: village.map(PlaceKind.init(name:)), grade: Grade(rawValue: grade)!,
            printedGrade: Grade(rawValue: printed ?? grade)!, erratum: printed == nil ? nil : "E9",
            source: TableRow(table: "表2", row: 1))
    }

    private static func villages(of township: String) -> [String] {
        villages.filter { $0.township == township }.map(\.village)
    }

    static let scopedEntries: [GradeEntry] = {
        let names = villages(of: "鹤龙湖镇")
        let scoped = [
            entry(.orchard, "金龙镇", nil, 2), entry(.forest, "文星街道", nil, 2, printed: 1),
            entry(.orchard, "鹤龙湖镇", names[0], 1, part: "1、2、3组"), entry(.orchard, "鹤龙湖镇", names[0], 2, part: "4、5组"),
            entry(.orchard, "鹤龙湖镇", names[1], 2, part: "河东"), entry(.orchard, "鹤龙湖镇", names[1], 2, part: "河西"),
            entry(.orchard, "鹤龙湖镇", names[2], 1, part: "1组"),
            entry(.orchard, "鹤龙湖镇", names[3], 1, part: "1组"),
            entry(.orchard, "鹤龙湖镇", names[3], 1, printed: 2, part: "2组"),
        ]
        let isReplaced = { (entry: GradeEntry) in
            scoped.contains { other in
                other.landType == entry.landType && other.township == entry.township
                    && (other.village == nil || other.village == entry.village)
            }
        }
        return entries.filter { !isReplaced($0) } + scoped
    }()

    static let scoped = CountyTable(
        county: county, townships: townships, villages: villages, aliases: aliases,
        grades: EditionGrades(edition: edition, entries: scopedEntries, villages: villages),
        after: EditionGrades(
            edition: EditionID("430624-2029-1")!,
            entries: entries.filter { $0.township != "静河镇" || $0.landType != .orchard }
                + [entry(.orchard, "静河镇", nil, 3)], villages: villages))
}

extension Counties {
    static let scoped = Counties(tables: [Xiangyin.scoped])
    /// 文星街道 is in two of them, once as a whole.
    static let scopedThree = Counties(tables: [
        Xiangyin.scoped, made("430621", "岳阳县", [("荣家湾镇", "东湖渔场", 1), ("文星街道", "文星村", 2)]),
    ])
}

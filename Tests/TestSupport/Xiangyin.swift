package import GradeModel
import SystemPackage
import TabularText

/// The seed edition of 湘阴县, as the tables in the repository have it.
package enum Xiangyin {
    package static let county = County(code: "430624", name: "湘阴县", province: "湖南省", prefecture: "岳阳市")
    package static let edition = EditionID("430624-2025-1")!

    package static let entries: [GradeEntry] = rows("grades.csv").map { row in
        GradeEntry(
            landType: LandType(rawValue: row[0])!, township: row[1], village: row[2],
            kind: PlaceKind(rawValue: row[3])!, grade: Grade(rawValue: Int(row[4])!)!,
            printedGrade: Grade(rawValue: Int(row[5])!)!, erratum: row[6].isEmpty ? nil : row[6],
            source: TableRow(row[7])!)
    }

    package static let villages: [Place] = {
        var places: [Place] = []
        for entry in entries {
            guard let village = entry.village, let kind = entry.kind else { continue }
            let place = Place(county: county, township: entry.township, village: village, kind: kind)
            if !places.contains(place) { places.append(place) }
        }
        return places
    }()

    package static let townships = rows("townships.csv").map { row in
        TownshipEntry(name: row[0], pinyin: row[1], code: row[2].isEmpty ? nil : row[2], order: Int(row[3])!)
    }

    package static let aliases = rows("aliases.csv").map { row in
        Alias(township: row[0], alias: row[1], village: row[2], kind: AliasKind(rawValue: row[3])!, source: row[4])
    }

    private static func rows(_ name: String) -> [[String]] {
        // The seed is a part of the checkout.
        try! CSVTable(parsing: bytes(of: Repository.xiangyin.appending(name))).rows.map(\.fields)
    }
}

import GradeModel
import ParcelValidation

/// 湘阴县 with two villages.
struct OneCounty: CountySource {
    let county = County(code: "430624", name: "湘阴县", province: "湖南省", prefecture: "岳阳市")

    func counties(named text: String) -> [County] { [county].filter { $0.code == text || $0.name == text } }

    func candidates(for question: PlaceQuestion) -> [County] { [county] }

    func table(of county: County) -> CountyTable {
        let villages = [("杨林寨乡", "东合港村"), ("金龙镇", "金龙村")].map {
            Place(county: county, township: $0.0, village: $0.1, kind: PlaceKind(name: $0.1))
        }
        let grades = (0...1).map { village in
            let grade = Grade(rawValue: village + 1)!
            return HeldGrade(village: village, landType: .orchard, grade: grade, printedGrade: grade, erratum: nil)
        }
        return CountyTable(
            county: county, townships: [], villages: villages, aliases: [],
            grades: EditionGrades(edition: EditionID("430624-2025-1")!, grades: grades))
    }
}

import GradeModel

/// The base prices that may be those of a row, and others that a declared figure may have been taken from: of one county,
/// land type, kind of land and grade or grades. A class, because rows ask for it one by one, and three arrays are slow to hand out.
final class OfficialPrices: Sendable {
    enum State: UInt8, Sendable {
        case noGrade, notPublished, one, several
    }

    let state: State
    /// One, or several where the grade is in dispute or differs by part, or where the kind of land is not said.
    let candidates: [OfficialPrice]
    /// In the order in which causes are looked for: other grades, other sub types, other editions.
    let others: [(price: OfficialPrice, cause: PriceCause)]
    let after: [OfficialPrice]

    /// - Parameters:
    ///   - grades: those the row's land may have; empty where it has no official one.
    ///   - after: the same in the edition compared with.
    init(_ county: CountyPrices, _ landType: LandType, _ kind: LandKind, grades: [Grade], after: [Grade]) {
        func prices(_ all: [BasePrice], _ grade: Grade) -> [OfficialPrice] {
            kind.prices(all, landType, grade).compactMap { OfficialPrice($0) }
        }
        candidates = Self.distinct(grades.flatMap { prices(county.official, $0) })
        state = grades.isEmpty ? .noGrade : candidates.isEmpty ? .notPublished : candidates.count == 1 ? .one : .several
        self.after = Self.distinct(after.flatMap { prices(county.after, $0) })
        var others: [(price: OfficialPrice, cause: PriceCause)] = []
        if !candidates.isEmpty {
            for grade in Set(county.official.filter { $0.landType == landType }.map(\.grade)).sorted()
            where !grades.contains(grade) {
                others += prices(county.official, grade).map { ($0, .grade(grade)) }
            }
            let own = Set(grades.flatMap { kind.prices(county.official, landType, $0) })
            for price in county.official
            where price.landType == landType && grades.contains(price.grade) && !own.contains(price) {
                if let other = OfficialPrice(price) { others.append((other, .subtype(price.subtype, landType))) }
            }
            for (edition, all) in county.others {
                for grade in grades { others += prices(all, grade).map { ($0, .edition(edition)) } }
            }
        }
        self.others = others
    }

    /// Prices that are the same are one, whichever grade's they are.
    private static func distinct(_ prices: [OfficialPrice]) -> [OfficialPrice] {
        var distinct: [OfficialPrice] = []
        for price in prices where !distinct.contains(where: { $0.isSame(as: price) }) { distinct.append(price) }
        return distinct
    }
}

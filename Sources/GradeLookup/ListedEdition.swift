public import GradeModel
public import GradeStore

/// One edition as its lists show it.
public struct ListedEdition: Sendable {
    public let record: EditionRecord
    private let edition: Edition

    init(_ record: EditionRecord, _ edition: Edition) {
        self.record = record
        self.edition = edition
    }

    private var county: County { record.county }

    /// The names of its townships, in its order.
    public var townshipNames: [String] { edition.townships.map(\.name) }

    /// Its townships, in its order.
    public var townships: [TownshipRow] {
        let graded = Set(edition.grades.map(\.landType))
        let byTownship = Dictionary(grouping: edition.grades, by: \.township)
        return edition.townships.map { township in
            let entries = byTownship[township.name] ?? []
            var counts: [LandType: Int] = [:]
            for landType in graded {
                counts[landType] = Set(entries.filter { $0.landType == landType }.compactMap(\.village)).count
            }
            let whole = entries.filter { $0.scope == .township }
            return TownshipRow(
                county: county, name: township.name, pinyin: township.pinyin,
                villages: Set(entries.compactMap(\.village)).count, entries: counts,
                wholeGrades: Dictionary(whole.map { ($0.landType, $0.grade) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// Its villages with their grades: by township in its order, within one in the order of the tables. A township that is
    /// graded as a whole for a land type has a row of its own in front of its villages.
    public func villages(_ filter: VillageFilter) -> [VillageRow] {
        let order = Dictionary(edition.townships.map { ($0.name, $0.order) }, uniquingKeysWith: { first, _ in first })
        let entries = ListedEntries(
            edition.grades.filter { filter.township == nil || $0.township == filter.township }, edition)
        let landTypes = filter.landType.map { [$0] } ?? LandType.allCases
        let sorted = entries.places.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            return (order[first.township] ?? 0, first.village == nil ? 0 : 1, a.offset)
                < (order[second.township] ?? 0, second.village == nil ? 0 : 1, b.offset)
        }
        return sorted.compactMap { _, place in
            // The row of a township has the land types graded so; of the others the rows of its villages speak.
            let grades = landTypes.map { entries.grade(of: place, $0) }
                .filter { place.village != nil || $0.scope == .township }
            guard !grades.isEmpty, filter.admits(grades) else { return nil }
            return VillageRow(
                county: county, township: place.township, village: place.village, kind: place.kind, grades: grades)
        }
    }

    /// How many entries hold each grade.
    public func grades(_ landType: LandType?) -> [GradeRow] {
        let disputes = Disputes(edition.errata)
        return (landType.map { [$0] } ?? LandType.allCases).flatMap { landType in
            let entries = edition.grades.filter { $0.landType == landType }
            // A grade that has a price and no entry is listed too, with no villages.
            let priced = edition.prices.filter { $0.landType == landType }
            let grades = Set(entries.map(\.grade) + (entries.isEmpty ? [] : priced.map(\.grade))).sorted()
            let counts: [GradeCount?] = grades.map { grade in
                let held = entries.filter { $0.grade == grade }
                return GradeCount(
                    grade: grade, villages: held.count { $0.scope == .village },
                    disputed: held.count(where: disputes.contains), townships: held.count { $0.scope == .township },
                    parts: held.count { $0.scope == .part },
                    prices: priced.filter { $0.grade == grade })
            }
            return (counts.isEmpty ? [nil] : counts).map {
                GradeRow(county: county, edition: edition.id, landType: landType, count: $0)
            }
        }
    }
}

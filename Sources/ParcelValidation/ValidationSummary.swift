import GradeModel

/// How many rows came to what.
public struct ValidationSummary: Hashable, Sendable {
    public internal(set) var rows = 0
    public internal(set) var counts: [Verdict: Int] = [:]
    /// By the township the rows' places are in; rows without a place are under `TownshipName.none`, so that the counts
    /// of all add up.
    public internal(set) var townships: [TownshipName: [Verdict: Int]] = [:]

    public init() {}

    /// Nothing has to be done about any row.
    public var isFine: Bool { counts.allSatisfy { $0.key.isFine || $0.value == 0 } }

    /// The townships by county and name, rows without a place last.
    public var townshipsInOrder: [(name: TownshipName, counts: [Verdict: Int])] {
        townships.map { (name: $0.key, counts: $0.value) }.sorted { a, b in
            let (first, second) = (a.name == .none, b.name == .none)
            return first == second ? (a.name.county, a.name.township) < (b.name.county, b.name.township) : second
        }
    }

    /// - Parameter counts: by township and verdict, as `RowJudge` keeps them.
    mutating func add(_ counts: [Int], _ names: [TownshipName]) {
        for (place, count) in counts.enumerated() where count > 0 {
            let (township, number) = place.quotientAndRemainder(dividingBy: Verdict.allCases.count)
            let verdict = Verdict.allCases[number]
            rows += count
            self.counts[verdict, default: 0] += count
            townships[names[township], default: [:]][verdict, default: 0] += count
        }
    }
}

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
        let verdicts = Verdict.allCases
        // A country has forty thousand townships, and a name is hashed slowly.
        for (township, start) in stride(from: 0, to: counts.count, by: verdicts.count).enumerated() {
            var own: [Verdict: Int] = [:]
            for (number, verdict) in verdicts.enumerated() where counts[start + number] > 0 {
                own[verdict] = counts[start + number]
                self.counts[verdict, default: 0] += counts[start + number]
                rows += counts[start + number]
            }
            if !own.isEmpty { townships[names[township], default: [:]].merge(own, uniquingKeysWith: +) }
        }
    }
}

/// What the prices of a list's rows come to.
public struct PriceTotals: Hashable, Sendable {
    /// Rows by check; rows that declare nothing are `undeclared`.
    public private(set) var counts: [PriceCheck: Int] = [:]
    public private(set) var undeclared = 0
    private var verdicts: [Verdict: MoneySum] = [:]
    private var checks: [PriceCheck: MoneySum] = [:]
    private var ofUndeclared = MoneySum()
    private var areas: [PriceCheck: Int128] = [:]
    private var areaOfUndeclared: Int128 = 0
    private var townships: [TownshipName: MoneySum] = [:]
    private var townshipCounts: [TownshipName: [PriceCheck: Int]] = [:]

    /// Nobody has to look at a row for its prices.
    public var isFine: Bool { counts.allSatisfy { !$0.key.needsAttention || $0.value == 0 } }

    public var total: MoneyTotal { MoneyTotal(verdicts.values.reduce(into: MoneySum()) { $0 += $1 }) }
    public func sum(of verdict: Verdict) -> MoneyTotal { MoneyTotal(verdicts[verdict] ?? MoneySum()) }
    /// - Parameter check: nil: rows that declare nothing.
    public func sum(of check: PriceCheck?) -> MoneyTotal {
        MoneyTotal(check.map { checks[$0] ?? MoneySum() } ?? ofUndeclared)
    }
    public func sum(in township: TownshipName) -> MoneyTotal { MoneyTotal(townships[township] ?? MoneySum()) }
    public func counts(in township: TownshipName) -> [PriceCheck: Int] { townshipCounts[township] ?? [:] }
    /// The area of rows, in the unit of the list.
    ///
    /// - Parameter check: nil: rows that declare nothing.
    public func area(of check: PriceCheck?) -> String {
        Area.text(check.map { areas[$0] ?? 0 } ?? areaOfUndeclared)
    }

    init() {}

    mutating func add(_ part: MoneySums, _ names: [TownshipName]) {
        let all = PriceCheck.allCases
        for (place, slot) in part.slots.enumerated() where slot > 0 {
            let cell = part.cells[Int(slot) - 1]
            let (row, check) = place.quotientAndRemainder(dividingBy: MoneySums.checks)
            let (township, verdict) = row.quotientAndRemainder(dividingBy: Verdict.allCases.count)
            verdicts[Verdict.allCases[verdict], default: MoneySum()] += cell.money
            townships[names[township], default: MoneySum()] += cell.money
            if check < all.count {
                counts[all[check], default: 0] += cell.rows
                checks[all[check], default: MoneySum()] += cell.money
                areas[all[check], default: 0] += cell.area
                townshipCounts[names[township], default: [:]][all[check], default: 0] += cell.rows
            } else {
                undeclared += cell.rows
                ofUndeclared += cell.money
                areaOfUndeclared += cell.area
            }
        }
    }
}

/// Sums of money as decimal text, in 元. Amounts that parcels come to are each rounded to 0.01 元 and then summed up.
public struct MoneyTotal: Hashable, Sendable {
    /// What the parcels come to, of `rows` rows.
    public let official: String
    public let rows: Int
    /// What is declared, of `declaredRows` rows.
    public let declared: String
    public let declaredRows: Int
    /// Declared less official, of the `bothRows` rows that have both.
    public let difference: String
    public let bothRows: Int
    /// In both editions, of the `comparedRows` rows that have a price in each.
    public let before: String
    public let after: String
    public let change: String
    public let comparedRows: Int

    init(_ sum: MoneySum) {
        official = Self.text(sum.official * MoneySum.fen)
        rows = sum.rows
        declared = Self.text(sum.declared)
        declaredRows = sum.declaredRows
        difference = Self.text(sum.declaredOfBoth - sum.officialOfBoth * MoneySum.fen)
        bothRows = sum.bothRows
        before = Self.text(sum.before * MoneySum.fen)
        after = Self.text(sum.after * MoneySum.fen)
        change = Self.text((sum.after - sum.before) * MoneySum.fen)
        comparedRows = sum.comparedRows
    }

    /// `12.50`, `-0.05`: with two decimals, or as many more as there are.
    private static func text(_ amount: Int128) -> String {
        let text = Area.text(Int128(amount.magnitude))
        let decimals = text.split(separator: ".").dropFirst().first.map(\.utf8.count) ?? 0
        let padding = decimals == 0 ? ".00" : decimals == 1 ? "0" : ""
        return (amount < 0 ? "-" : "") + text + padding
    }
}

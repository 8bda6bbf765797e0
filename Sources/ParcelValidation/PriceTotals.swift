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
        official = Self.text(fen: sum.official)
        rows = sum.rows
        declared = Self.text(declared: sum.declared)
        declaredRows = sum.declaredRows
        difference = Self.text(declared: sum.declaredOfBoth, lessFen: sum.officialOfBoth)
        bothRows = sum.bothRows
        before = Self.text(fen: sum.before)
        after = Self.text(fen: sum.after)
        change = Self.text(fen: sum.after - sum.before)
        comparedRows = sum.comparedRows
    }

    private static func text(declared: Int128, lessFen fen: Int128 = 0) -> String {
        let (whole, rest) = declared.quotientAndRemainder(dividingBy: MoneySum.fen)
        return text(fen: whole - fen, rest: rest)
    }

    /// `12.50`, `-0.05`: with two decimals, or as many more as there are. A sum in 10⁻¹⁸ 元 would need more than 128 bits for
    /// the largest areas that a cell can have.
    ///
    /// - Parameter rest: what is to be added, in 10⁻¹⁸ 元: 0 or more, and less than 0.01 元.
    private static func text(fen: Int128, rest: Int128 = 0) -> String {
        guard fen >= 0 || rest == 0 else { return "-" + text(fen: -fen - 1, rest: MoneySum.fen - rest) }
        let digits = String(fen.magnitude)
        let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
        var more = rest == 0 ? "" : String(String(MoneySum.fen + rest).dropFirst())
        while more.last == "0" { more.removeLast() }
        return (fen < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2) + more
    }
}

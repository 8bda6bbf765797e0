/// Sums of money of some rows. For one thread.
struct MoneySum: Hashable, Sendable {
    /// What the parcels come to, in 0.01 元, each rounded.
    var official: Int128 = 0
    /// Rows that are in `official`.
    var rows = 0
    /// What is declared, in 10⁻¹⁸ 元.
    var declared: Int128 = 0
    var declaredRows = 0
    /// Declared less official, of rows that have both, in 10⁻¹⁸ 元.
    var difference: Int128 = 0
    var bothRows = 0
    /// Of rows that have a price in both editions: before, and after, in 0.01 元.
    var before: Int128 = 0
    var after: Int128 = 0
    var comparedRows = 0

    /// 10⁻¹⁸ 元 in 0.01 元.
    static let fen: Int128 = 10_000_000_000_000_000

    @inline(__always)
    mutating func add(_ row: PricedRow) {
        if let official = row.official {
            self.official &+= official
            rows &+= 1
            if row.isDeclared {
                difference &+= row.declared &- official &* Self.fen
                bothRows &+= 1
            }
            if let after = row.after {
                before &+= official
                self.after &+= after
                comparedRows &+= 1
            }
        }
        if row.isDeclared {
            declared &+= row.declared
            declaredRows &+= 1
        }
    }

    static func += (a: inout Self, b: Self) {
        a.official &+= b.official
        a.rows += b.rows
        a.declared &+= b.declared
        a.declaredRows += b.declaredRows
        a.difference &+= b.difference
        a.bothRows += b.bothRows
        a.before &+= b.before
        a.after &+= b.after
        a.comparedRows += b.comparedRows
    }
}

/// What one thread has summed up of prices.
struct MoneySums: Sendable {
    static let checks = PriceCheck.allCases.count + 1
    /// By township and verdict, as `RowOutput` counts rows.
    private(set) var places: [MoneySum]
    /// By check; the last is of rows that declare nothing.
    private(set) var checks = [MoneySum](repeating: MoneySum(), count: Self.checks)
    private(set) var counts = [Int](repeating: 0, count: Self.checks)
    /// Areas by check, in 10⁻¹⁸ of the list's unit.
    private(set) var areas = [Int128](repeating: 0, count: Self.checks)
    /// By township and check.
    private(set) var townshipCounts = [Int](repeating: 0, count: Self.checks)

    init() { places = [MoneySum](repeating: MoneySum(), count: RowOutput.verdicts) }

    mutating func reserve(townships: Int) {
        let count = townships * RowOutput.verdicts
        if places.count < count { places += [MoneySum](repeating: MoneySum(), count: count - places.count) }
        let checks = townships * Self.checks
        if townshipCounts.count < checks {
            townshipCounts += [Int](repeating: 0, count: checks - townshipCounts.count)
        }
    }

    /// - Parameter area: in 10⁻¹⁸ of the list's unit.
    @inline(__always)
    mutating func add(_ row: PricedRow, _ judgement: Judgement, area: Int128) {
        let check = row.check < 0 ? Self.checks &- 1 : row.check
        counts[check] &+= 1
        townshipCounts[judgement.township &* Self.checks &+ check] &+= 1
        if row.official != nil || row.isDeclared {
            places[judgement.township &* RowOutput.verdicts &+ judgement.verdict].add(row)
            checks[check].add(row)
        }
        areas[check] &+= area
    }
}

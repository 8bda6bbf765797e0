/// Sums of money of some rows. For one thread.
struct MoneySum: Hashable, Sendable {
    /// What the parcels come to, in 0.01 元, each rounded.
    var official: Int128 = 0
    /// Rows that are in `official`.
    var rows = 0
    /// What is declared, in 10⁻¹⁸ 元.
    var declared: Int128 = 0
    var declaredRows = 0
    /// Of rows that have both: what is declared, in 10⁻¹⁸ 元, and what they come to, in 0.01 元.
    var declaredOfBoth: Int128 = 0
    var officialOfBoth: Int128 = 0
    var bothRows = 0
    /// Of rows that have a price in both editions: before, and after, in 0.01 元.
    var before: Int128 = 0
    var after: Int128 = 0
    var comparedRows = 0

    /// 10⁻¹⁸ 元 in 0.01 元.
    static let fen: Int128 = 10_000_000_000_000_000

    @inline(__always)
    mutating func add(_ row: PricedRow) {
        if row.hasOfficial {
            official &+= row.official
            rows &+= 1
            if row.isDeclared {
                declaredOfBoth &+= row.declared
                officialOfBoth &+= row.official
                bothRows &+= 1
            }
            if row.hasAfter {
                before &+= row.official
                after &+= row.after
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
        a.declaredOfBoth &+= b.declaredOfBoth
        a.officialOfBoth &+= b.officialOfBoth
        a.bothRows += b.bothRows
        a.before &+= b.before
        a.after &+= b.after
        a.comparedRows += b.comparedRows
    }
}

/// What one thread has summed up of prices.
struct MoneySums: Sendable {
    /// Rows of one township, verdict and check.
    struct Cell: Sendable {
        var rows = 0
        /// In 10⁻¹⁸ of the list's unit.
        var area: Int128 = 0
        var money = MoneySum()
    }

    /// Checks, and one more for rows that declare nothing.
    static let checks = PriceCheck.allCases.count + 1
    /// By township, verdict and check: 1 more than the number in `cells`; 0 where there is none. Few of all combinations
    /// are met, and a country has forty thousand townships.
    private(set) var slots: [UInt32] = []
    private(set) var cells: [Cell] = []

    mutating func reserve(townships: Int) {
        let count = townships * RowOutput.verdicts * Self.checks
        if slots.count < count { slots += [UInt32](repeating: 0, count: count - slots.count) }
    }

    /// - Parameter area: in 10⁻¹⁸ of the list's unit.
    @inline(__always)
    mutating func add(_ row: PricedRow, _ judgement: Judgement, area: Int128) {
        let check = row.check < 0 ? Self.checks &- 1 : row.check
        let place = (judgement.township &* RowOutput.verdicts &+ judgement.verdict) &* Self.checks &+ check
        let number = Int(slots[place])
        if number > 0 { Self.add(row, area, &cells[number &- 1]) } else { addFirst(row, area, place) }
    }

    @inline(never)
    private mutating func addFirst(_ row: PricedRow, _ area: Int128, _ place: Int) {
        cells.append(Cell())
        slots[place] = UInt32(cells.count)
        Self.add(row, area, &cells[cells.count - 1])
    }

    @inline(__always)
    private static func add(_ row: PricedRow, _ area: Int128, _ cell: inout Cell) {
        cell.rows &+= 1
        cell.area &+= area
        cell.money.add(row)
    }
}

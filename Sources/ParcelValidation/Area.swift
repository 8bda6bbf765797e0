import GradeModel

/// 10⁰ … 10¹⁹, as `DecimalNumber` has them. Written out, and here: a literal is laid down by the compiler, while one of
/// another module, or one that is worked out, is asked for each time.
enum PowersOfTen {
    static let all: [UInt64] = [
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ]
}

/// An amount of land as a list writes it, exact: a whole number of 10⁻¹⁸ of the list's unit.
struct Area: Sendable {
    enum Reading: Sendable { case amount, empty, unreadable }

    /// So many decimals are kept, and no list has more.
    static let decimals = 18
    /// Digits in front of the point: more would let a sum overflow.
    static let whole = 12

    /// Reads `12`, `12.50`, `.5` and `1,234.5`; spaces around are set aside. Anything else is unreadable: signs, units,
    /// exponents, other digits.
    ///
    /// - Parameter bytes: of a block of rows, behind which more may be read.
    static func read(_ bytes: RawSpan, _ start: Int, _ end: Int) -> (amount: Int128, reading: Reading) {
        amount(DecimalParts.readPadded(bytes, start, end))
    }

    @inline(__always)
    static func amount(_ read: DecimalParts.Reading) -> (amount: Int128, reading: Reading) {
        switch read {
        case .empty: return (0, .empty)
        case .unreadable: return (0, .unreadable)
        case .parts(let parts):
            guard parts.wholeDigits <= Self.whole else { return (0, .unreadable) }
            let powers = PowersOfTen.all
            // Below 10³⁰: a check for overflow would take longer than the products.
            let amount =
                Int128(parts.whole) &* Int128(powers[decimals])
                &+ Int128(parts.fraction) &* Int128(powers[decimals &- parts.places])
            return (amount, .amount)
        }
    }

    /// Like `read(_:_:_:)`, for the text of one cell.
    static func read(_ cell: ArraySlice<UInt8>) -> (amount: Int128, reading: Reading) {
        amount(DecimalParts.read(cell.span.bytes, 0, cell.count))
    }

    /// `1234.5`: without zeros behind it, and without a point where nothing is behind it.
    static func text(_ amount: Int128) -> String {
        let (whole, rest) = amount.quotientAndRemainder(dividingBy: Int128(PowersOfTen.all[decimals]))
        guard rest != 0 else { return String(whole) }
        var digits = String(rest)
        digits = String(repeating: "0", count: decimals - digits.utf8.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return "\(whole).\(digits)"
    }
}

/// What one thread has summed up.
struct AreaSums: Sendable {
    /// By township and verdict, as `RowOutput` counts rows.
    var sums: [Int128]
    var empty = 0
    var unreadable = 0

    init() { sums = [Int128](repeating: 0, count: Verdict.allCases.count) }

    mutating func reserve(_ count: Int) {
        if sums.count < count { sums += [Int128](repeating: 0, count: count - sums.count) }
    }

    /// - Parameter place: township times verdicts and verdict.
    mutating func add(_ read: (amount: Int128, reading: Area.Reading), at place: Int) {
        switch read.reading {
        case .amount: sums[place] += read.amount
        case .empty: empty += 1
        case .unreadable: unreadable += 1
        }
    }
}

/// The areas of a list's parcels, summed up exactly, as decimal text in the unit of the list.
public struct AreaTotals: Equatable, Sendable {
    private var amounts: [Verdict: Int128] = [:]
    /// What the threads have summed up. A country has forty thousand townships, and few ask for them.
    private var parts: [(sums: [Int128], names: [TownshipName])] = []
    /// Rows whose cell is empty, or says that there is none.
    public private(set) var empty = 0
    /// Rows whose cell is no amount; they are in no sum.
    public private(set) var unreadable = 0

    init() {}

    public var total: String { Area.text(amounts.values.reduce(0, +)) }
    public func sum(of verdict: Verdict) -> String { Area.text(amounts[verdict] ?? 0) }

    /// Sums that are not 0. Made anew each time it is asked for.
    public var byTownship: [TownshipName: [Verdict: String]] {
        townshipAmounts.mapValues { $0.mapValues(Area.text) }
    }

    private var townshipAmounts: [TownshipName: [Verdict: Int128]] {
        var townships: [TownshipName: [Verdict: Int128]] = [:]
        let verdicts = Verdict.allCases
        for part in parts {
            for (place, amount) in part.sums.enumerated() where amount != 0 {
                let name = part.names[place / verdicts.count]
                townships[name, default: [:]][verdicts[place % verdicts.count], default: 0] += amount
            }
        }
        return townships
    }

    mutating func add(_ part: AreaSums, _ names: [TownshipName]) {
        empty += part.empty
        unreadable += part.unreadable
        parts.append((part.sums, names))
        let verdicts = Verdict.allCases
        var sums = [Int128](repeating: 0, count: verdicts.count)
        for (place, amount) in part.sums.enumerated() { sums[place % verdicts.count] += amount }
        for (verdict, sum) in zip(verdicts, sums) where sum != 0 { amounts[verdict, default: 0] += sum }
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.amounts == b.amounts && a.empty == b.empty && a.unreadable == b.unreadable
            && a.townshipAmounts == b.townshipAmounts
    }
}

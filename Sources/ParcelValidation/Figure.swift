import GradeModel

/// What a cell of an area, a unit price or an amount says.
struct Figure: Hashable, Sendable {
    enum State: UInt8, Sendable {
        /// Empty, or a written none.
        case none
        case number
        case unreadable
    }

    var state = State.none
    var mantissa: UInt64 = 0
    private var scaleByte: UInt8 = 0
    private var unitByte = UInt8(UnitCode.none)

    /// Digits behind the point.
    @inline(__always)
    var scale: Int { Int(scaleByte) }
    /// As `UnitCode` numbers it, or `UnitCode.none`: the cell's own, else the column's.
    @inline(__always)
    var unit: Int { Int(unitByte) }

    static let none = Figure()
    static let unreadable = Figure(state: .unreadable)

    /// Reads a cell that holds a plain number and nothing else.
    ///
    /// - Parameter digits: no number may have more in front of its point.
    /// - Returns: nil for a cell that has to be read as text.
    @inline(__always)
    static func plain(_ read: DecimalParts.Reading, unit: Int, digits: Int) -> Figure? {
        switch read {
        case .empty: return Figure.none
        case .unreadable: return nil
        case .parts(let parts):
            guard parts.wholeDigits <= digits, parts.wholeDigits &+ parts.places <= decimalDigits else { return nil }
            return Figure(
                state: .number, mantissa: parts.whole &* PowersOfTen.all[parts.places] &+ parts.fraction,
                scale: parts.places, unit: unit)
        }
    }

    /// Digits that may stand in front of the point: as many as areas have, and no more than 10¹² 元.
    static func digits(of role: ColumnRole, unit: Int) -> Int { role == .amount && unit == 1 ? 8 : Area.whole }

    /// Reads `12.50`, `１２．５`, `1,234.5`, `￥45.00`, `45.00元`, `45元/平方米`, `¥45/㎡`, `12.5亩`, `37.5万元`, `375000元整`. `12,5`,
    /// `1.2万`, signs, exponents and words are unreadable. A unit of the cell goes before the column's; of a price one that is money alone
    /// takes the column's area.
    ///
    /// - Parameter unit: the column's, or `UnitCode.none`.
    init(_ text: String, of role: ColumnRole, unit: Int) {
        guard WrittenNone.form(text) == nil else { return }
        var rest = Substring(String(String.UnicodeScalarView(text.unicodeScalars.compactMap(Self.halfWidth))))
        rest.trim()
        if role != .area, rest.hasPrefix("人民币") {
            rest = rest.dropFirst(3)
            rest.trim()
        }
        guard !rest.isEmpty else { return }
        self = .unreadable
        var own = unit, isYuan = false
        if role != .area, rest.first == "\u{A5}" {
            rest = rest.dropFirst()
            isYuan = true
            rest.trim()
            own = Self.unit(PriceUnit.Money.yuan, of: role, unit)
        }
        let end = rest.firstIndex { !($0.isASCII && ($0.isWholeNumber || $0 == "." || $0 == ",")) } ?? rest.endIndex
        guard let number = DecimalNumber(rest[..<end]) else { return }
        var word = Substring(rest[end...].filter { $0 != " " })
        if word.first == "(", word.last == ")" { word = word.dropFirst().dropLast() }
        if isYuan, word.first == "/" { word = "元" + word }
        if role == .amount, word.hasSuffix("元整") || word.hasSuffix("圆整") { word.removeLast() }
        if !word.isEmpty {
            if let unit = ListUnit(word: String(word), of: role) {
                own = UnitCode.number(of: unit)
            } else if role == .unitPrice, let money = PriceUnit.Money(word: word) {
                own = Self.unit(money, of: role, unit)
            } else {
                return
            }
        }
        guard Self.wholeDigits(number) <= Self.digits(of: role, unit: own) else { return }
        self = Figure(state: .number, mantissa: number.mantissa, scale: number.scale, unit: own)
        if role == .unitPrice { dropBinaryDigits() }
    }

    @inline(__always)
    init(state: State = .none, mantissa: UInt64 = 0, scale: Int = 0, unit: Int = UnitCode.none) {
        (self.state, self.mantissa) = (state, mantissa)
        (scaleByte, unitByte) = (UInt8(truncatingIfNeeded: scale), UInt8(truncatingIfNeeded: unit))
    }

    /// A program that prints a binary number in full prints 16 or 17 digits, of which 15 are what was written:
    /// `27.900000000000002` for 27.9. The digits behind those are rounded away, as far as they are behind the point.
    private mutating func dropBinaryDigits() {
        let digits = String(mantissa).utf8.count
        let dropped = min(digits - Self.decimalDigits, scale)
        guard dropped > 0 else { return }
        let (kept, rest) = mantissa.quotientAndRemainder(dividingBy: PowersOfTen.all[dropped])
        self = Figure(
            state: state, mantissa: kept + (rest >= PowersOfTen.all[dropped] / 2 ? 1 : 0), scale: scale - dropped,
            unit: unit)
    }

    /// The same number without the noughts at the end of its decimals.
    var withoutZeros: Figure {
        var figure = self
        while figure.scale > 0, figure.mantissa.isMultiple(of: 10) {
            figure = Figure(state: state, mantissa: figure.mantissa / 10, scale: figure.scale - 1, unit: unit)
        }
        return figure
    }

    /// Of a price: whether its number in `unit` is this one, in 元 for a square metre, exactly, or has so many digits of it: one or
    /// two may be the rounding of anything.
    func says(_ perMetre: Ratio, in unit: Int, orDigits digits: Int) -> Bool {
        let least = UInt64(PowersOfTen.all[digits - 1])
        guard withoutZeros.mantissa < least, let exact = perMetre.divided(by: UnitCode.prices[unit]) else {
            return true
        }
        let left = exact.above.multipliedFullWidth(by: UInt128(PowersOfTen.all[scale]))
        return left == UInt128(mantissa).multipliedFullWidth(by: exact.below)
    }

    /// Of a price with a unit: whether it is this one, in 元 for a square metre, without any rounding.
    func isExactly(_ perMetre: Ratio) -> Bool {
        let unit = UnitCode.prices[unit]
        guard let declared = unit.times(UInt128(mantissa), UInt128(PowersOfTen.all[scale])) else { return false }
        return declared.above.multipliedFullWidth(by: perMetre.below)
            == perMetre.above.multipliedFullWidth(by: declared.below)
    }

    /// Decimal digits that a binary number of 64 bits keeps.
    static let decimalDigits = 15

    /// Money alone: of a price, for the area that the column has.
    private static func unit(_ money: PriceUnit.Money, of role: ColumnRole, _ column: Int) -> Int {
        let code = UnitCode.number(of: money)
        guard role == .unitPrice else { return code }
        return column == UnitCode.none ? column : code << 2 | column & 3
    }

    private static func wholeDigits(_ number: DecimalNumber) -> Int {
        var whole = number.mantissa / PowersOfTen.all[number.scale]
        var digits = 0
        while whole > 0 { (whole, digits) = (whole / 10, digits + 1) }
        return digits
    }

    /// Full-width forms, both signs of the yuan and all slashes as the plain ones, all white space as one; nothing of what can't
    /// be seen.
    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFFE5: "\u{A5}"
        case 0xA0, 0x3000, 0x09...0x0D, 0x2000...0x200A: " "
        case 0x2044, 0x2215: "/"
        case 0x200B...0x200F, 0x2060, 0xFEFF: nil
        default: scalar
        }
    }
}

extension Substring {
    fileprivate mutating func trim() {
        while first == " " { removeFirst() }
        while last == " " { removeLast() }
    }
}

/// The figures that one row declares.
struct RowFigures: Hashable, Sendable {
    private(set) var area = Figure.none
    private(set) var price = Figure.none
    private(set) var amount = Figure.none

    /// An area of 0 is one that was not measured: nothing is computed with it.
    @inline(__always)
    init(area: Figure = .none, price: Figure = .none, amount: Figure = .none) {
        self.area = area.state == .number && area.mantissa == 0 ? .none : area
        self.price = price
        self.amount = amount
    }

    /// A price or an amount.
    @inline(__always)
    var isDeclared: Bool { price.state != .none || amount.state != .none }
}

/// All numbers that are written as a declared one is, when they are rounded to its last digit: from `low` to `high`, both
/// over `scale`.
struct DeclaredSpan: Sendable {
    let low, high, scale: UInt128

    /// A price, in 元 for a square metre: ± half of its last digit.
    init(price: Figure, unit: Int) {
        let factor = UnitCode.prices[unit]
        let double = 2 * UInt128(price.mantissa)
        low = (double > 0 ? double - 1 : 0) * factor.above
        high = (double + 1) * factor.above
        scale = 2 * UInt128(PowersOfTen.all[price.scale]) * factor.below
    }

    /// An amount, in 元: ± 0.01 元, of one in 万元 at least half of its last digit. 0 is not the rounding of an amount.
    init(amount: Figure, money: Int) {
        let digit = UInt128(PowersOfTen.all[amount.scale])
        let value = UInt128(amount.mantissa) * (money == 0 ? 100 : 1_000_000) * 2
        // In halves of 0.01 元, times `digit`.
        let room = max(2 * digit, money == 0 || amount.mantissa == 0 ? 0 : 1_000_000)
        low = value > room ? value - room : 0
        high = value + room
        scale = 200 * digit
    }

    /// An amount in 元, and nothing around it.
    init(exact amount: Figure, money: Int) {
        low = UInt128(amount.mantissa) * (money == 0 ? 1 : 10_000)
        high = low
        scale = UInt128(PowersOfTen.all[amount.scale])
    }

    @inline(never)
    func contains(_ value: Ratio) -> Bool {
        let middle = value.above.multipliedFullWidth(by: scale)
        let first = low.multipliedFullWidth(by: value.below), last = high.multipliedFullWidth(by: value.below)
        return (first.high, first.low) <= (middle.high, middle.low)
            && (middle.high, middle.low) <= (last.high, last.low)
    }

    /// Whether some value from `first` to `last` is within the span.
    func touches(_ first: Ratio, _ last: Ratio) -> Bool {
        let start = first.above.multipliedFullWidth(by: scale), end = last.above.multipliedFullWidth(by: scale)
        let low = low.multipliedFullWidth(by: last.below), high = high.multipliedFullWidth(by: first.below)
        return (start.high, start.low) <= (high.high, high.low) && (low.high, low.low) <= (end.high, end.low)
    }

    /// Whether an amount is within the span, exact or as it is shown, rounded to 0.01 元.
    @inline(never)
    func containsAmount(_ value: Ratio) -> Bool {
        contains(value) || value.rounded(decimals: 2).map { contains(Ratio($0, 100)) } ?? false
    }
}

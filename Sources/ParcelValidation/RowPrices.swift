import GradeModel
import TabularText

/// The step behind the verdict, of a list with prices: which official prices a row has, what its declared figures come to,
/// and what its parcel comes to. For one thread.
///
/// A row whose outcome, kind of land and declared figures were met before is settled by two look-ups and arithmetic in 64
/// bits (`known`); what is missing in the tables is made by `prepare`.
struct RowPrices: Sendable {
    private let shape: RowShape
    private let cells: PriceCells
    /// What is known of rows with one outcome, in one county, of one kind of land: `facts` and `official` by its number.
    private var table = NumberTable()
    private var facts: [PriceFacts] = []
    private var official: [OfficialPrices] = []
    /// By its number, four each: numbers in `written` where price and amount are right or not declared: 1 is added for a price, 2 for an
    /// amount; -1 where nothing is written yet.
    private var rightWritten: [Int32] = []
    /// By `facts` and two codes: what is written of such a row.
    private var pieceTable = NumberTable()
    private var written: [WrittenPrices] = []
    private let emptyPrices, noGrade, emptyAfter: RowPieces.Range
    private(set) var tail: AmountTail
    /// Of the row that is judged: read and used here, as they are slow to hand on.
    private var figures = RowFigures()
    /// Of the row that was judged last.
    private(set) var row = PricedRow()
    /// Columns whose figures had no unit, as bits: 1 price, 2 amount, 4 area.
    private(set) var missingUnits = 0

    /// What `missingUnits` stands for.
    var rolesWithoutUnits: [ColumnRole] {
        zip([.unitPrice, .amount, .area], [1, 2, 4]).filter { missingUnits & $1 != 0 }.map { $0.0 }
    }

    /// How many `written` may be kept: the causes of a list are few.
    private static let mostWritten = 1 << 20

    init(_ shape: RowShape, _ pieces: inout RowPieces) {
        self.shape = shape
        cells = PriceCells(shape)
        let writer = shape.writer
        emptyPrices = pieces.keep(writer.prices(nil, unit: nil, nil))
        noGrade = pieces.keep(writer.prices(nil, unit: nil, .noGrade))
        emptyAfter = pieces.keep(shape.isComparing ? writer.priceAfter(nil, percent: nil) : [])
        tail = AmountTail(writer, isComparing: shape.isComparing)
    }

    /// Reads the figures of a row whose cells hold plain numbers or nothing; false for any other.
    @inline(__always)
    mutating func readPlainFigures(
        _ row: CopiedRow, _ entry: RecordEntry, _ bytes: RawSpan, _ ends: Span<FieldEnd>, area: DecimalParts.Reading
    ) -> Bool {
        cells.readFigures(row, entry, bytes, ends, area: area, &figures)
    }

    /// Reads the figures of any row.
    mutating func readFigures(_ block: borrowing RecordBlock, _ index: Int) {
        func figure(_ role: ColumnRole, _ unit: Int) -> Figure {
            guard let column = shape.columns[role] else { return .none }
            let cell = block.cell(column, of: index)
            // Nearly every cell is a plain number, and a text is slow to take apart.
            let parts = DecimalParts.read(cell.span.bytes, 0, cell.count)
            if let plain = Figure.plain(parts, unit: unit, digits: Figure.digits(of: role, unit: unit)) { return plain }
            return Figure(shape.text(cell), of: role, unit: unit)
        }
        figures = RowFigures(
            area: figure(.area, cells.areaUnit), price: figure(.unitPrice, cells.priceUnit),
            amount: figure(.amount, cells.amountUnit))
    }

    /// A row whose figures count for nothing: it is no parcel, or it can't be read.
    mutating func none(_ judgement: inout Judgement, _ pieces: RowPieces) {
        row = PricedRow()
        judgement.prices = emptyPrices
        tail.set(row, emptyAfter, pieces)
    }

    /// Adds to a judgement what there is to say of its prices; false where `prepare` has to come first.
    ///
    /// - Parameter county: index of the county's prices.
    @inline(__always)
    mutating func known(
        _ judgement: inout Judgement, kind: Int, county: Int, _ pieces: RowPieces
    ) -> Bool {
        row = PricedRow()
        row.setDeclared(figures.amount)
        guard judgement.outcome >= 0 else {
            judgement.prices = figures.isDeclared ? noGrade : emptyPrices
            row.check = figures.isDeclared ? PriceCheck.noGrade.index : PricedRow.noCheck
            tail.set(row, emptyAfter, pieces)
            return true
        }
        let number = table.find(Self.key(judgement.outcome, kind: kind, county: county))
        guard number >= 0 else { return false }
        let hasArea = figures.area.state == .number && figures.area.unit != UnitCode.none
        let hasOne = facts[number].hasOne
        if hasOne, hasArea {
            row.setOfficial(facts[number].official.exact(figures.area)) {
                OfficialPrices.fen(official[number].one, figures.area)
            }
        }
        if hasArea, facts[number].hasOneAfter {
            row.setAfter(facts[number].after.exact(figures.area)) {
                OfficialPrices.fen(official[number].oneAfter, figures.area)
            }
        }
        let price = facts[number].isPlainlyRight(figures.price) ? 1 : priceCode(number)
        let amount = row.isPlainlyRight(figures.amount) ? 1 : amountCode(number)
        if hasOne, figures.area.state == .number, !hasArea { missingUnits |= 4 }
        var piece = price <= 1 && amount <= 1 ? Int(rightWritten[number &* 4 &+ (price | amount &<< 1)]) : -1
        if piece < 0 { piece = pieceTable.find(Self.key(number, price, amount)) }
        guard piece >= 0 else { return false }
        judgement.after = written[piece].after
        judgement.prices = written[piece].prices
        if let before = written[piece].before { judgement.before = before }
        judgement.isWritten = written[piece].isWritten
        row.check = written[piece].check
        tail.set(row, facts[number].priceAfter, pieces)
        return true
    }

    @inline(__always)
    private mutating func priceCode(_ number: Int) -> Int {
        guard figures.price.state != .none else { return PriceCode.none }
        let code = official[number].priceCode(figures.price)
        if code == PriceCode.noUnit { missingUnits |= 1 }
        return code
    }

    @inline(__always)
    private mutating func amountCode(_ number: Int) -> Int {
        guard figures.amount.state != .none else { return PriceCode.none }
        let code = official[number].amountCode(figures.amount, figures.area, price: figures.price)
        if code == PriceCode.noUnit { missingUnits |= 2 }
        if code == PriceCode.noAreaUnit { missingUnits |= 4 }
        return code
    }

    private static func key(_ outcome: Int, kind: Int, county: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: outcome) | UInt64(truncatingIfNeeded: county) &<< 28
            | UInt64(truncatingIfNeeded: kind) &<< 48
    }

    private static func key(_ number: Int, _ price: Int, _ amount: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: number) &<< 32 | UInt64(truncatingIfNeeded: price) &<< 16
            | UInt64(truncatingIfNeeded: amount)
    }

    /// Makes what `known` has to find for a row with a place.
    ///
    /// - Parameter grades: those that its land may have.
    mutating func prepare(
        _ judgement: Judgement, kind: (number: Int, kind: LandKind),
        county: (index: Int, prices: CountyPrices), _ outcome: RowOutcome, grades: [Grade], after: [Grade],
        _ pieces: inout RowPieces
    ) {
        let key = Self.key(judgement.outcome, kind: kind.number, county: county.index)
        if table.find(key) < 0, let landType = outcome.landType {
            let prices = OfficialPrices(county.prices, landType, kind.kind, grades: grades, after: after)
            table.insert(key)
            official.append(prices)
            let priceAfter =
                shape.isComparing
                ? pieces.keep(shape.writer.priceAfter(Self.amountsAfter(prices), percent: Self.percent(prices)))
                : emptyAfter
            facts.append(PriceFacts(prices, areaUnit: cells.areaUnit, priceAfter: priceAfter))
            rightWritten += [-1, -1, -1, -1]
        }
        let number = table.find(key)
        let price = priceCode(number), amount = amountCode(number)
        let pieceKey = Self.key(number, price, amount)
        guard pieceTable.find(pieceKey) < 0 else { return }
        if written.count >= Self.mostWritten {
            pieceTable.removeAll()
            written.removeAll()
            for index in rightWritten.indices { rightWritten[index] = -1 }
        }
        pieceTable.insert(pieceKey)
        written.append(writtenPrices(of: outcome, official[number], price: price, amount: amount, &pieces))
        if price <= 1, amount <= 1 { rightWritten[number * 4 + (price | amount << 1)] = Int32(written.count - 1) }
    }

    private func writtenPrices(
        of outcome: RowOutcome, _ official: OfficialPrices, price: Int, amount: Int, _ pieces: inout RowPieces
    ) -> WrittenPrices {
        let writer = shape.writer
        let findings = (price: official.finding(price), amount: official.finding(amount))
        let check = PriceCheck.worse(findings.price.check, findings.amount.check)
        let note = PriceNote(
            official.candidates.map(\.price), price: findings.price, amount: findings.amount)
        let units = official.candidates.map(\.price.unit)
        let unit = Set(units).count > 1 ? units.joined(separator: ";") : units.first
        return WrittenPrices(
            before: check?.needsAttention == true ? pieces.keep(writer.before(outcome.verdict, [], check)) : nil,
            after: pieces.keep(
                writer.after(note.map { .priced(outcome.note, $0) } ?? outcome.note, outcome.comparison)),
            prices: pieces.keep(writer.prices(Self.amounts(official.candidates), unit: unit, check)),
            check: check?.index ?? PricedRow.noCheck,
            isWritten: shape.filter.writes(
                outcome.verdict, isChanged: outcome.comparison?.isChanged == true, check: check))
    }

    /// Those of the edition compared with; each with its unit where that is not the one of all prices in front.
    private static func amountsAfter(_ prices: OfficialPrices) -> String? {
        let units = Set(prices.candidates.map(\.price.unit))
        if prices.after.allSatisfy({ units == [$0.price.unit] }) { return amounts(prices.after) }
        return prices.after.map { $0.price.amount + $0.price.unit }.joined(separator: ";")
    }

    /// Where there is one price in each.
    private static func percent(_ prices: OfficialPrices) -> String? {
        guard let one = prices.one, let later = prices.oneAfter else { return nil }
        return PriceChange(from: one.price, to: later.price)?.percent
    }

    /// Several with `;` between.
    private static func amounts(_ prices: [OfficialPrice]) -> String? {
        prices.isEmpty ? nil : prices.map(\.price.amount).joined(separator: ";")
    }
}

/// What is written of rows that have the same prices and the same findings.
private struct WrittenPrices: Sendable {
    /// Nil: as without prices.
    var before: RowPieces.Range?
    var after: RowPieces.Range
    var prices: RowPieces.Range
    /// `PriceCheck.index`, or `PricedRow.noCheck`.
    var check: Int
    var isWritten: Bool
}

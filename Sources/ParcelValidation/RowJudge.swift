import GradeModel
import PlaceMatching
import TabularText

/// Judges rows, for one thread, in three steps that each stand in a type of their own:
///
/// 1. `RowCells` and `Declarations`: the row's cells, and what its land type and grade say;
/// 2. `RowPlaces`: the cells that name a place → the place, or why there is none;
/// 3. `RowVerdicts`: place, land type and grade → the verdict, and the bytes of our columns.
///
/// In a list with prices `RowPrices` adds what there is to say of them. `RowOutput` writes what comes of it. What cells come
/// to is kept by their bytes: a row whose cells were all met before is judged by look-ups alone (`judgeKnownRows`), any
/// other cell by cell (`judgeNewRow`).
struct RowJudge: ~Copyable {
    let shape: RowShape
    private let columns: RowColumns
    private let codeSigns = CodeSigns()
    private var declarations: Declarations
    private var pricedRows: PricedRows
    var places: RowPlaces
    private var verdicts: RowVerdicts
    var output: RowOutput
    private var faults: RowFaults
    /// Asked in a list with prices only.
    private var prices: RowPrices

    init(_ shape: RowShape, _ resolver: PlaceResolver) throws {
        self.shape = shape
        columns = RowColumns(shape)
        declarations = Declarations(shape, resolver.pricedKinds)
        pricedRows = PricedRows(resolver.pricedKinds)
        places = try RowPlaces(shape, resolver)
        verdicts = RowVerdicts(shape, resolver, &places.pieces)
        output = RowOutput(shape)
        faults = RowFaults(shape)
        prices = RowPrices(shape, &places.pieces)
    }

    /// What is written behind a row's other cells in a list with prices.
    private var tail: AmountTail? { shape.hasPrices ? prices.tail : nil }

    /// Columns whose figures had no unit, in a list with prices.
    var missingUnits: [ColumnRole] { prices.rolesWithoutUnits }

    /// The forms of "none" that stood in grades and in parcel codes.
    var writtenNone: [ColumnRole: Set<String>] { faults.writtenNone }

    /// Judges and writes the rows of a block from `first` on: all of them, or as many as make a piece of output.
    ///
    /// - Returns: the first row that is left.
    mutating func judge(_ block: borrowing RecordBlock, from first: Int) throws -> Int {
        let isText = block.isText
        let isCopied = isText && shape.writer.copiesRows
        var row = first
        // Up to here rows may be known: other numbers in them are no damaged ones.
        var limit = isCopied ? faults.rowToLookAt(block, from: row) : row
        while row < block.recordCount, !output.isFull {
            if isCopied {
                if row > limit { limit = faults.rowToLookAt(block, from: row) }
                row =
                    shape.hasPrices
                    ? judgeKnownPricedRows(block, from: row, to: limit) : judgeKnownRows(block, from: row, to: limit)
            }
            guard row < block.recordCount, !output.isFull else { break }
            try judgeNewRow(block, row, isText: isText, isCopied: isCopied)
            row += 1
        }
        return row
    }

    /// Judges rows as long as all their cells are known, and returns the first that is not.
    private mutating func judgeKnownRows(_ block: borrowing RecordBlock, from first: Int, to limit: Int) -> Int {
        output.reserve(places.known.townshipNames)
        let bytes = block.bytes.span.bytes
        let entries = block.entries.span, ends = block.fieldEnds.span
        let count = block.recordCount, hasCounty = columns.county >= 0, hasArea = columns.area >= 0
        var last = RowPlaces.LastScope()
        var kind = 0
        var judgement = Judgement.none
        var row = first
        while row < limit {
            guard let cells = RowCells(entries[row], bytes, ends, columns),
                known(cells, bytes, hasCounty: hasCounty, &last, &kind, &judgement)
            else { break }
            let next = row &+ 1 < count ? Int(entries[row &+ 1].start) : block.byteCount
            guard output.write(bytes, cells.row, next: next, judgement, places.pieces) else { break }
            if hasArea { output.add(Area.read(bytes, cells.area.start, cells.area.end), of: judgement) }
            row &+= 1
        }
        return row
    }

    /// As `judgeKnownRows`, of a list with prices.
    private mutating func judgeKnownPricedRows(
        _ block: borrowing RecordBlock, from first: Int, to limit: Int
    ) -> Int {
        output.reserve(places.known.townshipNames)
        let bytes = block.bytes.span.bytes
        let entries = block.entries.span, ends = block.fieldEnds.span
        let count = block.recordCount, hasCounty = columns.county >= 0, hasArea = columns.area >= 0
        var last = RowPlaces.LastScope()
        var kind = 0
        var judgement = Judgement.none
        var row = first
        while row < limit {
            guard let cells = RowCells(entries[row], bytes, ends, columns),
                known(cells, bytes, hasCounty: hasCounty, &last, &kind, &judgement)
            else { break }
            let area = DecimalParts.readPadded(bytes, cells.area.start, cells.area.end)
            guard prices.readPlainFigures(cells.row, entries[row], bytes, ends, area: area),
                prices.known(
                    &judgement, kind: kind, county: Int(places.known.priceIndex[judgement.township]),
                    places.pieces)
            else { break }
            let next = row &+ 1 < count ? Int(entries[row &+ 1].start) : block.byteCount
            guard output.writePriced(bytes, cells.row, next: next, judgement, places.pieces, prices.tail) else { break }
            let amount = Area.amount(area)
            if hasArea { output.add(amount, of: judgement) }
            output.add(prices.row, of: judgement, area: amount.amount)
            row &+= 1
        }
        return row
    }

    /// Judges a row in place: a judgement that is handed on is written and read again, piece by piece.
    ///
    /// - Parameter kind: gets the kind of land, where the row has a place.
    /// - Returns: false for a row that `judgeNewRow` has to look at.
    @inline(__always)
    private func known(
        _ cells: RowCells, _ bytes: RawSpan, hasCounty: Bool, _ last: inout RowPlaces.LastScope, _ kind: inout Int,
        _ judgement: inout Judgement
    ) -> Bool {
        guard var reading = declarations.known(cells, bytes) else { return false }
        if reading.landType >= CellReading.outOfScope, reading.isPricedKind {
            let found = places.known(cells, bytes, hasCounty: hasCounty, &last)
            let number = pricedRows.known(reading, found, places)
            guard number != PricedRows.notKnown else { return false }
            if number != PricedRows.none {
                guard let priced = declarations.known(cells, bytes, as: number) else { return false }
                reading = priced
            }
        }
        kind = reading.kind
        if reading.landType >= CellReading.outOfScope {
            // One that is not known may be a label of a row that is no parcel.
            guard
                !CellReading.isUnknown(reading.landType) || faults.isParcel(cells, bytes, declarations)
            else { return false }
            judgement = verdicts.settled(reading.landType)
            return true
        }
        guard var found = places.known(cells, bytes, hasCounty: hasCounty, &last) else { return false }
        if !found.isPlace {
            let failure = places.failures[found.number]
            if let whole = places.whole(failure, reading.landType) {
                found = whole
            } else {
                if failure.mayBeNoParcel || mayWarn(cells, bytes, county: 0, reading) { return false }
                judgement = verdicts.failure(failure, reading.landType)
                return true
            }
        }
        guard verdicts.find(found, reading, places.known, &judgement) else { return false }
        let county = places.known.countyCodes[judgement.township]
        return !mayWarn(cells, bytes, county: county, reading)
    }

    @inline(__always)
    private func mayWarn(
        _ cells: RowCells, _ bytes: RawSpan, county: UInt64, _ reading: Declarations.Reading
    ) -> Bool {
        columns.checksCodes && codeSigns.mayWarn(bytes, cells.parcelID, county: county, reading.landType)
    }

    /// Judges a row by looking at each of its cells, and keeps what they come to.
    private mutating func judgeNewRow(
        _ block: borrowing RecordBlock, _ index: Int, isText: Bool, isCopied: Bool
    ) throws {
        let isWhole = block.entries[index].isSound && Int(block.entries[index].fieldCount) == shape.columnCount
        let sound = isWhole ? faults.declarationKey(block, index) : nil
        if let note = try faults.badRow(block, index, sound, isText: isText, declarations) {
            return writeBad(block, index, note)
        }
        let key = sound ?? faults.declarationKey(block, index)
        var (reading, isNew) = try declarations.read(key, shape)
        faults.noteNone(block, index, grade: isNew ? key.secondBytes : nil)
        if reading.isPricedKind {
            let found = try places.find(block, index)
            let number = try pricedRows.find(reading, declarations.kinds, found, places)
            if number != PricedRows.none { reading = try declarations.read(key, shape, as: number).reading }
        }
        var warnings = faults.cellWarnings(block, index)
        var judgement: Judgement
        if reading.landType >= CellReading.outOfScope {
            if CellReading.isUnknown(reading.landType),
                let kind = faults.noParcel(block, index, declarations)
            {
                return writeBad(block, index, .noParcel(kind))
            }
            judgement = verdicts.settled(reading.landType)
        } else {
            var found = try places.find(block, index)
            if !found.isPlace, let whole = places.whole(places.failures[found.number], reading.landType) {
                found = whole
            }
            if found.isPlace {
                judgement = verdicts.judge(found, reading, places.known, &places.pieces)
            } else {
                let failure = places.failures[found.number]
                if failure.mayBeNoParcel, let kind = faults.noParcel(block, index, declarations) {
                    return writeBad(block, index, .noParcel(kind))
                }
                judgement = verdicts.failure(failure, reading.landType)
            }
            let county = places.known.counties[judgement.township]
            warnings += faults.codeWarnings(block, index, county: county, landType: reading.landType)
        }
        addPrices(block, index, &judgement, kind: reading.kind)
        let passing = places.pieces.passing.count
        verdicts.warn(&judgement, warnings, shape.hasPrices ? prices.row.priceCheck : nil, &places.pieces)
        write(block, index, judgement, isCopied: isCopied)
        places.pieces.dropPassing(to: passing)
    }

    private mutating func writeBad(_ block: borrowing RecordBlock, _ index: Int, _ note: Note) {
        let passing = places.pieces.passing.count
        var judgement = verdicts.bad(note, &places.pieces)
        if shape.hasPrices { prices.none(&judgement, places.pieces) }
        output.reserve(places.known.townshipNames)
        var isBad = true
        if case .noParcel = note { isBad = Int(block.entries[index].fieldCount) != shape.columnCount }
        output.write(block, index, isBad: isBad, judgement, places.pieces, tail, shape.writer)
        // Where the fields can't be separated, no cell is the area.
        let isWhole = Int(block.entries[index].fieldCount) == shape.columnCount && block.fault(of: index) == nil
        if judgement.verdict != Verdict.notARow.index {
            let area = addArea(block, index, judgement, isWhole: isWhole)
            if shape.hasPrices { output.add(prices.row, of: judgement, area: area) }
        }
        places.pieces.dropPassing(to: passing)
    }

    /// Writes a row that was judged, with the writer of known rows where it is copied.
    private mutating func write(
        _ block: borrowing RecordBlock, _ index: Int, _ judgement: Judgement, isCopied: Bool
    ) {
        output.reserve(places.known.townshipNames)
        let area = addArea(block, index, judgement, isWhole: true)
        if shape.hasPrices { output.add(prices.row, of: judgement, area: area) }
        guard isCopied else {
            return output.write(
                block, index, isBad: false, judgement, places.pieces, tail, shape.writer)
        }
        let row = CopiedRow(block.entries[index], block.fieldEnds.span, columns)
        let next = block.next(after: index)
        output.reserve(bytes: row.end - row.start + judgement.pricedByteCount + (tail?.count ?? 0))
        let isWritten =
            if let tail {
                output.writePriced(block.bytes.span.bytes, row, next: next, judgement, places.pieces, tail)
            } else {
                output.write(block.bytes.span.bytes, row, next: next, judgement, places.pieces, isAlone: true)
            }
        precondition(isWritten, "there is room for the row")
    }

    /// - Returns: what was summed up.
    private mutating func addArea(
        _ block: borrowing RecordBlock, _ index: Int, _ judgement: Judgement, isWhole: Bool
    ) -> Int128 {
        guard let column = shape.columns[.area] else { return 0 }
        guard isWhole else {
            output.addNoArea(isEmpty: false)
            return 0
        }
        let cell = block.cell(column, of: index)
        if WrittenNone.mayBe(cell), WrittenNone.form(shape.text(cell)) != nil {
            // A formula without a value has an area that nobody can read.
            let isLost = block.flags(of: index).contains {
                $0.column == column && ($0.kind == .formulaWithoutValue || $0.kind == .binary)
            }
            output.addNoArea(isEmpty: !isLost)
            return 0
        }
        let area = Area.read(cell)
        output.add(area, of: judgement)
        return area.amount
    }

    /// Adds what there is to say of a row's prices.
    private mutating func addPrices(
        _ block: borrowing RecordBlock, _ index: Int, _ judgement: inout Judgement, kind: Int
    ) {
        guard shape.hasPrices else { return }
        prices.readFigures(block, index)
        let county = Int(places.known.priceIndex[judgement.township])
        if prices.known(&judgement, kind: kind, county: county, places.pieces) { return }
        let (outcome, facts) = verdicts.outcome(judgement.outcome)
        prices.prepare(
            judgement, kind: (kind, declarations.kinds[kind]), county: (county, places.known.prices[county]),
            outcome, grades: verdicts.grades(facts), after: verdicts.gradesAfter(facts),
            &places.pieces)
        let isKnown = prices.known(&judgement, kind: kind, county: county, places.pieces)
        precondition(isKnown, "what was prepared is known")
    }
}

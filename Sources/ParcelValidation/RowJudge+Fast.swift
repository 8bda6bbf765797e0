import GradeModel
import TabularText

extension RowJudge {
    /// So many bytes of output are a piece: rows can be many times as long as they came, as JSON repeats the headers.
    static let pieceSize = 4 << 20

    /// Judges and writes the rows of a block from `first` on: all of them, or as many as make a piece of output.
    ///
    /// - Returns: the first row that is left.
    mutating func judge(_ block: borrowing RecordBlock, from first: Int) throws -> Int {
        let isText = block.isText
        let isFast = isText && shape.writer.copiesRows
        // A row that is not known is looked into and then written with the known ones, unless that has failed before.
        var mayLeave = isFast
        var left = -1
        var row = first
        while row < block.recordCount, outputCount < Self.pieceSize {
            if isFast { row = judgeKnownRows(block, from: row) }
            guard row < block.recordCount, outputCount < Self.pieceSize else { break }
            if row == left { mayLeave = false }
            if try judge(block, row, isText: isText, mayLeave: mayLeave) {
                row += 1
            } else {
                left = row
            }
        }
        return row
    }

    /// Judges rows as long as all their cells are known, and returns the first that is not.
    private mutating func judgeKnownRows(_ block: borrowing RecordBlock, from first: Int) -> Int {
        if output.count - outputCount < Self.room {
            // No further than a piece goes: what has room is written without a look at how much it is.
            let count = max(Self.room, min(output.count, Self.pieceSize + Self.room - output.count))
            output.append(contentsOf: repeatElement(0, count: count))
        }
        let townships = places.townshipNames.count * Verdict.allCases.count
        areas?.reserve(townships)
        if counts.count < townships { counts += [Int](repeating: 0, count: townships - counts.count) }
        // Taken out while they are written to, as everything beside them is read.
        var (output, counts) = ([UInt8](), [Int]())
        swap(&output, &self.output)
        swap(&counts, &self.counts)
        var areas: AreaSums?
        swap(&areas, &self.areas)
        var written = outputCount
        let last = run(block, from: first, &output, &written, &counts, &areas)
        swap(&areas, &self.areas)
        swap(&output, &self.output)
        swap(&counts, &self.counts)
        outputCount = written
        return last
    }

    private func run(
        _ block: borrowing RecordBlock, from first: Int, _ outputArray: inout [UInt8], _ written: inout Int,
        _ countArray: inout [Int], _ areas: inout AreaSums?
    ) -> Int {
        var output = outputArray.mutableSpan
        var counts = countArray.mutableSpan
        let bytes = block.bytes.span.bytes
        let entries = block.entries.span, ends = block.fieldEnds.span
        let exactSlots = exact.slots.span, exactEntries = exact.entries.span, exactArena = exact.arena.span.bytes
        let exactRegions = exact.regions.span
        let memoSlots = memo.slots.span, memoEntries = memo.entries.span, memoArena = memo.arena.span.bytes
        let declaredSlots = declarations.slots.span, declaredEntries = declarations.entries.span
        let declaredArena = declarations.arena.span.bytes
        let countySlots = counties.slots.span, countyEntries = counties.entries.span
        let countyArena = counties.arena.span.bytes
        let outcomeSlots = outcomes.slots.span, outcomeEntries = outcomes.entries.span
        let outcomeBytes = outcomes.pieces.bytes.span.bytes
        let facts = places.facts.span, placeRanges = places.names.ranges.span
        let placeBytes = places.names.bytes.span.bytes
        let editionOfPlace = places.edition.span, editionRanges = places.editions.ranges.span
        let editionBytes = places.editions.bytes.span.bytes
        let townshipOfPlace = places.township.span, countyCodes = places.countyCodes.span
        let failures = self.failures.span, failureBytes = failurePieces.bytes.span.bytes
        let splits = self.splits.span

        let columns = fastColumns
        let verdicts = Verdict.allCases.count
        let writes = writtenVerdicts
        let signs = codeSigns
        let exactTag = Self.tag(.exact), townshipTag = Self.tag(.township)
        let headerCount = shape.header.count, headerStart = columns.headerStart
        let count = block.recordCount, limit = output.count
        var position = written
        var row = first
        // The last county's cell, if it is a word or less, as codes are.
        var (countyLength, countyWord, lastScope) = (-1, UInt64(0), 0)
        rows: while row < count {
            let entry = entries[row]
            let start = Int(entry.start), end = Int(entry.end)
            guard entry.isSound, Int(entry.fieldCount) == columns.count else { break }
            // Perhaps the header again.
            if end &- start == headerCount, ByteTable.word(bytes, start, end) == headerStart { break }
            let cells = RowCells(
                firstField: Int(entry.firstField), start: start, width: columns.delimiterWidth)

            var code = RowCells.Cell(start: 0, end: 0)
            if columns.parcelID >= 0 {
                code = cells.cell(columns.parcelID, ends)
                guard code.isPlain, isPlainID(bytes, code.start, code.end) else { break }
            }
            var area = RowCells.Cell(start: 0, end: -1)
            if columns.area >= 0 {
                area = cells.cell(columns.area, ends)
                // `/` and the like are for the slow path.
                guard area.isPlain, isPlainAmount(bytes, area.start, area.end) else { break }
            }
            let typeCell = columns.landType >= 0 ? cells.cell(columns.landType, ends) : RowCells.Cell(start: 0, end: 0)
            let gradeCell = columns.grade >= 0 ? cells.cell(columns.grade, ends) : RowCells.Cell(start: 0, end: 0)
            guard typeCell.isPlain, gradeCell.isPlain else { break }
            let declaration = ByteTable.find(
                bytes, typeCell.start, typeCell.end, gradeCell.start, gradeCell.end, scope: 0, declaredSlots,
                declaredEntries, declaredArena)
            guard declaration >= 0 else { break }
            let landType = Int(declaredEntries[declaration].value & 0xFF)
            let declared = Int(declaredEntries[declaration].value &>> 8)

            let verdict: Int
            var township = 0
            // Ours, of an earlier check, are left out.
            let copied = columns.kept < 0 ? end &- start : ends[Int(entry.firstField) &+ columns.kept].position &- start
            if landType >= CellReading.outOfScope {
                // Perhaps no parcel.
                guard landType != CellReading.unknownLandType else { break }
                let piece = settled[landType &- CellReading.outOfScope]
                verdict = columns.settledVerdict(landType)
                if writes[verdict] {
                    guard position &+ copied &+ Int(piece.count) &+ 64 < limit else { break }
                    copy(bytes, start, copied, &output, &position)
                    copy(failureBytes, piece, &output, &position)
                    copyLineEnd(bytes, end, next(entries, row, count, block.byteCount), &output, &position)
                }
            } else {
                var scope = 0
                if columns.county >= 0 {
                    let cell = cells.cell(columns.county, ends)
                    guard cell.isPlain else { break }
                    // Mostly the county of the row before.
                    let word = ByteTable.word(bytes, cell.start, cell.end)
                    if cell.end &- cell.start == countyLength, word == countyWord {
                        scope = lastScope
                    } else {
                        let found = ByteTable.find(
                            bytes, 0, 0, cell.start, cell.end, scope: 0, countySlots, countyEntries, countyArena)
                        guard found >= 0 else { break }
                        scope = Int(countyEntries[found].value)
                        countyLength = cell.end &- cell.start <= 8 ? cell.end &- cell.start : -1
                        countyWord = word
                        lastScope = scope
                    }
                }
                var first = RowCells.Cell(start: 0, end: 0)
                var second = first
                var found = -1
                var memoScope = scope
                if columns.address >= 0 {
                    second = cells.cell(columns.address, ends)
                    guard second.isPlain else { break }
                    if splits[scope] {
                        let end = addressNumber.split(bytes, second.start, second.end)
                        memoScope = end != second.end ? scope | Self.splitScope : scope
                        second.end = end
                    }
                } else {
                    second = cells.cell(columns.village, ends)
                    if columns.township >= 0 { first = cells.cell(columns.township, ends) }
                    guard first.isPlain, second.isPlain else { break }
                    found = ExactNames.find(
                        bytes, first.start, first.end, second.start, second.end, in: exactRegions[scope], exactSlots,
                        exactEntries, exactArena)
                }
                var tag: UInt16
                var number: Int
                if found >= 0 {
                    tag = exactTag
                    number = Int(exactEntries[found].place)
                } else {
                    found = ByteTable.find(
                        bytes, first.start, first.end, second.start, second.end, scope: memoScope, memoSlots,
                        memoEntries, memoArena)
                    if found < 0, columns.address < 0, splits[scope] {
                        let end = addressNumber.split(bytes, second.start, second.end)
                        guard end != second.end else { break }
                        found = ByteTable.find(
                            bytes, first.start, first.end, second.start, end, scope: scope | Self.splitScope,
                            memoSlots, memoEntries, memoArena)
                    }
                    guard found >= 0 else { break }
                    tag = memoEntries[found].tag
                    number = Int(memoEntries[found].value)
                }
                if tag == Self.failed {
                    let whole = Int(failures[number].whole)
                    if whole >= 0, facts[whole &* 3 &+ landType].isListedAsWhole {
                        tag = townshipTag
                        number = whole
                    }
                }
                if tag == Self.failed {
                    if columns.checksCodes, signs.speak(bytes, code.start, code.end, county: 0, landType) { break }
                    let failure = failures[number]
                    if failure.mayBeNoParcel { break }
                    verdict = failure.verdict
                    if writes[verdict] {
                        let between = betweens[landType]
                        let length =
                            copied &+ Int(failure.before.count) &+ Int(failure.place.count) &+ Int(between.count)
                            &+ Int(failure.after.count)
                        guard position &+ length &+ 64 < limit else { break }
                        copy(bytes, start, copied, &output, &position)
                        copy(failureBytes, failure.before, &output, &position)
                        copy(failureBytes, failure.place, &output, &position)
                        copy(failureBytes, between, &output, &position)
                        copy(failureBytes, failure.after, &output, &position)
                        copyLineEnd(bytes, end, next(entries, row, count, block.byteCount), &output, &position)
                    }
                } else {
                    let place = number
                    let key = OutcomeTable.key(
                        facts[place &* 3 &+ landType], landType: landType, rule: Int(tag), declared: declared)
                    let known = OutcomeTable.find(key, outcomeSlots, outcomeEntries)
                    guard known >= 0 else { break }
                    let outcome = outcomeEntries[known]
                    verdict = Int(outcome.verdict)
                    township = Int(townshipOfPlace[place])
                    let county = countyCodes[township]
                    if columns.checksCodes, signs.speak(bytes, code.start, code.end, county: county, landType) { break }
                    if outcome.isWritten {
                        let names = placeRanges[place]
                        let edition = editionRanges[Int(editionOfPlace[place])]
                        let length =
                            copied &+ Int(outcome.before.count) &+ Int(names.count) &+ Int(outcome.between.count)
                            &+ Int(edition.count) &+ Int(outcome.after.count)
                        guard position &+ length &+ 64 < limit else { break }
                        copy(bytes, start, copied, &output, &position)
                        copy(outcomeBytes, outcome.before, &output, &position)
                        copy(placeBytes, names, &output, &position)
                        copy(outcomeBytes, outcome.between, &output, &position)
                        copy(editionBytes, edition, &output, &position)
                        copy(outcomeBytes, outcome.after, &output, &position)
                        copyLineEnd(bytes, end, next(entries, row, count, block.byteCount), &output, &position)
                    }
                }
            }
            counts[township &* verdicts &+ verdict] &+= 1
            if area.end >= 0 { areas?.add(Area.read(bytes, area.start, area.end), at: township &* verdicts &+ verdict) }
            row &+= 1
        }
        written = position
        return row
    }
}

/// The columns as the fast path wants them: numbers, -1 for none.
struct FastColumns: Sendable {
    let count, delimiterWidth: Int
    let parcelID, landType, county, address, township, village, grade, area: Int
    let checksCodes: Bool
    /// The last of the columns that stay, where ours of an earlier check stand behind it; else -1.
    let kept: Int
    let headerStart: UInt64
    private let outOfScope = Verdict.outOfScope.index, unknown = Verdict.unknownLandType.index

    init(_ shape: RowShape) {
        count = shape.columnCount
        delimiterWidth = shape.delimiter.count
        func column(_ role: ColumnRole) -> Int { shape.columns[role] ?? -1 }
        parcelID = column(.parcelID)
        landType = shape.landType == nil ? column(.landType) : -1
        county = shape.counties == .column ? column(.county) : -1
        address = column(.address)
        township = column(.township)
        village = column(.village)
        grade = column(.grade)
        area = column(.area)
        kept = shape.kept.count == shape.columnCount || !shape.keepsFront ? -1 : shape.kept.count - 1
        checksCodes = shape.checksCodes
        headerStart = shape.header.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    func settledVerdict(_ landType: Int) -> Int { landType == CellReading.outOfScope ? outOfScope : unknown }
}

/// Whether a code may have something to say of its row: `ParcelCode` says it. Never no where that says yes.
struct CodeSigns: Sendable {
    /// By land type, a bit for each letter that contradicts it.
    private let orchard = letters(.orchard), forest = letters(.forest), grassland = letters(.grassland)

    private static func letters(_ landType: LandType) -> UInt32 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).reduce(0) {
            ParcelCode.contradicts($1, landType) ? $0 | 1 << UInt32($1 & 31) : $0
        }
    }

    /// - Parameter county: six bytes as `KnownPlaces.countyCodes` has them; 0: unknown.
    @inline(__always)
    func speak(_ bytes: RawSpan, _ start: Int, _ end: Int, county: UInt64, _ landType: Int) -> Bool {
        guard end &- start == 19 || end &- start == 28 else { return false }
        let front = bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self) & 0xFFFF_FFFF_FFFF
        if county != 0, front != county { return true }
        let kind = bytes.unsafeLoad(fromByteOffset: start &+ 13, as: UInt8.self)
        if kind & 0x40 == 0 {
            let tail = bytes.unsafeLoadUnaligned(fromByteOffset: end &- 4, as: UInt32.self)
            return tail == 0x3030_3030
        }
        let contradicting = landType == 0 ? orchard : landType == 1 ? forest : grassland
        return contradicting &>> UInt32(kind & 31) & 1 != 0
    }
}

/// The fields of one record.
private struct RowCells {
    let firstField, start, width: Int

    struct Cell {
        var start, end: Int
        /// The text is the bytes from `start` to `end`.
        var isPlain: Bool { end >= 0 }
    }

    @inline(__always)
    func cell(_ column: Int, _ ends: Span<FieldEnd>) -> Cell {
        let last = ends[firstField &+ column]
        let begin = column == 0 ? start : ends[firstField &+ column &- 1].position &+ width
        guard last.isQuoted else { return Cell(start: begin, end: last.position) }
        return last.hasDoubledQuotes ? Cell(start: 0, end: -1) : Cell(start: begin &+ 1, end: last.position &- 1)
    }
}

@inline(__always)
private func next(_ entries: Span<RecordEntry>, _ row: Int, _ count: Int, _ end: Int) -> Int {
    row &+ 1 < count ? Int(entries[row &+ 1].start) : end
}

/// Copies by 32, so that most pieces take one step; up to 31 bytes behind the end are written over, and later written
/// again.
@inline(__always)
private func copy(
    _ source: RawSpan, _ start: Int, _ count: Int, _ output: inout MutableSpan<UInt8>, _ position: inout Int
) {
    var target = output.mutableBytes
    var offset = 0
    repeat {
        let piece = source.unsafeLoadUnaligned(fromByteOffset: start &+ offset, as: SIMD4<UInt64>.self)
        target.storeBytes(of: piece, toByteOffset: position &+ offset, as: SIMD4<UInt64>.self)
        offset &+= 32
    } while offset < count
    position &+= count
}

@inline(__always)
private func copy(
    _ source: RawSpan, _ range: Pieces.Range, _ output: inout MutableSpan<UInt8>, _ position: inout Int
) {
    copy(source, Int(range.offset), Int(range.count), &output, &position)
}

/// Two bytes at most.
@inline(__always)
private func copyLineEnd(
    _ source: RawSpan, _ start: Int, _ end: Int, _ output: inout MutableSpan<UInt8>, _ position: inout Int
) {
    var target = output.mutableBytes
    let bytes = source.unsafeLoadUnaligned(fromByteOffset: start, as: UInt16.self)
    target.storeBytes(of: bytes, toByteOffset: position, as: UInt16.self)
    position &+= end &- start
}

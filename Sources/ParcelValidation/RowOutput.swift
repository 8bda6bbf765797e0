import TabularText

/// Rows as they are written, and how many there are of each kind. For one thread.
struct RowOutput: Sendable {
    /// The first `count` bytes are the rows written so far; the rest is unused capacity.
    var bytes: [UInt8] = []
    var count = 0
    /// Rows by township and verdict.
    private(set) var counts = [Int](repeating: 0, count: Verdict.allCases.count)
    /// Nil where there is no area to sum up.
    private(set) var areas: AreaSums?
    /// Nil where there are no prices.
    private(set) var money: MoneySums?

    /// Nil where rows are written as they come.
    private(set) var numbered: NumberedRows?

    /// Of each township whether its rows are written; empty: those of all are.
    private var writtenTownships: [Bool] = []
    private let townships: Set<String>?

    /// A piece of output: rows can be many times as long as they came, as JSON repeats the headers.
    static let pieceSize = 4 << 20
    /// At least so much room is kept behind the output.
    private static let room = 1 << 16
    static let verdicts = Verdict.allCases.count

    init(_ shape: RowShape) {
        areas = shape.columns[.area].map { _ in AreaSums() }
        money = shape.hasPrices ? MoneySums() : nil
        townships = shape.filter.townships
        numbered = shape.numbersRows ? NumberedRows() : nil
    }

    /// Begins a piece of output.
    mutating func begin() {
        count = 0
        numbered?.removeAll()
    }

    var isFull: Bool { count >= Self.pieceSize }

    /// Makes room for rows and their counts.
    mutating func reserve(_ names: [TownshipName]) {
        if bytes.count - count < Self.room {
            // No further than a piece goes: what has room is written without a look at how much it is.
            let more = max(Self.room, min(bytes.count, Self.pieceSize + Self.room - bytes.count))
            bytes.append(contentsOf: repeatElement(0, count: more))
        }
        let places = names.count * Self.verdicts
        if counts.count < places { counts += [Int](repeating: 0, count: places - counts.count) }
        areas?.reserve(places)
        money?.reserve(townships: names.count)
        if let townships {
            // Of rows without a place it was decided where they were judged: some are known by their township.
            writtenTownships += names[writtenTownships.count...].map {
                $0 == .none || townships.contains($0.township)
            }
        }
    }

    @inline(__always)
    private func isWritten(_ judgement: Judgement) -> Bool {
        judgement.isWritten && (writtenTownships.isEmpty || writtenTownships[judgement.township])
    }

    /// Counts a row and writes it: its own bytes, our columns, its line end.
    ///
    /// - Parameters:
    ///   - next: where the next row begins.
    ///   - isAlone: pieces of the judgement are given back after this row.
    /// - Returns: false where there is not enough room; nothing has been done then.
    @inline(__always)
    mutating func write(
        _ block: RawSpan, _ row: CopiedRow, next: Int, _ judgement: Judgement, _ pieces: RowPieces,
        isAlone: Bool = false
    ) -> Bool {
        if isWritten(judgement) {
            let copied = row.copiedEnd &- row.start
            guard count &+ copied &+ judgement.byteCount &+ 64 < bytes.count else { return false }
            if numbered != nil {
                if isAlone {
                    numbered?.addAlone()
                } else if isNumbered(block, row, next: next, judgement, pieces) {
                    counts[judgement.township &* Self.verdicts &+ judgement.verdict] &+= 1
                    return true
                }
            }
            var position = count
            Self.write(block, row, copied, judgement, pieces, &bytes, &position)
            count = position &+ (next &- row.end)
        }
        counts[judgement.township &* Self.verdicts &+ judgement.verdict] &+= 1
        return true
    }

    /// Numbers a row; true where nothing of it has to be written, as a row before had the same line.
    @inline(never)
    private mutating func isNumbered(
        _ block: RawSpan, _ row: CopiedRow, next: Int, _ judgement: Judgement, _ pieces: RowPieces
    ) -> Bool {
        let length = next &- row.end
        let bytes = block.unsafeLoadUnaligned(fromByteOffset: row.end, as: UInt16.self)
        let lineEnd = UInt64(length) &<< 16 | UInt64(length > 1 ? bytes : length > 0 ? bytes & 0xFF : 0)
        return numbered?.add(NumberedRows.Key(judgement, pieces, lineEnd: lineEnd)) == true
    }

    /// As `write`, of a list with prices.
    @inline(__always)
    mutating func writePriced(
        _ block: RawSpan, _ row: CopiedRow, next: Int, _ judgement: Judgement, _ pieces: RowPieces, _ tail: AmountTail
    ) -> Bool {
        if isWritten(judgement) {
            let copied = row.copiedEnd &- row.start
            guard count &+ copied &+ judgement.pricedByteCount &+ tail.count &+ 96 < bytes.count else { return false }
            // Its amounts are its own.
            numbered?.addAlone()
            var position = count
            Self.writePriced(block, row, copied, judgement, pieces, tail, &bytes, &position)
            count = position &+ (next &- row.end)
        }
        counts[judgement.township &* Self.verdicts &+ judgement.verdict] &+= 1
        return true
    }

    @inline(__always)
    private static func writePriced(
        _ block: RawSpan, _ row: CopiedRow, _ copied: Int, _ judgement: Judgement, _ pieces: RowPieces,
        _ tail: AmountTail, _ bytes: inout [UInt8], _ position: inout Int
    ) {
        write(block, row, copied, judgement, pieces, &bytes, &position)
        var target = bytes.mutableSpan
        copy(pieces.lasting.span.bytes, pieces.passing.span.bytes, judgement.prices, &target, &position)
        if let amount = tail.plain {
            amount.write(&target, &position)
        } else {
            copy(by: ShortStep.self, tail.bytes.span.bytes, 0, tail.count, &target, &position)
        }
        var output = target.mutableBytes
        let lineEnd = block.unsafeLoadUnaligned(fromByteOffset: row.end, as: UInt16.self)
        output.storeBytes(of: lineEnd, toByteOffset: position, as: UInt16.self)
    }

    @inline(__always)
    private static func write(
        _ block: RawSpan, _ row: CopiedRow, _ copied: Int, _ judgement: Judgement, _ pieces: RowPieces,
        _ bytes: inout [UInt8], _ position: inout Int
    ) {
        var target = bytes.mutableSpan
        copy(by: LongStep.self, block, row.start, copied, &target, &position)
        let lasting = pieces.lasting.span.bytes, passing = pieces.passing.span.bytes
        copy(lasting, passing, judgement.before, &target, &position)
        let place = judgement.place
        copy(by: LongStep.self, place.isPassing ? passing : lasting, place.start, place.count, &target, &position)
        copy(lasting, passing, judgement.between, &target, &position)
        copy(lasting, passing, judgement.edition, &target, &position)
        copy(lasting, passing, judgement.after, &target, &position)
        // Two bytes at most.
        var output = target.mutableBytes
        let lineEnd = block.unsafeLoadUnaligned(fromByteOffset: row.end, as: UInt16.self)
        output.storeBytes(of: lineEnd, toByteOffset: position, as: UInt16.self)
    }

    /// Writes a row in a form that does not copy rows, or one that can't be copied: it gets the columns it lacks.
    ///
    /// - Parameter isBad: the row's fields can't be separated.
    mutating func write(
        _ block: borrowing RecordBlock, _ index: Int, isBad: Bool, _ judgement: Judgement, _ pieces: RowPieces,
        _ tail: AmountTail?, _ writer: any RowWriting
    ) {
        counts[judgement.township * Self.verdicts + judgement.verdict] += 1
        guard isWritten(judgement) else { return }
        numbered?.addAlone()
        var row: [UInt8] = []
        writer.begin(block, index, isBad: isBad, into: &row)
        for piece in [judgement.before, judgement.place, judgement.between, judgement.edition, judgement.after] {
            row += pieces[piece]
        }
        if let tail { row += pieces[judgement.prices] + tail.text }
        writer.end(block, index, into: &row)
        reserve(bytes: row.count)
        bytes.replaceSubrange(count..<count + row.count, with: row)
        count += row.count
    }

    /// Makes room for one more row.
    mutating func reserve(bytes wanted: Int) {
        let missing = count + wanted + Self.room - bytes.count
        guard missing > 0 else { return }
        bytes.append(contentsOf: repeatElement(0, count: max(missing, min(bytes.count, Self.pieceSize))))
    }

    /// Sums up the area of a row.
    @inline(__always)
    mutating func add(_ area: (amount: Int128, reading: Area.Reading), of judgement: Judgement) {
        areas?.add(area, at: judgement.township &* Self.verdicts &+ judgement.verdict)
    }

    /// Sums up the money of a row.
    ///
    /// - Parameter area: in 10⁻¹⁸ of the list's unit.
    @inline(__always)
    mutating func add(_ row: PricedRow, of judgement: Judgement, area: Int128) {
        money?.add(row, judgement, area: area)
    }

    /// Counts a row whose area can't be read, or that has none.
    mutating func addNoArea(isEmpty: Bool) {
        if isEmpty { areas?.empty += 1 } else { areas?.unreadable += 1 }
    }
}

/// Copies a piece of our columns.
@inline(__always)
private func copy(
    _ lasting: RawSpan, _ passing: RawSpan, _ piece: RowPieces.Range, _ output: inout MutableSpan<UInt8>,
    _ position: inout Int
) {
    if piece.isPassing {
        copy(by: ShortStep.self, passing, piece.start, piece.count, &output, &position)
    } else {
        copy(by: ShortStep.self, lasting, piece.start, piece.count, &output, &position)
    }
}

/// 32 bytes: most pieces take one step.
private typealias ShortStep = SIMD4<UInt64>

/// 64 bytes: most rows have so many or twice that, and most places less, so that the number of steps is the same from row to row.
private typealias LongStep = SIMD8<UInt64>

/// Copies step by step; up to a step less one byte behind the end is written over, and later written again. Generic in the
/// source alone: each call is compiled with its own step.
@inline(__always)
private func copy<Step: BitwiseCopyable>(
    by step: Step.Type, _ source: RawSpan, _ start: Int, _ count: Int, _ output: inout MutableSpan<UInt8>,
    _ position: inout Int
) {
    var target = output.mutableBytes
    var offset = 0
    repeat {
        let piece = source.unsafeLoadUnaligned(fromByteOffset: start &+ offset, as: step)
        target.storeBytes(of: piece, toByteOffset: position &+ offset, as: step)
        offset &+= MemoryLayout<Step>.size
    } while offset < count
    position &+= count
}

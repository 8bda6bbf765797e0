/// Cuts a list into blocks of whole records. Reads through a closure and does no I/O of its own; one reader can fill
/// the blocks of several threads in turn.
public struct RecordReader: ~Copyable {
    public let format: ListFormat
    private let chunk: Int
    /// Bytes read already, to see what they are; taken before anything is read.
    private var sample: ArraySlice<UInt8>
    /// The beginning of a record whose end has not been read yet.
    private var carry: [UInt8] = []
    private var raw: [UInt8] = []
    private var transcoder: UTF16Transcoder?
    private var isEnded = false
    private var row = 0
    private var line: Int
    private var offset: Int

    /// - Parameters:
    ///   - sample: the list's first bytes, as `format` was detected from them.
    ///   - chunk: how many bytes to read at a time.
    public init(format: ListFormat, sample: [UInt8], chunk: Int = 1 << 20) {
        self.format = format
        self.chunk = max(chunk, 1)
        self.sample = sample.dropFirst(format.prologue.count)
        line = 1 + format.prologueLines
        offset = format.prologue.count
        if format.encoding.isUTF16 {
            transcoder = UTF16Transcoder(isLittleEndian: format.encoding == .utf16LittleEndian)
        }
    }

    /// Fills `block` with the next records: at least one, unless `block.ending` is no longer `.more`.
    ///
    /// `read` fills the buffer it is given and returns how many bytes it wrote, 0 at the end. Rethrows what it throws.
    public mutating func next<Failure>(
        _ block: inout RecordBlock, read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) {
        block.byteLimit = 0
        block.encoding = format.encoding
        block.delimiter = format.delimiter
        block.firstRow = row
        block.firstLine = line
        block.offset = offset
        block.ending = .more
        append(carry[...], to: &block)
        carry.removeAll(keepingCapacity: true)
        repeat {
            // As much again as there is: a long record is then scanned twice at most, however little a read gives.
            let goal = block.byteLimit + max(chunk, block.byteLimit)
            repeat { try append(to: &block, read: read) } while block.byteLimit < goal && !isEnded
            for position in block.byteLimit..<block.byteLimit + RecordBlock.padding { block.bytes[position] = 0xFF }
            scan(&block)
        } while block.recordCount == 0 && block.ending == .more
        row += block.recordCount
        offset = block.sourceOffset(of: block.byteCount)
    }

    private mutating func append<Failure>(
        to block: inout RecordBlock, read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) {
        if transcoder == nil, sample.isEmpty {
            makeRoom(chunk, in: &block)
            let limit = block.byteLimit
            let count = try Self.fill(&block.bytes, limit..<limit + chunk, read)
            block.byteLimit += count
            isEnded = count == 0
        } else {
            try readRaw(read)
            makeRoom(UTF16Transcoder.room(for: raw.count), in: &block)
            if transcoder == nil {
                append(raw[...], to: &block)
            } else {
                transcode(into: &block)
            }
        }
    }

    /// The next bytes as they come, into `raw`.
    private mutating func readRaw<Failure>(
        _ read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) {
        if !sample.isEmpty {
            raw = Array(sample.prefix(chunk))
            sample = sample.dropFirst(chunk)
            return
        }
        raw = [UInt8](repeating: 0, count: chunk)
        let count = try Self.fill(&raw, 0..<chunk, read)
        raw.removeLast(chunk - count)
        isEnded = count == 0
    }

    private static func fill<Failure>(
        _ bytes: inout [UInt8], _ range: Range<Int>,
        _ read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
    ) throws(Failure) -> Int {
        let count = try bytes.withUnsafeMutableBufferPointer { buffer throws(Failure) in
            try read(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[range])))
        }
        precondition((0...range.count).contains(count), "read reports how many bytes it put into the room it was given")
        return count
    }

    private mutating func transcode(into block: inout RecordBlock) {
        block.byteLimit = transcoder?.transcode(raw[...], into: &block.bytes, at: block.byteLimit) ?? block.byteLimit
        if isEnded {
            block.byteLimit = transcoder?.finish(into: &block.bytes, at: block.byteLimit) ?? block.byteLimit
        }
    }

    private func makeRoom(_ count: Int, in block: inout RecordBlock) {
        let missing = block.byteLimit + count + RecordBlock.padding - block.bytes.count
        if missing > 0 { block.bytes += [UInt8](repeating: 0, count: missing) }
    }

    private func append(_ bytes: ArraySlice<UInt8>, to block: inout RecordBlock) {
        makeRoom(bytes.count, in: &block)
        block.bytes.replaceSubrange(block.byteLimit..<block.byteLimit + bytes.count, with: bytes)
        block.byteLimit += bytes.count
    }

    private mutating func scan(_ block: inout RecordBlock) {
        var scanner = RecordScanner(
            delimiter: format.delimiter, encoding: format.encoding.inMemory, count: block.byteLimit, isLast: isEnded)
        while scan(&block, &scanner) {
            let grow = { (count: Int) in count + count / 2 + 4 * RecordBlock.maximumColumns }
            let (fields, entries) = (grow(block.fieldEnds.count), grow(block.entries.count))
            if scanner.fieldsUsed + RecordBlock.maximumColumns >= block.fieldEnds.count {
                let missing = fields - block.fieldEnds.count
                block.fieldEnds += [FieldEnd](repeating: FieldEnd(bits: 0), count: missing)
            }
            if scanner.recordCount + 1 >= block.entries.count {
                block.entries += [RecordEntry](repeating: .none, count: entries - block.entries.count)
            }
        }
        block.recordCount = scanner.recordCount
        block.byteCount = scanner.recordStart
        let left = block.byteLimit - block.byteCount
        if scanner.isTooLong || left > RecordBlock.maximumRecord + (isEnded ? 0 : 1) {
            block.ending = .stopped(tooLong(block, scanner))
        } else if scanner.isUnclosed, let quote = openQuote(in: block, scanner) {
            block.ending = .stopped(.unclosedQuote(row: row + block.recordCount, quote: quote))
        } else if isEnded {
            let isHalf = transcoder?.hasHalfUnit ?? false
            let end = offset + 2 * UTF16Transcoder.unitCount(isHalf ? block.bytes[..<block.byteLimit] : [])
            block.ending = isHalf ? .stopped(.halfCodeUnit(offset: end)) : .finished
        } else if block.recordCount > 0 {
            carry.append(contentsOf: block.bytes[block.byteCount..<block.byteLimit])
        }
        line += scanner.recordCount + scanner.extraLines
    }

    private func scan(_ block: inout RecordBlock, _ scanner: inout RecordScanner) -> Bool {
        // Taken out while they are written to, as the bytes beside them are read.
        var (fieldEnds, entries) = ([FieldEnd](), [RecordEntry]())
        swap(&fieldEnds, &block.fieldEnds)
        swap(&entries, &block.entries)
        defer {
            swap(&fieldEnds, &block.fieldEnds)
            swap(&entries, &block.entries)
        }
        var fieldSpan = fieldEnds.mutableSpan
        var entrySpan = entries.mutableSpan
        return scanner.scan(block.bytes.span.bytes, fields: &fieldSpan, records: &entrySpan)
    }

    private func tooLong(_ block: borrowing RecordBlock, _ scanner: RecordScanner) -> RecordStop {
        .recordTooLong(
            row: row + block.recordCount, line: line + scanner.recordCount + scanner.extraLines,
            offset: block.sourceOffset(of: block.byteCount), quote: openQuote(in: block, scanner))
    }

    /// Where the quote opened that is open at the end of the record's first `maximumRecord` bytes.
    private func openQuote(in block: borrowing RecordBlock, _ scanner: RecordScanner) -> QuotePlace? {
        let start = scanner.recordStart
        let end = min(block.byteLimit, start + RecordBlock.maximumRecord)
        guard var place = OpenQuote(format: format).find(in: block.bytes[start..<end]) else { return nil }
        place.position += start
        return QuotePlace(
            line: block.firstLine + block.lineEnds(before: place.position), column: place.column,
            offset: block.sourceOffset(of: place.position))
    }
}

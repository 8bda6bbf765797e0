public import SystemSupport

/// Fills blocks from typed cells instead of text: each cell is put into quotes where it needs them.
///
///     builder.begin(firstRow: row)
///     while builder.byteCount < 1 << 20, let row = rows.next() {
///         for cell in row { builder.append(cell.utf8, isNumber: false) }
///         try builder.endRecord(at: Remark(zh: "第 5 行", en: "row 5"))
///     }
///     builder.finish(.more, into: &block)
public struct RecordBuilder: ~Copyable {
    private let format: ListFormat
    private let delimiter: UInt8
    /// `used` bytes of records, and room for more behind them.
    private var bytes: [UInt8] = []
    private var used = 0
    /// `fieldsUsed` places, and room for more behind them.
    private var fieldEnds: [FieldEnd] = []
    private var fieldsUsed = 0
    private var entries: [RecordEntry] = []
    private var flags: [CellFlag] = []
    private var recordStart = 0
    private var firstField = 0
    private var structure = RecordEntry.Structure.sound
    /// A cell of the record that is not ended yet was left out: the record is too long.
    private var isTooLong = false
    private var firstRow = 0

    /// Another record, its cells doubled by quotes, still ends below the last position of a `FieldEnd`.
    private static let longestBlock = FieldEnd.farthest - 4 * RecordBlock.maximumRecord

    /// - Parameter format: of one-byte delimiter.
    public init(format: ListFormat) {
        self.format = format
        delimiter = format.delimiter.bytes(in: format.encoding.inMemory)[0]
    }

    /// Bytes that the block takes, with those of the flags, which can be many of few bytes.
    public var byteCount: Int { used + flags.count * 64 }
    public var recordCount: Int { entries.count }
    /// Fields appended to the record that is not ended yet.
    public var fieldCount: Int { fieldsUsed - firstField }

    /// - Parameter firstRow: the number of the next record in the list, the header being 0.
    public mutating func begin(firstRow: Int) {
        used = 0
        fieldsUsed = 0
        entries.removeAll(keepingCapacity: true)
        flags.removeAll(keepingCapacity: true)
        recordStart = 0
        firstField = 0
        structure = .sound
        isTooLong = false
        self.firstRow = firstRow
    }

    /// Appends a cell. What goes beyond `RecordBlock.maximumRecord` or `maximumColumns` is not put together: `endRecord`
    /// throws.
    ///
    /// - Parameters:
    ///   - cell: its text, in the format's encoding.
    ///   - isNumber: it is a number in the table, and not text that looks like one.
    public mutating func append(_ cell: UnsafeRawBufferPointer, isNumber: Bool = false) {
        // Quoting can double the last cell, so a record has less than 3 MiB here, and `endRecord` bounds what is before it:
        // every position has room in the 29 bits of a `FieldEnd`.
        guard cell.count <= RecordBlock.maximumRecord &- (used &- recordStart),
            fieldsUsed &- firstField < RecordBlock.maximumColumns
        else {
            isTooLong = true
            return
        }
        makeRoom(for: cell.count)
        let start = fieldsUsed == firstField ? used : used &+ 1
        let quotes = copy(cell, to: start) ? 0 : quotes(for: cell)
        let end = quotes == 0 ? start &+ cell.count : quote(cell, at: start)
        used = end
        fieldEnds[fieldsUsed] = FieldEnd(bits: quotes | (isNumber ? FieldEnd.number : 0) | UInt32(end))
        fieldsUsed &+= 1
    }

    /// Room for a cell: a delimiter, two quotes, and each byte doubled at the most; for a line end behind it; and for its
    /// place.
    @inline(__always)
    private mutating func makeRoom(for count: Int) {
        let needed = used &+ 2 * count &+ 4 &+ RecordBlock.padding
        if needed > bytes.count || fieldsUsed == fieldEnds.count { grow(to: needed) }
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        if needed > bytes.count {
            bytes.append(contentsOf: repeatElement(0xFF, count: max(needed, 2 * bytes.count) - bytes.count))
        }
        if fieldsUsed == fieldEnds.count {
            fieldEnds.append(contentsOf: repeatElement(FieldEnd(bits: 0), count: max(1024, fieldEnds.count)))
        }
    }

    /// Copies a cell, and a delimiter where there is a place for it before `start`, and says whether the cell has no byte
    /// up to the comma: true of most, and seen of eight bytes at a time. The last eight overlap those before, as a load
    /// beyond a cell may be one beyond its memory.
    @inline(__always)
    private mutating func copy(_ cell: UnsafeRawBufferPointer, to start: Int) -> Bool {
        let count = cell.count, before = used, delimiter = delimiter
        var span = bytes.mutableSpan
        var room = span.mutableBytes
        if start > before { room.storeBytes(of: delimiter, toByteOffset: before, as: UInt8.self) }
        var low: UInt64 = 0
        // A byte below 0x2D borrows, and leaves its highest bit set where it had none.
        func look(_ word: UInt64) { low |= (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word }
        if count >= 8 {
            let last = count &- 8
            var position = 0
            while position < last {
                let word = cell.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                room.storeBytes(of: word, toByteOffset: start &+ position, as: UInt64.self)
                look(word)
                position &+= 8
            }
            let word = cell.loadUnaligned(fromByteOffset: last, as: UInt64.self)
            room.storeBytes(of: word, toByteOffset: start &+ last, as: UInt64.self)
            look(word)
        } else if count >= 4 {
            let first = cell.loadUnaligned(as: UInt32.self)
            let second = cell.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            room.storeBytes(of: first, toByteOffset: start, as: UInt32.self)
            room.storeBytes(of: second, toByteOffset: start &+ count &- 4, as: UInt32.self)
            look(UInt64(first) | UInt64(second) &<< 32)
        } else {
            for position in 0..<count {
                room.storeBytes(of: cell[position], toByteOffset: start &+ position, as: UInt8.self)
                look(UInt64(cell[position]) | ~0xFF)
            }
        }
        return low & 0x8080_8080_8080_8080 == 0
    }

    /// Writes a cell in quotes; where it ends then.
    private mutating func quote(_ cell: UnsafeRawBufferPointer, at start: Int) -> Int {
        var end = start
        func put(_ byte: UInt8) {
            bytes[end] = byte
            end += 1
        }
        put(0x22)
        for byte in cell {
            put(byte)
            if byte == 0x22 { put(byte) }
        }
        put(0x22)
        return end
    }

    /// How the cell is quoted, as `FieldEnd` notes it.
    private mutating func quotes(for cell: UnsafeRawBufferPointer) -> UInt32 {
        var bits: UInt32 = 0
        for byte in cell where byte <= 0x2C {
            switch byte {
            case 0x22: bits |= FieldEnd.quoted | FieldEnd.doubled
            case 0x0A, 0x0D: bits |= FieldEnd.quoted
            case 0x00: structure = .nulByte
            default: if byte == delimiter { bits |= FieldEnd.quoted }
            }
        }
        return bits
    }

    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Says something of a cell of the record that is not ended yet.
    public mutating func flag(column: Int, _ kind: CellFlag.Kind, at place: String) {
        flags.append(CellFlag(record: entries.count, column: column, kind: kind, place: place))
        if structure == .sound { structure = .flagged }
    }

    /// - Parameter place: where a person finds the record.
    /// - Throws: where the record has more than `RecordBlock.maximumRecord` bytes, or the block more than it can number.
    public mutating func endRecord(at place: @autoclosure () -> Remark) throws(TableError) {
        guard !isTooLong, used - recordStart <= RecordBlock.maximumRecord, used <= Self.longestBlock else {
            throw .rowTooLong(place())
        }
        entries.append(
            RecordEntry(
                start: UInt32(recordStart), end: UInt32(used), firstField: UInt32(firstField),
                fieldCount: UInt16(fieldsUsed - firstField), structure: structure))
        makeRoom(for: 0)
        bytes[used] = 0x0A
        used += 1
        recordStart = used
        firstField = fieldsUsed
        structure = .sound
    }

    /// Hands over what was built.
    public mutating func finish(_ ending: RecordBlock.Ending, into block: inout RecordBlock) {
        makeRoom(for: 0)
        block.byteCount = used
        block.byteLimit = used
        block.recordCount = entries.count
        swap(&block.bytes, &bytes)
        swap(&block.fieldEnds, &fieldEnds)
        swap(&block.entries, &entries)
        swap(&block.flags, &flags)
        block.firstRow = firstRow
        block.firstLine = firstRow + 1
        block.offset = 0
        block.encoding = format.encoding
        block.delimiter = format.delimiter
        block.ending = ending
    }
}

/// Fills blocks from typed cells instead of text: each cell is put into quotes where it needs them.
///
///     builder.begin(firstRow: row)
///     while builder.byteCount < 1 << 20, let row = rows.next() {
///         for cell in row { builder.append(cell.utf8, isNumber: false) }
///         builder.endRecord()
///     }
///     builder.finish(.more, into: &block)
public struct RecordBuilder: ~Copyable {
    private let format: ListFormat
    private let delimiter: UInt8
    /// `used` bytes of records, and room for more behind them.
    private var bytes: [UInt8] = []
    private var used = 0
    private var fieldEnds: [FieldEnd] = []
    private var entries: [RecordEntry] = []
    private var flags: [CellFlag] = []
    private var recordStart = 0
    private var firstField = 0
    private var structure = RecordEntry.Structure.sound
    private var firstRow: Int?

    /// - Parameter format: of one-byte delimiter.
    public init(format: ListFormat) {
        self.format = format
        delimiter = format.delimiter.bytes(in: format.encoding.inMemory)[0]
    }

    public var byteCount: Int { used }
    public var recordCount: Int { entries.count }
    /// Fields appended to the record that is not ended yet.
    public var fieldCount: Int { fieldEnds.count - firstField }

    /// - Parameter firstRow: the number of the next record in the list, the header being 0; nil where nobody knows.
    public mutating func begin(firstRow: Int?) {
        used = 0
        fieldEnds.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        flags.removeAll(keepingCapacity: true)
        recordStart = 0
        firstField = 0
        structure = .sound
        self.firstRow = firstRow
    }

    /// Appends a cell: at most `RecordBlock.maximumColumns` for each record.
    ///
    /// - Parameters:
    ///   - cell: its text, in the format's encoding.
    ///   - isNumber: it is a number in the table, and not text that looks like one.
    public mutating func append(_ cell: UnsafeRawBufferPointer, isNumber: Bool = false) {
        // A delimiter, two quotes, and each byte doubled at the most.
        makeRoom(2 * cell.count + 3)
        let quotes = Self.isPlain(cell) ? 0 : quotes(for: cell)
        let isFirst = fieldEnds.count == firstField
        let start = used, delimiter = delimiter
        used = bytes.withUnsafeMutableBytes { room in
            var end = start
            func put(_ byte: UInt8) {
                room[end] = byte
                end += 1
            }
            if !isFirst { put(delimiter) }
            guard quotes != 0 else {
                if let bytes = cell.baseAddress {
                    (room.baseAddress! + end).copyMemory(from: bytes, byteCount: cell.count)  // there is room
                }
                return end + cell.count
            }
            put(0x22)
            for byte in cell {
                put(byte)
                if byte == 0x22 { put(byte) }
            }
            put(0x22)
            return end
        }
        fieldEnds.append(FieldEnd(bits: quotes | (isNumber ? FieldEnd.number : 0) | UInt32(used)))
    }

    private mutating func makeRoom(_ count: Int) {
        let needed = used + count + RecordBlock.padding
        if needed > bytes.count {
            bytes.append(contentsOf: repeatElement(0xFF, count: max(needed, 2 * bytes.count) - bytes.count))
        }
    }

    /// Whether the cell has no byte up to the comma: true of most, and seen of eight bytes at a time.
    private static func isPlain(_ cell: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        while position + 8 <= cell.count {
            let bytes = cell.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            // A byte below 0x2D borrows, and leaves its highest bit set where it had none.
            if (bytes &- 0x2D2D_2D2D_2D2D_2D2D) & ~bytes & 0x8080_8080_8080_8080 != 0 { return false }
            position += 8
        }
        while position < cell.count {
            if cell[position] <= 0x2C { return false }
            position += 1
        }
        return true
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

    public mutating func endRecord() {
        entries.append(
            RecordEntry(
                start: UInt32(recordStart), end: UInt32(used), firstField: UInt32(firstField),
                fieldCount: UInt16(fieldEnds.count - firstField), structure: structure))
        makeRoom(1)
        bytes[used] = 0x0A
        used += 1
        recordStart = used
        firstField = fieldEnds.count
        structure = .sound
    }

    /// Hands over what was built.
    public mutating func finish(_ ending: RecordBlock.Ending, into block: inout RecordBlock) {
        makeRoom(0)
        block.byteCount = used
        block.byteLimit = used
        block.recordCount = entries.count
        swap(&block.bytes, &bytes)
        swap(&block.fieldEnds, &fieldEnds)
        swap(&block.entries, &entries)
        swap(&block.flags, &flags)
        block.firstRow = firstRow
        block.firstLine = (firstRow ?? 0) + 1
        block.offset = 0
        block.encoding = format.encoding
        block.delimiter = format.delimiter
        block.ending = ending
    }
}

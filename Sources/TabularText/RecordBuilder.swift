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
    private let delimiter: [UInt8]
    private var bytes: [UInt8] = []
    private var fieldEnds: [FieldEnd] = []
    private var entries: [RecordEntry] = []
    private var flags: [CellFlag] = []
    private var recordStart = 0
    private var firstField = 0
    private var structure = RecordEntry.Structure.sound
    private var firstRow = 0

    /// - Parameter format: of one-byte delimiter.
    public init(format: ListFormat) {
        self.format = format
        delimiter = format.delimiter.bytes(in: format.encoding.inMemory)
    }

    public var byteCount: Int { bytes.count }
    public var recordCount: Int { entries.count }
    /// Fields appended to the record that is not ended yet.
    public var fieldCount: Int { fieldEnds.count - firstField }

    /// - Parameter firstRow: the number of the next record in the list, the header being 0.
    public mutating func begin(firstRow: Int) {
        bytes.removeAll(keepingCapacity: true)
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
        if fieldEnds.count > firstField { bytes.append(contentsOf: delimiter) }
        var needsQuotes = false, hasQuote = false
        for byte in cell where byte <= 0x2C {
            switch byte {
            case 0x22: (needsQuotes, hasQuote) = (true, true)
            case 0x0A, 0x0D: needsQuotes = true
            case 0x00: structure = .nulByte
            default: if byte == delimiter[0] { needsQuotes = true }
            }
        }
        var bits: UInt32 = 0
        if needsQuotes {
            bits = FieldEnd.quoted | (hasQuote ? FieldEnd.doubled : 0)
            bytes.append(0x22)
            for byte in cell {
                bytes.append(byte)
                if byte == 0x22 { bytes.append(0x22) }
            }
            bytes.append(0x22)
        } else {
            bytes.append(contentsOf: cell)
        }
        if isNumber { bits |= FieldEnd.number }
        fieldEnds.append(FieldEnd(bits: bits | UInt32(bytes.count)))
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
                start: UInt32(recordStart), end: UInt32(bytes.count), firstField: UInt32(firstField),
                fieldCount: UInt16(fieldEnds.count - firstField), structure: structure))
        bytes.append(0x0A)
        recordStart = bytes.count
        firstField = fieldEnds.count
        structure = .sound
    }

    /// Hands over what was built.
    public mutating func finish(_ ending: RecordBlock.Ending, into block: inout RecordBlock) {
        block.byteCount = bytes.count
        block.byteLimit = bytes.count
        bytes.append(contentsOf: repeatElement(0xFF, count: RecordBlock.padding))
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

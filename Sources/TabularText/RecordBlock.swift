/// Some whole records of a list, in order, with the places of their fields. Made once and filled again and again by a
/// `RecordReader`; reading it costs no allocation.
///
///     for entry in block.entries {
///         var start = Int(entry.start)
///         for index in Int(entry.firstField)..<Int(entry.firstField) + Int(entry.fieldCount) {
///             let end = block.fieldEnds[index].position
///             print(block.bytes[start..<end])
///             start = end + delimiterLength
///         }
///     }
public struct RecordBlock: ~Copyable {
    /// The longest record in bytes, line end not counted: longer ones stop the reading. What a list needs is some
    /// hundred; an open quote must not collect a whole file.
    public static let maximumRecord = 1 << 20
    public static let maximumColumns = 1024
    /// So many bytes behind `byteCount` may be read too, and mean nothing.
    public static let padding = 64

    /// The records' bytes in the list's `inMemory` encoding, from 0 to `byteCount`; behind it, nothing of meaning.
    public internal(set) var bytes: [UInt8] = []
    public internal(set) var byteCount = 0
    /// `recordCount` entries; behind them, nothing of meaning. Between the end of one record and the start of the next
    /// (`byteCount` after the last) stands its line end.
    public internal(set) var entries: [RecordEntry]
    public internal(set) var recordCount = 0
    /// As many as the entries say; behind them, nothing of meaning.
    public internal(set) var fieldEnds: [FieldEnd]
    /// What is to be known of cells, in the order of the records; none of delimited text.
    public internal(set) var flags: [CellFlag] = []
    /// The number of the first record; the list's first record, the header, is 0.
    public internal(set) var firstRow = 0
    /// The physical line the first record begins on, from 1.
    public internal(set) var firstLine = 1
    /// Where `bytes` begins in the input, in bytes.
    public internal(set) var offset = 0
    public internal(set) var encoding = TextEncoding.utf8
    public internal(set) var delimiter = Delimiter.comma
    public internal(set) var ending = Ending.more

    /// What comes behind this block.
    public enum Ending: Hashable, Sendable {
        case more
        /// Nothing: the input was read to its end.
        case finished
        /// Something that can't be read.
        case stopped(RecordStop)
    }

    public init() {
        entries = []
        fieldEnds = []
    }

    /// The physical line record `index` begins on. Counts; for messages, not for every row.
    public func line(of index: Int) -> Int { firstLine + lineEnds(before: Int(entries[index].start)) }

    func lineEnds(before end: Int) -> Int {
        var lines = 0
        for position in 0..<end
        where bytes[position] == 0x0A
            || (bytes[position] == 0x0D && (position + 1 == byteLimit || bytes[position + 1] != 0x0A))
        {
            lines += 1
        }
        return lines
    }

    /// Where the byte at `position` of this block is in the input.
    public func sourceOffset(of position: Int) -> Int {
        guard encoding.isUTF16 else { return offset + position }
        return offset + 2 * UTF16Transcoder.unitCount(bytes[..<position])
    }

    /// The text of a field: without its quotes, doubled quotes made single. For cells looked at one by one.
    public func content(start: Int, end: FieldEnd) -> ArraySlice<UInt8> {
        guard end.isQuoted, end.position - start >= 2 else { return bytes[start..<end.position] }
        let inner = bytes[(start + 1)..<(end.position - 1)]
        guard end.hasDoubledQuotes else { return inner }
        var content: [UInt8] = []
        var isSecond = false
        for byte in inner {
            isSecond = byte == 0x22 && !isSecond
            if !isSecond { content.append(byte) }
        }
        return content[...]
    }

    /// Where a field of a record stands, its quotes included.
    public func field(_ column: Int, of index: Int) -> Range<Int> {
        let first = Int(entries[index].firstField)
        let width = delimiter.bytes(in: encoding.inMemory).count
        let start = column == 0 ? Int(entries[index].start) : fieldEnds[first + column - 1].position + width
        return start..<fieldEnds[first + column].position
    }

    /// The text of one field of a record.
    public func cell(_ column: Int, of index: Int) -> ArraySlice<UInt8> {
        let first = Int(entries[index].firstField)
        let width = delimiter.bytes(in: encoding.inMemory).count
        let start = column == 0 ? Int(entries[index].start) : fieldEnds[first + column - 1].position + width
        return content(start: start, end: fieldEnds[first + column])
    }

    /// One behind the last byte that was read, whether or not its record is complete.
    var byteLimit = 0
}

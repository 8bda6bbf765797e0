internal import CByteVectors

/// Finds the records and fields in a block of bytes. Knows nothing of where the bytes come from.
///
/// Every record is read from its own beginning: what is left of one at the end of a block is read again with the next
/// bytes behind it, so a block border can fall anywhere and changes nothing.
struct RecordScanner {
    /// Where the next record begins.
    private(set) var recordStart = 0
    private(set) var recordCount = 0
    private(set) var fieldsUsed = 0
    /// Line ends inside the quotes of complete records.
    private(set) var extraLines = 0
    /// The record at `recordStart` is longer than allowed.
    private(set) var isTooLong = false
    /// The input ends inside the quotes of the record at `recordStart`.
    private(set) var isUnclosed = false

    private let delimiter: [UInt8]
    private let encoding: TextEncoding
    private let count: Int
    private let isLast: Bool

    // The record being read.
    private var firstField = 0
    private var fieldStart = 0
    private var flags: UInt32 = 0
    private var inQuotes = false
    private var quotePair = -1
    private var linesInRecord = 0
    private var structure = RecordEntry.Structure.sound
    /// One behind the last CR that ended a record: an LF there belongs to it.
    private var afterReturn = -1

    private enum Step { case go, full, stop }

    /// The first `count` bytes are scanned; `isLast` says that the input ends there.
    init(delimiter: Delimiter, encoding: TextEncoding, count: Int, isLast: Bool) {
        self.delimiter = delimiter.bytes(in: encoding)
        self.encoding = encoding
        self.count = count
        self.isLast = isLast
    }

    /// Lists records until the bytes or the places for entries run out. True: call again with more places.
    ///
    /// - Parameter bytes: `count` bytes and `RecordBlock.padding` more, all FF.
    mutating func scan(
        _ bytes: RawSpan, fields: inout MutableSpan<FieldEnd>, records: inout MutableSpan<RecordEntry>
    ) -> Bool {
        guard hasPlaces(fields.count, records.count) else { return true }
        let step =
            delimiter.count > 1
            ? scanCharacters(bytes, &fields, &records) : scanBytes(bytes, &fields, &records, delimiter: delimiter[0])
        if step == .full { return true }
        guard step == .go, isLast, recordStart < count else { return false }
        if inQuotes {
            isUnclosed = true
        } else {
            // The last record has no line end; one more entry always fits, see hasPlaces.
            _ = endRecord(at: count, next: count, &fields, &records)
        }
        return false
    }

    private func hasPlaces(_ fields: Int, _ records: Int) -> Bool {
        fieldsUsed + RecordBlock.maximumColumns < fields && recordCount + 1 < records
    }

    /// The delimiter is one ASCII byte: stops only at bytes that may matter. They are collected for 64 bytes at a time, as the
    /// end of a loop over so few of them as eight bytes have is one that the processor can't foresee.
    @inline(__always)
    private mutating func scanBytes(
        _ bytes: RawSpan, _ fields: inout MutableSpan<FieldEnd>, _ records: inout MutableSpan<RecordEntry>,
        delimiter: UInt8
    ) -> Step {
        precondition(count + RecordBlock.padding <= bytes.byteCount, "64 bytes can be read from any of them")
        var base = recordStart
        while base < count {
            var marks = bytes.withUnsafeBytes { landgrade_marks($0.baseAddress?.advanced(by: base), delimiter) }
            while marks != 0 {
                let position = base &+ marks.trailingZeroBitCount
                marks &= marks &- 1
                let byte = bytes.byte(position)
                if byte == delimiter && !inQuotes {
                    endField(at: position, next: position &+ 1, &fields)
                } else {
                    let step = take(byte, at: position, bytes, &fields, &records)
                    guard step == .go else { return step }
                }
            }
            base &+= 64
        }
        return .go
    }

    /// The delimiter is a character of several bytes: goes character by character, so that the second byte of one and
    /// the first of the next are never taken for it.
    private mutating func scanCharacters(
        _ bytes: RawSpan, _ fields: inout MutableSpan<FieldEnd>, _ records: inout MutableSpan<RecordEntry>
    ) -> Step {
        var position = recordStart
        while position < count {
            let byte = bytes.byte(position)
            if byte < 0x80 {
                let step = take(byte, at: position, bytes, &fields, &records)
                guard step == .go else { return step }
                position += 1
                continue
            }
            let length =
                encoding == .gb18030
                ? GB18030Check.length(in: bytes, at: position, end: count)
                : UTF8Check.length(in: bytes, at: position, end: count)
            if !inQuotes, length == delimiter.count, isDelimiter(bytes, at: position) {
                endField(at: position, next: position + length, &fields)
            }
            position += max(length, 1)
        }
        return .go
    }

    private func isDelimiter(_ bytes: RawSpan, at position: Int) -> Bool {
        guard position + delimiter.count <= count else { return false }
        for (offset, byte) in delimiter.enumerated() where bytes.byte(position + offset) != byte { return false }
        return true
    }

    @inline(__always)
    private mutating func endField(at position: Int, next: Int, _ fields: inout MutableSpan<FieldEnd>) {
        if fieldsUsed &- firstField < RecordBlock.maximumColumns - 1 {
            fields[fieldsUsed] = FieldEnd(bits: UInt32(truncatingIfNeeded: position) | flags)
            fieldsUsed &+= 1
        } else {
            note(.tooManyColumns)
        }
        flags = 0
        fieldStart = next
    }

    @inline(__always)
    private mutating func endRecord(
        at end: Int, next: Int, _ fields: inout MutableSpan<FieldEnd>, _ records: inout MutableSpan<RecordEntry>
    ) -> Step {
        guard end &- recordStart <= RecordBlock.maximumRecord else {
            isTooLong = true
            return .stop
        }
        fields[fieldsUsed] = FieldEnd(bits: UInt32(truncatingIfNeeded: end) | flags)
        fieldsUsed &+= 1
        records[recordCount] = RecordEntry(
            start: UInt32(truncatingIfNeeded: recordStart), end: UInt32(truncatingIfNeeded: end),
            firstField: UInt32(truncatingIfNeeded: firstField),
            fieldCount: UInt16(truncatingIfNeeded: fieldsUsed &- firstField), structure: structure)
        recordCount &+= 1
        recordStart = next
        fieldStart = next
        firstField = fieldsUsed
        flags = 0
        if linesInRecord != 0 { extraLines += linesInRecord }
        linesInRecord = 0
        structure = .sound
        return hasPlaces(fields.count, records.count) ? .go : .full
    }

    /// Line ends, quotes and NULs; any other byte is text.
    @inline(__always)
    private mutating func take(
        _ byte: UInt8, at position: Int, _ bytes: RawSpan, _ fields: inout MutableSpan<FieldEnd>,
        _ records: inout MutableSpan<RecordEntry>
    ) -> Step {
        switch byte {
        case 0x0A where inQuotes: linesInRecord += 1
        case 0x0A where position == afterReturn && position == recordStart:
            recordStart = position &+ 1
            fieldStart = recordStart
        case 0x0A: return endRecord(at: position, next: position &+ 1, &fields, &records)
        case 0x0D where position &+ 1 == count && !isLast: return .stop  // an LF may follow
        case 0x0D where inQuotes:
            if position &+ 1 == count || bytes.byte(position &+ 1) != 0x0A { linesInRecord += 1 }
        case 0x0D:
            afterReturn = position &+ 1
            return endRecord(at: position, next: position &+ 1, &fields, &records)
        case 0x22: return takeQuote(at: position, bytes)
        case 0: note(.nulByte)
        default: break
        }
        return .go
    }

    @inline(__always)
    private mutating func takeQuote(at position: Int, _ bytes: RawSpan) -> Step {
        if position == quotePair { return .go }
        guard inQuotes else {
            if position == fieldStart {
                inQuotes = true
                flags = FieldEnd.quoted
            } else {
                note(.quoteInField)
            }
            return .go
        }
        let next = position &+ 1
        if next == count {
            if isLast { inQuotes = false }
            return isLast ? .go : .stop
        }
        switch bytes.byte(next) {
        case 0x22:
            quotePair = next
            flags |= FieldEnd.doubled
        case 0x0A, 0x0D: inQuotes = false
        case delimiter[0] where delimiter.count == 1: inQuotes = false
        default:
            if delimiter.count > 1, !isLast, count - next < delimiter.count { return .stop }
            inQuotes = false
            if delimiter.count == 1 || !isDelimiter(bytes, at: next) { note(.textAfterQuote) }
        }
        return .go
    }

    private mutating func note(_ fault: RecordEntry.Structure) {
        if structure == .sound { structure = fault }
    }
}

@testable import TabularText

/// A record as either reader sees it.
struct ReadRecord: Equatable, CustomStringConvertible {
    var row: Int
    var line: Int
    /// With its line end.
    var bytes: [UInt8]
    var fields: [[UInt8]]
    var contents: [[UInt8]]
    var fault: LocatedFault?

    var description: String { "row \(row) line \(line) \(bytes) \(fields) \(contents) \(String(describing: fault))" }
}

struct ReadResult: Equatable {
    var records: [ReadRecord] = []
    var ending = RecordBlock.Ending.finished
}

/// The reader one would write first: the whole list in memory, one character at a time, no tricks. What it says is what
/// the fast one must say. It reads UTF-8 and GB18030.
struct SlowReader {
    let characters: [[UInt8]]
    let isSound: [Bool]
    let delimiter: [UInt8]
    let maximumColumns = 1024
    let start: (line: Int, offset: Int)

    init(_ bytes: [UInt8], format: ListFormat) {
        var characters: [[UInt8]] = []
        var isSound: [Bool] = []
        var position = format.prologue.count
        start = (1 + format.prologueLines, position)
        while position < bytes.count {
            let length = Self.length(Array(bytes[position...].prefix(4)), format.encoding)
            characters.append(Array(bytes[position..<position + max(length, 1)]))
            isSound.append(length > 0)
            position += max(length, 1)
        }
        self.characters = characters
        self.isSound = isSound
        delimiter = format.delimiter.bytes(in: format.encoding)
    }

    /// Tried, not looked up: the shortest prefix that the standard library (or the whole table) accepts.
    private static func length(_ bytes: [UInt8], _ encoding: TextEncoding) -> Int {
        if bytes[0] < 0x80 { return 1 }
        return (1...bytes.count).first { length in
            let prefix = Array(bytes[..<length])
            return encoding == .gb18030
                ? GB18030.decode(prefix) != nil : String(validating: prefix, as: UTF8.self) != nil
        } ?? 0
    }

    func read() -> ReadResult {
        var result = ReadResult()
        var (index, line, offset) = (0, start.line, start.offset)
        while index < characters.count {
            var record = ReadRecord(
                row: result.records.count, line: line, bytes: [], fields: [[]], contents: [[]], fault: nil)
            var wrongBytes: LocatedFault?
            var quote: QuotePlace?
            var wasQuoted = false
            var fieldOffset = offset
            func note(_ fault: RecordFault) {
                record.fault =
                    record.fault ?? LocatedFault(fault: fault, column: record.fields.count, offset: offset)
            }
            func take() {
                if !isSound[index] {
                    wrongBytes =
                        wrongBytes
                        ?? LocatedFault(fault: .wrongBytes, column: record.fields.count, offset: offset)
                }
                record.fields[record.fields.count - 1] += characters[index]
                record.bytes += characters[index]
                offset += characters[index].count
                index += 1
            }
            while index < characters.count {
                let character = characters[index]
                let next = index + 1 < characters.count ? characters[index + 1] : nil
                if quote != nil {
                    if character == [0] { note(.nulByte) }
                    if character == [0x22], next == [0x22] {
                        take()
                    } else if character == [0x22] {
                        quote = nil
                        wasQuoted = true
                        take()
                        continue
                    } else if character == [0x0A] || (character == [0x0D] && next != [0x0A]) {
                        line += 1
                    }
                    record.contents[record.contents.count - 1] += character
                    take()
                } else if character == [0x0A] || character == [0x0D] {
                    break
                } else if character == delimiter, record.fields.count < maximumColumns {
                    record.bytes += character
                    record.fields.append([])
                    record.contents.append([])
                    wasQuoted = false
                    offset += character.count
                    index += 1
                    fieldOffset = offset
                } else if character == delimiter {
                    if record.fault == nil {
                        record.fault = LocatedFault(fault: .tooManyColumns, column: 1024, offset: fieldOffset)
                    }
                    take()
                } else if character == [0x22], record.fields.last == [] {
                    quote = QuotePlace(line: line, column: record.fields.count, offset: offset)
                    take()
                } else {
                    if wasQuoted {
                        note(.textAfterQuote)
                    } else if character == [0x22] {
                        note(.quoteInField)
                    } else if character == [0] {
                        note(.nulByte)
                    }
                    record.contents[record.contents.count - 1] += character
                    take()
                }
            }
            if let quote {
                result.ending = .stopped(.unclosedQuote(row: record.row, quote: quote))
                return result
            }
            record.fault = record.fault ?? wrongBytes
            for end in [[0x0D], [0x0A]] as [[UInt8]] where index < characters.count && characters[index] == end {
                record.bytes += end
                offset += 1
                index += 1
                if end == [0x0A] || index == characters.count || characters[index] != [0x0A] { break }
            }
            line += 1
            result.records.append(record)
        }
        return result
    }
}

/// The fast reader's view in the same form, read `chunk` bytes at a time.
func fastRead(
    _ bytes: [UInt8], format: ListFormat, chunk: Int, sample: Int = 0, block: inout RecordBlock
) -> ReadResult {
    var result = ReadResult()
    let prefix = max(sample, format.prologue.count)
    var rest = bytes.dropFirst(prefix)
    var reader = RecordReader(format: format, sample: Array(bytes.prefix(prefix)), chunk: chunk)
    repeat {
        reader.next(&block) { buffer in
            let count = min(buffer.count, rest.count)
            buffer.copyBytes(from: rest.prefix(count))
            rest = rest.dropFirst(count)
            return count
        }
        let isText = block.isText
        let width = format.delimiter.bytes(in: format.encoding.inMemory).count
        for index in 0..<block.recordCount {
            let entry = block.entries[index]
            let next = index + 1 < block.recordCount ? Int(block.entries[index + 1].start) : block.byteCount
            var record = ReadRecord(
                row: block.firstRow + index, line: block.line(of: index),
                bytes: Array(block.bytes[Int(entry.start)..<next]), fields: [], contents: [],
                fault: isText && entry.isSound ? nil : block.fault(of: index))
            var start = Int(entry.start)
            for field in Int(entry.firstField)..<Int(entry.firstField) + Int(entry.fieldCount) {
                let end = block.fieldEnds[field]
                record.fields.append(Array(block.bytes[start..<end.position]))
                record.contents.append(Array(block.content(start: start, end: end)))
                start = end.position + width
            }
            result.records.append(record)
        }
    } while block.ending == .more
    result.ending = block.ending
    return result
}

func fastRead(_ bytes: [UInt8], format: ListFormat, chunk: Int, sample: Int = 0) -> ReadResult {
    var block = RecordBlock()
    return fastRead(bytes, format: format, chunk: chunk, sample: sample, block: &block)
}

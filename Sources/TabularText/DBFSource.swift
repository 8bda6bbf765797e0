/// A dBASE table (a shapefile's `.dbf`) as a list. Records marked as deleted are left out, and that is said.
public final class DBFSource: TableSource {
    public let format: ListFormat
    public let total: Int64?
    public private(set) var done: Int64 = 0
    public let opening: [TableRemark]

    private let header: DBFHeader
    private let read: (UnsafeMutableRawBufferPointer) throws -> Int
    private var builder: RecordBuilder
    /// Bytes read and not used yet.
    private var rest: [UInt8]
    private var record = 0
    /// The record's number in the table, from 1.
    private var current = 0
    private var records = 1
    private var deleted = 0

    /// Whether a file that begins so is a dBASE table.
    public static func begins(_ bytes: [UInt8]) -> Bool { DBFHeader.begins(bytes[...]) }

    /// - Parameters:
    ///   - sample: the first bytes, which hold the header where it is that short.
    ///   - told: the encoding, where the user or a `.cpg` file says it.
    ///   - read: puts the next bytes behind `sample` where it is told, 0 at the end.
    public init(
        sample: [UInt8], encoding told: TextEncoding?, read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws {
        self.read = read
        rest = sample
        guard DBFHeader.begins(sample[...]) else { throw DBFHeader.damaged }
        let length = Int(sample[8]) | Int(sample[9]) << 8
        try Self.fill(&rest, to: length, read)
        header = try DBFHeader(rest)
        rest.removeFirst(header.headerLength)
        try Self.fill(&rest, to: min(1 << 16, header.recordLength * header.recordCount), read)
        guard told?.isUTF16 != true else { throw TableError("DBF 不用 UTF-16", "a DBF is never in UTF-16") }
        let encoding = told ?? header.encoding ?? Self.guess(rest, header)
        format = ListFormat.records(in: encoding)
        builder = RecordBuilder(format: format)
        total = Int64(header.recordCount)
        opening = [
            TableRemark(
                "DBF 表，\(header.recordCount) 条记录，编码 \(encoding.rawValue.uppercased())",
                "DBF table, \(header.recordCount) records, encoding \(encoding.rawValue.uppercased())")
        ]
        builder.begin(firstRow: 0)
        for field in header.fields { field.name.withUnsafeBytes { builder.append($0) } }
        builder.endRecord()
    }

    /// Neither the table nor a file beside it says: UTF-8 where all that is seen is UTF-8, else GB18030.
    private static func guess(_ records: [UInt8], _ header: DBFHeader) -> TextEncoding {
        let names = header.fields.flatMap(\.name)
        let sample = names + records.prefix(records.count / header.recordLength * header.recordLength)
        return String(validating: sample, as: UTF8.self) == nil ? .gb18030 : .utf8
    }

    private static func fill(
        _ bytes: inout [UInt8], to count: Int, _ read: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws {
        var filled = bytes.count
        guard filled < count else { return }
        bytes += [UInt8](repeating: 0, count: count - filled)
        while filled < count {
            let more = try bytes.withUnsafeMutableBytes {
                try read(UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
            }
            guard more > 0 else { break }
            filled += more
        }
        bytes.removeLast(count - filled)
    }

    public var closing: [TableRemark] {
        deleted == 0
            ? [] : [TableRemark("标为已删除的记录 \(deleted) 条，不输出", "\(deleted) records marked as deleted are left out")]
    }

    public func next(_ block: inout RecordBlock) throws {
        while record < header.recordCount, builder.byteCount < 1 << 19 {
            let wanted = min(header.recordCount - record, max((1 << 18) / header.recordLength, 1))
            try Self.fill(&rest, to: wanted * header.recordLength, read)
            let whole = rest.count / header.recordLength
            guard whole > 0 else {
                throw TableError(
                    "DBF 不完整：应有 \(header.recordCount) 条记录，只有 \(record) 条",
                    "the DBF is cut off: \(record) of \(header.recordCount) records are there")
            }
            let taken = min(whole, header.recordCount - record)
            rest.withUnsafeBytes { bytes in
                for index in 0..<taken {
                    current = record + index + 1
                    append(bytes, at: index * header.recordLength)
                }
            }
            rest.removeFirst(taken * header.recordLength)
            record += taken
        }
        done = Int64(record)
        let count = builder.recordCount
        builder.finish(record == header.recordCount ? .finished : .more, into: &block)
        records += count
        builder.begin(firstRow: records)
    }

    private func append(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        guard bytes[start] != 0x2A else {
            deleted += 1
            return
        }
        for (column, field) in header.fields.enumerated() {
            let from = start + field.start
            let cell = UnsafeRawBufferPointer(rebasing: bytes[from..<from + field.length])
            append(cell, field, column)
        }
        builder.endRecord()
    }

    private func append(_ cell: UnsafeRawBufferPointer, _ field: DBFHeader.Field, _ column: Int) {
        var (start, end) = (0, cell.count)
        while end > 0, cell[end - 1] == 0x20 || cell[end - 1] == 0 { end -= 1 }
        let isNumber = field.type == 0x4E || field.type == 0x46  // N, F
        if isNumber { while start < end, cell[start] == 0x20 { start += 1 } }
        let text = UnsafeRawBufferPointer(rebasing: cell[start..<end])
        switch field.type {
        case 0x4E, 0x46:
            // All stars stand for no value in a shapefile, and for one too long for its field in dBASE: unknown in both.
            let isUnknown = text.allSatisfy { $0 == 0x2A }
            builder.append(isUnknown ? UnsafeRawBufferPointer(start: nil, count: 0) : text, isNumber: true)
        case 0x44 where text.allSatisfy({ $0 == 0x30 }), 0x4C where text.elementsEqual([0x3F]):
            builder.append(UnsafeRawBufferPointer(start: nil, count: 0))  // no value
        case 0x44 where text.count == 8 && text.allSatisfy({ (0x30...0x39).contains($0) }):  // D
            let date = Array(text[0..<4]) + [0x2D] + Array(text[4..<6]) + [0x2D] + Array(text[6..<8])
            date.withUnsafeBytes { builder.append($0) }
        case 0x43, 0x44, 0x4C: builder.append(text)
        default:
            // Memos and binary fields are kept elsewhere.
            builder.append(UnsafeRawBufferPointer(start: nil, count: 0))
            if !text.isEmpty { builder.flag(column: column, .binary, at: place(field)) }
        }
    }

    private func place(_ field: DBFHeader.Field) -> String {
        "#\(current) " + String(decoding: field.name.filter { $0 < 0x80 }, as: UTF8.self)
    }
}

public import SystemSupport

/// A dBASE table (a shapefile's `.dbf`) as a list. Records marked as deleted are left out, and that is said.
public final class DBFSource: TableSource {
    public let format: ListFormat
    public let total: Int64?
    public private(set) var done: Int64 = 0
    public var statedRows: Int64? { total }
    public let opening: [Remark]
    /// A name has room for 10 or 11 bytes.
    public let cutNames: Set<Int>

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
    ///   - told: the encoding, where the user gives it.
    ///   - beside: what a `.cpg` file beside it says.
    ///   - read: fills the buffer it is given with the bytes after `sample` and returns how many, 0 at the end.
    public init(
        sample: [UInt8], encoding told: TextEncoding?, beside: TextEncoding? = nil,
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws {
        self.read = read
        rest = sample
        guard DBFHeader.begins(sample[...]) else { throw DBFHeader.damaged }
        let length = Int(sample[8]) | Int(sample[9]) << 8
        try Self.fill(&rest, to: length, read)
        header = try DBFHeader(rest)
        rest.removeFirst(header.headerLength)
        try Self.fill(&rest, to: min(1 << 16, header.recordLength * header.recordCount), read)
        let stated = told ?? beside ?? header.encoding
        guard stated?.isUTF16 != true else { throw TableError(zh: "DBF 不用 UTF-16", en: "a DBF is never in UTF-16") }
        let seen = told == nil ? Self.look(rest, header) : [:]
        let (encoding, isOther) = Self.encoding(stated, seen)
        format = ListFormat.records(in: encoding)
        builder = RecordBuilder(format: format)
        total = Int64(header.recordCount)
        let table = Remark(
            zh: "DBF 表，\(header.recordCount) 条记录，编码 \(encoding.rawValue.uppercased())",
            en: "DBF table, \(header.recordCount) records, encoding \(encoding.rawValue.uppercased())")
        let names = header.fields.map { Self.whole($0.name, encoding) }
        let fields = header.fields
        cutNames = Set(fields.indices.filter { fields[$0].name.count >= Self.longName })
        opening =
            [table] + (isOther ? [Self.contradiction(stated, encoding, isBeside: beside != nil)] : [])
            + Self.remark(names, header, encoding)
        builder.begin(firstRow: 0)
        for name in names { name.withUnsafeBytes { builder.append($0) } }
        try builder.endRecord(at: Remark(zh: "DBF 表头", en: "the DBF's header"))
    }

    private static let longName = 10

    /// The name without the half of a character that had no room, at its end or in front of the number that tells names that
    /// came out the same: 公布�_1.
    private static func whole(_ name: [UInt8], _ encoding: TextEncoding) -> ArraySlice<UInt8> {
        guard name.count >= longName else { return name[...] }
        let digits = name.reversed().prefix { (0x30...0x39).contains($0) }.count
        let isNumbered = (1...2).contains(digits) && name[name.count - digits - 1] == UInt8(ascii: "_")
        let stem = isNumbered ? name.dropLast(digits + 1) : name[...]
        guard CutText.isCut(stem, encoding) else { return name[...] }
        return stem.dropLast(CutText.rest(stem, encoding)) + name[stem.endIndex...]
    }

    private static func remark(
        _ names: [ArraySlice<UInt8>], _ header: DBFHeader, _ encoding: TextEncoding
    ) -> [Remark] {
        let cut = names.indices.filter { names[$0].count < header.fields[$0].name.count }
        guard let first = cut.first else { return [] }
        let bytes = encoding == .gb18030 ? GB18030.decode(Array(names[first])) ?? [] : Array(names[first])
        let name = String(validating: bytes, as: UTF8.self) ?? "\(first + 1)"
        return [
            Remark(
                zh: "字段名最多 10 字节，有 \(cut.count) 个被截断在半个字符处（首个“\(name)”）：这半个字符不输出",
                en:
                    "field names have 10 bytes at the most; cut inside a character, which is left out: \(cut.count) (the first is ‘\(name)’)"
            )
        ]
    }

    private static func contradiction(_ stated: TextEncoding?, _ taken: TextEncoding, isBeside: Bool) -> Remark {
        let (stated, taken) = ((stated ?? taken).rawValue.uppercased(), taken.rawValue.uppercased())
        return Remark(
            zh: "\(isBeside ? ".cpg 文件" : "文件头")标明编码为 \(stated)，而其中的文字不是，是 \(taken)：按 \(taken) 读取",
            en:
                "\(isBeside ? "the .cpg file" : "its header") says \(stated), and its texts are none of that, but \(taken): read as \(taken)"
        )
    }

    /// The names and texts beyond ASCII that fit an encoding, and those that don't.
    private typealias Seen = [TextEncoding: (whole: Int, wrong: Int)]

    /// As it is stated, unless texts contradict that and all fit the other one; where nothing is stated, UTF-8 where all
    /// texts are that, else GB18030; where neither fits all texts, the one that fits more.
    private static func encoding(_ stated: TextEncoding?, _ seen: Seen) -> (TextEncoding, isOther: Bool) {
        guard let utf8 = seen[.utf8], let gb18030 = seen[.gb18030] else { return (stated ?? .utf8, false) }
        if let stated {
            let other = stated == .utf8 ? TextEncoding.gb18030 : .utf8
            guard let own = seen[stated], let others = seen[other], own.wrong > 0, others.wrong == 0, others.whole > 0
            else { return (stated, false) }
            return (other, true)
        }
        if utf8.wrong == 0, utf8.whole > 0 || gb18030.whole == 0 { return (.utf8, false) }
        return (utf8.wrong < gb18030.wrong ? .utf8 : .gb18030, false)
    }

    /// A text that fills its field may be cut in its last character, and one such text says nothing of the rest.
    private static func look(_ records: [UInt8], _ header: DBFHeader) -> Seen {
        var seen: Seen = [.utf8: (0, 0), .gb18030: (0, 0)]
        func look(_ text: ArraySlice<UInt8>, isFull: Bool) {
            guard text.contains(where: { $0 >= 0x80 }) else { return }
            for encoding in [TextEncoding.utf8, .gb18030] {
                let rest = CutText.rest(text, encoding)
                if rest == 0 {
                    seen[encoding]?.whole += 1
                } else if !isFull || !CutText.isCut(text, encoding) {
                    seen[encoding]?.wrong += 1
                }
            }
        }
        for field in header.fields { look(field.name[...], isFull: field.name.count >= longName) }
        for start in stride(from: 0, through: records.count - header.recordLength, by: header.recordLength) {
            for field in header.fields where field.type == 0x43 {
                let cell = records[start + field.start..<start + field.start + field.length]
                let text = cell.prefix(through: cell.lastIndex { $0 != 0x20 && $0 != 0 } ?? cell.startIndex - 1)
                look(text, isFull: text.count == field.length)
            }
        }
        return seen
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

    public var closing: [Remark] {
        deleted == 0
            ? [] : [Remark(zh: "标为已删除的记录 \(deleted) 条，不输出", en: "\(deleted) records marked as deleted are left out")]
    }

    public func next(_ block: inout RecordBlock) throws {
        while record < header.recordCount, builder.byteCount < 1 << 19 {
            let wanted = min(header.recordCount - record, max((1 << 18) / header.recordLength, 1))
            try Self.fill(&rest, to: wanted * header.recordLength, read)
            let whole = rest.count / header.recordLength
            guard whole > 0 else {
                throw TableError(
                    zh: "DBF 不完整：应有 \(header.recordCount) 条记录，只有 \(record) 条",
                    en: "the DBF is cut off: \(record) of \(header.recordCount) records are there")
            }
            let taken = min(whole, header.recordCount - record)
            try rest.withUnsafeBytes { bytes in
                for index in 0..<taken {
                    current = record + index + 1
                    try append(bytes, at: index * header.recordLength)
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

    private func append(_ bytes: UnsafeRawBufferPointer, at start: Int) throws {
        guard bytes[start] != 0x2A else {
            deleted += 1
            return
        }
        for (column, field) in header.fields.enumerated() {
            let from = start + field.start
            let cell = UnsafeRawBufferPointer(rebasing: bytes[from..<from + field.length])
            append(cell, field, column)
        }
        try builder.endRecord(at: Remark(zh: "第 \(current) 条记录", en: "record \(current)"))
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
            if !isUnknown, let number = DBFNumber.text(text) {
                number.withUnsafeBytes { builder.append($0, isNumber: true) }
            } else {
                builder.append(isUnknown ? UnsafeRawBufferPointer(start: nil, count: 0) : text, isNumber: true)
            }
            if DBFNumber.isLong(text, hasDecimals: field.decimals > 0) {
                builder.flag(column: column, .longNumber, at: place(field))
            }
        case 0x44 where text.allSatisfy({ $0 == 0x30 }), 0x4C where text.elementsEqual([0x3F]):
            builder.append(UnsafeRawBufferPointer(start: nil, count: 0))  // no value
        case 0x44 where text.count == 8 && text.allSatisfy({ (0x30...0x39).contains($0) }):  // D
            let date = Array(text[0..<4]) + [0x2D] + Array(text[4..<6]) + [0x2D] + Array(text[6..<8])
            date.withUnsafeBytes { builder.append($0) }
        case 0x43 where text.count == field.length && CutText.isCut(text, format.encoding):
            let rest = CutText.rest(text, format.encoding)
            builder.append(UnsafeRawBufferPointer(rebasing: text.dropLast(rest)))
            builder.flag(column: column, .cut, at: place(field))
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

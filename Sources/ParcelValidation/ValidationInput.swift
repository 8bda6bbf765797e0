import SystemSupport
import TabularText

/// The list, block by block, for several threads.
final class ValidationInput: @unchecked Sendable {
    private let lock = Lock()
    // All of these are guarded by `lock`.
    private let source: any TableSource
    private var held: RecordBlock?
    private var heldFirst = 0
    private var blocks = 0
    private var isEnded = false
    private var stop: RecordStop?
    private var doneUnits: Int64 = 0

    /// A block's place in the order of output, and its first row that is no header.
    struct Turn {
        let number: Int
        let firstRecord: Int
        /// How much of the source's `total` has been read.
        let done: Int64
    }

    init(_ source: any TableSource) { self.source = source }

    /// The source distinguishes numbers, text and formulas.
    var isTyped: Bool { lock.withLock { !(source is DelimitedSource) } }

    /// As `TableSource.firstNumber`.
    var firstNumber: Int? { lock.withLock { source.firstNumber } }

    /// Columns whose names may be no more than the beginning of longer ones.
    var cutNames: Set<Int> { lock.withLock { source.cutNames } }

    var remarks: (opening: [Remark], closing: [Remark]) {
        lock.withLock { (source.opening, source.closing) }
    }

    /// Reads the header and at least one row behind it.
    func open() throws(ValidationError) -> ListHeader {
        try lock.withLock { () throws(ValidationError) in
            var block = RecordBlock()
            try fill(&block)
            guard block.recordCount > 0 else { throw stop.map(ValidationError.stopped) ?? .noRows }
            let header = try ListHeader(block, names: source.headerNames)
            heldFirst = 1
            if block.recordCount == 1, !isEnded {
                try fill(&block)
                heldFirst = 0
            }
            guard block.recordCount > heldFirst else { throw stop.map(ValidationError.stopped) ?? .noRows }
            held = consume block
            return header
        }
    }

    private func fill(_ block: inout RecordBlock) throws(ValidationError) {
        do {
            try source.next(&block)
            doneUnits = source.done
        } catch {
            isEnded = true
            throw .failed(error)
        }
        isEnded = block.ending != .more
        if case .stopped(let stop) = block.ending { self.stop = stop }
    }

    /// The next block is the last: one thread will do.
    var isShort: Bool { lock.withLock { isEnded } }

    /// What could not be read, once all blocks are taken.
    var stopped: RecordStop? { lock.withLock { stop } }

    /// Nil at the end of the list.
    func next(_ block: inout RecordBlock) throws(ValidationError) -> Turn? {
        try lock.withLock { () throws(ValidationError) -> Turn? in
            if let first = held.take() {
                block = first
                blocks += 1
                return Turn(number: 0, firstRecord: heldFirst, done: doneUnits)
            }
            guard !isEnded else { return nil }
            try fill(&block)
            guard block.recordCount > 0 else { return nil }
            blocks += 1
            return Turn(number: blocks - 1, firstRecord: 0, done: doneUnits)
        }
    }
}

/// The first record of a list.
struct ListHeader {
    /// As it stands, without its line end; in the list's `inMemory` encoding.
    let bytes: [UInt8]
    let lineEnd: [UInt8]
    let names: [String]
    /// Each name as it stands, in its quotes.
    let fields: [[UInt8]]

    /// - Parameter names: what the header says, where that is not what the first record says.
    init(_ block: borrowing RecordBlock, names told: [String]? = nil) throws(ValidationError) {
        if let fault = block.fault(of: 0) { throw .header(fault, line: block.line(of: 0)) }
        let entry = block.entries[0]
        let encoding = block.encoding.inMemory
        let end = block.bytes[Int(entry.end)..<block.byteCount].prefix(2)
        lineEnd = Array(end.prefix { $0 == 0x0A || $0 == 0x0D }.prefix(end.starts(with: [0x0D, 0x0A]) ? 2 : 1))
        if let told {
            names = told
            fields = told.map { Self.field($0, block.delimiter, encoding) }
            bytes = Array(fields.joined(separator: block.delimiter.bytes(in: encoding)))
            return
        }
        bytes = Array(block.bytes[Int(entry.start)..<Int(entry.end)])
        fields = (0..<Int(entry.fieldCount)).map { Array(block.bytes[block.field($0, of: 0)]) }
        names = (0..<Int(entry.fieldCount)).map { column in
            let cell = block.cell(column, of: 0)
            // The header has no fault, so its bytes are text.
            return String(decoding: encoding == .gb18030 ? GB18030.decode(cell) ?? [] : Array(cell), as: UTF8.self)
        }
    }

    /// A name in quotes where it needs them.
    private static func field(_ name: String, _ delimiter: Delimiter, _ encoding: TextEncoding) -> [UInt8] {
        let needsQuotes = name.unicodeScalars.contains {
            $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == delimiter.scalar
        }
        let content = encoding.bytes(of: name)
        return needsQuotes ? [0x22] + content.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22] : content
    }
}

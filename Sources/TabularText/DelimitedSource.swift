public import SystemSupport

/// Delimited text as a source of rows.
public final class DelimitedSource: TableSource {
    private var reader: RecordReader
    private let read: (UnsafeMutableRawBufferPointer) throws -> Int
    public let total: Int64?
    public private(set) var done: Int64 = 0
    public let headerNames: [String]?
    public let opening: [Remark]
    /// Records above the header that are still to be left out.
    private var above: Int
    /// Lines of the header below its first that are still to be left out, once the first has been given.
    private var below: Int
    private var isHeaderGiven = false

    /// - Parameters:
    ///   - sample: the first bytes, as `format` was detected from them.
    ///   - header: where it is not the first record alone.
    ///   - size: bytes of the list; nil where unknown.
    ///   - read: fills the buffer it is given and returns how many bytes it wrote, 0 at the end.
    public init(
        format: ListFormat, sample: [UInt8], header: TextHeader? = nil, size: Int64? = nil, chunk: Int = 1 << 20,
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) {
        reader = RecordReader(format: format, sample: sample, chunk: chunk)
        self.read = read
        total = size
        above = header?.record ?? 0
        below = (header?.height ?? 1) - 1
        headerNames = header?.names
        opening = header.map { [$0.remark] } ?? []
    }

    public var format: ListFormat { reader.format }
    public var firstNumber: Int? { nil }

    public func next(_ block: inout RecordBlock) throws {
        repeat {
            try reader.next(&block, read: read)
            if above > 0 {
                let count = min(above, block.recordCount)
                block.remove(0..<count)
                above -= count
            }
            if above == 0, below > 0, block.recordCount > 0 {
                let first = isHeaderGiven ? 0 : 1
                let count = min(below, block.recordCount - first)
                block.remove(first..<first + count)
                below -= count
                isHeaderGiven = true
            }
        } while block.recordCount == 0 && block.ending == .more
        done = Int64(block.sourceOffset(of: block.byteCount))
    }
}

/// The header of delimited text, where it is not the first record alone.
public struct TextHeader: Hashable, Sendable {
    /// Records above it.
    let record: Int
    /// Records it takes.
    let height: Int
    /// Its names, where it has several lines.
    let names: [String]?
    let remark: Remark

    /// - Parameters:
    ///   - record: how many records stand above it, and `filled` how many of them hold something.
    ///   - line: the line of the file it begins in.
    ///   - names: put together from several lines; nil of one line, which says it.
    /// The number of the first record behind it, from 1.
    public var nextRow: Int { record + height + 1 }

    public init(record: Int, filled: Int, line: Int, height: Int, names: [String]?) {
        self.record = record
        self.height = height
        self.names = names
        let place: Sentence = height > 1 ? "\(line)–\(line + height - 1)" : "\(line)"
        remark = Remark(
            zh: "表头在第 \(place) 行" + (filled > 0 ? "，其上有内容的 \(filled) 行不输出" : ""),
            en: "header in line \(place)" + (filled > 0 ? ", left out above it: \(filled)" : ""))
    }
}

extension RecordBlock {
    /// Takes records out; their bytes stay where they are.
    mutating func remove(_ records: Range<Int>) {
        guard !records.isEmpty else { return }
        for index in records.lowerBound..<recordCount - records.count {
            entries[index] = entries[index + records.count]
        }
        recordCount -= records.count
    }
}

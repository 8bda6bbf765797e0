/// Delimited text as a source of rows.
public final class DelimitedSource: TableSource {
    private var reader: RecordReader
    private let read: (UnsafeMutableRawBufferPointer) throws -> Int
    public let total: Int64?
    public private(set) var done: Int64 = 0

    /// - Parameters:
    ///   - sample: the first bytes, as `format` was detected from them.
    ///   - size: bytes of the list; nil where nobody knows.
    ///   - read: puts the next bytes where it is told, 0 at the end.
    public init(
        format: ListFormat, sample: [UInt8], size: Int64? = nil, chunk: Int = 1 << 20,
        read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) {
        reader = RecordReader(format: format, sample: sample, chunk: chunk)
        self.read = read
        total = size
    }

    public var format: ListFormat { reader.format }
    /// Encoding and delimiter are told by whoever words `format`.
    public var opening: [TableRemark] { [] }

    public func next(_ block: inout RecordBlock) throws {
        try reader.next(&block, read: read)
        done = Int64(block.sourceOffset(of: block.byteCount))
    }
}

import ListChecking
import TabularText

/// An uploaded list as `ListOpening` reads it, for as long as its client is there. For one thread at a time.
final class SpoolBytes: ListBytes, RandomAccess {
    private let spool: Spool
    private let range: Range<Int>
    private let client: Client
    private var rest: SpoolReader

    init(_ reader: SpoolReader, _ client: Client) {
        spool = reader.spool
        range = reader.range
        rest = reader
        self.client = client
    }

    var count: Int { range.count }
    var size: Int64? { Int64(range.count) }
    var randomAccess: (any RandomAccess)? { self }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try client.check()
        return try rest.read(into: buffer)
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try client.check()
        guard offset < range.count else { return 0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(range.count - offset))
        return try spool.read(at: range.lowerBound + offset, into: room)
    }

    /// All of it as a file; nothing can be read here afterwards.
    func file() throws -> NamelessFile { try spool.file(of: range) }
}

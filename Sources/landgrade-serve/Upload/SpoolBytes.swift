import ListOpening
import TabularText

/// An uploaded list, as whoever opens lists reads it. For one thread at a time.
final class SpoolBytes: ListBytes, RandomAccess {
    private let spool: Spool
    private let range: Range<Int>
    private var rest: SpoolReader

    init(_ reader: SpoolReader) {
        spool = reader.spool
        range = reader.range
        rest = reader
    }

    var count: Int { range.count }
    var size: Int64? { Int64(range.count) }
    var randomAccess: (any RandomAccess)? { self }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int { try rest.read(into: buffer) }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset < range.count else { return 0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(range.count - offset))
        return try spool.read(at: range.lowerBound + offset, into: room)
    }
}

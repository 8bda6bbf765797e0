/// Byte strings one behind another, each known by a number.
struct Pieces: Sendable {
    private(set) var ranges: [RowPieces.Range] = []
    private(set) var bytes = ByteTable.padding

    /// - Parameter fill: appends the piece.
    mutating func append(_ fill: (inout [UInt8]) -> Void) {
        let start = bytes.count - ByteTable.slack
        bytes.removeLast(ByteTable.slack)
        fill(&bytes)
        ranges.append(RowPieces.Range(offset: UInt32(start), count: UInt32(bytes.count - start)))
        bytes += ByteTable.padding
    }
}

import Synchronization
internal import TabularText

/// A layer whose rows are numbered without a gap, so that it is known which rows a range of numbers holds: several
/// connections read it at once.
struct LayerParts: ~Copyable {
    private let first: Int64
    private let count: Int64
    private let readers: LayerReaders

    /// So few that even the longest rows allowed fit into a block, whose places end at 512 MiB.
    private static let size: Int64 = 400

    /// Nil where rows can only be read one after another.
    init?(
        _ layer: Layer, in database: LayerDatabase, rows: Int64?, file: LayerFile, encoding: TextForm
    ) throws(TableError) {
        guard let rows, rows > 0, let rowID = layer.rowID, !file.hasLiveLog else { return nil }
        let first = try database.number("SELECT min(t.\(rowID)) FROM \(layer.sqlName) AS t") ?? 0
        let last = try database.number("SELECT max(t.\(rowID)) FROM \(layer.sqlName) AS t") ?? 0
        let (span, isHuge) = last.subtractingReportingOverflow(first)
        guard !isHuge, span == rows - 1 else { return nil }
        (self.first, count) = (first, rows)
        readers = LayerReaders(layer, rowID: rowID, file: file, encoding: encoding)
    }

    /// The part behind so many rows.
    func next(after done: Int64) -> LayerPart? {
        guard done < count else { return nil }
        return LayerPart(
            first: first + done, row: done + 1, count: Int(min(Self.size, count - done)), readers: readers)
    }

    func isExhausted(after done: Int64) -> Bool { done >= count }
}

/// Rows of a layer that follow each other.
struct LayerPart: TablePart {
    let first: Int64
    /// The first one's number in the list, the header being 0.
    let row: Int64
    let count: Int
    let readers: LayerReaders

    func fill(_ block: inout RecordBlock) throws { try readers.fill(&block, with: self) }
}

/// Connections to the file, one for each thread that reads at the same time.
final class LayerReaders: Sendable {
    private let layer: Layer
    private let rowID: String
    private let file: LayerFile
    private let stamp: LayerFile.Stamp?
    private let encoding: TextForm
    private let idle = Mutex<[LayerReader]>([])

    init(_ layer: Layer, rowID: String, file: LayerFile, encoding: TextForm) {
        (self.layer, self.rowID, self.file, self.encoding) = (layer, rowID, file, encoding)
        stamp = file.stamp()
    }

    func fill(_ block: inout RecordBlock, with part: LayerPart) throws(TableError) {
        let known = idle.withLock { $0.popLast() }
        let reader = if let known { known } else { try LayerReader(layer, rowID: rowID, file, encoding) }
        try reader.fill(&block, with: part)
        try file.checkUnchanged(since: stamp)
        idle.withLock { $0.append(reader) }
    }
}

/// One connection. Unchecked: it is used by the thread that took it out of the idle ones.
private final class LayerReader: @unchecked Sendable {
    private let rows: LayerStatement
    private let cells: CellReader
    private var builder = RecordBuilder(format: .records(in: .utf8))

    init(_ layer: Layer, rowID: String, _ file: LayerFile, _ encoding: TextForm) throws(TableError) {
        let database = try LayerDatabase(reading: file)
        rows = try database.prepare(layer.selection(from: "t.\(rowID) >= ?1"))
        cells = CellReader(rows, count: layer.columns.count, encoding: encoding)
    }

    func fill(_ block: inout RecordBlock, with part: LayerPart) throws(TableError) {
        try rows.bind(1, part.first)
        defer { rows.reset() }
        builder.begin(firstRow: Int(part.row))
        for index in 0..<part.count {
            // They were counted when the source was opened.
            guard try rows.step() else { throw TableError(LayerProblem.changed) }
            try cells.append(to: &builder, row: part.row + Int64(index))
        }
        builder.finish(.more, into: &block)
    }
}

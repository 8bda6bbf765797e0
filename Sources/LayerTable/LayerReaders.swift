internal import CSQLite
import Synchronization
internal import TabularText

/// Connections to the file, one for each thread that reads at the same time.
final class LayerReaders: Sendable {
    private let layer: Layer
    private let rowID: String
    private let file: LayerFile
    private let stamp: LayerFile.Stamp
    private let encoding: TextForm
    private let idle = Mutex<[LayerReader]>([])
    private let seams = LayerSeams()

    init(_ layer: Layer, rowID: String, file: LayerFile, _ stamp: LayerFile.Stamp, _ encoding: TextForm) {
        (self.layer, self.rowID, self.file, self.stamp, self.encoding) = (layer, rowID, file, stamp, encoding)
    }

    /// What was found behind a seam, see `LayerSeams`.
    func meet(before number: Int64, _ row: Int64?) throws(TableError) { try seams.meet(before: number, row) }

    func fill(_ block: inout RecordBlock, with part: LayerPart) throws(TableError) {
        let known = idle.withLock { $0.popLast() }
        let reader = if let known { known } else { try LayerReader(layer, rowID: rowID, file, encoding) }
        let found = try reader.fill(&block, with: part)
        try file.checkUnchanged(since: stamp)
        try meet(before: part.first, found.first ?? found.behind)
        if part.isLast {
            guard found.behind == nil else { throw LayerSeams.disorder }
        } else {
            try meet(before: part.last + 1, found.behind)
        }
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

    /// - Returns: the numbers of the first row, and of the first one behind the part; nil where there is none.
    func fill(
        _ block: inout RecordBlock, with part: LayerPart
    ) throws(TableError) -> (first: Int64?, behind: Int64?) {
        try rows.bind(1, part.first)
        defer { rows.reset() }
        builder.begin(firstRow: nil)
        var found: (first: Int64?, behind: Int64?) = (nil, nil)
        var least = part.first, isEnded = false
        while try rows.step() {
            let id = sqlite3_column_int64(rows.handle, 0)
            guard id >= least, !isEnded else { throw LayerSeams.disorder }
            guard id <= part.last else {
                found.behind = id
                break
            }
            if found.first == nil { found.first = id }
            (least, isEnded) = id.addingReportingOverflow(1)
            try cells.append(to: &builder, row: id)
        }
        builder.finish(.more, into: &block)
        return found
    }
}

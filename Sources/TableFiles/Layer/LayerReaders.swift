import Synchronization
internal import TabularText

/// Connections to the file, one for each thread that reads at the same time.
final class LayerReaders: Sendable {
    private let layer: Layer
    private let rowID: String
    private let file: LayerFile
    private let stamp: LayerFile.Stamp
    private let encoding: TextForm
    private let bounds: LayerBounds
    private let idle = Mutex<[LayerReader]>([])
    private let seams = LayerSeams()

    init(
        _ layer: Layer, rowID: String, file: LayerFile, _ stamp: LayerFile.Stamp, _ encoding: TextForm,
        _ bounds: LayerBounds
    ) {
        (self.layer, self.rowID, self.file, self.stamp) = (layer, rowID, file, stamp)
        (self.encoding, self.bounds) = (encoding, bounds)
    }

    /// What was found behind a seam, see `LayerSeams`.
    func meet(before number: Int64, _ row: Int64?) throws(TableError) { try seams.meet(before: number, row) }

    /// - Returns: what is left of the part.
    func fill(_ block: inout RecordBlock, with part: LayerPart) throws(TableError) -> LayerPart? {
        let known = idle.withLock { $0.popLast() }
        let reader =
            if let known { known } else { try LayerReader(layer, rowID: rowID, file, encoding, bounds) }
        let found = try reader.fill(&block, with: part)
        try file.checkUnchanged(since: stamp)
        try meet(before: part.first, found.first ?? found.behind)
        idle.withLock { $0.append(reader) }
        if let behind = found.behind, behind <= part.last {
            try meet(before: behind, behind)
            return part.rest(from: behind)
        }
        if part.isLast {
            guard found.behind == nil else { throw LayerSeams.disorder }
        } else {
            try meet(before: part.last + 1, found.behind)
        }
        return nil
    }
}

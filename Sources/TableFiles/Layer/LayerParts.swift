internal import TabularText

/// A layer whose rows have numbers, cut into ranges of them, which several connections read at once.
struct LayerParts: Sendable {
    private let span: RowSpan
    let readers: LayerReaders

    /// Of usual rows, an eighth of a block of other lists.
    private static let size: Int64 = 1600
    /// A part without rows costs a search for nothing. Numbers without a gap stay far below this: 1,600 rows of one byte
    /// take 8 KiB.
    private static let bytesPerPart: Int64 = 4096

    /// Nil where rows are better read one after another, or can only be read so.
    init?(
        _ layer: Layer, _ span: RowSpan?, file: LayerFile, _ stamp: LayerFile.Stamp?, _ encoding: TextForm,
        _ bounds: LayerBounds
    ) {
        // A private file has no name any more by which further connections could open it.
        guard let span, let rowID = layer.rowID, let stamp, !file.hasLiveLog, !layer.isComputed, !file.isNameless
        else { return nil }
        guard span.count / Self.size <= stamp.size / Self.bytesPerPart else { return nil }
        self.span = span
        readers = LayerReaders(layer, rowID: rowID, file: file, stamp, encoding, bounds)
    }

    /// The part behind this number; nil: from the first on.
    func next(after number: Int64?) -> LayerPart? {
        guard number.map({ $0 < span.last }) ?? true else { return nil }
        let first = number.map { max($0 + 1, span.first) } ?? span.first
        let last = first + min(Self.size - 1, span.last - first)
        return LayerPart(first: first, last: last, isLast: last == span.last, readers: readers)
    }
}

/// The rows whose numbers are in a range.
struct LayerPart: TablePart {
    let first: Int64
    let last: Int64
    /// No part comes behind it.
    let isLast: Bool
    let readers: LayerReaders

    func fill(_ block: inout RecordBlock) throws -> (any TablePart)? { try readers.fill(&block, with: self) }

    /// Its rows from this number on.
    func rest(from number: Int64) -> LayerPart {
        LayerPart(first: number, last: last, isLast: isLast, readers: readers)
    }
}

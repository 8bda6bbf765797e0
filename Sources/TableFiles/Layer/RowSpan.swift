internal import TabularText

/// The rowids of a table from its first row's to its last one's. Some may be missing between them.
struct RowSpan: Hashable, Sendable {
    let first: Int64
    let last: Int64
    /// How many numbers these are.
    let count: Int64

    /// Nil where rows have no number, where there are no rows, and where the numbers are more than can be counted.
    init?(of layer: Layer, in database: LayerDatabase) throws(TableError) {
        guard let rowID = layer.rowID,
            let first = try database.number("SELECT min(t.\(rowID)) FROM \(layer.sqlName) AS t"),
            let last = try database.number("SELECT max(t.\(rowID)) FROM \(layer.sqlName) AS t")
        else { return nil }
        let (distance, isHuge) = last.subtractingReportingOverflow(first)
        guard !isHuge, distance >= 0, distance < .max else { return nil }
        (self.first, self.last, count) = (Int64(first), Int64(last), Int64(distance) + 1)
    }

    /// How many of them have been read once the row of this number has.
    func count(through number: Int64) -> Int64 {
        number < first ? 0 : min(number, last) - first + 1
    }
}

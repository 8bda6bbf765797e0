import GradeModel
import TabularText

/// What the cells of land type and grade say, by their bytes. A list has a few dozen different ones. For one thread.
struct Declarations: Sendable {
    /// `CellReading` numbers.
    struct Reading: Hashable, Sendable {
        var landType: Int
        var grade: Int
    }

    /// `value` is the land type's number, and from bit 8 on the grade's; `tag` is 1 where the land type may be a label of a
    /// row that is no parcel.
    private var table = ByteTable()
    /// Entries, and bytes, held before all of them are dropped.
    private let limit: Int
    private static let mostBytes = 8 << 20

    init(limit: Int) { self.limit = limit }

    /// Nil where these cells have not been read yet.
    @inline(__always)
    func known(_ cells: RowCells, _ bytes: RawSpan) -> Reading? {
        let found = table.find(bytes, cells.landType, cells.grade, scope: 0)
        guard found >= 0 else { return nil }
        let value = table.entries[found].value
        return Reading(landType: Int(value & 0xFF), grade: Int(value &>> 8))
    }

    /// - Parameter key: the cells of land type and grade.
    /// - Returns: and whether they are read for the first time.
    mutating func read(_ key: ByteTable.Key, _ shape: RowShape) -> (reading: Reading, isNew: Bool) {
        if let known = table.find(key, scope: 0) {
            return (Reading(landType: Int(known.value & 0xFF), grade: Int(known.value >> 8)), false)
        }
        let landText = shape.text(key.firstBytes)
        let landType = shape.landType.map(LandTypeCell.landType) ?? LandTypeCell(landText)
        let grade = GradeCell(shape.text(key.secondBytes))
        let reading = Reading(landType: CellReading.number(of: landType), grade: CellReading.number(of: grade))
        if table.count > limit || table.byteCount > Self.mostBytes { table.removeAll() }
        table.insert(
            key, scope: 0, tag: NoParcel.isVacant(landText) ? 1 : 0,
            value: UInt32(reading.landType | reading.grade << 8))
        return (reading, true)
    }

    /// Whether the land type of a row is known to be no label of a row that is none.
    func isLandType(_ key: ByteTable.Key) -> Bool { table.find(key, scope: 0).map { $0.tag == 0 } ?? false }
}

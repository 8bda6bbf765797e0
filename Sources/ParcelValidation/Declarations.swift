import GradeModel
import TabularText

/// What the cells of land type and grade say, by their bytes. A list has a few dozen different ones. For one thread.
struct Declarations: Sendable {
    /// `CellReading` numbers.
    struct Reading: Hashable, Sendable {
        var landType: Int
        var grade: Int
        /// Index in `kinds`.
        var kind: Int
    }

    /// `value` is the land type's number, from bit 8 on the grade's, and from bit 16 on the kind's; `tag` is 1 where the land type may be a label of a
    /// row that is no parcel.
    private var table = ByteTable()
    /// Kinds of land that cells say, as far as prices are asked for. Words that are known, so there are not many.
    /// The first is that of all rows, where the user has given it, and of rows that say none.
    private(set) var kinds: [LandKind]
    /// Entries, and bytes, held before all of them are dropped.
    private let limit: Int
    private static let mostBytes = 8 << 20

    init(_ shape: RowShape) {
        limit = shape.memoLimit
        kinds = [shape.landKind]
    }

    /// Nil where these cells have not been read yet.
    @inline(__always)
    func known(_ cells: RowCells, _ bytes: RawSpan) -> Reading? {
        let found = table.find(bytes, cells.landType, cells.grade, scope: 0)
        guard found >= 0 else { return nil }
        let value = table.entries[found].value
        return Self.reading(value)
    }

    /// - Parameter key: the cells of land type and grade.
    /// - Returns: and whether they are read for the first time.
    mutating func read(_ key: ByteTable.Key, _ shape: RowShape) -> (reading: Reading, isNew: Bool) {
        if let known = table.find(key, scope: 0) {
            return (Self.reading(known.value), false)
        }
        let landText = shape.text(key.firstBytes)
        let landType = shape.landType.map(LandTypeCell.landType) ?? LandTypeCell(landText)
        let isOther = shape.columns.gradedLandType.map { landType != .landType($0) } ?? false
        let gradeText = shape.text(key.secondBytes)
        let declared = GradeCell(gradeText, of: landType)
        let grade = isOther ? .none : declared
        let kind = shape.hasPrices && shape.landType == nil ? self.kind(landText, landType) : 0
        let reading = Reading(
            landType: CellReading.number(of: landType, landText), grade: CellReading.number(of: grade), kind: kind)
        // A row without a code is a sum then, so each is looked at.
        if declared == .unreadable, NoParcel.label(gradeText) == .total { return (reading, true) }
        let mayBeNoParcel =
            landType == .unknown && (NoParcel.saysNothing(landText) || HeaderAgain.isWord(landText))
        if table.count > limit || table.byteCount > Self.mostBytes { table.removeAll() }
        table.insert(
            key, scope: 0, tag: mayBeNoParcel ? 1 : 0,
            value: UInt32(reading.landType | reading.grade << 8 | reading.kind << 16))
        return (reading, true)
    }

    @inline(__always)
    private static func reading(_ value: UInt32) -> Reading {
        Reading(landType: Int(value & 0xFF), grade: Int(value &>> 8 & 0xFF), kind: Int(value &>> 16))
    }

    private mutating func kind(_ text: String, _ landType: LandTypeCell) -> Int {
        guard case .landType = landType else { return 0 }
        let kind = LandKind(text)
        if let known = kinds.firstIndex(of: kind) { return known }
        kinds.append(kind)
        return kinds.count - 1
    }

    /// Whether the land type of a row is known to be no label of a row that is none.
    func isLandType(_ key: ByteTable.Key) -> Bool { table.find(key, scope: 0).map { $0.tag == 0 } ?? false }

    func isLandType(_ cells: RowCells, _ bytes: RawSpan) -> Bool {
        let found = table.find(bytes, cells.landType, cells.grade, scope: 0)
        return found >= 0 && table.entries[found].tag == 0
    }
}

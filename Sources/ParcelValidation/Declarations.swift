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
        /// No standard says which land type it is, and the edition of the row's county may.
        var isPricedKind = false
    }

    /// `value` is the land type's number, bit 7 for `isPricedKind`, from bit 8 on the grade's, and from bit 16 on the kind's;
    /// `tag` is 1 where the land type may be a label of a row that is no parcel. `scope` is 0, or one more than the number of the
    /// land type that a county's edition has the kind under.
    private var table = ByteTable()
    /// Kinds of land that cells say, as far as prices are asked for, or editions alone know them. Words that are known, so
    /// there are not many.
    /// The first is that of all rows, where the user has given it, and of rows that say none.
    private(set) var kinds: [LandKind]
    /// Entries, and bytes, held before all of them are dropped.
    private let limit: Int
    private static let mostBytes = 8 << 20
    /// 16 bits.
    private static let mostKinds = 1 << 16
    private let pricedKinds: PricedKinds

    init(_ shape: RowShape, _ pricedKinds: PricedKinds) {
        self.pricedKinds = pricedKinds
        limit = shape.memoLimit
        kinds = [shape.landKind]
    }

    /// Nil where these cells have not been read yet.
    @inline(__always)
    func known(_ cells: RowCells, _ bytes: RawSpan, as landType: Int? = nil) -> Reading? {
        let found = table.find(bytes, cells.landType, cells.grade, scope: landType.map { $0 &+ 1 } ?? 0)
        guard found >= 0 else { return nil }
        let value = table.entries[found].value
        return Self.reading(value)
    }

    /// - Parameters:
    ///   - key: the cells of land type and grade.
    ///   - priced: the number of the land type that an edition has the kind under.
    /// - Returns: and whether they are read for the first time.
    mutating func read(
        _ key: ByteTable.Key, _ shape: RowShape, as priced: Int? = nil
    ) throws -> (reading: Reading, isNew: Bool) {
        let scope = priced.map { $0 + 1 } ?? 0
        if let known = table.find(key, scope: scope) {
            return (Self.reading(known.value), false)
        }
        let landText = shape.text(key.firstBytes)
        let landType =
            (priced.map { LandType.allCases[$0] } ?? shape.landType).map(LandTypeCell.landType)
            ?? LandTypeCell(landText)
        let isOther = shape.columns.gradedLandType.map { landType != .landType($0) } ?? false
        let gradeText = shape.text(key.secondBytes)
        let declared = GradeCell(
            gradeText, of: landType, kind: shape.landType == nil ? LandKind(landText) : shape.landKind)
        let grade = isOther ? .none : declared
        var reading = Reading(
            landType: CellReading.number(of: landType, landText), grade: CellReading.number(of: grade), kind: 0)
        if shape.landType == nil {
            reading.isPricedKind = try isPricedKind(landText, landType)
            if shape.hasPrices || reading.isPricedKind { reading.kind = kind(landText, landType, reading) }
        }
        // A row without a code is a sum then, so each is looked at.
        if declared == .unreadable, NoParcel.label(gradeText) == .total { return (reading, true) }
        let mayBeNoParcel =
            landType == .unknown && (NoParcel.saysNothing(landText) || HeaderAgain.isWord(landText))
        if table.count > limit || table.byteCount > Self.mostBytes { table.removeAll() }
        table.insert(
            key, scope: scope, tag: mayBeNoParcel ? 1 : 0,
            value: UInt32(
                reading.landType | (reading.isPricedKind ? 1 << 7 : 0) | reading.grade << 8 | reading.kind << 16))
        return (reading, true)
    }

    @inline(__always)
    private static func reading(_ value: UInt32) -> Reading {
        Reading(
            landType: Int(value & 0x7F), grade: Int(value &>> 8 & 0xFF), kind: Int(value &>> 16),
            isPricedKind: value & 1 << 7 != 0)
    }

    /// Whether the word is of no one land type by the standards, and some edition has prices of it.
    private func isPricedKind(_ text: String, _ landType: LandTypeCell) throws -> Bool {
        switch landType {
        case .landType, .outOfScope, .contradictory: return false
        case .either, .unknown:
            let key = LandTypeCell.key(text)
            return key.isEmpty ? false : try pricedKinds.mayBe(key) && kinds.count < Self.mostKinds
        }
    }

    private mutating func kind(_ text: String, _ landType: LandTypeCell, _ reading: Reading) -> Int {
        if case .landType = landType {} else if !reading.isPricedKind { return 0 }
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

import TabularText

/// The first step of judging a row: where the cells stand that it is judged by, as ranges of the block's bytes.
struct RowCells {
    /// One cell. Its text is the bytes from `start` to `end`; not so where a quote is doubled in it.
    struct Cell {
        var start, end: Int

        static let none = Cell(start: 0, end: 0)
        static let doubledQuotes = Cell(start: 0, end: -1)

        @inline(__always)
        var isPlain: Bool { end >= 0 }
        @inline(__always)
        var count: Int { end &- start }
    }

    let row: CopiedRow
    let parcelID, area, landType, grade, county: Cell
    /// The cells that name the place: township, or nothing, and village or address.
    let first, second: Cell

    /// Nil for a row that has to be looked at more closely: its structure is unsound, it may repeat the header, or a cell
    /// is not what it usually is.
    @inline(__always)
    init?(_ entry: RecordEntry, _ bytes: RawSpan, _ ends: Span<FieldEnd>, _ columns: RowColumns) {
        guard entry.isSound, Int(entry.fieldCount) == columns.count else { return nil }
        row = CopiedRow(entry, ends, columns)
        if row.end &- row.start == columns.headerCount,
            ByteTable.word(bytes, row.start, row.end) == columns.headerStart
        {
            return nil
        }
        let fields = Fields(first: Int(entry.firstField), start: row.start, width: columns.delimiterWidth)
        parcelID = fields.cell(columns.parcelID, ends)
        area = fields.cell(columns.area, ends)
        landType = fields.cell(columns.landType, ends)
        grade = fields.cell(columns.grade, ends)
        county = fields.cell(columns.county, ends)
        first = fields.cell(columns.township, ends)
        second = fields.cell(columns.address >= 0 ? columns.address : columns.village, ends)
        // A cell that is not plain makes the sign bit of all of them.
        guard parcelID.end | area.end | landType.end | grade.end | county.end | first.end | second.end >= 0 else {
            return nil
        }
        if columns.parcelID >= 0, !isPlainID(bytes, parcelID.start, parcelID.end) { return nil }
        // A row without a code may be a sum of its group.
        if columns.sum0 >= 0, parcelID.count == 0, Self.mayBeTotal(fields, bytes, ends, columns) { return nil }
        // `/` and other words for "none" are noted once.
        if columns.area >= 0, !isPlainAmount(bytes, area.start, area.end) { return nil }
    }

    private static func mayBeTotal(
        _ fields: Fields, _ bytes: RawSpan, _ ends: Span<FieldEnd>, _ columns: RowColumns
    ) -> Bool {
        columns.sums.mayBeTotal(bytes, fields.cell(columns.sum0, ends))
            || columns.sum1 >= 0 && columns.sums.mayBeTotal(bytes, fields.cell(columns.sum1, ends))
            || columns.sum2 >= 0 && columns.sums.mayBeTotal(bytes, fields.cell(columns.sum2, ends))
    }

    struct Fields {
        let first, start, width: Int

        /// - Parameter column: -1 gives an empty cell.
        @inline(__always)
        func cell(_ column: Int, _ ends: Span<FieldEnd>) -> Cell {
            guard column >= 0 else { return .none }
            let last = ends[first &+ column]
            let begin = column == 0 ? start : ends[first &+ column &- 1].position &+ width
            guard last.isQuoted else { return Cell(start: begin, end: last.position) }
            return last.hasDoubledQuotes ? .doubledQuotes : Cell(start: begin &+ 1, end: last.position &- 1)
        }
    }
}

/// A row whose bytes are copied as they stand.
struct CopiedRow {
    /// The row without its line end.
    let start, end: Int
    /// One behind the last byte that is copied: our columns of an earlier check are left out, and all of the row where
    /// only ours are written.
    let copiedEnd: Int

    /// - Parameter entry: has as many fields as the list has columns.
    @inline(__always)
    init(_ entry: RecordEntry, _ ends: Span<FieldEnd>, _ columns: RowColumns) {
        start = Int(entry.start)
        end = Int(entry.end)
        copiedEnd =
            columns.kept < 0
            ? columns.kept == RowColumns.all ? end : start : ends[Int(entry.firstField) &+ columns.kept].position
    }
}

/// The columns a row is judged by, as numbers; -1 for none.
struct RowColumns: Sendable {
    let count, delimiterWidth: Int
    let parcelID, landType, county, address, township, village, grade, area, unitPrice, amount: Int
    let checksCodes: Bool
    /// `ColumnMap.sumColumns`
    let sum0, sum1, sum2: Int
    let sums: SumSigns
    /// The last column before ours of an earlier check; `all` where there are none, `none` where no column is written.
    let kept: Int
    static let all = -1, none = -2
    /// Length and first eight bytes of the header, by which most rows are known not to repeat it.
    let headerCount: Int
    let headerStart: UInt64

    init(_ shape: RowShape) {
        count = shape.columnCount
        delimiterWidth = shape.delimiter.count
        func column(_ role: ColumnRole) -> Int { shape.columns[role] ?? -1 }
        parcelID = column(.parcelID)
        landType = shape.landType == nil ? column(.landType) : -1
        county = shape.readsCounties ? column(.county) : -1
        address = column(.address)
        township = column(.township)
        village = column(.village)
        grade = column(.grade)
        area = column(.area)
        unitPrice = column(.unitPrice)
        amount = column(.amount)
        kept =
            shape.onlyOurs
            ? Self.none
            : shape.kept.count == shape.columnCount || !shape.keepsFront ? Self.all : shape.kept.count - 1
        checksCodes = shape.checksCodes
        let sumColumns = shape.columns.sumColumns + [-1, -1, -1]
        (sum0, sum1, sum2) = (sumColumns[0], sumColumns[1], sumColumns[2])
        sums = shape.sums
        headerCount = shape.header.count
        headerStart = shape.header.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

import GradeModel
import TabularText

/// What is wrong with a row as a row, and what is to be known beside its verdict. For one thread.
struct RowFaults {
    private let shape: RowShape
    /// Columns of prices, amounts and areas, in a list with prices.
    private let figures: Set<Int>
    /// Township and place: `tag` is 1 where they may stand in a row that is no parcel.
    private var vacancies = ByteTable()
    /// The forms of "none" that stood in grades and in parcel codes.
    private(set) var writtenNone: [ColumnRole: Set<String>] = [:]
    /// Names of a county or two: where there are more, a list over the whole country, few of them come again.
    private static let mostVacancies = 4096

    init(_ shape: RowShape) {
        self.shape = shape
        figures = shape.hasPrices ? Set(ColumnRole.figures.compactMap { shape.columns[$0] }) : []
    }

    /// What is wrong with a row as a row; `.noParcel` where that is because it is none.
    ///
    /// - Parameter key: its `declarationKey`, where it has all its cells.
    mutating func badRow(
        _ block: borrowing RecordBlock, _ index: Int, _ key: ByteTable.Key?, isText: Bool,
        _ declarations: Declarations
    ) throws(ValidationError) -> Note? {
        if isEndMark(block, index) { return .noParcel(.blank) }
        if let key, let header = try headerAgain(block, index, key, declarations) { return .noParcel(header) }
        guard let note = fault(block, index, isText: isText) else { return nil }
        if case .badRecord = note { return note }
        return noParcel(block, index, declarations).map(Note.noParcel) ?? note
    }

    /// - Throws: `ValidationError.otherHeader` where what follows would be read by the wrong columns.
    private func headerAgain(
        _ block: borrowing RecordBlock, _ index: Int, _ key: ByteTable.Key, _ declarations: Declarations
    ) throws(ValidationError) -> NoParcel? {
        let entry = block.entries[index]
        if block.bytes[Int(entry.start)..<Int(entry.end)].elementsEqual(shape.header) { return .header }
        // Of most rows it is known that their land type is none of its words.
        guard shape.landType != nil || !declarations.isLandType(key),
            block.fault(of: index) == nil
        else { return nil }
        let place = [shape.columns[.village] ?? shape.columns[.address], shape.columns[.landType]].compactMap(\.self)
        guard place.contains(where: { HeaderAgain.isWord(shape.text(block.cell($0, of: index))) }) else {
            return nil
        }
        let cells = (0..<shape.columnCount).map { shape.text(block.cell($0, of: index)) }
        switch HeaderAgain(cells, shape.columns) {
        case .same: return .header
        case .other:
            if let first = shape.firstNumber { throw .otherHeader(first + block.firstRow + index - 1, isLine: false) }
            throw .otherHeader(block.line(of: index), isLine: true)
        case nil: return nil
        }
    }

    /// What a row is that can't be judged as a parcel, where it is none.
    mutating func noParcel(
        _ block: borrowing RecordBlock, _ index: Int, _ declarations: Declarations
    ) -> NoParcel? {
        guard mayBeNoParcel(block, index, declarations) else { return nil }
        let cells = (0..<Int(block.entries[index].fieldCount)).map { shape.text(block.cell($0, of: index)) }
        return NoParcel(cells, shape.columns, landTypeIsTold: shape.landType != nil)
    }

    /// Whether `NoParcel` has to read the row: never false where it would give anything but nil. A list has the same places
    /// and land types in many rows, so what those cells come to is kept.
    private mutating func mayBeNoParcel(
        _ block: borrowing RecordBlock, _ index: Int, _ declarations: Declarations
    ) -> Bool {
        guard Int(block.entries[index].fieldCount) == shape.columnCount, shape.kept.first == 0 else { return true }
        // The numbers of the columns begin with one character, and units in Latin letters are short: M2, HM².
        let beginning = block.cell(0, of: index)
        let first = beginning.prefix(2)
        guard first.count == 2, first.allSatisfy({ Self.isDigit($0) || (0x41...0x5A).contains($0) }),
            beginning.count > 6 || beginning.first.map(Self.isDigit) == true
        else { return true }
        if shape.landType == nil, !declarations.isLandType(declarationKey(block, index)) { return true }
        let cells = ByteTable.Key(
            block, index, shape.columns[.township], shape.columns[.address] ?? shape.columns[.village])
        if let known = vacancies.find(cells, scope: 0) { return known.tag != 0 }
        let isVacant = NoParcel.mayBe(township: shape.text(cells.firstBytes), place: shape.text(cells.secondBytes))
        if vacancies.count >= Self.mostVacancies { vacancies.removeAll() }
        vacancies.insert(cells, scope: 0, tag: isVacant ? 1 : 0, value: 0)
        return isVacant
    }

    /// Whether a row whose land type is not known is a parcel, as rows before it with the same land type and place were;
    /// false where it has to be read.
    func isParcel(_ cells: RowCells, _ bytes: RawSpan, _ declarations: Declarations) -> Bool {
        let beginning = (0..<2).map { bytes.unsafeLoad(fromByteOffset: cells.row.start + $0, as: UInt8.self) }
        guard shape.kept.first == 0, beginning.allSatisfy(Self.isDigit),
            shape.landType != nil || declarations.isLandType(cells, bytes), shape.columns[.address] == nil
        else { return false }
        let known = vacancies.find(bytes, cells.first, cells.second, scope: 0)
        return known >= 0 && vacancies.entries[known].tag == 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// What old programs end a text with: 0x1A, or zeros that fill up its last block. A zero within a list is damage.
    private func isEndMark(_ block: borrowing RecordBlock, _ index: Int) -> Bool {
        let row = Int(block.entries[index].start)..<Int(block.entries[index].end)
        guard let first = row.first, [0, 0x1A].contains(block.bytes[first]) else { return false }
        return NoParcel.isEndMark(block.bytes[row], isLast: block.next(after: index) == row.upperBound)
    }

    private func fault(_ block: borrowing RecordBlock, _ index: Int, isText: Bool) -> Note? {
        let entry = block.entries[index]
        if !entry.isSound || !isText, let fault = block.fault(of: index) { return .badRecord(fault) }
        if Int(entry.fieldCount) != shape.columnCount {
            let count = Int(entry.fieldCount)
            // Of a list that was checked before, our cells behind a row are none of the list's own.
            let ours = shape.columnCount - shape.kept.count
            let isChecked =
                ours > 0 && count > shape.columnCount && shape.keepsFront
                && Verdict(cell: shape.text(block.cell(count - ours, of: index))) != nil
            return isChecked
                ? .ragged(found: count - ours, expected: shape.kept.count)
                : .ragged(
                    found: count, expected: shape.columnCount,
                    isEmptyBehind: count > shape.columnCount
                        && (shape.columnCount..<count).allSatisfy { block.cell($0, of: index).isEmpty })
        }
        for flag in block.flags(of: index) {
            if flag.kind == .longNumber, shape.otherCodes.contains(flag.column) {
                return .badCell(flag.kind, flag.place)
            }
            guard shape.roles.contains(flag.column) else {
                // Without its text a declared figure would be one that is not declared.
                let isLost = flag.kind == .formulaWithoutValue || flag.kind == .binary
                if isLost, figures.contains(flag.column) { return .badCell(flag.kind, flag.place) }
                continue
            }
            switch flag.kind {
            case .formula: continue
            case .longNumber where flag.column != shape.columns[.parcelID]: continue
            // A look-up that found nothing: none is declared.
            case .errorValue where isMissingValue(block, index, flag.column): continue
            default: return .badCell(flag.kind, flag.place)
            }
        }
        var hasCode = false
        if let column = shape.columns[.parcelID] {
            let id = block.cell(column, of: index)
            hasCode = ParcelIDFault.isPlain(id)
            if !hasCode {
                let text = shape.text(id)
                if NoParcel.isTotal(code: text) { return .noParcel(.total) }
                if let fault = ParcelIDFault(text) { return .parcelID(fault) }
                hasCode = !NoParcel.isNothing(text)
            }
        }
        if !hasCode, isTotal(block, index) { return .noParcel(.total) }
        let damaged = shape.otherCodes.first { column in
            let code = block.cell(column, of: index)
            return ParcelIDFault.mayBeDamaged(otherCode: code)
                && ParcelIDFault.isDamaged(otherCode: shape.text(code))
        }
        return damaged.map { .otherCode(shape.columns.headers[$0]) }
    }

    /// The first row from `first` on whose other numbers have to be looked at; the count of rows where there is none.
    func rowToLookAt(_ block: borrowing RecordBlock, from first: Int) -> Int {
        guard !shape.otherCodes.isEmpty else { return block.recordCount }
        let bytes = block.bytes.span.bytes
        var row = first
        while row < block.recordCount {
            if Int(block.entries[row].fieldCount) == shape.columnCount {
                for column in shape.otherCodes {
                    let field = block.field(column, of: row)
                    guard Self.hasE(bytes, field.lowerBound, field.upperBound) else { continue }
                    if ParcelIDFault.mayBeDamaged(otherCode: block.bytes[field]) { return row }
                }
            }
            row += 1
        }
        return row
    }

    /// Whether an E is among some bytes, eight at a time: most numbers have none.
    @inline(__always)
    private static func hasE(_ bytes: RawSpan, _ start: Int, _ end: Int) -> Bool {
        var position = start
        while position < end {
            // A byte is zero where an `E` or an `e` was.
            let word = (ByteTable.word(bytes, position, end) | 0x2020_2020_2020_2020) ^ 0x6565_6565_6565_6565
            if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
            position &+= 8
        }
        return false
    }

    /// As `NoParcel.isTotal`, of a row without a code.
    private func isTotal(_ block: borrowing RecordBlock, _ index: Int) -> Bool {
        for column in shape.columns.sumColumns + [shape.columns[.grade]].compactMap(\.self) {
            let cell = block.cell(column, of: index)
            if shape.sums.mayBeTotal(cell), NoParcel.isSum(shape.text(cell)) { return true }
        }
        return false
    }

    private func isMissingValue(_ block: borrowing RecordBlock, _ index: Int, _ column: Int) -> Bool {
        guard column == shape.columns[.grade] || column == shape.columns[.parcelID] else { return false }
        return block.cell(column, of: index).elementsEqual("#N/A".utf8)
    }

    func cellWarnings(_ block: borrowing RecordBlock, _ index: Int) -> [Warning] {
        block.flags(of: index).map { flag in
            switch flag.kind {
            case .formula: .formula(flag.place)
            case .formulaWithoutValue: .formulaWithoutValue(flag.place)
            case .errorValue: .errorValue(flag.place)
            case .longNumber: .longNumber(flag.place)
            case .binary: .binary(flag.place)
            case .cut: .cut(flag.place)
            }
        }
    }

    func codeWarnings(
        _ block: borrowing RecordBlock, _ index: Int, county: County?, landType: Int
    ) -> [Warning] {
        guard shape.checksCodes, let column = shape.columns[.parcelID] else { return [] }
        return ParcelCode.warnings(
            of: shape.text(block.cell(column, of: index)), county: county, landType: LandType.allCases[landType])
    }

    /// The cells of land type and grade, as `Declarations` is keyed by them.
    func declarationKey(_ block: borrowing RecordBlock, _ index: Int) -> ByteTable.Key {
        ByteTable.Key(block, index, shape.landType == nil ? shape.columns[.landType] : nil, shape.columns[.grade])
    }

    /// Remembers how a list writes that there is no code or no grade.
    ///
    /// - Parameter grade: nil where the cell was met before.
    mutating func noteNone(_ block: borrowing RecordBlock, _ index: Int, grade: ArraySlice<UInt8>?) {
        if let column = shape.columns[.parcelID] {
            let code = block.cell(column, of: index)
            if WrittenNone.mayBe(code) { noteNone(shape.text(code), in: .parcelID) }
        }
        if shape.columns[.grade] != nil, let grade { noteNone(shape.text(grade), in: .grade) }
    }

    private mutating func noteNone(_ text: String, in role: ColumnRole) {
        if let form = WrittenNone.form(text) { writtenNone[role, default: []].insert(form) }
    }
}

import GradeModel
import TabularText

/// What is wrong with a row as a row, and what is to be known beside its verdict.
extension RowJudge {
    /// What is wrong with a row as a row; `.noParcel` where that is because it is none.
    mutating func badRow(_ block: borrowing RecordBlock, _ index: Int, isText: Bool) -> Note? {
        guard let note = fault(block, index, isText: isText) else { return nil }
        switch note {
        case .badRecord, .repeatsHeader: return note
        default: return noParcel(block, index).map(Note.noParcel) ?? note
        }
    }

    /// What a row is that can't be judged as a parcel, where it is none.
    mutating func noParcel(_ block: borrowing RecordBlock, _ index: Int) -> NoParcel? {
        guard mayBeNoParcel(block, index) else { return nil }
        let cells = (0..<Int(block.entries[index].fieldCount)).map { shape.text(block.cell($0, of: index)[...]) }
        return NoParcel(cells, shape.columns, landTypeIsTold: shape.landType != nil)
    }

    /// Whether `NoParcel` has to read the row: never false where it would give anything but nil. A list has the same places
    /// and land types in many rows, so what those cells come to is kept.
    private mutating func mayBeNoParcel(_ block: borrowing RecordBlock, _ index: Int) -> Bool {
        guard Int(block.entries[index].fieldCount) == shape.columnCount, shape.kept.first == 0 else { return true }
        // The numbers of the columns begin with 1.
        let first = block.cell(0, of: index).prefix(2)
        guard first.count == 2, first.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }) else {
            return true
        }
        if shape.landType == nil {
            let cells = ByteTable.Key(block, index, shape.columns[.landType], shape.columns[.grade])
            guard let known = declarations.find(cells, scope: 0), known.tag == 0 else { return true }
        }
        let cells = ByteTable.Key(
            block, index, shape.columns[.township], shape.columns[.address] ?? shape.columns[.village])
        if let known = vacancies.find(cells, scope: 0) { return known.tag != 0 }
        let isVacant = NoParcel.mayBe(township: shape.text(cells.firstBytes), place: shape.text(cells.secondBytes))
        if vacancies.count >= Self.mostVacancies { vacancies.removeAll() }
        vacancies.insert(cells, scope: 0, tag: isVacant ? 1 : 0, value: 0)
        return isVacant
    }

    private func fault(_ block: borrowing RecordBlock, _ index: Int, isText: Bool) -> Note? {
        let entry = block.entries[index]
        if !entry.isSound || !isText, let fault = block.fault(of: index) { return .badRecord(fault) }
        let row = block.bytes[Int(entry.start)..<Int(entry.end)]
        if Int(entry.fieldCount) != shape.columnCount {
            let count = Int(entry.fieldCount)
            // Of a list that was checked before, our cells behind a row are none of the list's own.
            let ours = shape.columnCount - shape.kept.count
            let isChecked =
                ours > 0 && count > shape.columnCount && shape.keepsFront
                && Verdict(rawValue: shape.text(block.cell(count - ours, of: index)[...])) != nil
            return isChecked
                ? .ragged(found: count - ours, expected: shape.kept.count)
                : .ragged(found: count, expected: shape.columnCount)
        }
        if row.elementsEqual(shape.header) { return .repeatsHeader }
        for flag in block.flags(of: index) where shape.roles.contains(flag.column) {
            switch flag.kind {
            case .formula: continue
            case .longNumber where flag.column != shape.columns[.parcelID]: continue
            // A look-up that found nothing: none is declared.
            case .errorValue where isMissingValue(block, index, flag.column): continue
            default: return .badCell(flag.kind, flag.place)
            }
        }
        guard let column = shape.columns[.parcelID] else { return nil }
        let id = block.cell(column, of: index)
        return ParcelIDFault.isPlain(id) ? nil : ParcelIDFault(shape.text(id[...])).map(Note.parcelID)
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
        let code = ParcelCode(shape.text(block.cell(column, of: index)[...]))
        return code?.warnings(county: county, landType: LandType.allCases[landType]) ?? []
    }

    /// All our columns of a row whose land type settles it.
    /// - Parameter landType: its `CellReading` number.
    static func settledPiece(
        _ landType: Int, _ warnings: [Warning], _ writer: any RowWriting
    ) -> [UInt8] {
        let verdict: Verdict = landType == CellReading.outOfScope ? .outOfScope : .unknownLandType
        let note: Note? =
            switch landType {
            case CellReading.outOfScope: nil
            case CellReading.unknownLandType: .unknownLandType
            default: .landTypeOfEither(LandTypeCell.twofold[landType - CellReading.twofoldLandType])
            }
        return writer.before(verdict, warnings) + writer.place(township: nil, village: nil)
            + writer.between(rule: nil, landType: nil, grade: nil, printedGrade: nil) + writer.edition(nil)
            + writer.after(note, nil)
    }

    func badRowPieces(_ verdict: Verdict, _ note: Note) -> [UInt8] {
        let writer = shape.writer
        return writer.before(verdict) + writer.place(township: nil, village: nil)
            + writer.between(rule: nil, landType: nil, grade: nil, printedGrade: nil) + writer.edition(nil)
            + writer.after(note, nil)
    }
}

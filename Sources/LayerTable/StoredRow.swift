internal import TabularText

extension PartRows {
    /// Takes the rows of a leaf. Those of other parts have to be as they should be too: SQLite refuses a page as a whole.
    mutating func take(_ leaf: TableTree.Leaf, _ bytes: RawSpan, of table: StoredTable) -> TableTree.Next {
        let longest = StoredRow.longest(bytes.byteCount)
        var above = leaf.above
        for index in 0..<leaf.page.cellCount {
            guard var place = leaf.page.cell(index, in: bytes), let size = bytes.varint(&place),
                let number = bytes.varint(&place), number <= leaf.through,
                let here = StoredRow.bytesOnPage(size, bytes.byteCount), place + here <= bytes.byteCount
            else { return .odd }
            if let above, number <= above { return .odd }
            above = number
            guard behind == nil, !leaf.isFirst || !isBefore(number) else { continue }
            do throws(TableError) {
                guard try isInPart(number) else { continue }
            } catch { return .odd }
            guard size <= longest, take(bytes.extracting(place..<place + here), of: table, number) else { return .odd }
        }
        return behind == nil ? .more : .enough
    }

    /// Takes a row: a list of what kind and how long its values are, and behind it the values.
    private mutating func take(_ row: RawSpan, of table: StoredTable, _ number: Int64) -> Bool {
        var place = 0
        guard let size = row.varint(&place), size >= place, size <= row.byteCount else { return false }
        let kinds = Int(size)
        var value = kinds
        var column = 0
        for use in table.columns {
            // Columns that came later than the row have a value that the row does not tell.
            guard place < kinds, let kind = row.varint(&place), place <= kinds,
                let length = StoredValue.length(kind), length <= row.byteCount - value
            else { return false }
            if use != .left {
                guard take(kind, row.extracting(value..<value + length), use, of: table, column, number) else {
                    return false
                }
                column += 1
            }
            value += length
        }
        // Once all kinds are read, the values fill the row.
        guard place < kinds || value == row.byteCount else { return false }
        builder.endRecord()
        return true
    }

    @inline(__always)
    private mutating func take(
        _ kind: Int64, _ value: RawSpan, _ use: StoredTable.Use, of table: StoredTable, _ column: Int, _ number: Int64
    ) -> Bool {
        switch kind {
        case _ where use == .rowID: cells.append(integer: number, to: &builder)
        case 0: appendText(value)
        case 1...6, 8, 9:
            let integer = StoredValue.integer(kind, value)
            if use == .real { return append(real: Double(integer), column, row: number, table) }
            cells.append(integer: integer, to: &builder)
        case 7: return append(real: StoredValue.real(value), column, row: number, table)
        case 13... where kind & 1 == 1: appendText(value)
        default: return false
        }
        return true
    }
}

extension PartRows {
    private mutating func appendText(_ text: RawSpan) { text.withUnsafeBytes { builder.append($0) } }

    /// False where SQLite can't say how it is written.
    private mutating func append(real: Double, _ column: Int, row: Int64, _ table: StoredTable) -> Bool {
        do throws(TableError) {
            try cells.append(real: real, column, to: &builder, row: row) { table.text(of: real) }
            return true
        } catch { return false }
    }
}

import ParcelValidation
import SystemSupport
import TabularText

/// Finds the header of delimited text among its first records: a sheet that was saved as text has its titles there too.
struct TextHeaderSearch {
    private let reading: ListReading
    private var rows: [HeaderRows.Row] = []
    /// By row: the record's number.
    private var records: [Int] = []
    /// The first record holds something and can be read.
    private var isFirstSound = false

    init(_ sample: ListSample, _ format: ListFormat, _ reading: ListReading) {
        self.reading = reading
        var block = RecordBlock()
        var reader = RecordReader(format: format, sample: sample.bytes, chunk: 1 << 16)
        reader.next(&block) { _ in 0 }
        for record in 0..<block.recordCount {
            if rows.count >= HeaderRows.depth + HeaderRows.height, reading.headerRow == nil { break }
            let line = block.line(of: record)
            if let told = reading.headerRow, line > told + HeaderRows.height { break }
            // Titles stand above a header, and broken records do not.
            if block.fault(of: record) != nil { break }
            let cells = (0..<Int(block.entries[record].fieldCount)).map { (column: Int) -> String in
                let cell = block.cell(column, of: record)
                return String(
                    decoding: format.encoding.inMemory == .gb18030 ? GB18030.decode(cell) ?? [] : Array(cell),
                    as: UTF8.self)
            }
            guard cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { continue }
            if record == 0 { isFirstSound = true }
            rows.append(HeaderRows.Row(number: line, cells: cells.map { $0.allSatisfy(\.isWhitespace) ? "" : $0 }))
            records.append(record)
        }
    }

    /// Nil where the header is the first record, or no better row is found.
    ///
    /// - Throws: a `TableError` where the row that the user named is not there, or where the first record is a parcel.
    func header() throws(TableError) -> TextHeader? {
        guard let choice = reading.headerFinder.find(HeaderRows(rows, told: reading.headerRow)) else {
            if let told = reading.headerRow {
                throw TableError(zh: "第 \(told) 行没有内容，不能作表头", en: "line \(told) has nothing in it: it is no header")
            }
            // Columns given by number would fit any row.
            if isFirstSound, let first = rows.first,
                reading.headerFinder.isParcel(first.cells) || (try? reading.columnFinder.find(first.cells)) != nil
            {
                throw .noHeader(of: nil, rows.prefix(5).map { (number: $0.number, cells: $0.cells) })
            }
            return nil
        }
        let record = records[choice.first]
        if record == 0, choice.height == 1, reading.headerRow == nil { return nil }
        let width = rows[choice.first..<choice.first + choice.height].map(\.cells.count).max() ?? 0
        return TextHeader(
            record: record, filled: choice.first, line: rows[choice.first].number, height: choice.height,
            names: choice.height > 1 ? Array(choice.names.prefix(width)) : nil)
    }
}

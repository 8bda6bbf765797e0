import GradeModel
import SystemSupport
import TabularText

/// Rows as they came, and our cells behind them: in the list's encoding and with its delimiter.
struct CSVRows: RowWriting {
    let encoding: TextEncoding
    let delimiter: Delimiter
    let ours: OurColumns
    let columnCount: Int
    /// Columns that stay.
    let kept: [Int]
    /// The input's own cells are made safe for a spreadsheet too.
    let safeCells: Bool
    /// Ours alone, for a program.
    let onlyOurs: Bool

    let delimiterBytes: [UInt8]

    init(
        encoding: TextEncoding, delimiter: Delimiter, ours: OurColumns, columnCount: Int, kept: [Int],
        safeCells: Bool, onlyOurs: Bool = false
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.ours = ours
        self.columnCount = columnCount
        self.kept = kept
        self.safeCells = safeCells
        self.onlyOurs = onlyOurs
        delimiterBytes = delimiter.bytes(in: encoding)
    }

    /// Of a row that is copied, all or a part from its beginning.
    var copiesRows: Bool { onlyOurs || !safeCells && kept == Array(0..<kept.count) }
    private var keepsAll: Bool { kept.count == columnCount }

    func head(_ header: ListHeader) -> [UInt8] {
        if onlyOurs { return cells(ours.names).dropFirst(delimiterBytes.count) + header.lineEnd }
        return (keepsAll ? header.bytes : Array(kept.map { header.fields[$0] }.joined(separator: delimiterBytes)))
            + cells(ours.names)
            + header.lineEnd
    }

    /// One cell: safe in a spreadsheet unless it is for a program, in quotes where RFC 4180 needs them.
    func cell(_ text: String) -> [UInt8] {
        let text = onlyOurs || (text.utf8.first.map(Self.beginsPlainly) ?? true) ? text : SafeCell.text(text)
        let needsQuotes =
            delimiter == .fullWidthComma
            ? text.unicodeScalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == delimiter.scalar }
            : text.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == delimiterBytes[0] }
        guard needsQuotes else { return encoding.bytes(of: text) }
        let content = encoding.bytes(of: text)
        var quoted: [UInt8] = [0x22]
        quoted.reserveCapacity(content.count + 2)
        for byte in content {
            quoted.append(byte)
            if byte == 0x22 { quoted.append(byte) }
        }
        quoted.append(0x22)
        return quoted
    }

    func cells(_ texts: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for text in texts {
            bytes += delimiterBytes
            append(text, to: &bytes)
        }
        return bytes
    }

    /// As `cell`, behind other bytes; nearly every text is copied as it stands.
    private func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        let isCopied =
            encoding == .utf8 && delimiter != .fullWidthComma
            && text.withUTF8 { cell in
                if let first = cell.first, !Self.beginsPlainly(first) { return false }
                for byte in cell where byte < 0x80 {
                    if byte == 0x22 || byte == 0x0A || byte == 0x0D || byte == delimiterBytes[0] { return false }
                }
                bytes += cell
                return true
            }
        if !isCopied { bytes += cell(text) }
    }

    /// A Chinese character or a letter begins no formula, and nearly every text begins with one.
    private static func beginsPlainly(_ byte: UInt8) -> Bool {
        (0xE4...0xE9).contains(byte) || (0x61...0x7A).contains(byte)
    }

    func before(_ verdict: Verdict, _ warnings: [Warning], _ check: PriceCheck?) -> [UInt8] {
        let bytes = cells([ours.text(verdict)] + (ours.hasWarnings ? [ours.text(warnings)] : [])) + delimiterBytes
        return onlyOurs ? Array(bytes.dropFirst(delimiterBytes.count)) : bytes
    }

    func appendPlace(township: String?, village: String?, to bytes: inout [UInt8]) {
        append(township ?? "", to: &bytes)
        bytes += delimiterBytes
        append(village ?? "", to: &bytes)
    }

    func between(rule: MatchRule?, landType: LandType?, grade: Grade?, printedGrade: Grade?) -> [UInt8] {
        cells([ours.text(rule), ours.text(landType), ours.text(grade), ours.text(printedGrade)]) + delimiterBytes
    }

    func edition(_ edition: EditionID?) -> [UInt8] { cell(edition?.text ?? "") }

    func after(_ note: Note?, _ comparison: RowOutcome.Comparison?) -> [UInt8] {
        var bytes = delimiterBytes
        append(ours.text(note), to: &bytes)
        if ours.isComparing { bytes += cells([ours.text(comparison?.grade), ours.text(comparison)]) }
        return bytes
    }

    func begin(_ block: borrowing RecordBlock, _ index: Int, isBad: Bool, into output: inout [UInt8]) {
        if onlyOurs { return }
        let entry = block.entries[index]
        let count = Int(entry.fieldCount)
        let columns = keepsAll ? Array(0..<count) : keptFields(block, index)
        if safeCells, !isBad {
            for (place, column) in columns.enumerated() {
                if place > 0 { output += delimiterBytes }
                output += safe(block, index, column)
            }
        } else if columns.count == count {
            output += block.bytes[Int(entry.start)..<Int(entry.end)]
        } else {
            for (place, column) in columns.enumerated() {
                if place > 0 { output += delimiterBytes }
                output += block.bytes[block.field(column, of: index)]
            }
        }
        // A row that is too short gets delimiters, so that our columns stand under their names.
        for _ in max(columns.count, 1)..<max(kept.count, columns.count, 1) { output += delimiterBytes }
    }

    /// The fields of a record that stay. Of one with too many fields, and our columns behind its own, those are ours that
    /// begin with a verdict; of one with too few, what stands in the columns that stay.
    private func keptFields(_ block: borrowing RecordBlock, _ index: Int) -> [Int] {
        let count = Int(block.entries[index].fieldCount)
        guard count > columnCount else { return kept.filter { $0 < count } }
        let first = count - (columnCount - kept.count)
        let text = String(validating: block.cell(first, of: index), as: UTF8.self)
        let isOurs = kept == Array(0..<kept.count) && text.flatMap(Verdict.init(cell:)) != nil
        return Array(0..<(isOurs ? first : count))
    }

    /// The cell as it came, unless a spreadsheet could take it for a formula.
    private func safe(_ block: borrowing RecordBlock, _ index: Int, _ column: Int) -> [UInt8] {
        let content = block.cell(column, of: index)
        let utf8 = encoding == .gb18030 ? (GB18030.decode(content) ?? Array(content))[...] : content
        guard let text = String(validating: utf8, as: UTF8.self), SafeCell.text(text) != text else {
            return Array(block.bytes[block.field(column, of: index)])
        }
        return cell(text)
    }

    func end(_ block: borrowing RecordBlock, _ index: Int, into output: inout [UInt8]) {
        output += block.bytes[Int(block.entries[index].end)..<block.next(after: index)]
    }
}

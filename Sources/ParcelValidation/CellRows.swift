import GradeModel
import SystemSupport
import TabularText

/// Rows as cells for a program that builds something else than text from them: `CellStream` reads them. Always the same
/// number of cells a row.
struct CellRows: RowWriting {
    let encoding: TextEncoding
    let ours: OurColumns
    /// Ours alone, for a table that has the input's cells already.
    let onlyOurs: Bool
    let headers: [String]
    /// Columns that stay.
    let kept: [Int]
    /// Columns that are text whatever they look like: codes, and what was found by its header.
    let textColumns: Set<Int>
    /// Of delimited text a number is what looks like one; a typed table tells.
    let guessesNumbers: Bool
    let parcelID: Int?

    var copiesRows: Bool { false }
    var isText: Bool { false }

    func head(_ header: ListHeader) -> [UInt8] {
        let names =
            (onlyOurs ? [] : kept.map { headers[$0] })
            + ours.names
        return names.flatMap { cell($0) }
    }

    func cell(_ text: String?, _ kind: CellStream.Kind = .text) -> [UInt8] {
        var bytes = [kind.rawValue]
        // NUL ends a cell. It stands in no text we write, and a row that has one is shown escaped.
        bytes += encoding.bytes(of: text ?? "")
        bytes.append(0)
        return bytes
    }

    private func number(_ grade: Grade?) -> [UInt8] {
        cell(ours.text(grade), grade != nil && ours.gradesAreNumbers ? .number : .text)
    }

    func before(_ verdict: Verdict, _ warnings: [Warning], _ check: PriceCheck?) -> [UInt8] {
        let isWrong = verdict.isWrong || check?.isWrong == true
        let kind: CellStream.Kind =
            isWrong ? .wrong : verdict.isFine && check?.needsAttention != true ? .fine : .doubtful
        return cell(ours.text(verdict), kind) + (ours.hasWarnings ? cell(ours.text(warnings)) : [])
    }

    func appendPlace(township: String?, village: String?, to bytes: inout [UInt8]) {
        bytes += cell(township)
        bytes += cell(village)
    }

    func between(rule: MatchRule?, landType: LandType?, grade: Grade?, printedGrade: Grade?) -> [UInt8] {
        cell(ours.text(rule)) + cell(ours.text(landType)) + number(grade) + number(printedGrade)
    }

    func edition(_ edition: EditionID?) -> [UInt8] { cell(edition?.text) }

    func after(_ note: Note?, _ comparison: RowOutcome.Comparison?) -> [UInt8] {
        var bytes = cell(ours.text(note))
        if ours.isComparing { bytes += number(comparison?.grade) + cell(ours.text(comparison)) }
        return bytes
    }

    func begin(_ block: borrowing RecordBlock, _ index: Int, isBad: Bool, into output: inout [UInt8]) {
        if onlyOurs { return }
        let entry = block.entries[index]
        let isWhole = Int(entry.fieldCount) == headers.count && block.fault(of: index) == nil
        guard isWhole else {
            output.append(CellStream.Kind.text.rawValue)
            let raw = Array(block.bytes[Int(entry.start)..<Int(entry.end)])
            output += raw.contains(0) ? raw.flatMap { $0 == 0 ? Array("\\x00".utf8) : [$0] } : raw
            output.append(0)
            for _ in 1..<max(kept.count, 1) { output += cell("") }
            return
        }
        for column in kept {
            let content = block.cell(column, of: index)
            output.append(kind(of: content, block.fieldEnds[Int(entry.firstField) + column], column).rawValue)
            output += content
            output.append(0)
        }
    }

    private func kind(of content: ArraySlice<UInt8>, _ end: FieldEnd, _ column: Int) -> CellStream.Kind {
        guard guessesNumbers ? !textColumns.contains(column) : end.isNumber && column != parcelID else { return .text }
        return CellStream.isPlainNumber(content) ? .number : .text
    }

    func end(_ block: borrowing RecordBlock, _ index: Int, into output: inout [UInt8]) {}
}

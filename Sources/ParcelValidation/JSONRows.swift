import GradeModel
import SystemSupport
import TabularText

/// One JSON object a row, in UTF-8: `{"input":{"村":"芙蓉村",…},"landgrade_verdict":"ok",…}`. A row that can't be read
/// has its text as `raw` instead of `input`; of our columns alone there is neither. Absent is null.
struct JSONRows: RowWriting {
    let encoding: TextEncoding
    let language: Language
    let isComparing: Bool
    let hasWarnings: Bool
    /// Ours alone.
    private let onlyOurs: Bool
    private let keys: [[UInt8]]
    /// Columns that stay.
    let kept: [Int]

    init(
        headers: [String], kept: [Int], encoding: TextEncoding, language: Language, isComparing: Bool,
        hasWarnings: Bool, onlyOurs: Bool
    ) {
        self.encoding = encoding
        self.language = language
        self.isComparing = isComparing
        self.hasWarnings = hasWarnings
        self.kept = kept
        self.onlyOurs = onlyOurs
        keys = headers.map { Self.string($0, encoding) }
    }

    var copiesRows: Bool { false }
    func head(_ header: ListHeader) -> [UInt8] { [] }

    private static func string(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        var bytes: [UInt8] = [0x22]
        escape(encoding.bytes(of: text)[...], encoding, into: &bytes)
        return bytes + [0x22]
    }

    func string(_ text: String?) -> [UInt8] {
        text.map { Self.string($0, encoding) } ?? Array("null".utf8)
    }

    private func number(_ grade: Grade?) -> [UInt8] { Array((grade.map { String($0.rawValue) } ?? "null").utf8) }

    func key(_ name: String) -> [UInt8] { Array(",\"landgrade_\(name)\":".utf8) }

    func before(_ verdict: Verdict, _ warnings: [Warning], _ check: PriceCheck?) -> [UInt8] {
        let bytes = Array(key("verdict").dropFirst(onlyOurs ? 1 : 0)) + string(verdict.rawValue)
        guard hasWarnings else { return bytes }
        return bytes + key("warning") + string(warnings.isEmpty ? nil : warnings.sentence(in: language).text)
    }

    func appendPlace(township: String?, village: String?, to bytes: inout [UInt8]) {
        bytes += key("township") + string(township) + key("village") + string(village)
    }

    func between(rule: MatchRule?, landType: LandType?, grade: Grade?, printedGrade: Grade?) -> [UInt8] {
        key("rule") + string(rule?.rawValue) + key("land_type") + string(landType?.rawValue) + key("grade")
            + number(grade) + key("printed_grade") + number(printedGrade)
    }

    func edition(_ edition: EditionID?) -> [UInt8] { key("edition") + string(edition?.text) }

    func after(_ note: Note?, _ comparison: RowOutcome.Comparison?) -> [UInt8] {
        var bytes = key("note") + string(note.map { $0.sentence(in: language).text })
        if isComparing {
            bytes += key("grade_after") + number(comparison?.grade) + key("changed")
            bytes += Array((comparison.map { $0.isChanged ? "true" : "false" } ?? "null").utf8)
        }
        return bytes
    }

    func begin(_ block: borrowing RecordBlock, _ index: Int, isBad: Bool, into output: inout [UInt8]) {
        if onlyOurs { return output.append(0x7B) }
        let entry = block.entries[index]
        guard !isBad else {
            output += Array("{\"raw\":\"".utf8)
            Self.escape(block.bytes[Int(entry.start)..<Int(entry.end)], encoding, into: &output)
            output.append(0x22)
            return
        }
        output += Array("{\"input\":{".utf8)
        for (place, column) in kept.enumerated() where column < Int(entry.fieldCount) {
            if place > 0 { output.append(0x2C) }
            output += keys[column]
            output += [0x3A, 0x22]
            Self.escape(block.cell(column, of: index), encoding, into: &output)
            output.append(0x22)
        }
        output.append(0x7D)
    }

    func end(_ block: borrowing RecordBlock, _ index: Int, into output: inout [UInt8]) { output += [0x7D, 0x0A] }

    /// Bytes that are no text are shown as `\\xNN`.
    private static func escape(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding, into output: inout [UInt8]) {
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let byte = bytes[position]
            if byte >= 0x80 {
                let length = encoding.characterLength(bytes, at: position)
                if length > 0 {
                    output += bytes[position..<position + length]
                } else {
                    output += [0x5C, 0x5C, 0x78, digit(byte >> 4), digit(byte & 15)]
                }
                position += max(length, 1)
                continue
            }
            switch byte {
            case 0x22, 0x5C: output += [0x5C, byte]
            case 0x0A: output += [0x5C, 0x6E]
            case 0x0D: output += [0x5C, 0x72]
            case 0x09: output += [0x5C, 0x74]
            case 0..<0x20: output += [0x5C, 0x75, 0x30, 0x30, digit(byte >> 4), digit(byte & 15)]
            default: output.append(byte)
            }
            position += 1
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}

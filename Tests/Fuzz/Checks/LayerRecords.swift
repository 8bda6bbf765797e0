import TableFiles
import TabularText

/// All records of a source, the header first; a record with a fault is its fault's name alone.
func records(_ source: LayerSource) throws -> [[String]] {
    var records: [[String]] = []
    var block = RecordBlock()
    repeat {
        try source.next(&block)
        records += texts(of: block)
    } while block.ending == .more
    return records
}

/// The records of one block.
func texts(of block: borrowing RecordBlock) -> [[String]] {
    var records: [[String]] = []
    for (index, entry) in block.entries.prefix(block.recordCount).enumerated() {
        if let fault = block.fault(of: index) {
            records.append(["\(fault.fault) in \(fault.column)"])
            continue
        }
        var start = Int(entry.start)
        var record: [String] = []
        for field in 0..<Int(entry.fieldCount) {
            let end = block.fieldEnds[Int(entry.firstField) + field]
            record.append(
                (end.isNumber ? "#" : "") + String(decoding: block.content(start: start, end: end), as: UTF8.self))
            start = end.position + 1
        }
        for flag in block.flags where flag.record == index {
            record.append("\(flag.kind) \(flag.column) \(flag.place)")
        }
        records.append(record)
    }
    return records
}

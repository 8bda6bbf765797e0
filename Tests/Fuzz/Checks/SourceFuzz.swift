import TabularText

/// What must hold for any table: every record but the header is as wide as it or a blank line, and each block, read as the delimited text
/// it is, has the same records and cells; a block has a bound, and so has each record. Nil where the table is refused or all holds.
func sourceFault(_ open: () throws -> any TableSource) -> String? {
    guard let source = try? open() else { return nil }
    var width: Int?
    var block = RecordBlock()
    repeat {
        do { try source.next(&block) } catch { return nil }
        var cells: [[[UInt8]]] = []
        guard block.bytes.count <= 16 << 20 else { return "a block of \(block.bytes.count) bytes" }
        for index in 0..<block.recordCount {
            let entry = block.entries[index]
            guard entry.end - entry.start <= RecordBlock.maximumRecord else { return "a record beyond its bound" }
            let record = cellsOf(block, index)
            width = width ?? record.count
            guard record.count == width || record == [[]] else {
                return "record \(block.firstRow + index) has \(record.count) cells"
            }
            cells.append(record)
        }
        guard block.flags.allSatisfy({ $0.record < block.recordCount && $0.column < width ?? 0 }) else {
            return "a flag of no cell"
        }
        if let fault = reading(block, as: cells, source.format) { return fault }
    } while block.ending == .more
    return nil
}

private func cellsOf(_ block: borrowing RecordBlock, _ index: Int) -> [[UInt8]] {
    let entry = block.entries[index]
    var start = Int(entry.start)
    return (Int(entry.firstField)..<Int(entry.firstField) + Int(entry.fieldCount)).map { field in
        let end = block.fieldEnds[field]
        defer { start = end.position + 1 }
        return Array(block.content(start: start, end: end))
    }
}

private func reading(
    _ block: borrowing RecordBlock, as cells: [[[UInt8]]], _ format: ListFormat
) -> String? {
    let bytes = Array(block.bytes[..<block.byteCount])
    // A NUL or a byte of another encoding is the row's fault, and no text that could be read again.
    guard block.isText, !bytes.contains(0) else { return nil }
    var reader = RecordReader(format: format, sample: bytes, chunk: bytes.count + 1)
    var again = RecordBlock()
    var found: [[[UInt8]]] = []
    repeat {
        reader.next(&again) { _ in 0 }
        for index in 0..<again.recordCount { found.append(cellsOf(again, index)) }
    } while again.ending == .more
    if case .stopped = again.ending { return nil }  // a record beyond what a list may have
    return found == cells ? nil : "read again, a block has other cells"
}

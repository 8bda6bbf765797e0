extension RecordBlock {
    /// Whether all bytes of the block are text in its encoding. Fast; where it says no, ask for `fault(of:)`.
    public var isText: Bool {
        let span = bytes.span
        return encoding == .gb18030
            ? GB18030Check.isValid(span.bytes, count: byteCount) : UTF8Check.isValid(span.bytes, count: byteCount)
    }

    /// What is wrong with record `index`, and where: its structure first, then its bytes. Nil: nothing.
    public func fault(of index: Int) -> LocatedFault? {
        let entry = entries[index]
        switch entry.structure {
        case .sound, .flagged: return wrongBytes(of: entry)
        case .quoteInField: return locate(.quoteInField, in: entry)
        case .textAfterQuote: return locate(.textAfterQuote, in: entry)
        case .nulByte: return locate(.nulByte, in: entry)
        case .tooManyColumns:
            let last = Int(entry.firstField) + Self.maximumColumns - 1
            let start = fieldEnds[last - 1].position + delimiter.bytes(in: encoding.inMemory).count
            return LocatedFault(fault: .tooManyColumns, column: Self.maximumColumns, offset: sourceOffset(of: start))
        }
    }

    private func wrongBytes(of entry: RecordEntry) -> LocatedFault? {
        let span = bytes.span
        let end = Int(entry.end)
        var position = Int(entry.start)
        while position < end {
            let length =
                encoding == .gb18030
                ? GB18030Check.length(in: span.bytes, at: position, end: end)
                : UTF8Check.length(in: span.bytes, at: position, end: end)
            guard length > 0 else { return located(.wrongBytes, at: position, in: entry) }
            position += length
        }
        return nil
    }

    /// Reads the fields of one record again, slowly, to where the fault is.
    private func locate(_ fault: RecordFault, in entry: RecordEntry) -> LocatedFault {
        let delimiterLength = delimiter.bytes(in: encoding.inMemory).count
        var start = Int(entry.start)
        for index in 0..<Int(entry.fieldCount) {
            let end = fieldEnds[Int(entry.firstField) + index]
            var inQuotes = end.isQuoted
            var position = start + (inQuotes ? 1 : 0)
            while position < end.position {
                let byte = bytes[position]
                let isPair = position + 1 < end.position && bytes[position + 1] == 0x22
                switch fault {
                case .nulByte where byte == 0: return located(fault, at: position, in: entry)
                case .quoteInField where byte == 0x22 && !inQuotes: return located(fault, at: position, in: entry)
                case .textAfterQuote where byte == 0x22 && inQuotes && !isPair && position + 1 < end.position:
                    return located(fault, at: position + 1, in: entry)
                default: break
                }
                if byte == 0x22, inQuotes {
                    if isPair { position += 1 } else { inQuotes = false }
                }
                position += 1
            }
            start = end.position + delimiterLength
        }
        preconditionFailure("the scanner saw \(fault) in this record")
    }

    private func located(_ fault: RecordFault, at position: Int, in entry: RecordEntry) -> LocatedFault {
        let ends = fieldEnds[Int(entry.firstField)..<Int(entry.firstField) + Int(entry.fieldCount)]
        let column = (ends.firstIndex { $0.position > position } ?? ends.endIndex - 1) - ends.startIndex + 1
        return LocatedFault(fault: fault, column: column, offset: sourceOffset(of: position))
    }
}

/// Reads one unfinished record from its beginning to tell where its open quote is.
struct OpenQuote {
    let format: ListFormat

    /// Position in `record` (from 0) and column of the quote that is still open at its end; nil if none is.
    func find(in record: ArraySlice<UInt8>) -> (position: Int, column: Int)? {
        let bytes = Array(record)
        let encoding = format.encoding.inMemory
        let delimiter = format.delimiter.bytes(in: encoding)
        var (position, column, fieldStart) = (0, 1, 0)
        var opened: Int?
        while position < bytes.count {
            if opened != nil {
                if bytes[position] == 0x22 {
                    if position + 1 < bytes.count, bytes[position + 1] == 0x22 { position += 1 } else { opened = nil }
                }
                position += 1
            } else if bytes[position] == 0x22, position == fieldStart {
                opened = position
                position += 1
            } else if bytes[position...].starts(with: delimiter) {
                position += delimiter.count
                column += 1
                fieldStart = position
            } else {
                let isWide = encoding == .gb18030 && bytes[position] >= 0x80
                position +=
                    isWide ? max(GB18030Check.length(in: bytes.span.bytes, at: position, end: bytes.count), 1) : 1
            }
        }
        return opened.map { ($0, column) }
    }
}

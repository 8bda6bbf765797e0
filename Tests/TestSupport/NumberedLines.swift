/// What `validate --numbered` wrote, put back as rows.
package struct NumberedLines {
    package private(set) var rows: [UInt8] = []
    package private(set) var frames = 0
    /// Lines that were written.
    package private(set) var lines = 0

    /// - Parameter hasHeader: a line stands before the frames.
    package init(_ bytes: [UInt8], hasHeader: Bool = true) {
        var position = 0
        func number() -> Int {
            defer { position += 4 }
            return (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
        }
        if hasHeader, let end = bytes.firstIndex(of: 0x0A) {
            rows = Array(bytes[...end])
            position = end + 1
        }
        while position < bytes.count {
            let (rowCount, lineCount, byteCount) = (number(), number(), number())
            let places = (0..<rowCount).map { _ in number() }
            let text = Array(bytes[position..<position + byteCount])
            position += byteCount
            var found: [[UInt8]] = []
            var start = 0
            while start < text.count {
                let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
                found.append(Array(text[start..<end]))
                start = end
            }
            precondition(found.count == lineCount && rowCount > 0)
            for place in places { rows += found[place] }
            frames += 1
            lines += lineCount
        }
    }
}

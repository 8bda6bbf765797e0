/// Walks validated UTF-8 record by record.
struct CSVScanner {
    private let bytes: [UInt8]
    private var position: Int
    private var line = 1

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ bytes: [UInt8]) throws(CSVError) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let offset = error.byteOffsets.lowerBound
            throw .notUTF8(line: Self.line(at: offset, in: bytes), offset: offset)
        }
    }

    /// Nil at the end of the input.
    mutating func nextRow() throws(CSVError) -> CSVRow? {
        guard position < bytes.count else { return nil }
        let opened = line
        var fields: [String] = []
        while true {
            fields.append(try nextField(column: fields.count + 1))
            guard position < bytes.count, bytes[position] == Self.comma else { break }
            position += 1
        }
        skipLineEnd()
        return CSVRow(line: opened, fields: fields)
    }

    /// Reads one field and stops on the comma or line end behind it.
    private mutating func nextField(column: Int) throws(CSVError) -> String {
        if position < bytes.count, bytes[position] == Self.quote { return try quotedField(column: column) }
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case Self.comma, Self.lineFeed, Self.carriageReturn: return text(bytes[start..<position])
            case Self.quote: throw .quoteInField(line: line, column: column)
            case 0: throw .nulByte(line: line, column: column)
            default: position += 1
            }
        }
        return text(bytes[start..<position])
    }

    private mutating func quotedField(column: Int) throws(CSVError) -> String {
        let opened = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.quote {
                position += 1
                guard position < bytes.count else { return text(content[...]) }
                switch bytes[position] {
                case Self.quote: break
                case Self.comma, Self.lineFeed, Self.carriageReturn: return text(content[...])
                default: throw .textAfterQuote(line: opened, column: column)
                }
            } else if byte == 0 {
                throw .nulByte(line: opened, column: column)
            } else if byte == Self.lineFeed || (byte == Self.carriageReturn && !isLineFeed(at: position + 1)) {
                line += 1
            }
            content.append(byte)
            position += 1
        }
        throw .unclosedQuote(line: opened, column: column)
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        position += bytes[position] == Self.carriageReturn && isLineFeed(at: position + 1) ? 2 : 1
        line += 1
    }

    private func isLineFeed(at index: Int) -> Bool { index < bytes.count && bytes[index] == Self.lineFeed }

    /// The bytes were validated as a whole and are cut only at ASCII bytes, so nothing is repaired here.
    private func text(_ slice: ArraySlice<UInt8>) -> String { String(decoding: slice, as: UTF8.self) }

    private static func line(at offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for index in 0..<offset {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if bytes[index] == lineFeed || (bytes[index] == carriageReturn && next != lineFeed) { line += 1 }
        }
        return line
    }
}

/// The text form of a signature block: a line that begins it, lines of base64, a line that ends it.
enum SignatureArmor {
    static let begin = Array("-----BEGIN SSH SIGNATURE-----".utf8)
    static let end = Array("-----END SSH SIGNATURE-----".utf8)
    static let largestBlock = 2 << 10
    static let largestBlob = 1 << 10

    /// Whether a block begins here, or would if the file went on.
    static func begins(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.starts(with: begin) else { return !rest.isEmpty && begin.starts(with: rest) }
        switch rest.dropFirst(begin.count).prefix(2).map({ $0 }) {
        case [], [0x0D], [0x0D, 0x0A]: return true
        case let behind: return behind.first == 0x0A
        }
    }

    /// The decoded block at the beginning of `rest`, and the file behind it. `line` is the line of the file that
    /// `rest` begins with.
    static func read(
        _ rest: ArraySlice<UInt8>, block: Int, line: inout Int
    ) throws(SignatureError) -> (blob: [UInt8], rest: ArraySlice<UInt8>) {
        let limit = rest.startIndex + largestBlock
        var rest = rest
        var base64: [UInt8] = []
        _ = try nextLine(&rest, block: block, limit: limit)
        line += 1
        while true {
            let text = try nextLine(&rest, block: block, limit: limit)
            defer { line += 1 }
            if text.elementsEqual(end) { break }
            guard !text.isEmpty else { throw .armor(line: line, .blankLine) }
            guard text.allSatisfy(isBase64) else { throw .armor(line: line, .character) }
            base64 += text
        }
        guard !base64.isEmpty else { throw .armor(line: line - 1, .noText) }
        guard let blob = Base64.decode(base64) else { throw .armor(line: line - 1, .base64) }
        guard blob.count <= largestBlob else { throw .blob(block: block, .tooLong(limit: largestBlob)) }
        return (blob, rest)
    }

    /// The line without its end, which must be there, LF or CRLF.
    private static func nextLine(
        _ rest: inout ArraySlice<UInt8>, block: Int, limit: Int
    ) throws(SignatureError) -> ArraySlice<UInt8> {
        let window = rest.prefix(max(0, limit - rest.startIndex))
        guard let end = window.firstIndex(of: 0x0A) else {
            guard window.count == rest.count else { throw .blockTooLarge(block: block, limit: largestBlock) }
            throw .truncated(block: block)
        }
        let line = rest[rest.startIndex..<end]
        rest = rest[(end + 1)...]
        return line.last == 0x0D ? line.dropLast() : line
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
        default: false
        }
    }
}

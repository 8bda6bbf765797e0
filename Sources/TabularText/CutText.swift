/// Text of a fixed number of bytes, as fields of a dBASE table are: what did not fit was cut off, perhaps in the middle of
/// a character.
enum CutText {
    /// Bytes behind the last whole character: 0 where all of it is text.
    static func rest(_ text: some Collection<UInt8>, _ encoding: TextEncoding) -> Int {
        let bytes = Array(text)
        let span = bytes.span.bytes
        var position = 0
        while position < bytes.count {
            let length =
                encoding == .gb18030
                ? GB18030Check.length(in: span, at: position, end: bytes.count)
                : UTF8Check.length(in: span, at: position, end: bytes.count)
            guard length > 0 else { break }
            position += length
        }
        return bytes.count - position
    }

    /// Whether all of it is text but the beginning of one character at its end.
    static func isCut(_ text: some Collection<UInt8>, _ encoding: TextEncoding) -> Bool {
        // Nearly all texts end in a whole character; those of ASCII need no look.
        guard let last = text.dropFirst(max(text.count - 1, 0)).first, last >= 0x30 else { return false }
        let rest = rest(text, encoding)
        guard (1...3).contains(rest) else { return false }
        let tail = Array(text.dropFirst(text.count - rest))
        return encoding == .gb18030 ? isGB18030Start(tail) : isUTF8Start(tail)
    }

    private static func isUTF8Start(_ tail: [UInt8]) -> Bool {
        let continues = tail.dropFirst().allSatisfy { 0x80...0xBF ~= $0 }
        return switch tail[0] {
        case 0xC2...0xDF: tail.count == 1
        case 0xE0...0xEF: tail.count <= 2 && continues
        case 0xF0...0xF4: continues
        default: false
        }
    }

    /// One byte of two or four, or two or three of four: digits are every other byte of four.
    private static func isGB18030Start(_ tail: [UInt8]) -> Bool {
        guard 0x81...0xFE ~= tail[0] else { return false }
        return tail.count == 1
            || 0x30...0x39 ~= tail[1] && (tail.count == 2 || 0x81...0xFE ~= tail[2])
    }
}

import AnswerRendering
import SystemSupport
import TabularText

/// Rows of a list as a terminal may be given them: what would move its cursor, colour it or reorder a line stands as
/// `\x1b`, and so do bytes that are no text. Line ends and tabs stay. Files and pipes get every byte as it is.
enum TerminalText {
    /// - Parameter rows: whole characters of UTF-8.
    static func bytes(_ rows: ArraySlice<UInt8>) -> [UInt8] {
        var shown: [UInt8] = []
        var text: [UInt8] = []
        func flush() {
            guard !text.isEmpty else { return }
            // Only whole characters were put into it, so nothing is repaired.
            let sentence: Sentence = "\(String(decoding: text, as: UTF8.self))"
            shown += sentence.text.utf8
            text.removeAll(keepingCapacity: true)
        }
        var position = rows.startIndex
        while position < rows.endIndex {
            let byte = rows[position]
            let length = TextEncoding.utf8.characterLength(rows, at: position)
            if length == 0 {
                flush()
                shown += "\\x\(String(byte, radix: 16))".utf8
            } else if byte == 0x09 || byte == 0x0A || (byte == 0x0D && rows[(position + 1)...].first == 0x0A) {
                flush()
                shown.append(byte)
            } else {
                text += rows[position..<position + length]
            }
            position += max(length, 1)
        }
        flush()
        return shown
    }
}

import SystemSupport
import TabularText

/// The text of a file in any of the encodings that lists may have.
struct DecodedText {
    let text: String
    let encoding: TextEncoding

    init(_ bytes: [UInt8]) throws(DocumentFault) {
        do throws(FormatError) {
            encoding = try ListFormat.encoding(ofText: bytes)
        } catch {
            throw Self.fault(error, bytes)
        }
        var body = bytes[...]
        if body.starts(with: encoding.byteOrderMark) { body = body.dropFirst(encoding.byteOrderMark.count) }
        let utf8: [UInt8]?
        switch encoding {
        case .utf8: utf8 = Array(body)
        case .gb18030: utf8 = GB18030.decode(body)
        case .utf16LittleEndian, .utf16BigEndian:
            utf8 = Self.transcoded(body, isLittleEndian: encoding == .utf16LittleEndian)
        }
        guard let utf8, let text = String(validating: utf8, as: UTF8.self) else {
            throw DocumentFault(
                zh: "编码是 \(encoding.rawValue)，但有的字节不是这种编码的字符",
                en: "\(encoding.rawValue) by its mark, with bytes that are no characters of it")
        }
        if let line = Self.firstNUL(utf8) {
            throw DocumentFault(zh: "第 \(line) 行有 NUL 字节，不是文本文件", en: "line \(line) has a NUL byte: not a text file")
        }
        self.text = text
    }

    private static func firstNUL(_ utf8: [UInt8]) -> Int? {
        utf8.firstIndex(of: 0).map { 1 + utf8[..<$0].count { $0 == 0x0A } }
    }

    private static func transcoded(_ body: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8]? {
        guard body.count % 2 == 0 else { return nil }
        var transcoder = UTF16Transcoder(isLittleEndian: isLittleEndian)
        var utf8 = [UInt8](repeating: 0, count: UTF16Transcoder.room(for: body.count))
        var end = transcoder.transcode(body, into: &utf8, at: 0)
        end = transcoder.finish(into: &utf8, at: end)
        utf8.removeLast(utf8.count - end)
        return utf8
    }

    private static func fault(_ error: FormatError, _ bytes: [UInt8]) -> DocumentFault {
        switch error {
        case .empty: return .empty
        case .utf32: return DocumentFault(zh: "是 UTF-32 文本；请另存为 UTF-8", en: "text in UTF-32; save it as UTF-8")
        case .undecodable(let utf8, let gb18030):
            let line = 1 + bytes[..<min(max(utf8, gb18030), bytes.count)].count { $0 == 0x0A }
            return DocumentFault(
                zh: "既不是 UTF-8 也不是 GB18030（GBK）文本：第 \(line) 行有不属于这两种编码的字节；请另存为 UTF-8",
                en: "neither UTF-8 nor GB18030 (GBK): line \(line) has bytes that are of neither; save it as UTF-8")
        default:
            return DocumentFault(
                zh: "不是文本，也不是能读的文件格式；请另存为 .docx、.xlsx 或文本文件",
                en: "neither text nor a format that can be read; save it as .docx, .xlsx or text")
        }
    }
}

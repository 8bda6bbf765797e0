import SourceDocuments
import SystemSupport
import TableFiles
import TabularText

/// What a file is, by its bytes and never by its name.
enum FoundKind: Hashable {
    case pdf
    /// A ZIP file; what is in it is seen when it is opened.
    case archive
    case word97, workbook97
    case richText
    case wordXML
    /// Text in one of the encodings, or a web page.
    case text
    case other(Other)

    var isCompound: Bool {
        switch self {
        case .word97, .workbook97, .other(.encryptedOffice), .other(.slides97), .other(.otherOffice97): true
        default: false
        }
    }

    /// Files that hold no text, or not as any reader here finds it.
    enum Other: Hashable {
        case encryptedOffice, slides97, otherOffice97
        case picture(String)
        case packed(String)
        case webArchive
        case database
    }

    init(_ bytes: [UInt8]) {
        func begins(_ text: StaticString) -> Bool {
            text.withUTF8Buffer { bytes.starts(with: $0) }
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = .archive
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = Self.compound(bytes)
        } else if Self.firstLines(bytes, contain: "%PDF-") {
            self = .pdf
        } else if begins("{\\rtf") {
            self = .richText
        } else if let picture = Self.picture(bytes) {
            self = .other(.picture(picture))
        } else if let packed = Self.packed(bytes) {
            self = .other(.packed(packed))
        } else if LayerFile.isDatabase(bytes) {
            self = .other(.database)
        } else if begins("MIME-Version:") || begins("From: <Saved by") || begins("From: \"Saved by") {
            self = .other(.webArchive)
        } else if Self.firstLines(bytes, contain: "<w:wordDocument") || Self.firstLines(bytes, contain: "<pkg:package")
        {
            self = .wordXML
        } else {
            self = .text
        }
    }

    /// A PDF may have a few lines before its mark.
    private static func firstLines(_ bytes: [UInt8], contain mark: StaticString) -> Bool {
        let wanted = Array(mark.withUTF8Buffer { Array($0) })
        let head = bytes.prefix(1024)
        guard head.count >= wanted.count else { return false }
        return (0...(head.count - wanted.count)).contains { head[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }

    private static func picture(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "JPEG" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "PNG" }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) {
            return "TIFF"
        }
        if bytes.starts(with: Array("GIF8".utf8)) { return "GIF" }
        if bytes.starts(with: Array("BM".utf8)), bytes.count > 14, bytes[6..<10].allSatisfy({ $0 == 0 }) {
            return "BMP"
        }
        return nil
    }

    private static func packed(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x1F, 0x8B]) { return "gzip" }
        if bytes.starts(with: Array("Rar!".utf8)) { return "RAR" }
        if bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) { return "7z" }
        return nil
    }

    /// Microsoft's compound files: entries of their directory are 128 bytes long and begin with their name in UTF-16.
    ///
    /// - Source: [MS-CFB] 2.6.1.
    private static func compound(_ bytes: [UInt8]) -> FoundKind {
        func has(_ name: String) -> Bool {
            var wanted: [UInt8] = []
            for byte in name.utf8 { wanted += [byte, 0] }
            wanted += [0, 0]
            var start = 512
            while start + 128 <= bytes.count {
                if Int(bytes[start + 64]) == wanted.count, bytes[start...].starts(with: wanted) { return true }
                start += 128
            }
            return false
        }
        if has("EncryptedPackage") { return .other(.encryptedOffice) }
        if has("WordDocument") { return .word97 }
        if has("Workbook") || has("Book") { return .workbook97 }
        return .other(has("PowerPoint Document") ? .slides97 : .otherOffice97)
    }
}

extension FoundKind.Other {
    var fault: DocumentFault {
        switch self {
        case .encryptedOffice:
            DocumentFault(
                zh: "是加密的 Office 文档；请在 Word、Excel 或 WPS 中去掉密码另存",
                en: "an encrypted Office document; save it without a password"
            )
        case .slides97: DocumentFault(zh: "是 PowerPoint 97 幻灯片，不是文件", en: "PowerPoint 97 slides, not a document")
        case .otherOffice97:
            DocumentFault(
                zh: "是旧版 Office 复合文件，其中没有 Word 正文也没有工作表；请另存为 .docx 或 .xlsx",
                en: "an old Office file with neither a Word text nor sheets in it; save it as .docx or .xlsx")
        case .picture(let kind):
            DocumentFault(
                zh: "是 \(kind) 图片（扫描件）；请向印发机关索取 .docx，或填写 landgrade-publish template 生成的工作簿",
                en:
                    "a picture (\(kind)): a scan; ask the issuing office for the .docx, or fill `landgrade-publish template`"
            )
        case .packed(let kind): DocumentFault(zh: "是 \(kind) 压缩包；请先解压", en: "a \(kind) archive; unpack it first")
        case .webArchive:
            DocumentFault(
                zh: "是单一文件网页（MHTML）；请在浏览器中另存为“网页，仅 HTML”，或在 Word 中另存为 .docx",
                en: "a web archive (MHTML); save it as “HTML only” in the browser, or as .docx in Word")
        case .database: DocumentFault(zh: "是 SQLite 数据库，不是文件", en: "an SQLite database, not a document")
        }
    }
}

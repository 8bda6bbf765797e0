public import SourceDocuments
public import SystemPackage
public import SystemSupport
import TabularText
import TableFiles

/// A file that has been read.
public struct ReadDocument: Sendable {
    /// Of one file.
    public let document: SourceDocument
    /// What a person has to know of how it was read.
    public let remarks: [Remark]
}

/// Reads a file of any kind that documents come in. What it is, its bytes say and not its name.
public enum DocumentReader {
    /// Bytes of a file other than a PDF.
    public static let largestFile = 64 << 20

    /// Bytes of text, that of a merged cell counted at each position it covers: what is done with a position is done
    /// with its text.
    static let mostText = 64 << 20
    /// Paragraphs, and lines of a text.
    static let mostParagraphs = 1_000_000

    /// Reads text or a web page that is held already.
    ///
    /// - Parameter name: as a person names the file.
    public static func read(text bytes: [UInt8], name: String) throws(DocumentFault) -> ReadDocument {
        try wording { try Reading(name: name).text(bytes) }
    }

    /// - Parameter name: as a person names the file.
    public static func read(_ path: FilePath, name: String) throws(DocumentFault) -> ReadDocument {
        try wording { try Reading(name: name).read(OpenedFile(path)) }
    }

    private static func wording(_ body: () throws -> ReadDocument) throws(DocumentFault) -> ReadDocument {
        do {
            return try body()
        } catch let error as DocumentFault {
            throw error
        } catch let error as TableError {
            throw DocumentFault(error.remark)
        } catch {
            let reason = String(describing: error)
            throw DocumentFault(zh: "读不了：\(SystemWords.chinese(reason))", en: "can't be read: \(reason)")
        }
    }
}

/// One file on its way to a document.
struct Reading {
    let name: String

    func read(_ file: OpenedFile) throws -> ReadDocument {
        guard file.count > 0 else { throw DocumentFault.empty }
        var kind = FoundKind(try file.bytes(limit: 1 << 16))
        // The directory of a compound file may stand anywhere in it.
        if kind.isCompound { kind = FoundKind(try file.whole(limit: DocumentReader.largestFile)) }
        switch kind {
        case .archive: return try archive(file)
        case .text: return try text(try file.whole(limit: DocumentReader.largestFile))
        case .pdf:
            let pdf = try PDFReader(file)
            return try finished(.pdf, pdf.blocks, pdf.remarks)
        case .word97:
            // WPS wrote the same format under a name of its own.
            let isWPS = name.lowercased().hasSuffix(".wps")
            let what =
                isWPS
                ? Remark(zh: " WPS 文字文件", en: "a WPS document")
                : Remark(zh: " Word 97–2003 文档", en: "a Word 97 document")
            return try converted(file, to: .word, isWPS ? .wps : .doc, "doc", what)
        case .workbook97:
            return try converted(
                file, to: .workbook, .xls, "xls", Remark(zh: " Excel 97–2003 工作簿", en: "an Excel 97 workbook"))
        case .richText: return try converted(file, to: .word, .rtf, "rtf", Remark(zh: " RTF 文档", en: "an RTF document"))
        case .wordXML:
            return try converted(file, to: .word, .doc, "xml", Remark(zh: " Word XML 文档", en: "a Word XML document"))
        case .other(let other): throw other.fault
        }
    }

    private func converted(
        _ file: OpenedFile, to target: ConvertedFile.Target, _ kind: SourceKind, _ suffix: String, _ what: Remark
    ) throws -> ReadDocument {
        let converted = try ConvertedFile(file, to: target, suffix: suffix, what: what)
        let archive = try ZipArchive(converted.file)
        let remark = Remark(
            zh: "是\(what.sentence(in: .zh))，由 LibreOffice 转换后读取",
            en: "\(what.sentence(in: .en)), read as LibreOffice converts it")
        switch target {
        case .word:
            let word = try WordReader(archive)
            return try finished(kind, word.blocks, [remark] + word.remarks)
        case .workbook:
            let sheets = try SheetReading(archive)
            return try finished(kind, sheets.blocks, [remark] + sheets.remarks)
        }
    }

    func finished(
        _ kind: SourceKind, _ blocks: [SourceBlock], _ remarks: [Remark] = [], mayBeCutShort: Bool = false
    ) throws(DocumentFault) -> ReadDocument {
        guard !blocks.isEmpty else { throw .nothing }
        var text = 0
        for case .table(let table) in blocks {
            for row in table.rows { for cell in row.cells { text += cell.text.utf8.count } }
            guard text <= DocumentReader.mostText else { throw .tooMuchText(limit: DocumentReader.mostText) }
        }
        let file = SourceFile(name: name, kind: kind, mayBeCutShort: mayBeCutShort)
        return ReadDocument(document: SourceDocument(files: [file], blocks: blocks), remarks: remarks)
    }

    func text(_ bytes: [UInt8]) throws -> ReadDocument {
        let decoded = try DecodedText(bytes)
        if Self.isPage(decoded.text) {
            let page = try Self.page(decoded.text, decoded.encoding)
            return try finished(.html, page.blocks, page.remarks)
        }
        var remarks: [Remark] = []
        let text = try TextReader(decoded.text) { markup in
            let page = try Self.page(markup, .utf8)
            remarks += page.remarks
            return page.blocks
        }
        return try finished(
            text.isMarkdown ? .markdown : .text, text.blocks, remarks, mayBeCutShort: text.mayBeCutShort)
    }

    private static func page(_ text: String, _ encoding: TextEncoding) throws -> PageReader {
        guard text.utf8.count <= PageReader.limit else { throw DocumentFault.tooLong(limit: PageReader.limit) }
        return try PageReader(text, encoding: encoding)
    }

    /// Whether a text is a web page, by its first words.
    static func isPage(_ text: String) -> Bool {
        var head = trimmed(String(text.unicodeScalars.prefix(4096))).lowercased()
        if head.hasPrefix("<?xml") { return head.contains("<html") }
        while head.hasPrefix("<!--"), let end = head.range("-->") { head = trimmed(String(head[end...])) }
        return [
            "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<div", "<p>", "<p ", "<title", "<style",
            "<script", "<h1", "<h2", "<span", "<center", "<font",
        ].contains { head.hasPrefix($0) }
    }

    private func archive(_ file: OpenedFile) throws -> ReadDocument {
        guard file.count <= DocumentReader.largestFile else {
            throw DocumentFault.tooLong(limit: DocumentReader.largestFile)
        }
        let archive = try ZipArchive(file)
        if archive.has("word/document.xml") || archive.has("word/document2.xml") {
            let word = try WordReader(archive)
            return try finished(.docx, word.blocks, word.remarks)
        }
        if archive.has("xl/workbook.xml") {
            let sheets = try SheetReading(archive)
            return try finished(.xlsx, sheets.blocks, sheets.remarks)
        }
        if archive.has("content.xml"), archive.has("mimetype") || archive.has("META-INF/manifest.xml") {
            let open = try OpenDocumentReader(archive)
            return try finished(.odt, open.blocks, open.remarks)
        }
        throw Self.other(archive)
    }

    /// ZIP files that hold something else.
    private static func other(_ archive: ZipArchive) -> DocumentFault {
        if archive.has("OFD.xml") {
            return DocumentFault(
                zh: "是 OFD 版式文件；请向印发机关索取 .docx，或用 OFD 阅读器导出为 PDF",
                en: "an OFD document; ask the issuing office for the .docx, or export it as PDF with an OFD reader")
        }
        if archive.has("ppt/presentation.xml") { return DocumentFault(zh: "是幻灯片，不是文件", en: "slides, not a document") }
        if archive.has("xl/workbook.bin") {
            return DocumentFault(zh: "是 XLSB 工作簿；请另存为 .xlsx", en: "an XLSB workbook; save it as .xlsx")
        }
        return DocumentFault(
            zh: "是 ZIP 压缩包，里面没有 Word 正文也没有工作表；请先解压",
            en: "a ZIP archive with neither a Word text nor sheets in it; unpack it first")
    }
}

extension String {
    /// One behind the first place of another text.
    fileprivate func range(_ other: String) -> String.Index? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(other) { return self.index(index, offsetBy: other.count) }
            index = self.index(after: index)
        }
        return nil
    }
}

import SourceDocuments
import SystemPackage
import SystemSupport
import TabularText
import TableFiles

/// Reads a PDF: words by Poppler's `pdftotext`, lines by its `pdftocairo`, cells from the lines. What no lines bound is
/// read as text in columns, which a person confirms.
struct PDFReader {
    /// Bytes of the file, which is never held.
    static let limit = 512 << 20
    static let what = Remark(zh: " PDF", en: "a PDF")
    static let package = "poppler-utils"

    let blocks: [SourceBlock]
    let remarks: [Remark]

    init(_ file: OpenedFile) throws {
        guard file.count <= Self.limit else { throw DocumentFault.tooLong(limit: Self.limit) }
        let path = file.path.isAbsolute ? file.path : FilePath(".").appending(file.path.components)
        let (pages, said) = try Self.words(path)
        try Self.refuseScans(pages, file)
        try Self.refuseUnreadable(pages)
        try self.init(pages: try Self.rules(path, pages), said: said)
    }

    /// - Parameters:
    ///   - ruled: the pages with their words and lines.
    ///   - said: what Poppler said of damage; empty where it said nothing.
    init(pages ruled: [PDFPage], said: String) throws(DocumentFault) {
        var assembly = PDFAssembly()
        var scanned: [Int] = []
        var isDoubtful = !said.isEmpty
        for (index, page) in ruled.enumerated() {
            // A picture of the page with its text beneath: the text is a guess of a program.
            let isPicture = page.picture > 0.6 * page.width * page.height
            if page.words.isEmpty, page.picture > 0.05 * page.width * page.height { scanned.append(index + 1) }
            if isPicture { isDoubtful = true }
            try assembly.add(page, number: index + 1)
        }
        guard scanned.isEmpty else { throw Self.scan(scanned, of: ruled.count) }
        var remarks: [Remark] = []
        if ruled.contains(where: { $0.picture > 0.6 * $0.width * $0.height }) {
            remarks.append(
                Remark(
                    zh: "有整页图片，文字来自识别（OCR），须逐项核对",
                    en: "pages that are pictures with recognized text (OCR): check each entry"))
        }
        if !said.isEmpty {
            remarks.append(
                Remark(
                    zh: "PDF 有损坏之处，Poppler 说“\(excerpt: said)”，须逐项核对",
                    en: "the PDF is damaged in places, Poppler says ‘\(excerpt: said)’: check each entry"))
        }
        blocks = try assembly.finished(isDoubtful: isDoubtful)
        self.remarks = remarks
    }

    private static func words(_ path: FilePath) throws -> (pages: [PDFPage], said: String) {
        let handler = PDFWordsHandler()
        let program = ChildProgram(
            name: "pdftotext", arguments: ["-bbox-layout", "-enc", "UTF-8", path, "-"], time: 30, memory: 512)
        let stream = XMLStream("pdftotext", handler)
        var head: [UInt8]? = []
        var said = ""
        do {
            said = try program.run { piece in
                // The document type, which names no part of it, ends with the first tag.
                if head != nil {
                    head!.append(contentsOf: piece)
                    guard let start = head!.firstRange(of: Array("<html".utf8))?.lowerBound else {
                        if head!.count > 1 << 16 { throw DocumentFault.nothing }
                        return
                    }
                    let rest = Array(head![start...])
                    head = nil
                    try rest.withUnsafeBytes { try stream.feed($0) }
                } else {
                    try stream.feed(piece)
                }
            }
            try stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        } catch let error as TableError {
            throw DocumentFault.damaged(what, error.remark)
        } catch let failure as ChildProgram.Failure {
            throw fault(failure, program)
        }
        return (
            handler.pages, said.split(separator: "\n").first { $0.contains("Error") }.map(String.init) ?? ""
        )
    }

    private static func fault(_ failure: ChildProgram.Failure, _ program: ChildProgram) -> any Error {
        if case .failed(_, let said) = failure {
            if said.contains("Incorrect password") || said.contains("ncrypt") {
                return DocumentFault(
                    zh: "是加密的 PDF；请去掉打开密码后再导入，或向印发机关索取 .docx",
                    en: "an encrypted PDF; remove its password, or ask the issuing office for the .docx")
            }
            if said.contains("not allowed") {
                return DocumentFault(
                    zh: "是不准复制文字的 PDF；请向印发机关索取 .docx，或填写 landgrade-publish template 生成的工作簿",
                    en:
                        "a PDF whose text may not be copied; ask the issuing office for the .docx, or fill `landgrade-publish template`"
                )
            }
            let line = said.split(separator: "\n").first.map(String.init) ?? ""
            return DocumentFault.damaged(
                Remark(zh: "损坏的 PDF", en: "a damaged PDF"),
                Remark(zh: "\(excerpt: line)", en: "\(excerpt: line)"))
        }
        return program.fault(failure, package: package, reading: what)
    }

    private static func refuseScans(_ pages: [PDFPage], _ file: OpenedFile) throws(DocumentFault) {
        guard !pages.isEmpty else { throw DocumentFault(zh: "是 PDF，里面没有页", en: "a PDF without pages") }
        if pages.allSatisfy({ $0.words.isEmpty }) { throw scan(Array(1...pages.count), of: pages.count) }
    }

    private static func scan(_ pages: [Int], of count: Int) -> DocumentFault {
        let list = pages.prefix(10).map(String.init).joined(separator: "、") + (pages.count > 10 ? "…" : "")
        let english = pages.prefix(10).map(String.init).joined(separator: ", ") + (pages.count > 10 ? " …" : "")
        if pages.count == count {
            return DocumentFault(
                zh: "是扫描件：\(count) 页都没有文字；请向印发机关索取 .docx，或填写 landgrade-publish template 生成的工作簿",
                en:
                    "a scan: \(count) pages without text; ask the issuing office for the .docx, or fill `landgrade-publish template`"
            )
        }
        return DocumentFault(
            zh: "是 PDF，其中第 \(list) 页是扫描图片，没有文字；请向印发机关索取 .docx，或填写 landgrade-publish template 生成的工作簿",
            en:
                "a PDF with scanned pages, which have no text: \(english); ask the issuing office for the .docx, or fill `landgrade-publish template`"
        )
    }

    /// Fonts that do not say which characters they draw give private characters, or replacements.
    private static func refuseUnreadable(_ pages: [PDFPage]) throws(DocumentFault) {
        var (all, unknown) = (0, 0)
        for scalar in pages.lazy.flatMap(\.words).flatMap({ $0.text.unicodeScalars }) {
            all += 1
            if scalar.value == 0xFFFD || (0xE000...0xF8FF).contains(scalar.value) || scalar.value < 0x20 {
                unknown += 1
            }
        }
        guard unknown * 20 > all else { return }
        throw DocumentFault(
            zh: "是 PDF，字体没有写明字符（\(all) 个字中 \(unknown) 个认不出）；请向印发机关索取 .docx",
            en:
                "a PDF whose fonts do not say what they write (\(unknown) of \(all) characters unknown); ask the issuing office for the .docx"
        )
    }

    /// The pages with their lines and pictures.
    private static func rules(_ path: FilePath, _ pages: [PDFPage]) throws -> [PDFPage] {
        let handler = PDFRulesHandler()
        let program = ChildProgram(
            name: "pdftocairo", arguments: ["-svg", path, "-"], time: 60, memory: 1024, output: 1 << 30)
        let stream = XMLStream("pdftocairo", handler, token: 16 << 20)
        var pictures = PictureFilter()
        do {
            _ = try program.run { piece in
                try pictures.filter(piece) { try stream.feed($0) }
            }
            try stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        } catch let error as TableError {
            throw DocumentFault.damaged(what, error.remark)
        } catch {
            throw program.fault(error, package: package, reading: what)
        }
        return try joined(pages, handler.pages)
    }

    /// Pages with their words, and with their lines, put together.
    static func joined(_ pages: [PDFPage], _ ruled: [PDFPage]) throws(DocumentFault) -> [PDFPage] {
        guard ruled.count == pages.count else {
            throw DocumentFault(
                zh: "是 PDF，读不了：pdftotext 读出 \(pages.count) 页，pdftocairo 读出 \(ruled.count) 页",
                en: "a PDF that can't be read: pdftotext finds \(pages.count) pages, pdftocairo \(ruled.count)")
        }
        return zip(pages, ruled).map { words, lines in
            var page = lines
            (page.width, page.height, page.words) = (words.width, words.height, words.words)
            return page
        }
    }
}

/// Leaves the bytes of pictures out of what pdftocairo writes: `xlink:href="data:…"`.
struct PictureFilter {
    private static let mark = Array("href=\"data:".utf8)
    private var matched = 0
    private var inPicture = false

    mutating func filter(
        _ piece: UnsafeRawBufferPointer, _ take: (UnsafeRawBufferPointer) throws -> Void
    ) rethrows {
        var start = 0
        for position in piece.indices {
            let byte = piece[position]
            if inPicture {
                if byte == 0x22 {
                    inPicture = false
                    start = position
                }
            } else if byte == Self.mark[matched] {
                matched += 1
                if matched == Self.mark.count {
                    matched = 0
                    inPicture = true
                    try take(UnsafeRawBufferPointer(rebasing: piece[start...position]))
                }
            } else {
                matched = byte == Self.mark[0] ? 1 : 0
            }
        }
        if !inPicture, start < piece.count { try take(UnsafeRawBufferPointer(rebasing: piece[start...])) }
    }
}

import SourceDocuments
import SystemSupport
import TabularText
import TableFiles

/// Reads a DOCX: WordprocessingML as Word, WPS and LibreOffice write it.
///
/// Of tracked changes the accepted text is taken; hidden text, comments, headers and footers are left out; numbers that
/// the program counts are part of the text; a footnote's mark stands where it is, its text at the end.
///
/// - Source: ECMA-376 Part 1, 17 (WordprocessingML).
struct WordReader {
    /// Bytes of one part; the text of a whole gazette has some MiB.
    static let limit = 64 << 20

    let blocks: [SourceBlock]
    let remarks: [Remark]

    init(_ archive: ZipArchive) throws {
        let package = PackageParts(archive)
        let main = try package.target(of: nil, type: "officeDocument") ?? "word/document.xml"
        let styles = StyleNumbersHandler()
        if let part = try package.target(of: main, type: "styles") {
            try XMLStream.read(try archive.open(part, limit: Self.limit), styles)
        }
        let numbering = NumberingHandler()
        if let part = try package.target(of: main, type: "numbering") {
            try XMLStream.read(try archive.open(part, limit: Self.limit), numbering)
        }
        let handler = WordHandler(ListCounters(numbering.numbering), styles.numbers)
        try XMLStream.read(try archive.open(main, limit: Self.limit), handler)
        for (kind, type) in [("注", "footnotes"), ("尾注", "endnotes")] {
            guard handler.notes > 0, let part = try package.target(of: main, type: type) else { continue }
            handler.begin(notes: kind)
            try XMLStream.read(try archive.open(part, limit: Self.limit), handler)
        }
        blocks = try handler.content.blocks()
        remarks = handler.remarks
        if blocks.isEmpty, handler.pictures > 0 {
            throw DocumentFault(
                zh:
                    "是 Word 文档，里面只有 \(handler.pictures) 张图片（扫描件）；请向印发机关索取可编辑的 .docx，或填写 landgrade-publish template 生成的工作簿",
                en:
                    "a Word document with nothing but pictures (\(handler.pictures)): a scan; ask the issuing office for the .docx, or fill `landgrade-publish template`"
            )
        }
    }
}

/// The parts of an Office Open XML package, by their relations.
struct PackageParts {
    let archive: ZipArchive

    init(_ archive: ZipArchive) { self.archive = archive }

    /// The first target of a part's relations of a type; nil part: the package itself.
    func target(of part: String?, type: String) throws -> String? {
        let folder = part.map { $0.split(separator: "/").dropLast().joined(separator: "/") } ?? ""
        let name = part.flatMap { $0.split(separator: "/").last.map(String.init) } ?? ""
        let path = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        guard archive.has(path) else { return nil }
        let handler = TargetHandler(type)
        try XMLStream.read(try archive.open(path, limit: 16 << 20), handler)
        guard let target = handler.target else { return nil }
        let full = target.hasPrefix("/") ? String(target.dropFirst()) : (folder.isEmpty ? "" : folder + "/") + target
        // Nothing outside of the package is ever opened, what is not there is none, and a text is not its own notes.
        return archive.has(full) && full != part ? full : nil
    }
}

private final class TargetHandler: XMLHandling {
    private let suffix: String
    var target: String?

    init(_ type: String) { suffix = "/" + type }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", target == nil, let type = attributes.string("Type"), type.hasSuffix(suffix),
            attributes.string("TargetMode") != "External"
        else { return }
        target = attributes.string("Target")
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

import SourceDocuments
import SystemSupport
import TabularText
import TableFiles

/// Reads an ODT or an ODS. Tracked deletions are stored outside the text in this format and are not read; a list's
/// numbers are counted.
///
/// - Source: OASIS OpenDocument 1.3, part 3.
struct OpenDocumentReader {
    static let limit = 64 << 20

    let blocks: [SourceBlock]
    let remarks: [Remark]

    init(_ archive: ZipArchive) throws {
        let handler = OpenDocumentHandler()
        if archive.has("META-INF/manifest.xml") {
            let manifest = EncryptionHandler()
            try XMLStream.read(try archive.open("META-INF/manifest.xml", limit: 16 << 20), manifest)
            guard !manifest.isEncrypted else {
                throw DocumentFault(
                    zh: "是加密的 OpenDocument 文件；请去掉密码另存", en: "an encrypted OpenDocument file; save it without a password"
                )
            }
        }
        if archive.has("styles.xml") {
            try XMLStream.read(try archive.open("styles.xml", limit: Self.limit), handler)
        }
        handler.begin()
        try XMLStream.read(try archive.open("content.xml", limit: Self.limit), handler)
        blocks = try handler.content.blocks()
        var remarks: [Remark] = []
        if handler.changes > 0 {
            remarks.append(
                Remark(
                    zh: "有未接受的修订 \(handler.changes) 处：按接受修订后的文字读",
                    en: "tracked changes, of which the accepted text is taken: \(handler.changes)"))
        }
        self.remarks = remarks
    }
}

private final class EncryptionHandler: XMLHandling {
    var isEncrypted = false
    func start(_ name: XMLName, _ attributes: XMLAttributes) { if name == "encryption-data" { isEncrypted = true } }
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// What the elements of an OpenDocument part say.
final class OpenDocumentHandler: XMLHandling {
    var content = ContentBuilder()
    private(set) var changes = 0
    private var inBody = false
    private var skipped = 0
    /// Paragraphs that are open: text outside of one is layout of the XML.
    private var paragraphs = 0

    /// A level of a list style.
    private struct Level {
        var format = ""
        var prefix = ""
        var suffix = ""
        var start = 1
    }

    private var styles: [String: [Int: Level]] = [:]
    private var style: String?
    /// The lists that are open, by style; a list within another has its style where it names none.
    private var lists: [(style: String, count: Int?)] = []
    private var counts: [String: [Int: Int]] = [:]
    private var number: String?

    /// How often the cell and the row that are open are there.
    private var cellRepeats: [Int] = []
    private var rowRepeats: [Int] = []
    /// Repeats of empty rows and cells, to the end of a sheet, are no content.
    private static let mostRepeats = 1000

    /// From here on it is the content, not the styles of another part.
    func begin() { inBody = false }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if skipped > 0 {
            skipped += 1
            return
        }
        let word = name.string
        if !inBody {
            startStyle(word, attributes)
            return
        }
        switch word {
        case "tracked-changes":
            skipped = 1
            changes += 1
        case "annotation", "annotation-end", "object", "object-ole", "forms", "event-listeners", "desc",
            "index-title-template", "toc-mark":
            skipped = 1
        case "p", "h":
            paragraphs += 1
            content.startParagraph()
            if let number {
                content.append(Array(number.utf8))
                self.number = nil
            }
        case "s":
            // More than a few mean no more.
            let count = min(Int(attributes.string("c") ?? "1") ?? 1, 8)
            content.append([UInt8](repeating: 0x20, count: max(count, 0)))
        case "tab": content.append("\t")
        case "line-break": content.append("\n")
        case "note": content.append(Array("［\(attributes.string("note-class") == "endnote" ? "尾注" : "注")".utf8))
        case "note-citation": break
        case "note-body": content.append("：")
        case "list": startList(attributes)
        case "list-item": startItem(attributes)
        case "list-header": number = nil
        case "table":
            try content.startTable()
            if let title = attributes.string("name"), isSheet { content.setTitle(title) }
        case "table-row":
            rowRepeats.append(repeats(attributes.string("number-rows-repeated")))
            content.startRow()
        case "table-cell":
            let spans = (
                rows: Int(attributes.string("number-rows-spanned") ?? "1") ?? 1,
                columns: Int(attributes.string("number-columns-spanned") ?? "1") ?? 1
            )
            cellRepeats.append(repeats(attributes.string("number-columns-repeated")))
            try content.startCell(rowSpan: spans.rows, columnSpan: spans.columns)
        case "covered-table-cell": skipped = 1
        case "spreadsheet":
            isSheet = true
            content.trimsTables = true
        default: break
        }
    }

    private(set) var isSheet = false

    private func repeats(_ text: String?) -> Int { max(1, min(text.flatMap { Int($0) } ?? 1, Self.mostRepeats)) }

    private func startStyle(_ word: String, _ attributes: XMLAttributes) {
        switch word {
        case "body": inBody = true
        case "list-style": style = attributes.string("name")
        case "list-level-style-number":
            guard let style, let level = attributes.string("level").flatMap({ Int($0) }), styles.count < 1 << 16 else {
                return
            }
            styles[style, default: [:]][level] = Level(
                format: attributes.string("num-format") ?? "",
                prefix: ListNumbering.shortened(attributes.string("num-prefix") ?? ""),
                suffix: ListNumbering.shortened(attributes.string("num-suffix") ?? ""),
                start: ListNumbering.start(attributes.string("start-value")) ?? 1)
        default: break
        }
    }

    private func startList(_ attributes: XMLAttributes) {
        let style = attributes.string("style-name") ?? lists.last?.style ?? ""
        lists.append((style, attributes.string("continue-numbering") == "true" ? nil : 0))
    }

    private func startItem(_ attributes: XMLAttributes) {
        number = nil
        guard let list = lists.indices.last, let level = styles[lists[list].style]?[lists.count], !level.format.isEmpty
        else { return }
        let key = lists[list].style
        var count = lists[list].count == 0 ? level.start : (counts[key]?[lists.count] ?? level.start - 1) + 1
        if let start = ListNumbering.start(attributes.string("start-value")) { count = start }
        lists[list].count = nil
        counts[key, default: [:]][lists.count] = count
        let format =
            switch level.format {
            case "I": "upperRoman"
            case "i": "lowerRoman"
            case "A": "upperLetter"
            case "a": "lowerLetter"
            case "1": "decimal"
            case let format where format.hasPrefix("一"): "chineseCounting"
            case let format where format.hasPrefix("①"): "decimalEnclosedCircle"
            default: "decimal"
            }
        number = level.prefix + NumberWords.text(count, format) + level.suffix
    }

    func end(_ name: XMLName) throws {
        if skipped > 0 {
            skipped -= 1
            return
        }
        let word = name.string
        if !inBody {
            if word == "list-style" { style = nil }
            return
        }
        switch word {
        case "p", "h":
            paragraphs -= 1
            content.endParagraph()
        case "note": content.append("］")
        case "list": lists.removeLast()
        case "table":
            content.endTable()
        case "table-row":
            content.endRow()
            if let count = rowRepeats.popLast() { try content.repeatRow(count - 1) }
        case "table-cell":
            content.endCell()
            if let count = cellRepeats.popLast() { try content.repeatCell(count - 1) }
        case "body": inBody = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard inBody, skipped == 0, paragraphs > 0 else { return }
        var run: [UInt8] = []
        run.reserveCapacity(bytes.count)
        for byte in bytes {
            let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if !isSpace {
                run.append(byte)
            } else if let last = run.last ?? content.lastByte, last != 0x20 {
                run.append(0x20)
            }
        }
        content.append(run)
    }
}

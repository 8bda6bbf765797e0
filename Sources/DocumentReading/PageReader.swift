import SourceDocuments
import SystemPackage
import SystemSupport
import TabularText
import TableFiles

/// Reads a web page: its charset is found by its bytes, its markup is made well-formed by libxml2's `xmllint`, which
/// ends elements where browsers do.
struct PageReader {
    /// Bytes of the page; xmllint holds its tree.
    static let limit = 32 << 20

    let blocks: [SourceBlock]
    let remarks: [Remark]

    /// - Parameter page: the page's text.
    init(_ page: String, encoding: TextEncoding) throws {
        let markup = PageMarkup(page)
        var remarks: [Remark] = []
        if let charset = markup.charset, let remark = try Self.judge(charset, encoding) { remarks.append(remark) }
        let handler = PageHandler()
        try Self.read(markup.cleaned, handler)
        blocks = try handler.content.blocks()
        if handler.hidden > 0 {
            remarks.append(
                Remark(
                    zh: "网页中不显示的内容 \(handler.hidden) 处未读",
                    en: "parts that the page does not show, not read: \(handler.hidden)")
            )
        }
        self.remarks = remarks
    }

    static let what = Remark(zh: "网页", en: "a web page")

    private static func read(_ bytes: [UInt8], _ handler: PageHandler) throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write(bytes, "page.html")
        let program = ChildProgram(
            name: "xmllint",
            arguments: [
                "--html", "--xmlout", "--dropdtd", "--nonet", "--recover", "--noblanks", "--encode", "UTF-8",
                "--nowarning", file,
            ], time: 20, memory: 512)
        let stream = XMLStream("xmllint", handler, depth: 600, token: limit)
        do {
            try program.run { try stream.feed($0) }
            try stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        } catch let error as TableError {
            throw DocumentFault.damaged(what, error.remark)
        } catch {
            throw program.fault(error, package: "libxml2-utils", reading: what)
        }
    }

    /// What the page says it is written in against what its bytes are.
    private static func judge(_ charset: String, _ encoding: TextEncoding) throws(DocumentFault) -> Remark? {
        let name: Sentence = "\(excerpt: charset)"
        guard let declared = TextEncoding(name: charset) else {
            guard ["us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252"].contains(charset.lowercased()) else {
                throw DocumentFault(
                    zh: "是 \(name) 编码的网页；请在浏览器中打开，复制到 Word 另存为 .docx",
                    en: "a web page in \(name); open it in a browser, copy it into Word and save it as .docx")
            }
            return encoding == .utf8
                ? nil
                : Remark(
                    zh: "网页声明为 \(name)，其实是 \(encoding.rawValue)；按后者读",
                    en: "a web page in \(encoding.rawValue) that says it is \(name); read as the former")
        }
        guard declared != encoding, !declared.isUTF16 || !encoding.isUTF16 else { return nil }
        let real = encoding == .gb18030 ? "GBK" : encoding.rawValue.uppercased()
        return Remark(
            zh: "是 \(real) 网页，却声明为 \(name)；按 \(real) 读",
            en: "a web page in \(real) that says it is \(name); read as \(real)")
    }
}

/// A page without what is no part of its text: scripts, styles, comments and other declarations.
struct PageMarkup {
    /// UTF-8, with nothing left that names another encoding.
    let cleaned: [UInt8]
    /// What the first `charset=` names; nil where there is none.
    let charset: String?

    init(_ page: String) {
        let bytes = Array(page.utf8)
        let comment = Array("<!--".utf8), commentEnd = Array("-->".utf8)
        charset = Self.charset(bytes)
        var out = Array("<html><head><meta charset=\"UTF-8\"></head><body>".utf8)
        out.reserveCapacity(bytes.count + 64)
        var position = 0
        while position < bytes.count {
            guard bytes[position] == 0x3C, position + 1 < bytes.count else {
                out.append(bytes[position])
                position += 1
                continue
            }
            if bytes[position...].starts(with: comment) {
                position = Self.end(of: commentEnd, in: bytes, from: position + 4)
            } else if bytes[position + 1] == 0x21 || bytes[position + 1] == 0x3F {
                position = Self.end(of: [0x3E], in: bytes, from: position + 2)
            } else if let name = Self.dropped.first(where: { Self.opens($0, bytes, position + 1) }) {
                position = Self.end(of: [0x3C, 0x2F] + name, in: bytes, from: position + 1)
                position = Self.end(of: [0x3E], in: bytes, from: position)
            } else if Self.frames.contains(where: {
                Self.opens($0, bytes, position + 1) || Self.closes($0, bytes, position + 1)
            }) {
                // The page gets these once, from here.
                position = Self.end(of: [0x3E], in: bytes, from: position)
            } else {
                out.append(0x3C)
                position += 1
            }
        }
        cleaned = out
    }

    private static let dropped = ["script", "style", "title", "noscript", "template"].map { Array($0.utf8) }
    private static let frames = ["html", "head", "body", "meta"].map { Array($0.utf8) }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// Whether a tag of that name begins at `position`.
    private static func opens(_ wanted: [UInt8], _ bytes: [UInt8], _ position: Int) -> Bool {
        guard position + wanted.count < bytes.count else { return false }
        for (index, byte) in wanted.enumerated() where lower(bytes[position + index]) != byte { return false }
        let after = bytes[position + wanted.count]
        return after == 0x3E || after == 0x2F || after == 0x20 || (0x09...0x0D).contains(after)
    }

    private static func closes(_ name: [UInt8], _ bytes: [UInt8], _ position: Int) -> Bool {
        position < bytes.count && bytes[position] == 0x2F && opens(name, bytes, position + 1)
    }

    /// One behind the next such text, letters in any case; the end where there is none.
    private static func end(of text: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
        var position = start
        while position + text.count <= bytes.count {
            if (0..<text.count).allSatisfy({ lower(bytes[position + $0]) == text[$0] }) { return position + text.count }
            position += 1
        }
        return bytes.count
    }

    private static func charset(_ bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(4096))
        let start = end(of: Array("charset=".utf8), in: head, from: 0)
        guard start < head.count else { return nil }
        let name = head[start...].drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }.prefix { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(lower(byte)) || byte == 0x2D || byte == 0x5F
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
}

/// What the elements of a web page say.
final class PageHandler: XMLHandling {
    var content = ContentBuilder()
    private(set) var hidden = 0
    private var skipped = 0
    private var preformatted = 0
    private var caption: [UInt8]?
    /// An element whose text stands in lines of its own.
    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section", "article",
        "header", "footer", "nav", "main", "aside", "blockquote", "pre", "center", "form", "fieldset", "address", "hr",
        "figure", "figcaption", "details", "summary",
    ]

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if skipped > 0 {
            skipped += 1
            return
        }
        let word = name.string.lowercased()
        if ["script", "style", "head", "template", "select", "textarea", "iframe", "object", "svg"].contains(word) {
            skipped = 1
            return
        }
        if attributes["hidden"] != nil || Self.hides(attributes.string("style")) {
            hidden += 1
            skipped = 1
            return
        }
        switch word {
        case "table":
            content.endParagraph()
            try content.startTable()
        case "tr": content.startRow()
        case "td", "th":
            try content.startCell(
                rowSpan: Self.span(attributes.string("rowspan"), none: ContentBuilder.mostRows),
                columnSpan: Self.span(attributes.string("colspan"), none: 1))
        case "caption": caption = []
        case "br": append([0x0A])
        case "pre":
            content.endParagraph()
            preformatted += 1
        default: if Self.blocks.contains(word) { endBlock() }
        }
    }

    private func endBlock() {
        if caption != nil { return append([0x0A]) }
        content.endParagraph()
    }

    /// `rowspan=0` reaches to the last row.
    private static func span(_ text: String?, none: Int) -> Int {
        guard let text, let number = Int(trimmed(text)) else { return 1 }
        return number == 0 ? none : number
    }

    private static func hides(_ style: String?) -> Bool {
        guard let style else { return false }
        return style.lowercased().filter { $0 != " " }.contains("display:none")
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard skipped == 0 else { return }
        if preformatted > 0 { return append(Array(bytes)) }
        var run: [UInt8] = []
        run.reserveCapacity(bytes.count)
        for byte in bytes {
            guard byte == 0x20 || (0x09...0x0D).contains(byte) else {
                run.append(byte)
                continue
            }
            // White space is one space, and none at the beginning of a line.
            let before = run.last ?? (caption?.last ?? content.lastByte)
            if let before, before != 0x20, before != 0x0A { run.append(0x20) }
        }
        append(run)
    }

    private func append(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        if caption != nil { caption!.append(contentsOf: bytes) } else { content.append(bytes) }
    }

    func end(_ name: XMLName) throws {
        if skipped > 0 {
            skipped -= 1
            return
        }
        let word = name.string.lowercased()
        switch word {
        case "table": content.endTable()
        case "tr": content.endRow()
        case "td", "th": content.endCell()
        case "caption":
            if let caption { content.setTitle(String(decoding: caption, as: UTF8.self)) }
            caption = nil
        case "pre":
            content.endParagraph()
            preformatted -= 1
        default: if Self.blocks.contains(word) { endBlock() }
        }
    }
}

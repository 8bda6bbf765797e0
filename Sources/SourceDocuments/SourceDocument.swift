/// What one or several files hold, as a person reads them: paragraphs and tables in reading order, each with its place.
/// A reader makes one of a file; nothing here opens one.
public struct SourceDocument: Hashable, Sendable {
    /// In the order they were given; a place names its file by the index.
    public var files: [SourceFile]
    public var blocks: [SourceBlock]

    public init(files: [SourceFile], blocks: [SourceBlock]) {
        self.files = files
        self.blocks = blocks
    }

    /// Several files as one document, in this order.
    public init(joining documents: [SourceDocument]) {
        var joined = SourceDocument(files: [], blocks: [])
        for document in documents {
            let first = joined.files.count
            joined.files += document.files
            joined.blocks += document.blocks.map { $0.moved(by: first) }
        }
        self = joined
    }

    public func file(of place: SourcePlace) -> SourceFile? {
        files.indices.contains(place.file) ? files[place.file] : nil
    }
}

public struct SourceFile: Hashable, Sendable {
    /// As a person names it: `通知.docx`.
    public let name: String
    public let kind: SourceKind
    /// The file ends without a line end inside a row, or a reader saw another sign that it was cut short.
    public let mayBeCutShort: Bool

    public init(name: String, kind: SourceKind, mayBeCutShort: Bool = false) {
        self.name = name
        self.kind = kind
        self.mayBeCutShort = mayBeCutShort
    }
}

/// What the file is.
public enum SourceKind: String, CaseIterable, Hashable, Sendable {
    case text, markdown, html, docx, odt, doc, wps, rtf, xlsx, xls, pdf
}

public enum SourceBlock: Hashable, Sendable {
    case paragraph(SourceParagraph)
    case table(SourceTable)

    public var place: SourcePlace {
        switch self {
        case .paragraph(let paragraph): paragraph.place
        case .table(let table): table.place
        }
    }

    func moved(by files: Int) -> SourceBlock {
        switch self {
        case .paragraph(var paragraph):
            paragraph.place.file += files
            return .paragraph(paragraph)
        case .table(var table):
            table.place.file += files
            for index in table.rows.indices { table.rows[index].place.file += files }
            return .table(table)
        }
    }
}

/// A paragraph of running text; in a plain text file a line that is not blank. A number that the program counts
/// (一、 or 表2 of a caption) is part of the text.
public struct SourceParagraph: Hashable, Sendable {
    /// Without outer spaces, never empty.
    public var text: String
    public var place: SourcePlace

    public init(text: String, place: SourcePlace) {
        self.text = text
        self.place = place
    }
}

import TabularText

/// What the small parts of a workbook say: its sheets, where they are, and which cells are dates.
struct WorkbookParts {
    struct Sheet: Hashable {
        let name: String
        let part: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    /// Days count from 1904 instead of 1900.
    private(set) var countsFrom1904 = false
    private(set) var styles = CellStyles()

    /// The parts that are ever opened, whatever others there are: these and the sheets.
    static let workbook = "xl/workbook.xml"
    static let relations = "xl/_rels/workbook.xml.rels"
    static let strings = "xl/sharedStrings.xml"
    static let stylesPart = "xl/styles.xml"
    /// The longest of them.
    static let limit = 16 << 20
    static let mostSheets = 4096

    init(_ archive: ZipArchive) throws {
        guard archive.has(Self.workbook) else { throw Self.kind(archive).error }
        let relations = RelationsHandler()
        try XMLStream.read(try archive.open(Self.relations, limit: Self.limit), relations, isOneNamespace: true)
        let workbook = WorkbookHandler()
        try XMLStream.read(try archive.open(Self.workbook, limit: Self.limit), workbook, isOneNamespace: true)
        countsFrom1904 = workbook.countsFrom1904
        for sheet in workbook.sheets {
            // Charts and macro sheets are no tables.
            guard let target = relations.sheets[sheet.relation], let part = Self.part(target), archive.has(part) else {
                continue
            }
            sheets.append(Sheet(name: sheet.name, part: part, isHidden: sheet.isHidden))
        }
        guard !sheets.isEmpty else { throw WorkbookFault.missing("xl/worksheets/*.xml").error }
        if archive.has(Self.stylesPart) {
            let handler = StylesHandler()
            try XMLStream.read(try archive.open(Self.stylesPart, limit: Self.limit), handler, isOneNamespace: true)
            styles = handler.styles
        }
    }

    /// Nil: not a part this may open.
    private static func part(_ target: String) -> String? {
        let target = target.replacing("\\", with: "/")
        var words: [Substring] = target.hasPrefix("/") ? [] : ["xl"]
        for word in target.split(separator: "/") where word != "." {
            if word != ".." {
                words.append(word)
            } else if words.popLast() == nil {
                return nil
            }
        }
        guard words.count == 3, words[0] == "xl", words[1] == "worksheets", words[2].lowercased().hasSuffix(".xml"),
            !words[2].hasPrefix(".")
        else { return nil }
        return words.joined(separator: "/")
    }

    private static func kind(_ archive: ZipArchive) -> WorkbookFault {
        if archive.has("xl/workbook.bin") { return .other(.binaryWorkbook) }
        if archive.has("word/document.xml") { return .other(.word) }
        if archive.has("ppt/presentation.xml") { return .other(.slides) }
        if archive.has("mimetype"), archive.has("content.xml") { return .other(.openDocument) }
        return .other(archive.has("[Content_Types].xml") ? .strict : packed(archive.names))
    }

    /// What people pack: a layer's files, or a list.
    private static func packed(_ names: Set<String>) -> WorkbookFault.OtherKind {
        func named(_ suffixes: String...) -> [String] {
            names.filter { name in suffixes.contains { name.hasSuffix($0) } }.sorted()
        }
        if names.contains(where: { $0.contains(".gdb/") }) { return .geodatabase }
        if !named(".shp").isEmpty { return .shapefile }
        if let list = named(".xlsx", ".csv", ".tsv", ".txt", ".gpkg", ".dbf", ".sqlite").first {
            return .packed(list)
        }
        return named(".kml").isEmpty ? .archive : .keyhole
    }
}

private final class RelationsHandler: XMLHandling {
    /// Targets of relations to sheets, by id.
    var sheets: [String: String] = [:]

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes.string("Id"), let type = attributes.string("Type"),
            let target = attributes.string("Target"), attributes.string("TargetMode") != "External"
        else { return }
        if type.hasSuffix("/worksheet"), sheets.count < WorkbookParts.mostSheets { sheets[id] = target }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class WorkbookHandler: XMLHandling {
    var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    var countsFrom1904 = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if name == "sheet", let title = attributes.string("name"), let id = attributes.string("id") {
            guard sheets.count < WorkbookParts.mostSheets else { throw WorkbookFault.tooManySheets.error }
            sheets.append((title, id, (attributes.string("state") ?? "visible") != "visible"))
        } else if name == "workbookPr" {
            countsFrom1904 = ["1", "true"].contains(attributes.string("date1904") ?? "")
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

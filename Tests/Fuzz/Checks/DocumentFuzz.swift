import SourceDocuments
import SystemSupport
import TabularText
import TestSupport

@testable import DocumentReading
@testable import TableFiles

/// What must hold for any bytes given to a reader of documents. What other programs print (xmllint, pdftotext, pdftocairo) is given as their bytes.
///
/// An input is the parts of a document with form feeds between them; those at the end may be left out.
enum DocumentFuzz: String, CaseIterable {
    /// The text, its styles, numbering and footnotes.
    case word
    /// The content and the styles.
    case opendocument
    /// A sheet, the shared texts and the styles.
    case sheets
    /// A page as it is before xmllint, and what xmllint makes of it: the same bytes.
    case page
    case text
    /// Words and lines, as Poppler prints them.
    case pdf

    private enum Outcome: Equatable {
        case blocks([SourceBlock])
        case refused(Remark)
    }

    /// What does not hold; nil where all does.
    func fault(_ input: [UInt8]) -> String? {
        do {
            let first = try outcome(input)
            guard try outcome(input) == first else { return "the same bytes gave two documents" }
            switch first {
            case .refused(let remark):
                return remark.sentence(in: .zh).isEmpty || remark.sentence(in: .en).isEmpty ? "no sentence" : nil
            case .blocks(let blocks): return Self.fault(blocks, isSheet: self == .sheets)
            }
        } catch { return "an error without a sentence: \(error)" }
    }

    private func outcome(_ input: [UInt8]) throws -> Outcome {
        do {
            return .blocks(try Reading(name: "x").finished(.text, try read(input)).document.blocks)
        } catch let fault as DocumentFault {
            return .refused(Remark(fault))
        } catch let error as TableError { return .refused(Remark(error)) }
    }

    private func read(_ input: [UInt8]) throws -> [SourceBlock] {
        let parts = input.split(separator: 0x0C, maxSplits: 3, omittingEmptySubsequences: false)
        var archive = StoredArchive()
        func add(_ index: Int, _ name: String) { if index < parts.count { archive.add(name, Array(parts[index])) } }
        switch self {
        case .word:
            let names = ["document", "styles", "numbering", "footnotes"]
            let relations = names.map { #"<Relationship Type="/\#($0)" Target="\#($0).xml"/>"# }.joined()
            archive.add("word/_rels/document.xml.rels", Array("<R>\(relations)</R>".utf8))
            for (index, name) in names.enumerated() { add(index, "word/\(name).xml") }
            return try WordReader(try opened(archive)).blocks
        case .opendocument:
            add(0, "content.xml")
            add(1, "styles.xml")
            return try OpenDocumentReader(try opened(archive)).blocks
        case .sheets:
            archive.add(
                "xl/workbook.xml", Array(#"<workbook><sheets><sheet name="a" r:id="b"/></sheets></workbook>"#.utf8))
            archive.add(
                "xl/_rels/workbook.xml.rels",
                Array(#"<r><Relationship Id="b" Type="/worksheet" Target="worksheets/s.xml"/></r>"#.utf8))
            add(0, "xl/worksheets/s.xml")
            add(1, "xl/sharedStrings.xml")
            add(2, "xl/styles.xml")
            return try SheetReading(try opened(archive)).blocks
        case .page:
            _ = PageMarkup(String(decoding: input, as: UTF8.self))
            let handler = PageHandler()
            try feed(input[...], handler, depth: 600)
            return try handler.content.blocks()
        case .text:
            // Markup within a text is read by xmllint.
            return try TextReader(try DecodedText(input).text) { _ in [] }.blocks
        case .pdf:
            let words = PDFWordsHandler()
            let rules = PDFRulesHandler()
            try feed(parts[0], words)
            if parts.count > 1 {
                // Pictures go by another way than lines, and piece by piece.
                var filter = PictureFilter()
                var kept: [UInt8] = []
                let bytes = Array(parts[1])
                for start in stride(from: 0, to: bytes.count, by: 100) {
                    bytes[start..<min(start + 100, bytes.count)].withUnsafeBytes { piece in
                        filter.filter(piece) { kept.append(contentsOf: $0) }
                    }
                }
                try feed(kept[...], rules)
            }
            return try PDFReader(pages: try PDFReader.joined(words.pages, rules.pages), said: "").blocks
        }
    }

    private func feed(_ bytes: ArraySlice<UInt8>, _ handler: any XMLHandling, depth: Int = XMLStream.maximumDepth)
        throws
    {
        let stream = XMLStream("x", handler, depth: depth)
        try bytes.withUnsafeBytes { try stream.feed($0, isLast: true) }
    }

    private func opened(_ archive: StoredArchive) throws -> ZipArchive {
        try ZipArchive(HeldBytes(archive.finished()))
    }

    // MARK: A document

    private static func fault(_ blocks: [SourceBlock], isSheet: Bool) -> String? {
        var (cells, tables) = (0, 0)
        for block in blocks {
            switch block {
            case .paragraph(let paragraph):
                if paragraph.text.isEmpty || trimmed(paragraph.text) != paragraph.text {
                    return "a paragraph of no text"
                }
            case .table(let table):
                tables += 1
                if !isSheet, table.place.table != tables { return "table \(tables) says it is another" }
                if let fault = fault(table, isSheet: isSheet) { return "table \(tables): \(fault)" }
                cells += table.rows.reduce(0) { $0 + $1.cells.count }
            }
        }
        return cells > SpanGrid.mostCells ? "\(cells) cells" : nil
    }

    private static func fault(_ table: SourceTable, isSheet: Bool) -> String? {
        guard !table.rows.isEmpty else { return "no rows" }
        var last = 0
        for (index, row) in table.rows.enumerated() {
            guard row.place.table == table.place.table, let number = row.place.row,
                isSheet ? number > last : number == index + 1
            else { return "the place of row \(index + 1)" }
            last = number
            if table.mergesKnown, row.cells.count != table.width { return "row \(index + 1) is no row of the grid" }
            for (column, cell) in row.cells.enumerated() {
                guard let origin = cell.origin else { continue }
                guard origin.row <= index, origin.column <= column, origin != GridPosition(row: index, column: column),
                    let first = table[origin.row, origin.column]
                else { return "row \(index + 1): a cell that continues none" }
                // Merges that overlap are marked, and a person looks at them.
                guard table.mergesKnown else { continue }
                guard first.origin == nil, first.text == cell.text else {
                    return "row \(index + 1): a cell that continues one of another text"
                }
            }
        }
        return nil
    }
}

import GradeModel
import SourceDocuments

/// A table of the document that has a part in it: its own rows and those of its continuations, below one header.
struct FoundTable {
    let caption: TableCaption
    let header: TableHeader
    /// `表2`; `第3表` where the document does not number it.
    let label: String
    var rows: [FoundRow]
    /// The least certain of its pieces.
    var grid: SourceGrid
    let place: SourcePlace
    let pieces: [SourceTable]

    /// Whether every label covers exactly its rows.
    var mergesKnown: Bool { grid == .markup || grid == .ruled }
}

struct FoundRow {
    /// From 1 below the header, headers that are printed again not counted.
    let number: Int
    let row: SourceRow
}

/// A definition table, in either orientation.
struct FoundDefinitions {
    let caption: TableCaption
    let label: String
    let table: SourceTable
}

/// The tables of a document, found by the words of their captions and headers.
struct FoundTables {
    private(set) var tables: [FoundTable] = []
    private(set) var definitions: [FoundDefinitions] = []
    /// Tables that look like one of grades or prices and whose header is not known.
    private(set) var unknown: [(table: SourceTable, caption: TableCaption, header: String)] = []
    /// Short paragraphs that announce a table which does not follow.
    private(set) var announced: [SourceParagraph] = []

    private var labels: Set<String> = []
    private var count = 0
    private enum Last { case none, table, other }
    private var last = Last.none

    init(_ document: SourceDocument) {
        var gap: [SourceParagraph] = []
        var captions: [SourceParagraph] = []
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph): gap.append(paragraph)
            case .table(let table):
                captions += gap.filter(Self.announces)
                if let caption = add(table, gap) {
                    captions.removeAll { $0.place == caption || folded($0.text) == folded(gap.last?.text ?? "") }
                }
                gap = []
            }
        }
        captions += gap.filter(Self.announces)
        // A line of a list of tables is announced again where its table stands.
        let found = Set(tables.compactMap(\.caption.number) + definitions.compactMap(\.caption.number))
        announced = captions.filter {
            TableCaption.number(compacted($0.text)).map { !found.contains($0.number) } ?? false
        }
    }

    private static func announces(_ paragraph: SourceParagraph) -> Bool {
        let text = compacted(paragraph.text)
        guard text.count <= 50, !text.hasSuffix("。"), let found = TableCaption.number(text) else { return false }
        return !HeaderWords.landTypes(in: found.rest).isEmpty && found.rest.contains("级别") && !found.rest.contains("…")
            && !TableCaption.isContinued(folded(paragraph.text))
    }

    /// The place of the caption that was used.
    private mutating func add(_ table: SourceTable, _ gap: [SourceParagraph]) -> SourcePlace? {
        count += 1
        var caption = TableCaption(gap, title: table.title, isFirst: count == 1)
        if let layout = DefinitionLayout(table) {
            for text in layout.above { caption.add(text) }
            definitions.append(FoundDefinitions(caption: caption, label: label(caption), table: table))
            last = .other
            return caption.place
        }
        let header = TableHeader(table)
        for text in header?.above ?? [] { caption.add(text) }
        if last == .table, continues(table, header, caption) {
            extend(table, from: header?.firstRow ?? 0)
            return caption.place
        }
        guard let header else {
            if Self.looksRelevant(table, caption) {
                let first = table.rows.first { $0.cells.contains { !$0.text.isEmpty } }
                let words = first?.cells.map(\.text).joined(separator: " | ") ?? ""
                unknown.append((table, caption, words))
            }
            last = .other
            return caption.place
        }
        var found = FoundTable(
            caption: caption, header: header, label: label(caption), rows: [], grid: table.grid, place: table.place,
            pieces: [table])
        Self.append(table, from: header.firstRow, to: &found)
        tables.append(found)
        last = .table
        return caption.place
    }

    /// A further piece of the table before: 续表, or the same header with nothing but page numbers between.
    private func continues(_ table: SourceTable, _ header: TableHeader?, _ caption: TableCaption) -> Bool {
        guard let before = tables.last, caption.isContinuation, table.title == nil || header == nil else {
            return false
        }
        if let header { return header.rows == before.header.rows || header.columns == before.header.columns }
        return table.width <= before.header.columns.count
    }

    private mutating func extend(_ table: SourceTable, from row: Int) {
        Self.append(table, from: row, to: &tables[tables.count - 1])
    }

    private static func append(_ table: SourceTable, from first: Int, to found: inout FoundTable) {
        for row in table.rows[first...] where !found.header.isRepeated(row) {
            found.rows.append(FoundRow(number: found.rows.count + 1, row: row))
        }
        if table.grid == .aligned || found.grid == .aligned {
            found.grid = .aligned
        } else if table.grid == .separated {
            found.grid = .separated
        }
    }

    /// Cells with grade labels, or a caption of ours.
    static func looksRelevant(_ table: SourceTable, _ caption: TableCaption) -> Bool {
        let labels = table.rows.reduce(0) { sum, row in
            sum + row.cells.count { !$0.isContinuation && GradeLabel.read($0.text, bare: false) != nil }
        }
        let ours = caption.lines.contains { line in
            (line.contains("级别") || HeaderWords.isPrice(line))
                && (!HeaderWords.landTypes(in: line).isEmpty || line.contains("农用地"))
        }
        return labels >= 2 || ours && table.rows.count >= 2
    }

    private mutating func label(_ caption: TableCaption) -> String {
        if let number = caption.number, TableRow.isTable(number), labels.insert(number).inserted { return number }
        let name = "第\(count)表"
        labels.insert(name)
        return name
    }
}

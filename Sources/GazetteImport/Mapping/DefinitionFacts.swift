import EditionPackage
import GradeModel
import SourceDocuments

/// What the document's definition tables, or its running text, say about each land type.
struct DefinitionFacts {
    struct Value: Hashable {
        let text: String
        let source: TableRow
        let place: SourcePlace?
    }

    /// By land type; several values of one attribute where the document has several rights.
    private(set) var values: [LandType: [DefinitionAttribute: Value]] = [:]
    /// Different rights for one land type.
    private(set) var rights: [String] = []
    /// Attributes of the table that a package has no column for.
    private(set) var notCarried: [(text: String, place: SourcePlace)] = []
    /// Cells that could not be understood.
    private(set) var unclear: [(attribute: DefinitionAttribute, text: String, place: SourcePlace, source: TableRow)] =
        []

    private let chosen: String?

    /// - Parameter chosen: the one right that the edition is to hold, as the caller names it.
    init(_ tables: [FoundDefinitions], _ document: SourceDocument, landTypes: [LandType], chosen: String?) {
        self.chosen = chosen
        for table in tables {
            guard let layout = DefinitionLayout(table.table) else { continue }
            switch layout.orientation {
            case .rows(let column, let types): readRows(table, layout, column, types, landTypes)
            case .columns(let columns): readColumns(table, layout, columns, landTypes)
            }
        }
        if tables.isEmpty { readProse(document, landTypes) }
    }

    var landTypes: [LandType] { values.keys.sorted() }

    // MARK: Attributes down the first column

    private mutating func readRows(
        _ found: FoundDefinitions, _ layout: DefinitionLayout, _ column: Int, _ header: [Int: [LandType]],
        _ graded: [LandType]
    ) {
        let table = found.table
        let source = TableRow(table: found.label, row: nil)
        var attribute: DefinitionAttribute?
        var all = Array(Set(header.values.flatMap { $0 })).sorted()
        if all.isEmpty { all = found.caption.landTypes }
        for row in table.rows.indices.dropFirst(layout.firstRow) {
            var cells = table.rows[row].cells
            // A copy from a browser leaves out what a merged cell covers.
            let name = cells.indices.contains(column) ? folded(cells[column].text) : ""
            let leftOut = !table.mergesKnown && HeaderWords.landType(name) != nil && attribute != nil
            if leftOut { cells.insert(SourceCell(""), at: column) }
            if !leftOut, !name.isEmpty {
                attribute = HeaderWords.attribute(name)
                if attribute == nil {
                    notCarried.append((cells[column].text, table.place(row: row, column: column)))
                }
            }
            guard let attribute else { continue }
            let rest = cells.enumerated().dropFirst(column + 1).filter { !$0.element.text.isEmpty }
            let place = table.place(row: row, column: min(column + 1, max(cells.count - 1, 0)))
            let texts = rest.map(\.element.text)
            if attribute == .landType {
                let named = texts.flatMap { HeaderWords.landTypes(in: folded($0)) }
                all = Array(Set(named)).sorted()
                continue
            }
            if !header.isEmpty {
                for (index, cell) in rest {
                    for landType in header[index] ?? [] {
                        set(
                            attribute, landType,
                            Value(text: cell.text, source: source, place: table.place(row: row, column: index)))
                    }
                }
            } else if let first = texts.first, let second = texts.dropFirst().first, second != first,
                !HeaderWords.landTypes(in: folded(first)).isEmpty, folded(first).count <= 12
            {
                for landType in HeaderWords.landTypes(in: folded(first)) {
                    set(attribute, landType, Value(text: second, source: source, place: place))
                }
            } else if let first = texts.first, let split = Self.leadingType(first) {
                set(attribute, split.0, Value(text: split.1, source: source, place: place))
            } else if let first = texts.first {
                for landType in all.isEmpty ? graded : all {
                    set(attribute, landType, Value(text: first, source: source, place: place))
                }
            }
        }
    }

    /// `园地 宗地外道路通达。`: two columns that a page's text runs together.
    private static func leadingType(_ text: String) -> (LandType, String)? {
        for landType in LandType.allCases where text.hasPrefix(landType.name) {
            let rest = text.dropFirst(landType.name.count)
            guard rest.first?.isWhitespace == true else { continue }
            return (landType, String(rest.drop(while: \.isWhitespace)))
        }
        return nil
    }

    // MARK: Attributes across the header

    private mutating func readColumns(
        _ found: FoundDefinitions, _ layout: DefinitionLayout, _ columns: [Int: DefinitionAttribute],
        _ graded: [LandType]
    ) {
        let table = found.table
        let landColumn = columns.first { $0.value == .landType }?.key
        let rightsColumn = columns.first { $0.value == .rights }?.key
        var carried: [Int: String] = [:]
        var seen: [LandType: Set<String>] = [:]
        var order: [String] = []
        for row in table.rows.indices.dropFirst(layout.firstRow) {
            var texts: [Int: String] = [:]
            for column in columns.keys {
                let text = table[row, column]?.text ?? ""
                texts[column] = text.isEmpty ? carried[column] : text
                if !text.isEmpty { carried[column] = text }
            }
            var types = found.caption.landTypes.isEmpty ? graded : found.caption.landTypes
            if let landColumn {
                types = HeaderWords.landTypes(in: folded(texts[landColumn] ?? ""))
            }
            guard !types.isEmpty else { continue }
            let right = rightsColumn.flatMap { texts[$0] } ?? ""
            for landType in types { seen[landType, default: []].insert(right) }
            if !right.isEmpty, !order.contains(right) { order.append(right) }
            if let chosen, !right.isEmpty, folded(chosen) != folded(right) { continue }
            let source = TableRow(table: found.label, row: row - layout.firstRow + 1)
            for (column, attribute) in columns.sorted(by: { $0.key < $1.key }) where attribute != .landType {
                guard let text = texts[column], !text.isEmpty else { continue }
                let value = Value(text: text, source: source, place: table.place(row: row, column: column))
                for landType in types { set(attribute, landType, value) }
            }
        }
        if chosen == nil, seen.values.contains(where: { $0.count > 1 }) { unclear = [] }
        for right in order where seen.values.contains(where: { $0.count > 1 && $0.contains(right) }) {
            rights.append(right)
        }
    }

    private mutating func set(_ attribute: DefinitionAttribute, _ landType: LandType, _ value: Value) {
        guard let first = values[landType]?[attribute] else {
            values[landType, default: [:]][attribute] = value
            return
        }
        if first.text != value.text, let place = value.place {
            unclear.append((attribute, "\(first.text) / \(value.text)", place, value.source))
        }
    }

    // MARK: Running text

    private static let rightWords = [
        "农村土地承包经营权", "土地承包经营权", "林地承包经营权", "国有农用地使用权", "集体农用地使用权", "国有土地使用权", "集体土地使用权", "农用地使用权", "土地经营权",
        "承包经营权", "林地使用权", "林地经营权", "使用权",
    ]
    private static let facilityWords = ["道路", "通路", "灌", "排水", "设施", "通电", "水源", "交通", "通达", "平整"]

    /// A paragraph that says what the base price is: a valuation date with the rights, terms and infrastructure.
    private mutating func readProse(_ document: SourceDocument, _ graded: [LandType]) {
        for block in document.blocks {
            guard case .paragraph(let paragraph) = block else { continue }
            let text = folded(paragraph.text)
            guard
                HeaderWords.attributes.contains(where: {
                    $0.attribute == .valuationDate && $0.words.contains(where: text.contains)
                }),
                text.contains("地价"), let date = Self.valuationDate(in: text)
            else { continue }
            let source = TableRow(table: "正文", row: nil)
            func value(_ text: String) -> Value { Value(text: text, source: source, place: paragraph.place) }
            let named = HeaderWords.landTypes(in: text)
            let types = named.isEmpty ? graded : named
            let rights = Self.rightWords.first { text.contains($0) }
            let facilities = Self.facilities(compacted(paragraph.text))
            for landType in types {
                set(.valuationDate, landType, value(date.chinese))
                if let rights { set(.rights, landType, value(rights)) }
                if let facilities { set(.infrastructure, landType, value(facilities)) }
                if let years = Self.years(of: landType, in: text) { set(.term, landType, value("\(years)年")) }
            }
            return
        }
    }

    private static func valuationDate(in text: String) -> CalendarDate? {
        for words in HeaderWords.attributes where words.attribute == .valuationDate {
            for word in words.words {
                guard let range = text.firstRange(of: word) else { continue }
                if let date = ChineseDate.dates(in: String(text[range.upperBound...])).first { return date }
                if let date = ChineseDate.dates(in: String(text[..<range.lowerBound])).last { return date }
            }
        }
        return nil
    }

    /// `园地30年`, `林地使用年期70年`; nil where the text gives none for the type.
    private static func years(of landType: LandType, in text: String) -> Int? {
        for part in text.split(whereSeparator: { "、,;。()，；".contains($0) }) {
            guard let range = part.firstRange(of: landType.name) else { continue }
            let behind = part[range.upperBound...]
            guard let first = behind.firstIndex(where: { ("0"..."9").contains($0) }) else { continue }
            let words = behind[..<first]
            guard ["", "为", "使用年期", "使用年限", "年期", "期限", "使用年期为"].contains(String(words)) else { continue }
            if let years = TermPhrases.years(String(behind[first...])) { return years }
        }
        return nil
    }

    /// `宗地外道路通达、具备基本灌排条件` out of a sentence.
    private static func facilities(_ text: String) -> String? {
        let parts = text.split { "，；。".contains($0) }.flatMap { clause -> [Substring] in
            // After the rights and their bracket a list continues with 、.
            guard let close = clause.lastIndex(where: { "）)".contains($0) }) else { return [clause] }
            return [clause[..<close], clause[clause.index(after: close)...]]
        }
        let found = parts.map { String($0).trimmed("、") }.filter { part in facilityWords.contains { part.contains($0) }
        }
        guard found.count == 1, var sentence = found.first else { return nil }
        for tail in ["条件下的", "情况下的", "的平均价格", "的价格", "的土地", "的平均"] {
            if let range = sentence.firstRange(of: tail) { sentence = String(sentence[..<range.lowerBound]) }
        }
        return Grammar.isText(sentence) ? sentence : nil
    }
}

import EditionPackage
import EditionPublishing
import GradeModel
import SourceDocuments

/// Collects what is open, and numbers it in the document's order.
struct OpenQuestions {
    var questions: [OpenQuestion] = []

    mutating func add(_ unknown: [(table: SourceTable, caption: TableCaption, header: String)]) {
        for (table, caption, header) in unknown {
            let title = caption.title.isEmpty ? "" : caption.title + "："
            questions.append(OpenQuestion(kind: .unknownTable, place: table.place, text: title + header))
        }
    }

    mutating func addAligned(_ table: FoundTable) {
        questions.append(
            OpenQuestion(
                kind: .aligned, place: table.place, source: TableRow(table: table.label, row: nil),
                text: table.caption.title))
    }

    mutating func addLabels(_ facts: TableFacts, _ rows: String) {
        questions.append(
            OpenQuestion(
                kind: .labels, place: facts.table.place, source: TableRow(table: facts.table.label, row: nil),
                text: rows))
    }

    /// Tables whose land type neither caption nor column says.
    mutating func addUntyped(_ facts: [TableFacts]) {
        for table in facts where table.scopes.contains(where: { $0.landTypes.isEmpty }) {
            questions.append(
                OpenQuestion(
                    kind: .landTypeOfTable, place: table.table.place,
                    source: TableRow(table: table.table.label, row: nil),
                    text: table.table.caption.title))
        }
    }

    mutating func addRights(
        _ definitions: DefinitionFacts, _ facts: [TableFacts], _ options: ImportOptions
    ) throws(ImportError) {
        var known = definitions.rights
        for right in facts.flatMap(\.rights) where !known.contains(where: { folded($0) == folded(right) }) {
            known.append(right)
        }
        guard let chosen = options.rights else {
            guard known.count > 1 else { return }
            questions.append(OpenQuestion(kind: .rights, text: known.joined(separator: "、")))
            return
        }
        guard known.isEmpty || known.contains(where: { folded($0) == folded(chosen) }) else {
            throw ImportError(place: nil, .noSuchRight(chosen, known: known))
        }
    }

    /// Notes behind the tables that speak of grades or places: they may change what the rows say.
    mutating func addNotes(_ document: SourceDocument, _ facts: [TableFacts]) {
        let tables = Set(facts.map(\.table.place))
        var isBehind = false
        /// Paragraphs since the last of our tables: far behind it a gazette prints other documents.
        var distance = 0
        for block in document.blocks {
            switch block {
            case .table(let table):
                isBehind = isBehind || tables.contains(table.place)
                if tables.contains(table.place) { distance = 0 }
            case .paragraph(let paragraph):
                distance += 1
                let text = folded(paragraph.text)
                let isNote = ["注:", "注1", "备注", "说明:", "(注", "注释", "附注"].contains { text.hasPrefix($0) }
                let isMarked = "*＊※#①②③④⑤⑥⑦⑧⑨".contains(paragraph.text.trimmed("").first ?? " ")
                let speaks = ["村", "级", "乡", "镇", "社区", "组", "未列"].contains { text.contains($0) }
                let isRule = ["其余", "其他", "未列入", "未列"].contains { text.contains($0) } && text.contains("级")
                let isRemark = distance <= 20 && text.count <= 60 && (Self.refers(text) || Self.grades(text))
                guard
                    isBehind,
                    isNote && speaks || isRule && text.count <= 120 || isRemark || isMarked && speaks && distance <= 20
                else { continue }
                questions.append(OpenQuestion(kind: .note, place: paragraph.place, text: paragraph.text))
            }
        }
    }

    /// 大坪村3组为三级: a place and a grade in one sentence. A caption is none.
    private static func grades(_ text: String) -> Bool {
        guard TableCaption.number(text) == nil, !TableCaption.isContinued(text) else { return false }
        let hasGrade = (1...20).contains { number in Grade(rawValue: number).map { text.contains($0.label) } ?? false }
        return hasGrade && ["村", "社区", "组"].contains { text.contains($0) }
    }

    /// 林地按园地级别执行; 草地参照林地基准地价执行.
    private static func refers(_ text: String) -> Bool {
        let leans = ["参照", "比照", "等同"].contains { text.contains($0) } || text.contains("按") && text.contains("执行")
        return leans && (text.contains("级") || text.contains("地价")) && !HeaderWords.landTypes(in: text).isEmpty
    }

    /// The definition of every land type that is defined or graded; an open attribute is a question.
    mutating func define(_ facts: DefinitionFacts, _ graded: [LandType]) -> [DraftDefinition] {
        // A document may grade and say nowhere what that means: then there is nothing to complete.
        if facts.landTypes.isEmpty, facts.rights.isEmpty { return [] }
        let types = Set(facts.landTypes).union(graded).sorted()
        for unclear in facts.unclear {
            questions.append(
                OpenQuestion(
                    kind: .definition, place: unclear.place, source: unclear.source, text: unclear.text,
                    attribute: unclear.attribute))
        }
        return types.map { landType in
            let values = facts.values[landType] ?? [:]
            let source = values.values.first?.source ?? TableRow(table: "正文", row: nil)
            var definition = DraftDefinition(landType: landType, source: source, place: values.values.first?.place)
            func text(_ attribute: DefinitionAttribute) -> String? {
                values[attribute].flatMap { value in
                    let text = value.text.split(separator: "\n").joined()
                    return Grammar.isText(text) ? text : nil
                }
            }
            definition.rights = text(.rights)
            definition.infrastructure = text(.infrastructure)
            definition.valuationDate = values[.valuationDate].flatMap { ChineseDate.date($0.text) }
            if let text = text(.term), let terms = TermPhrases(text, all: types) {
                switch terms.terms[landType] {
                case .years(let years): definition.termYears = years
                case .words(let words): definition.term = words
                case nil: break
                }
            }
            for attribute in DefinitionAttribute.allCases where !definition.has(attribute) {
                questions.append(
                    OpenQuestion(
                        kind: .definition, place: values[attribute]?.place, source: values[attribute]?.source,
                        text: values[attribute]?.text ?? attribute.name, landTypes: [landType], attribute: attribute))
            }
            return definition
        }
    }

    mutating func add(_ citation: DraftCitation, several: [CalendarDate]) {
        for part in citation.missing {
            let dates = part == .issued ? several.map(\.description).joined(separator: "、") : ""
            questions.append(OpenQuestion(kind: .citation, text: dates, part: part))
        }
    }

    /// In the document's order; those about no place come first.
    func numbered(in document: SourceDocument) -> [ImportQuestion] {
        let sorted = questions.enumerated().sorted { a, b in
            let (first, second) = (Self.key(a.element), Self.key(b.element))
            return first == second ? a.offset < b.offset : first.lexicographicallyPrecedes(second)
        }
        return sorted.enumerated().map { index, entry in
            let open = entry.element
            return ImportQuestion(
                id: "Q\(index + 1)", kind: open.kind, place: open.place, source: open.source, text: open.text,
                landTypes: open.landTypes, grade: open.grade, printedGrade: open.printed, erratum: open.erratum,
                township: open.township,
                attribute: open.attribute, part: open.part, suggestion: open.suggestion)
        }
    }

    private static func key(_ question: OpenQuestion) -> [Int] {
        guard let place = question.place else { return [-1] }
        return [place.file, place.line ?? 0, place.page ?? 0, place.table ?? 0, place.row ?? 0, place.column ?? 0]
    }
}

extension DraftDefinition {
    package func has(_ attribute: DefinitionAttribute) -> Bool {
        switch attribute {
        case .landType: true
        case .rights: rights != nil
        case .term: termYears != nil || term != nil
        case .infrastructure: infrastructure != nil
        case .valuationDate: valuationDate != nil
        }
    }
}

/// Townships that the document's tables name, and the former edition's.
struct TownshipNames {
    private(set) var names: Set<String> = []

    init(_ tables: [FoundTable], _ former: Edition?) {
        names = Set(former?.townships.map(\.name) ?? [])
        for table in tables {
            let columns = table.header.columns
            for (index, column) in columns.enumerated() {
                for row in table.rows where row.row.cells.indices.contains(index) {
                    let text = row.row.cells[index].text
                    if column.role == .township {
                        let name = compacted(text)
                        if ScopeReading.looksLikeTownship(name) { names.insert(name) }
                    } else if column.role == .scope || column.role == .village || column.role == nil {
                        addHeads(text)
                    }
                }
            }
        }
    }

    /// What stands before a colon.
    private mutating func addHeads(_ text: String) {
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: { "：:".contains($0) }).dropLast() {
            let head = part.split { "、，,；;。\n ".contains($0) }.last.map { compacted(String($0)) } ?? ""
            if ScopeReading.looksLikeTownship(head) { names.insert(head) }
        }
    }
}

/// Tables of townships and villages without grades: the document's own closed list.
struct PlaceLists {
    private(set) var villages: [String: [String]] = [:]

    init(_ facts: [TableFacts]) {
        for table in facts.map(\.table) {
            let columns = table.header.columns
            guard let township = columns.firstIndex(where: { $0.role == .township }),
                let village = columns.firstIndex(where: { $0.role == .village }),
                !columns.contains(where: { $0.role == .grade || $0.grade != nil || $0.isPrice }),
                table.caption.grade == nil
            else { continue }
            var name = ""
            for row in table.rows {
                let cells = row.row.cells
                guard cells.indices.contains(max(township, village)) else { continue }
                if !cells[township].text.isEmpty { name = compacted(cells[township].text) }
                for piece in ScopeReading(closed: nil, townships: []).pieces(cells[village].text) {
                    let piece = compacted(piece)
                    guard PlaceName.doubt(piece) == nil, !name.isEmpty else { continue }
                    villages[name, default: []].append(piece)
                }
            }
        }
    }
}

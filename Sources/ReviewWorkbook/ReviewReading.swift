public import GazetteImport
import EditionPackage
import GradeModel
import SourceDocuments
public import TabularText
import WorkbookTable

/// Why a review workbook can't be taken: the cell, and what it should hold.
public struct ReviewError: Error, Hashable, Sendable {
    public let remark: TableRemark

    init(_ chinese: String, _ english: String) { remark = TableRemark(chinese, english) }

    init(_ cell: ReviewCell, _ chinese: String, _ english: String) {
        self.init(
            "工作表“\(cell.sheet)”第 \(cell.row) 行“\(cell.column)”：\(chinese)",
            "sheet \(cell.sheet), row \(cell.row), \(cell.column): \(english)")
    }
}

/// A cell as a message names it.
struct ReviewCell: Hashable {
    let sheet: String
    let row: Int
    let column: String
}

extension ReviewWorkbook {
    /// Whether the sheets are those of a review workbook.
    public static func isOne(_ file: any RandomAccess) -> Bool {
        guard let archive = try? ZipArchive(file), archive.has("xl/workbook.xml"),
            let sheets = try? WorkbookGrid.sheets(archive, limit: mostCells)
        else { return false }
        return Set(sheets.map(\.name)).isSuperset(of: [ReviewWords.citation, ReviewWords.grades, ReviewWords.questions])
    }

    static let mostCells = 1_000_000

    /// The draft that a workbook holds, with its answers applied; `questions` are those without an answer.
    ///
    /// - Throws: `ReviewError` for what a cell may not hold; `TableError` where it is no sound workbook.
    public static func read(_ file: any RandomAccess) throws -> ImportDraft {
        let sheets = try WorkbookGrid.sheets(try ZipArchive(file), limit: mostCells)
        func rows(_ name: String, _ columns: [String]) throws(ReviewError) -> [ReviewRow] {
            guard let sheet = sheets.first(where: { $0.name == name }) else { return [] }
            return try ReviewRow.rows(sheet, columns)
        }
        var draft = try citation(try rows(ReviewWords.citation, ReviewWords.citationColumns))
        draft.definitions = try definitions(try rows(ReviewWords.definitions, ReviewWords.definitionColumns))
        var known: [[String]: Int] = [:]
        for row in try rows(ReviewWords.grades, ReviewWords.gradeColumns) {
            let grade = try grade(row)
            let key = [row["地类"], grade.township, grade.village, grade.part ?? ""]
            if let first = known.updateValue(row.number, forKey: key), grade.landType != nil {
                throw ReviewError(
                    row.cell("村"), "与第 \(first) 行重复；只能留一处", "stands already in row \(first); keep one of them")
            }
            draft.grades.append(grade)
        }
        for row in try rows(ReviewWords.prices, ReviewWords.priceColumns) { draft.prices.append(try price(row)) }
        for row in try rows(ReviewWords.errata, ReviewWords.errataColumns) { draft.errata.append(try erratum(row)) }
        var answers = ReviewAnswers(draft)
        for row in try rows(ReviewWords.questions, ReviewWords.questionColumns) { try answers.take(row) }
        answers.finish()
        draft = answers.draft
        draft.townships = townships(try rows(ReviewWords.places, ReviewWords.placeColumns), draft)
        return draft
    }

    private static func citation(_ rows: [ReviewRow]) throws(ReviewError) -> ImportDraft {
        var cells: [ReviewWords.Item: ReviewRow] = [:]
        for row in rows { if let item = ReviewWords.Item(rawValue: row["项目"]) { cells[item] = row } }
        func text(_ item: ReviewWords.Item) -> String? {
            cells[item].map { $0["内容"] }.flatMap { $0.isEmpty ? nil : $0 }
        }
        func fail(_ item: ReviewWords.Item, _ chinese: String, _ english: String) -> ReviewError {
            ReviewError(
                cells[item]?.cell("内容") ?? ReviewCell(sheet: ReviewWords.citation, row: 1, column: item.rawValue),
                "\(item.rawValue)\(chinese)", english)
        }
        guard let code = text(.countyCode), County.isCode(code) else {
            throw fail(.countyCode, "应为六位数字，如 430698", "six digits, as in 430698")
        }
        var draft = ImportDraft(countyCode: code)
        draft.province = text(.province)
        draft.prefecture = text(.prefecture)
        func date(_ item: ReviewWords.Item) throws(ReviewError) -> CalendarDate? {
            guard let text = text(item) else { return nil }
            guard let date = ChineseDate.date(text) else {
                throw fail(item, "应为日期，如 2025年1月23日", "a date, as in 2025-01-23")
            }
            return date
        }
        var citation = DraftCitation()
        citation.countyName = text(.county)
        citation.number = text(.number)
        citation.title = text(.title)
        citation.issuer = text(.issuer)
        citation.issued = try date(.issued)
        citation.effective = try date(.effective)
        citation.expires = try date(.expires)
        for (item, part) in [(ReviewWords.Item.registration, CitationPart.registration), (.publication, .publication)] {
            guard let text = text(item) else {
                citation.missing.append(part)
                continue
            }
            guard text != ReviewWords.none else { continue }
            if part == .registration { citation.registration = text } else { citation.publication = text }
        }
        if let id = text(.id) {
            guard let id = EditionID(id) else { throw fail(.id, "的形式如 430624-2025-1", "a form such as 430624-2025-1") }
            citation.id = id
        }
        draft.citation = citation
        return draft
    }

    private static func definitions(_ rows: [ReviewRow]) throws(ReviewError) -> [DraftDefinition] {
        var definitions: [DraftDefinition] = []
        // A land type alone is a line of the empty workbook.
        for row in rows where ReviewWords.definitionColumns.dropFirst().contains(where: { !row[$0].isEmpty }) {
            var definition = DraftDefinition(
                landType: try row.landType("地类"), source: try row.source("来源"), place: PlaceText.place(row["位置"]))
            definition.rights = row.text("土地权利状况")
            definition.infrastructure = row.text("基本设施状况")
            if let term = row.text("土地使用年期") { definition.set(term: term) }
            if let day = row.text("估价期日") {
                guard let date = ChineseDate.date(day) else {
                    throw ReviewError(row.cell("估价期日"), "应为日期，如 2023年1月1日", "a date, as in 2023-01-01")
                }
                definition.valuationDate = date
            }
            if definitions.contains(where: { $0.landType == definition.landType }) {
                throw ReviewError(
                    row.cell("地类"), "\(definition.landType.name)写了两行", "\(definition.landType.name) has two rows")
            }
            definitions.append(definition)
        }
        return definitions
    }

    private static func grade(_ row: ReviewRow) throws(ReviewError) -> DraftGrade {
        let village = row["村"]
        guard !village.isEmpty else {
            throw ReviewError(row.cell("村"), "没有村名；整个乡镇的写“全域”", "no village; write 全域 for the whole township")
        }
        let grade = try row.grade("级别")
        return DraftGrade(
            landType: row["地类"].isEmpty ? nil : try row.landType("地类"), township: try row.name("乡镇"),
            village: village == ReviewWords.wholeTownship ? "" : try row.name("村"), part: row.text("部分"), grade: grade,
            printedGrade: row["原印级别"].isEmpty ? grade : try row.grade("原印级别"), erratum: row.text("勘误号"),
            source: try row.source("来源"), place: PlaceText.place(row["位置"]))
    }

    private static func price(_ row: ReviewRow) throws(ReviewError) -> DraftPrice {
        guard Grammar.isAmount(row["价格"]) else {
            throw ReviewError(row.cell("价格"), "应为金额，如 42.00", "an amount, as in 42.00")
        }
        guard let unit = row.text("单位") else {
            throw ReviewError(row.cell("单位"), "没有单位，如 元/平方米", "no unit, as in 元/平方米")
        }
        return DraftPrice(
            landType: try row.landType("地类"), subtype: row.text("细类"), grade: try row.grade("级别"), amount: row["价格"],
            unit: unit, source: try row.source("来源"), place: PlaceText.place(row["位置"]))
    }

    private static func erratum(_ row: ReviewRow) throws(ReviewError) -> Erratum {
        guard let status = ReviewWords.value(row["状态"], ReviewWords.statuses) else {
            throw ReviewError(row.cell("状态"), "应为待核、确认或否定", "待核, 确认 or 否定")
        }
        return Erratum(id: row["勘误号"], printed: row["原印"], held: row["采用"], evidence: row["依据"], status: status)
    }

    private static func townships(_ rows: [ReviewRow], _ draft: ImportDraft) -> [String] {
        var names: [String] = []
        let graded = Set(draft.grades.map(\.township))
        for name in rows.map({ $0["乡镇"] }) + draft.grades.map(\.township)
        where graded.contains(name) && !names.contains(name) { names.append(name) }
        return names
    }
}

extension DraftDefinition {
    /// `30年`, `30` or words: 无限年期.
    mutating func set(term text: String) {
        var digits = text.filter { $0 != " " }[...]
        if digits.hasSuffix("年") { digits.removeLast() }
        if let years = Grammar.whole(String(digits)), (1...999).contains(years) {
            (termYears, term) = (years, nil)
        } else {
            (termYears, term) = (nil, text)
        }
    }
}

/// A row of a sheet, by the names of its columns.
struct ReviewRow {
    let sheet: String
    let number: Int
    private let cells: [String: String]

    /// The rows with something in them; columns may have been moved.
    static func rows(_ sheet: WorkbookGrid, _ columns: [String]) throws(ReviewError) -> [ReviewRow] {
        guard let header = sheet.rows.first else { return [] }
        let names = header.cells.map(clean)
        for column in columns where !names.contains(column) {
            throw ReviewError(
                "工作表“\(sheet.name)”第 \(header.number) 行没有“\(column)”一栏；请不要改动表头",
                "sheet \(sheet.name) has no column \(column) in row \(header.number); leave the headers as they are")
        }
        return sheet.rows.dropFirst().compactMap { row in
            var cells: [String: String] = [:]
            for (name, text) in zip(names, row.cells) where cells[name] == nil { cells[name] = clean(text) }
            return cells.values.allSatisfy(\.isEmpty)
                ? nil : ReviewRow(sheet: sheet.name, number: row.number, cells: cells)
        }
    }

    /// Without outer white space. Line ends within a cell stay.
    private static func clean(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    subscript(column: String) -> String { cells[column] ?? "" }

    func text(_ column: String) -> String? { self[column].isEmpty ? nil : self[column] }

    func cell(_ column: String) -> ReviewCell { ReviewCell(sheet: sheet, row: number, column: column) }

    func landType(_ column: String) throws(ReviewError) -> LandType {
        guard let landType = LandType.allCases.first(where: { $0.name == self[column] }) else {
            throw ReviewError(cell(column), "“\(self[column])”应为园地、林地或草地", "园地, 林地 or 草地")
        }
        return landType
    }

    func grade(_ column: String) throws(ReviewError) -> Grade {
        guard let grade = Grade(label: self[column]) ?? Grammar.whole(self[column]).flatMap({ Grade(rawValue: $0) })
        else {
            throw ReviewError(cell(column), "“\(self[column])”应为级别，如 一级", "a grade, as in 一级")
        }
        return grade
    }

    func name(_ column: String) throws(ReviewError) -> String {
        guard Grammar.isName(self[column]) else {
            throw ReviewError(cell(column), "“\(self[column])”不是地名：\(Grammar.nameExpected)", Grammar.nameExpected)
        }
        return self[column]
    }

    /// Where a person filled the sheet from paper, and named no row: the document as a whole.
    func source(_ column: String) throws(ReviewError) -> TableRow {
        guard let text = text(column) else { return TableRow(table: "正文", row: nil) }
        guard let source = TableRow(text) else {
            throw ReviewError(cell(column), "“\(text)”的形式应如 表2第11行", "a form such as 表2第11行")
        }
        return source
    }
}

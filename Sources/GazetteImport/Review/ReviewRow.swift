import EditionPackage
import GradeModel
import SystemSupport
import TableFiles

/// A row of a sheet, by the names of its columns.
struct ReviewRow {
    let sheet: String
    let number: Int
    private let cells: [String: String]

    /// The rows with something in them; columns may have been moved.
    static func rows(_ sheet: WorkbookGrid, _ columns: [String]) throws(ReviewError) -> [ReviewRow] {
        guard let header = sheet.rows.first else {
            throw ReviewError(
                "工作表“\(sheet.name)”没有表头；请不要改动表头", "sheet \(sheet.name) has no header; leave the headers as they are")
        }
        if let cell = sheet.faulty.first {
            throw ReviewError(
                "工作表“\(sheet.name)”的单元格 \(cell) 是错误值或没有计算结果的公式；请直接填写内容",
                "sheet \(sheet.name), cell \(cell): an error or a formula without a value; type the value itself")
        }
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

    /// Nil for an empty cell; its lines joined. Throws for a word that says only that it is not known.
    func text(_ column: String) throws(ReviewError) -> String? {
        let text = self[column].split(whereSeparator: \.isNewline).joined()
        guard !text.isEmpty else { return nil }
        guard !ReviewWords.unknown.contains(text) else {
            throw ReviewError(
                cell(column), "“\(text)”不是要填的内容；不知道的留空",
                "\(text) says nothing; leave the cell empty where it is not known")
        }
        guard Grammar.isText(text) else {
            throw ReviewError(
                cell(column), "含有不可见的控制字符，或者超过 4000 字", "control characters, or more than 4000 characters")
        }
        return text
    }

    func cell(_ column: String) -> ReviewCell { ReviewCell(sheet: sheet, row: number, column: column) }

    func landType(_ column: String) throws(ReviewError) -> LandType {
        let text = self[column]
        guard let landType = LandType.allCases.first(where: { $0.name == text }) else {
            let chinese: Sentence = text.isEmpty ? "没有填写地类：园地、林地或草地" : "“\(text)”应为园地、林地或草地"
            throw ReviewError(cell(column), chinese, "园地, 林地 or 草地")
        }
        return landType
    }

    /// In any form that documents use: 一级, 1级, Ⅰ级, 一, 1, I.
    func grade(_ column: String) throws(ReviewError) -> Grade {
        let text = self[column]
        guard let grade = GradeLabel.read(text, bare: true) else {
            let chinese: Sentence = text.isEmpty ? "没有填写级别，如 一级" : "“\(text)”不是级别；应如 一级"
            throw ReviewError(cell(column), chinese, text.isEmpty ? "empty; a grade, as in 一级" : "a grade, as in 一级")
        }
        return grade
    }

    /// The row of the document that a grade is cited by.
    func gradeSource(_ column: String) throws(ReviewError) -> TableRow {
        let text = self[column]
        guard let source = TableRow(text), source.row != nil else {
            let what: Sentence = text.isEmpty ? "没有填写" : "“\(text)”没有写明第几行"
            throw ReviewError(
                cell(column), what + "；请写明该级别在文件中的表和行，如 表2第11行（从表头下一行起算）",
                (text.isEmpty ? "empty" : "\(text) names no row")
                    + "; the table and the row of the document, as in 表2第11行")
        }
        return source
    }

    /// Where a person filled the sheet from paper, and named no row: the document as a whole.
    func source(_ column: String) throws(ReviewError) -> TableRow {
        guard let text = try text(column) else { return TableRow(table: "正文", row: nil) }
        guard let source = TableRow(text) else {
            throw ReviewError(cell(column), "“\(text)”的形式应如 表2 或 表2第11行", "a form such as 表2 or 表2第11行")
        }
        return source
    }
}

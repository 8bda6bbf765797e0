import EditionPackage
import GradeModel
import SourceDocuments

@testable import GazetteImport

/// A small document of a county that does not exist, with tables for each test.
enum Sample {
    static let head = """
        例县人民政府关于公布例县园地、林地定级和基准地价成果的通知

        例政发〔2024〕8号

        成果经验收通过，现予公布，自2024年7月1日起施行，有效期5年。

        例县人民政府
        二〇二四年六月十八日

        """
    static let definitions = """
        表 1 例县园地、林地级别基准地价内涵

        土地类型\t园地、林地\t
        土地权利状况\t承包经营权\t
        土地使用年期\t园地为 30 年；林地为 70 年\t
        基本设施状况\t宗地外道路通达\t
        估价期日\t2023 年 1 月 1 日\t

        """
    static let header = "级别\t所属乡镇\t行政村 / 社区名"

    static var options: ImportOptions {
        var options = ImportOptions(countyCode: "430698")
        options.registration = .absent
        options.publication = .absent
        return options
    }

    static func imported(
        _ tables: String, definitions: String = definitions, places: ClosedList? = nil, former: Edition? = nil,
        rights: String? = nil
    ) throws -> DocumentImport {
        var options = options
        options.rights = rights
        return try DocumentImport(
            document(head + "\n" + definitions + "\n" + tables + "\n"), options, places: places, former: former)
    }

    /// Rows of one grade table of 园地.
    static func imported(grades rows: String, places: ClosedList? = nil) throws -> DocumentImport {
        try imported("表 2 例县园地级别范围描述\n\n\(header)\n\(rows)", places: places)
    }

    static func entries(_ draft: ImportDraft) -> [String] {
        draft.grades.map { entry in
            "\(entry.landType?.name ?? "?") \(entry.township) \(entry.village.isEmpty ? "*" : entry.village)"
                + "\(entry.part.map { "（\($0)）" } ?? "") \(entry.grade.rawValue)"
        }
    }

    static func prices(_ draft: ImportDraft) -> [String] {
        draft.prices.map { "\($0.landType.name)\($0.subtype ?? "") \($0.grade.rawValue) \($0.amount)\($0.unit)" }
    }

    /// A table as DOCX, HTML or XLSX give it: `^` continues the cell above, `<` the one at the left.
    static func grid(_ rows: [[String]], at table: Int, _ grid: SourceGrid = .markup) -> SourceBlock {
        var cells: [[SourceCell]] = []
        for (row, texts) in rows.enumerated() {
            var line: [SourceCell] = []
            for (column, text) in texts.enumerated() {
                switch text {
                case "^":
                    let above = cells[row - 1][column]
                    line.append(
                        SourceCell(above.text, origin: above.origin ?? GridPosition(row: row - 1, column: column)))
                case "<":
                    let left = line[column - 1]
                    line.append(
                        SourceCell(left.text, origin: left.origin ?? GridPosition(row: row, column: column - 1)))
                default: line.append(SourceCell(text))
                }
            }
            cells.append(line)
        }
        let place = SourcePlace(table: table)
        return .table(
            SourceTable(
                place: place,
                rows: cells.enumerated().map { index, cells in
                    SourceRow(place: SourcePlace(table: table, row: index + 1), cells: cells)
                }, grid: grid))
    }

    static func paragraph(_ text: String, _ line: Int) -> SourceBlock {
        .paragraph(SourceParagraph(text: text, place: SourcePlace(page: line)))
    }

    /// A document of paragraphs and grids, its head and definitions before them.
    static func imported(_ blocks: [SourceBlock], rights: String? = nil) throws -> DocumentImport {
        var options = options
        options.rights = rights
        let front = try document(head + "\n" + definitions + "\n").blocks
        let all = SourceDocument(files: [SourceFile(name: "通知.docx", kind: .docx)], blocks: front + blocks)
        return try DocumentImport(all, options)
    }
}

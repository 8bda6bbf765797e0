import EditionPackage
import GradeModel
import SourceDocuments
import SystemSupport
public import TabularText
import TableFiles

extension ReviewWorkbook {
    /// Whether the sheets are those of a review workbook, or were: some may be lost or have another name.
    public static func isOne(_ file: any RandomAccess) -> Bool {
        guard let archive = try? ZipArchive(file), archive.has("xl/workbook.xml"),
            let sheets = try? WorkbookGrid.sheets(archive, limit: mostCells)
        else { return false }
        return isOne(sheets: sheets.map(\.name))
    }

    /// Whether sheets of these names are those of a review workbook.
    public static func isOne(sheets names: [String]) -> Bool {
        let ours = Set(names).intersection(sheetNames)
        return ours.count >= 3 && !ours.isDisjoint(with: [ReviewWords.citation, ReviewWords.questions])
    }

    static let sheetNames = [
        ReviewWords.citation, ReviewWords.definitions, ReviewWords.grades, ReviewWords.prices, ReviewWords.places,
        ReviewWords.errata, ReviewWords.questions,
    ]

    static let mostCells = 1_000_000

    /// The draft that a workbook holds, with its answers applied; `questions` are those without an answer.
    ///
    /// - Parameters:
    ///   - stated: items of the citation that the caller says; the workbook may leave them empty, or say the same.
    ///   - places: all villages of the county; what it holds is a name.
    /// - Throws: `ReviewError` for what a cell may not hold; `TableError` where it is no sound workbook.
    public static func read(
        _ file: any RandomAccess, stated: [ReviewItem: String] = [:], places closed: ClosedList? = nil
    ) throws -> ImportDraft {
        let sheets = try WorkbookGrid.sheets(try ZipArchive(file), limit: mostCells)
        let missing = sheetNames.filter { name in !sheets.contains { $0.name == name } }
        guard missing.isEmpty else {
            throw ReviewError(
                "缺少工作表\(missing.map { "“\($0)”" }.joined())；请不要删除工作表，也不要改它的名称",
                "the sheets \(missing.joined(separator: ", ")) are missing; leave all sheets and their names as they are"
            )
        }
        func rows(_ name: String, _ columns: [String]) throws(ReviewError) -> [ReviewRow] {
            guard let sheet = sheets.first(where: { $0.name == name }) else { return [] }
            return try ReviewRow.rows(sheet, columns)
        }
        var faults = ReviewFaults()
        let listed = try rows(ReviewWords.places, ReviewWords.placeColumns)
        let places = ListedPlaces(listed, closed)
        let citation = ReviewCitation(
            try rows(ReviewWords.citation, ReviewWords.citationColumns), stated: stated, &faults)
        var draft = ImportDraft(countyCode: citation.countyCode)
        draft.province = citation.province
        draft.prefecture = citation.prefecture
        draft.citation = citation.draft
        // A land type alone is a line of the empty workbook.
        let defined = try rows(ReviewWords.definitions, ReviewWords.definitionColumns).filter { row in
            ReviewWords.definitionColumns.dropFirst().contains { !row[$0].isEmpty }
        }
        var definitionRows: [LandType: ReviewRow] = [:]
        for row in defined {
            guard let definition = faults.take({ () throws(ReviewError) in try ReviewFacts.definition(row) }) else {
                continue
            }
            if definitionRows.updateValue(row, forKey: definition.landType) != nil {
                let name = definition.landType.name
                faults.add(row.cell("地类"), "\(name)写了两行", "\(name) has two rows")
            }
            draft.definitions.append(definition)
        }
        var held: [HeldGrade] = []
        for row in try rows(ReviewWords.grades, ReviewWords.gradeColumns) {
            held += faults.take { () throws(ReviewError) in try ReviewFacts.grades(row, places) } ?? []
        }
        var prices: [ReviewCell] = []
        for row in try rows(ReviewWords.prices, ReviewWords.priceColumns) {
            guard let price = faults.take({ () throws(ReviewError) in try ReviewFacts.price(row) }) else { continue }
            draft.prices.append(price)
            prices.append(row.cell("价格"))
        }
        for row in try rows(ReviewWords.errata, ReviewWords.errataColumns) {
            guard let erratum = faults.take({ () throws(ReviewError) in try ReviewFacts.erratum(row) }) else {
                continue
            }
            draft.errata.append(erratum)
        }
        var answers = ReviewAnswers(draft, held, prices, places, stated: stated)
        answers.take(try rows(ReviewWords.questions, ReviewWords.questionColumns), &faults)
        answers.finish(citation.rows, definitionRows)
        citation.check(answers.draft, &faults)
        ReviewChecks(answers).check(&faults)
        try faults.end()
        draft = answers.draft
        draft.grades = answers.grades.map(\.grade)
        draft.townships = townships(listed, draft)
        if draft.grades.isEmpty, draft.questions.isEmpty {
            throw ReviewError(
                "工作表“\(ReviewWords.grades)”一行也没有填写；没有级别的不能做成成果包",
                "the sheet \(ReviewWords.grades) has no row; there is no package without grades")
        }
        return draft
    }

    private static func townships(_ rows: [ReviewRow], _ draft: ImportDraft) -> [String] {
        var names: [String] = []
        let graded = Set(draft.grades.map(\.township))
        for name in rows.map({ $0["乡镇"] }) + draft.grades.map(\.township)
        where graded.contains(name) && !names.contains(name) { names.append(name) }
        return names
    }
}

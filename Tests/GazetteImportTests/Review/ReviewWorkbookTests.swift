import EditionPackage
import GradeModel
import SourceDocuments
import SystemPackage
import SystemSupport
import TabularText
import Testing

@testable import GazetteImport

@Suite struct ReviewWorkbookTests {
    private func saved(_ draft: ImportDraft?) throws -> HeldBytes {
        try WorkbookCells.saved { path in
            try ReviewWorkbook.write(draft, to: path)
            #expect(throws: Errno.fileExists) { try ReviewWorkbook.write(draft, to: path) }
        }
    }

    private let place = SourcePlace(file: 1, page: 3, sheet: "表 “二”", line: 8, table: 2, row: 4, column: 1)
    private let source = TableRow(table: "表2", row: 4)

    private var draft: ImportDraft {
        var draft = ImportDraft(countyCode: "430698")
        draft.province = "湖南省"
        draft.citation.number = "测政发〔2024〕8号"
        draft.citation.title = "关于公布<基准地价>的通知_x000A_ & 附件"
        draft.citation.issuer = "测试县人民政府"
        draft.citation.issued = CalendarDate("2024-06-18")
        draft.citation.expires = CalendarDate("2029-06-30")
        draft.citation.countyName = "测试县"
        draft.citation.id = EditionID("430698-2024-8")
        var definition = DraftDefinition(landType: .orchard, source: TableRow(table: "表1", row: nil), place: place)
        definition.rights = "承包经营权"
        definition.termYears = 30
        definition.infrastructure = "宗地外道路通达。具备灌排条件。"
        definition.valuationDate = CalendarDate("2023-01-01")
        var other = DraftDefinition(landType: .forest, source: TableRow(table: "表1", row: nil))
        other.term = "无限年期"
        other.infrastructure = "宗地外道路通达。"
        other.valuationDate = CalendarDate("2023-01-01")
        draft.definitions = [definition, other]
        let grade = Grade(rawValue: 1)!, second = Grade(rawValue: 2)!
        draft.grades = [
            DraftGrade(
                landType: .orchard, township: "城关镇", village: "", grade: grade, printedGrade: grade, source: source,
                place: place),
            DraftGrade(
                landType: .forest, township: "青山镇", village: "大坪村", part: "1、2、3组", grade: grade, printedGrade: second,
                erratum: "E1", source: source),
        ]
        draft.prices = [
            DraftPrice(
                landType: .orchard, subtype: "果园", grade: grade, amount: "42.00", unit: "元/平方米", source: source,
                place: place)
        ]
        draft.errata = [Erratum(id: "E1", printed: "二级", held: "一级", evidence: "错行", status: .proposed)]
        draft.townships = ["城关镇", "青山镇"]
        draft.questions = [
            ImportQuestion(
                id: "Q1", kind: .restOfTownship, place: place, source: source, text: "其余各村",
                landTypes: [.orchard, .forest],
                grade: grade, printedGrade: second, erratum: "E1", township: "白沙镇", suggestion: "长滩村"),
            ImportQuestion(
                id: "Q2", kind: .definition, place: nil, text: "土地权利状况", landTypes: [.forest], attribute: .rights),
        ]
        return draft
    }

    @Test func `a draft reads back as it was written`() throws {
        let file = try saved(draft)
        #expect(ReviewWorkbook.isOne(file))
        #expect(try ReviewWorkbook.read(file) == draft)
    }

    @Test func `no English word stands in it`() throws {
        let sheets = try WorkbookCells.all(try saved(draft))
        #expect(sheets.map(\.name) == ["引用", "内涵", "级别", "地价", "村名", "勘误", "问题"])
        let headers = sheets.flatMap { $0.rows.first ?? [] }.joined()
        #expect(!headers.unicodeScalars.contains { $0.isASCII })
        #expect(
            QuestionKind.allCases.count
                == Set(QuestionKind.allCases.map { ReviewWords.word($0, ReviewWords.kinds) }).count)
        #expect(QuestionKind.allCases.allSatisfy { !ReviewWords.word($0, ReviewWords.kinds).isEmpty })
    }

    private func answered(_ answers: [String: String]) throws -> ImportDraft {
        try ReviewWorkbook.read(WorkbookCells.filled(try saved(draft), sheet: "问题", column: "答复", by: "编号", answers))
    }

    @Test func `answers become entries and values`() throws {
        let draft = try answered(["Q1": "长滩村、新塘村（1、2组）；黑水镇：石村", "Q2": "承包经营权"])
        #expect(draft.questions.isEmpty && draft.definitions[1].rights == "承包经营权")
        let new = draft.grades.dropFirst(2)
        #expect(
            new.map { [$0.landType?.name, $0.township, $0.village, $0.part] } == [
                ["园地", "白沙镇", "长滩村", nil], ["林地", "白沙镇", "长滩村", nil], ["园地", "白沙镇", "新塘村", "1、2组"],
                ["林地", "白沙镇", "新塘村", "1、2组"], ["园地", "黑水镇", "石村", nil], ["林地", "黑水镇", "石村", nil],
            ])
        #expect(new.allSatisfy { $0.grade.rawValue == 1 && $0.printedGrade.rawValue == 2 && $0.source == source })
        #expect(try answered(["Q1": "全域"]).grades.last?.village == "")
        #expect(try answered(["Q1": "无"]).grades == self.draft.grades)
    }

    @Test func `an answer that says nothing is named with its cell`() throws {
        // 是 is no village; 大坪村（1、2、3组） has its grade on the sheet.
        for answer in [
            "村村,?", "是", "青山镇：大坪村（1、2、3组）", "不知道", "见附图", "除石桥村外的其他村", "其余各村", "望江社区和沿河社区", "大坪村1组",
            "大坪村（原桥头村）", "长 滩 村", "白沙镇长滩村", "长滩村、长滩村", "黑水：石村",
        ] {
            let error = #expect(throws: ReviewError.self, "\(answer)") { try answered(["Q1": answer]) }
            #expect(
                error?.remarks.first?.sentence(in: .zh).text.hasPrefix("工作表“问题”第 2 行“答复”") == true,
                "\(answer): \(error?.remarks ?? [])")
        }
    }

    @Test func `a question whose fact was filled in on its sheet is answered`() throws {
        let file = try WorkbookCells.filled(try saved(draft), sheet: "内涵", column: "土地权利状况", by: "地类", ["林地": "国有"])
        let read = try ReviewWorkbook.read(file)
        #expect(read.questions.map(\.id) == ["Q1"] && read.definitions[1].rights == "国有")
    }

    @Test func `an empty village is not the whole township`() throws {
        let file = try WorkbookCells.filled(try saved(draft), sheet: "级别", column: "村", by: "乡镇", ["城关镇": ""])
        let error = #expect(throws: ReviewError.self) { try ReviewWorkbook.read(file) }
        #expect(error?.remarks.first?.sentence(in: .zh).text.contains("整个乡镇的写“全域”") == true)
    }

    @Test func `white space stands between two names`() throws {
        for answer in ["望江社区 沿河社区", "望江社区　沿河社区", "望江社区\t沿河社区", "望江社区\n沿河社区", "望江社区， 沿河社区。"] {
            let draft = try answered(["Q1": answer])
            #expect(draft.grades.suffix(4).map(\.village) == ["望江社区", "望江社区", "沿河社区", "沿河社区"], "\(answer)")
        }
    }
}

import GradeModel
import SourceDocuments
import SystemSupport
import TabularText
import Testing

@testable import GazetteImport

/// The empty workbook as a person fills it from paper.
@Suite struct PaperTests {
    static let citation: [[String]] = [
        ["县代码", "430698"], ["县名", "例县"], ["文号", "例政发〔2018〕3号"], ["登记号", "无"], ["标题", "通知"], ["发布机关", "例县人民政府"],
        ["发布日期", "2018年5月11日"], ["刊登处", "无"],
    ]
    static let definition = ["园地", "承包经营权", "30年", "宗地外道路通达", "2017年1月1日", "表1", ""]
    /// 地类, 乡镇, 村, 部分, 级别, 原印级别, 勘误号, 来源.
    static func row(_ village: String, township: String = "城关镇", grade: String = "一级", source: String = "表2第1行")
        -> [String]
    {
        ["园地", township, village, "", grade, "", "", source]
    }
    static let price = ["园地", "", "一级", "30.00", "元/平方米", "表3第1行"]

    private struct Paper {
        var citation = PaperTests.citation
        var definitions = [PaperTests.definition]
        var grades = [PaperTests.row("东门社区")]
        var prices = [PaperTests.price]
        var places: [[String]] = []
        var errata: [[String]] = []
        var dropped: String?
    }

    private func read(_ paper: Paper, stated: [ReviewItem: String] = [:]) throws -> ImportDraft {
        let template = try WorkbookCells.saved { try ReviewWorkbook.write(nil, to: $0) }
        let sheets = try WorkbookCells.all(template).map { name, rows in
            let added: [[String]] =
                switch name {
                case "引用": paper.citation
                case "内涵": paper.definitions
                case "级别": paper.grades
                case "地价": paper.prices
                case "村名": paper.places
                case "勘误": paper.errata
                default: []
                }
            return PlainWorkbook.Sheet(
                name: name == paper.dropped ? "Sheet1" : name, widths: [10], rows: rows.prefix(1) + added)
        }
        let file = try WorkbookCells.saved { try PlainWorkbook(sheets: sheets).write(to: $0) }
        #expect(ReviewWorkbook.isOne(file))
        return try ReviewWorkbook.read(file, stated: stated)
    }

    private func faults(_ paper: Paper, stated: [ReviewItem: String] = [:]) -> [String] {
        #expect(throws: ReviewError.self) { try read(paper, stated: stated) }?.remarks.map { $0.sentence(in: .zh).text }
            ?? []
    }

    @Test func `a filled workbook lacks nothing`() throws {
        let draft = try read(Paper())
        #expect(draft.questions.isEmpty && draft.citation.id == EditionID("430698-2018-3") && draft.edition() != nil)
    }

    @Test(arguments: ["东门社区、西门社区", "东门社区，西门社区", "东门社区 西门社区", "东门社区\n西门社区", "东门社区；西门社区"])
    func `several villages in one cell are several entries`(_ cell: String) throws {
        var paper = Paper()
        paper.grades = [Self.row(cell)]
        #expect(try read(paper).grades.map(\.village) == ["东门社区", "西门社区"])
    }

    @Test func `a part in brackets is the part of its village`() throws {
        var paper = Paper()
        paper.grades = [Self.row("大坪村（1、2、3组）")]
        #expect(try read(paper).grades.map { [$0.village, $0.part] } == [["大坪村", "1、2、3组"]])
        paper.grades[0][3] = "4组"
        #expect(faults(paper)[0].hasPrefix("工作表“级别”第 2 行“部分”"))
    }

    @Test(arguments: [
        "其余各村", "除石桥村外的其他村", "见附图", "不知道", "城关镇东门社区", "东门", "东门社区和西门社区", "金竹村等3个村", "东至湘江", "大坪村1组", "大坪村（原桥头村）",
        "大坪村（青山镇）", "？",
        "同上",
    ])
    func `what is no name of a village is refused with its cell`(_ cell: String) throws {
        var paper = Paper()
        paper.grades = [Self.row(cell)]
        #expect(faults(paper).first?.hasPrefix("工作表“级别”第 2 行“村”：") == true)
        paper.grades = [Self.row("东门社区", township: cell)]
        #expect(faults(paper).first?.hasPrefix("工作表“级别”第 2 行“乡镇”：") == true)
    }

    @Test func `what the sheet of places holds is a name`() throws {
        var paper = Paper()
        paper.grades = [Self.row("东门"), Self.row("田林三、四村"), Self.row("三里", township: "南洼"), Self.row("城关镇社区")]
        paper.places = [["城关镇", "东门"], ["城关镇", "田林三、四村"], ["南洼", "三里"]]
        #expect(try read(paper).grades.map(\.village) == ["东门", "田林三、四村", "三里", "城关镇社区"])
    }

    @Test(arguments: [("1级", 1), ("Ⅰ级", 1), ("I", 1), ("一", 1), ("2", 2), ("Ⅱ", 2), ("二级", 2)])
    func `grades stand in any form that documents have`(_ text: String, _ grade: Int) throws {
        var paper = Paper()
        paper.grades = [Self.row("东门社区", grade: text)]
        #expect(try read(paper).grades[0].grade.rawValue == grade)
    }

    @Test func `every cell at fault is named at once, in Chinese`() throws {
        var paper = Paper()
        paper.citation[4][1] = "不详"
        paper.grades = [
            Self.row("东门社区", grade: ""), Self.row("西门社区", source: ""), Self.row("南门社区", source: "表1"),
            Self.row("北门社区", township: ""),
        ]
        paper.prices[0][4] = "元/平"
        let faults = faults(paper)
        let cells = ["引用”第 6 行“内容", "级别”第 2 行“级别", "级别”第 3 行“来源", "级别”第 4 行“来源", "级别”第 5 行“乡镇", "地价”第 2 行“单位"]
        #expect(faults.count == cells.count)
        for (fault, cell) in zip(faults, cells) { #expect(fault.hasPrefix("工作表“" + cell + "”：")) }
        #expect(!faults.contains { $0.contains("name") || $0.contains("ideograph") })
    }

    @Test func `what no package may hold is refused by its cells`() throws {
        var paper = Paper()
        paper.grades = [
            Self.row("东门社区"), Self.row("全域"), Self.row("大坪村", township: "青山镇"), Self.row("大坪村（1组）", township: "青山镇"),
            Self.row("大坪村", township: "青山镇"), Self.row("枫树村", township: "青山镇"), Self.row("石桥村", township: "青山镇"),
        ]
        paper.grades[5][5] = "二级"
        paper.grades[6][6] = "E9"
        paper.grades.append(["林地", "青山镇", "枫树村", "", "一级", "", "", "表3第1行"])
        paper.prices.append(Self.price)
        let faults = faults(paper)
        let parts = [
            "级别”第 3 行“村”", "级别”第 5 行“村”", "级别”第 6 行“村”", "级别”第 7 行“原印级别”", "级别”第 8 行“勘误号”", "地价”第 3 行“价格”", "“内涵”：",
        ]
        #expect(faults.count == parts.count, "\(faults)")
        for (fault, part) in zip(faults, parts) { #expect(fault.contains(part), "\(fault)") }
    }

    @Test func `what the citation says together is held against itself`() throws {
        var paper = Paper()
        paper.citation += [
            ["成果编号", "430699-2018-3"], ["施行日期", "2018年6月1日"], ["有效期至", "2018年5月31日"], ["省", "湖南 省?"],
        ]
        let faults = faults(paper)
        #expect(
            faults.count == 3 && zip(faults, ["第 10 行", "第 12 行", "第 13 行"]).allSatisfy { $0.contains($1) }, "\(faults)"
        )
    }

    @Test func `an attribute that is missing is a question about its cell`() throws {
        var paper = Paper()
        paper.definitions[0][4] = ""
        let questions = try read(paper).questions
        #expect(questions.map(\.kind) == [.definition])
        #expect(questions[0].place?.sheet == "内涵" && questions[0].place?.row == 2 && questions[0].place?.column == 5)
    }

    @Test func `without grades there is no package`() throws {
        var paper = Paper()
        paper.grades = []
        #expect(faults(paper)[0].contains("一行也没有填写"))
    }

    @Test func `a lost sheet is named`() throws {
        for name in ["引用", "级别", "村名", "问题"] {
            var paper = Paper()
            paper.dropped = name
            #expect(faults(paper) == ["缺少工作表“\(name)”；请不要删除工作表，也不要改它的名称"])
        }
    }

    @Test func `what the caller says fills an empty cell and contradicts no other`() throws {
        var paper = Paper()
        paper.citation.removeAll { ["登记号", "发布日期"].contains($0[0]) }
        let draft = try read(
            paper, stated: [.registration: "无", .issued: "2018-05-11", .countyCode: "430698", .rights: "集体"])
        #expect(draft.questions.isEmpty && draft.citation.rights == "集体")
        #expect(draft.citation.issued == CalendarDate("2018-05-11"))
        #expect(faults(paper, stated: [.countyCode: "430699"])[0].hasPrefix("工作表“引用”第 2 行“县代码”"))
    }

    @Test func `a workbook is known to stand as it was written`() throws {
        let written = try WorkbookCells.saved { try ReviewWorkbook.write(nil, to: $0) }
        #expect(ReviewWorkbook.isUntouched(written))
        #expect(!ReviewWorkbook.isUntouched(HeldBytes([0x50, 0x4B])))
    }
}

import DocumentReading
import EditionPackage
import GradeModel
import SourceDocuments
import SystemSupport
import Testing

@testable import GazetteImport

/// Documents that leave a way to read them wrongly: each is read as it says, or asked about.
struct GuessTests {
    private func open(_ tables: String) throws -> ImportDraft {
        let draft = try Sample.imported(tables).draft
        #expect(!draft.questions.isEmpty)
        #expect(draft.edition() == nil)
        return draft
    }

    @Test(arguments: ["行政村", "范围", "级别范围", "涉及村"])
    func `a farm alone in the row of a township is a village of it`(header: String) throws {
        let draft = try Sample.imported("表 2 例县园地级别范围\n\n级别\t所属乡镇\t\(header)\n一级\t甲镇\t甲山渔场\n\t乙乡\t西村").draft
        #expect(draft.questions.map { $0.placed(in: .en).text } == [])
        #expect(Sample.entries(draft) == ["园地 甲镇 甲山渔场 1", "园地 乙乡 西村 1"])
    }

    @Test func `a first row without its township is no part of the header`() throws {
        for header in ["行政村", "范围"] {
            let draft = try open(
                "表 2 例县园地级别范围\n\n乡镇\t级别\t\(header)\n\tI级\t东村、南村\n甲镇\tII级\t北村\n\tI级\t西村\n乙乡\tII级\t中村")
            #expect(draft.questions.contains { $0.kind == .labels || $0.kind == .unknownTownship }, "\(header)")
        }
    }

    @Test(arguments: ["大坪村", "望江街道", "东村、南村", "大坪村、桥头社区", "青山镇"])
    func `a name is no header`(text: String) { #expect(ColumnMeaning(text).role == nil) }

    @Test(arguments: ["涉及行政村（社区）", "所辖村居名单", "村（社区、场）", "主要分布村"])
    func `words of villages are one`(text: String) { #expect(ColumnMeaning(text).role == .village) }

    @Test(arguments: ["东风村红旗村", "东风村大屋场", "仅东风村", "非东风村", "六个村", "某村", "桥头社区含东风村", "乙乡西村", "东风村*"])
    func `what is no name of one village is asked about`(cell: String) throws {
        let draft = try open("表 2 例县园地级别范围\n\n\(Sample.header)\n一级\t甲镇\t\(cell)\n\t乙乡\t北村")
        #expect(Sample.entries(draft) == ["园地 乙乡 北村 1"])
    }

    @Test(arguments: ["各乡镇", "甲镇部分", "除甲镇外", "3", "同上", "其他镇"], ["行政村", "范围"])
    func `what is no township is asked about`(township: String, header: String) throws {
        let draft = try open("表 2 例县园地级别范围\n\n级别\t乡镇\t\(header)\n一级\t\(township)\t东村\n\t乙乡\t北村")
        #expect(Sample.entries(draft) == ["园地 乙乡 北村 1"])
    }

    @Test func `a row whose villages other tables have in another township is asked about`() throws {
        let forest = "\n\n表 3 例县林地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村、南村\n\t乙乡\t西村、北村"
        let lost = try open(
            "表 2 例县园地级别范围\n\n乡镇\t级别\t行政村\n甲镇\t一级\t东村\n\t二级\t南村\n\t三级\t西村、北村" + forest)
        // Which of the two tables is wrong, a person has to say.
        #expect(lost.questions.map(\.kind) == [.unknownTownship, .unknownTownship])
        #expect(lost.questions.map(\.text) == ["甲镇：西村、北村", "乙乡：西村、北村"])
        // Two townships may have villages of one name.
        let same = "表 2 例县园地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村、西村\n\t乙乡\t西村、北村" + forest
        #expect(try Sample.imported(same).draft.questions.isEmpty)
    }

    @Test(arguments: ["仅河东片", "国道以北", "待核实", "同二级"])
    func `a remark in a row is asked about`(remark: String) throws {
        let draft = try open("表 2 例县园地级别范围\n\n\(Sample.header)\t备注\n一级\t甲镇\t东村\t\(remark)\n\t乙乡\t北村\t—")
        #expect(draft.questions.map(\.kind) == [.note])
    }

    @Test func `a column without a header that holds something is asked about`() throws {
        let draft = try open("表 2 例县园地级别范围\n\n\(Sample.header)\t\n一级\t甲镇\t东村\t\n\t乙乡\t北村\t西村")
        #expect(draft.questions.map(\.kind) == [.unknownColumn])
    }

    @Test(arguments: ["一级*", "一级①", "一级或二级", "一、二级", "一级以上", "1-2级"])
    func `a label with more than a grade is asked about`(label: String) throws {
        _ = try open("表 2 例县园地级别范围\n\n\(Sample.header)\n\(label)\t甲镇\t东村\n三级\t乙乡\t北村")
    }

    @Test(arguments: ["约36", "待定", "30-40", "36.50*"])
    func `what is no amount among amounts is asked about as one`(cell: String) throws {
        let draft = try open(
            "表 2 例县园地、林地基准地价\n\n单位：元/平方米\n\n级别\t园地\t林地\n一级\t42.00\t20.00\n二级\t\(cell)\t18.00\n\n"
                + "表 3 例县园地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村\n二级\t乙乡\t北村\n\n"
                + "表 4 例县林地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村\n二级\t乙乡\t北村")
        #expect(draft.questions.map(\.kind) == [.price])
        #expect(Sample.prices(draft) == ["园地 1 42.00元/平方米", "林地 1 20.00元/平方米", "林地 2 18.00元/平方米"])
    }

    @Test func `a star of a note in Markdown stays`() throws {
        let text = "| 级别 | 乡镇 | 村 |\n|---|---|---|\n| **一级** | *甲镇* | 东村*、`西村`、南村* |\n"
        let document = try DocumentReader.read(text: Array(text.utf8), name: "a.md").document
        guard case .table(let table)? = document.blocks.first else { throw CancellationError() }
        #expect(table.rows.last?.cells.map(\.text) == ["一级", "甲镇", "东村*、西村、南村*"])
    }
}

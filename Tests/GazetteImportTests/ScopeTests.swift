import EditionPackage
import EditionPublishing
import GradeModel
import SystemSupport
import Testing

@testable import GazetteImport

/// What names places, what only looks like a name, and what a list of all villages settles.
struct ScopeTests {
    private let list = ClosedList([
        ("甲镇", "东村"), ("甲镇", "南村"), ("甲镇", "北村"), ("甲镇", "桥头村"), ("乙乡", "西村"), ("乙乡", "共和村"), ("乙乡", "1号村"),
    ])

    private func read(_ cell: String, _ places: ClosedList? = nil) throws -> ImportDraft {
        try Sample.imported(grades: "一级\t甲镇\t\(cell)", places: places).draft
    }

    @Test(arguments: ["东村、南村、北村", "东村，南村；北村。", "东村 南村　北村", "东村,南村;北村", "东 村、南村、北村"])
    func `names stand between any separators`(cell: String) throws {
        #expect(Sample.entries(try read(cell)) == ["园地 甲镇 东村 1", "园地 甲镇 南村 1", "园地 甲镇 北村 1"])
    }

    @Test(arguments: [
        ("大坪村（1、2、3组）", QuestionKind.partOfVillage), ("枫树村（部分）", .partOfVillage), ("望江社区和沿河社区", .joinedNames),
        ("杨柳村等3个村", .countedNames), ("除南村外的其他村", .exceptVillages), ("其余村", .restOfTownship), ("桥头", .shortName),
        ("东至湘江西岸，南至国道", .boundary), ("除上述村以外的所有行政村", .restOfTownship), ("东村 桥头", .shortName), ("各村小组的园地", .phrase),
    ]) func `what is no name is a question and never an entry`(cell: String, kind: QuestionKind) throws {
        let draft = try read("北村\n二级\t甲镇\t" + cell)
        #expect(draft.questions.map(\.kind) == [kind])
        #expect(Sample.entries(draft) == ["园地 甲镇 北村 1"])
        #expect(draft.edition() == nil)
    }

    @Test func `a list of all villages tells what is left over, and that a name is one`() throws {
        let draft = try Sample.imported(
            grades: "一级\t甲镇\t除南村、桥头外的其他村\n\t乙乡\t1号村\n二级\t甲镇\t南村、桥头\n\t乙乡\t其余村", places: list
        ).draft
        #expect(draft.questions.map { $0.placed(in: .en).text } == [])
        #expect(
            Sample.entries(draft) == [
                "园地 甲镇 东村 1", "园地 甲镇 北村 1", "园地 乙乡 1号村 1", "园地 甲镇 南村 2", "园地 甲镇 桥头村 2", "园地 乙乡 西村 2",
                "园地 乙乡 共和村 2",
            ])
    }

    @Test func `the document's other tables are a list where they name villages and nothing else`() throws {
        let orchard = "表 2 例县园地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村\n二级\t甲镇\t其余村"
        let whole = "\n\n表 3 例县林地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村、南村\n二级\t甲镇\t北村"
        let resolved = try Sample.imported(orchard + whole)
        #expect(Sample.entries(resolved.draft).prefix(3) == ["园地 甲镇 东村 1", "园地 甲镇 南村 2", "园地 甲镇 北村 2"])
        #expect(resolved.findings.map(\.code).contains("resolved"))
        let open = "\n\n表 3 例县林地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村、南村\n二级\t甲镇\t其他村"
        #expect(try Sample.imported(orchard + open).draft.questions.map(\.kind) == [.restOfTownship, .restOfTownship])
    }

    @Test func `a name outside the list leaves the rest open`() throws {
        let draft = try Sample.imported(grades: "一级\t甲镇\t东邨村\n二级\t甲镇\t其余村", places: list).draft
        #expect(draft.questions.map(\.kind) == [.restOfTownship])
    }

    @Test func `a township as a whole beside its villages is a question, and so is a second grade`() throws {
        #expect(
            try Sample.imported(grades: "一级\t甲镇\t东村\n二级\t甲镇\t全域").draft.questions.map(\.kind) == [.wholeAndVillages])
        #expect(try Sample.imported(grades: "一级\t甲镇\t东村\n二级\t甲镇\t东村、南村").draft.questions.map(\.kind) == [.villageTwice])
    }

    @Test(arguments: ["注：未列入的村均为二级。", "未列入上表的村为三级。", "林地按园地级别执行。", "东村3组为三级。", "* 东村不含5组", "①东村不含5组", "草地参照园地基准地价执行。"])
    func `a note behind a table that speaks of grades is a question`(_ note: String) throws {
        let draft = try Sample.imported(grades: "一级\t甲镇\t东村\n\n\(note)").draft
        #expect(draft.questions.map(\.kind) == [.note])
    }

    @Test func `a village with its township in front is the village`() throws {
        let draft = try Sample.imported(grades: "一级\t青山镇\t青山镇枫树村、青山镇社区、青山镇国有林场").draft
        #expect(Sample.entries(draft) == ["园地 青山镇 枫树村 1", "园地 青山镇 青山镇社区 1", "园地 青山镇 青山镇国有林场 1"])
    }

    @Test func `with a question open there is no edition`() throws {
        let draft = try Sample.imported(
            grades: "一级\t甲镇\t大坪村（1、2组）、东村和南村\n二级\t甲镇\t大坪村（其余组）、其余村"
        ).draft
        #expect(draft.questions.map(\.id) == ["Q1", "Q2", "Q3", "Q4"])
        #expect(draft.edition() == nil)
    }
}

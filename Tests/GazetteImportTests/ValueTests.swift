import EditionPackage
import EditionPublishing
import GradeModel
import SystemSupport
import Testing

@testable import GazetteImport

/// Prices, definitions and the citation.
struct ValueTests {
    private let grades = "\n\n表 9 例县园地级别范围\n\n\(Sample.header)\n一级\t甲镇\t东村\n二级\t甲镇\t南村"

    @Test func `prices stand in tables of their own, by land type or sub type, in the table's unit`() throws {
        let byType = try Sample.imported(
            "表 2 例县园地、林地级别基准地价表\n\n单位：元/平方米\n\n级别\t园地\t林地\n一级\t42.00\t21.50\n二级\t36.50\t—" + grades
        ).draft
        #expect(byType.questions.map { $0.placed(in: .en).text } == [])
        #expect(Sample.prices(byType) == ["园地 1 42.00元/平方米", "林地 1 21.50元/平方米", "园地 2 36.50元/平方米"])
        let bySubtype = try Sample.imported(
            "表 2 例县园地级别基准地价表\n\n级别\t果园（万元/亩）\t茶园（万元/亩）\n一级\t4.2\t5\n二级\t3\t4" + grades
        ).draft
        #expect(
            Sample.prices(bySubtype) == ["园地果园 1 4.2万元/亩", "园地茶园 1 5万元/亩", "园地果园 2 3万元/亩", "园地茶园 2 4万元/亩"])
        let gradesAcross = try Sample.imported(
            "表 2 例县基准地价表（元/㎡）\n\n地类\t一级\t二级\n园地\t42.00\t36.50\n耕地\t60\t50" + grades
        ).draft
        #expect(gradesAcross.questions.map { $0.placed(in: .en).text } == [])
        #expect(Sample.prices(gradesAcross) == ["园地 1 42.00元/㎡", "园地 2 36.50元/㎡"])
    }

    @Test func `a second unit is checked against the first`() throws {
        func read(_ second: String) throws -> ImportDraft {
            try Sample.imported(
                "表 2 例县园地级别范围及基准地价\n\n级别\t基准地价（元/平方米）\t基准地价（万元/亩）\t乡镇\t行政村\n一级\t42.00\t\(second)\t甲镇\t东村"
            ).draft
        }
        #expect(try read("2.80").questions.isEmpty)
        #expect(Sample.prices(try read("2.80")) == ["园地 1 42.00元/平方米"])
        #expect(try read("2.30").questions.map(\.kind) == [.price])
    }

    @Test func `definitions across the header, and in running text`() throws {
        let across = """
            表 1 例县园地、林地级别基准地价内涵

            土地类型\t权利类型\t使用年期\t基础设施状况\t估价期日
            园地\t承包经营权\t30年\t道路通达\t2023年1月1日
            林地\t承包经营权\t无限年期\t道路通达\t二〇二三年一月一日

            """
        let draft = try Sample.imported(grades, definitions: across).draft
        #expect(draft.questions.map { $0.placed(in: .en).text } == [])
        #expect(draft.definitions.map(\.termYears) == [30, nil] && draft.definitions.map(\.term) == [nil, "无限年期"])
        #expect(draft.definitions.map { $0.valuationDate?.description } == ["2023-01-01", "2023-01-01"])
        let prose = "本次公布的园地基准地价，是指在估价期日2023年1月1日，正常市场条件下，承包经营权（园地30年）、宗地外道路通达、具备基本灌排条件的平均价格。\n"
        let told = try Sample.imported(grades, definitions: prose).draft
        #expect(told.questions.map { $0.placed(in: .en).text } == [])
        #expect(told.definitions.map(\.infrastructure) == ["宗地外道路通达、具备基本灌排条件"])
        #expect(told.definitions.map(\.source.description) == ["正文"])
    }

    @Test func `an open attribute is asked for, and a document without definitions is complete without them`() throws {
        let half = Sample.definitions.replacing("估价期日\t2023 年 1 月 1 日\t\n", with: "")
        #expect(
            try Sample.imported(grades, definitions: half).draft.questions.map(\.attribute) == [
                .valuationDate, .valuationDate,
            ])
        let none = try #require(try Sample.imported(grades, definitions: "").draft.edition())
        #expect(none.definitions.isEmpty)
        #expect(Audit(none).findings.map(\.code).contains("no_definitions"))
        #expect(try EditionPackage.read(EditionPackage.write(none), origin: .unsigned).edition == none)
    }

    @Test func `of two rights one is chosen`() throws {
        let both = """
            表 1 例县农用地基准地价内涵

            权利类型\t地类\t使用年期\t开发程度\t估价期日
            国有农用地使用权\t园地\t50年\t道路通达\t2023年1月1日
            土地承包经营权\t园地\t30年\t道路通达\t2023年1月1日

            """
        #expect(try Sample.imported(grades, definitions: both).draft.questions.map(\.kind) == [.rights])
        let chosen = try Sample.imported(grades, definitions: both, rights: "土地承包经营权").draft
        #expect(chosen.questions.isEmpty && chosen.definitions.map(\.termYears) == [30])
        #expect(throws: ImportError.self) { try Sample.imported(grades, definitions: both, rights: "使用权") }
    }

    @Test func `the citation is read from the text, with the days it applies`() throws {
        let citation = try Sample.imported(grades).draft.citation
        #expect(citation.number == "例政发〔2024〕8号" && citation.title == "例县人民政府关于公布例县园地、林地定级和基准地价成果的通知")
        #expect(citation.issuer == "例县人民政府" && citation.issued?.description == "2024-06-18")
        #expect(citation.effective?.description == "2024-07-01" && citation.expires?.description == "2029-06-30")
        #expect(citation.countyName == "例县" && citation.id?.text == "430698-2024-8" && citation.missing.isEmpty)
    }

    @Test func `what names no table of ours, or loses one, is refused`() throws {
        func refusal(_ text: String, _ definitions: String = Sample.definitions) -> String {
            do {
                let draft = try Sample.imported(text, definitions: definitions).draft
                return draft.questions.map { $0.placed(in: .en).text }.joined(separator: "; ")
            } catch let error as any Worded {
                return error.sentence(in: .en).text
            } catch { return "\(error)" }
        }
        #expect(refusal("没有表", "").hasPrefix("no table of grades or base prices of 园地, 林地 or 草地 was found"))
        #expect(refusal("").hasPrefix("base prices or definitions, and no table that says which place has which grade"))
        #expect(refusal("表 2 例县园地级别范围\n\n（图）").contains("is announced and no table follows"))
        let twice = "\(Sample.header)\n一级\t甲镇\t东村"
        #expect(
            refusal("表 2 例县园地级别范围\n\n\(twice)\n\n表 3 例县园地级别范围\n\n\(twice)")
                .contains("表3 grades 园地 again, after 表2"))
        #expect(
            refusal("表 2 例县园地级别范围\n\n级别\t甲\t乙\n一级\t甲镇\t东村\n二级\t乙乡\t西村").hasPrefix("line 20: a table that may be one"))
    }
}

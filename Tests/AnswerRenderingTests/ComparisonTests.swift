import AnswerRendering
import GradeModel
import StrictJSON
import SystemSupport
import Testing

@Suite struct ComparisonTests {
    private static func entry(
        _ landType: LandType, _ village: String, _ grade: Int, printed: Int? = nil, row: Int
    ) -> GradeEntry {
        GradeEntry(
            landType: landType, township: "金龙镇", village: village, kind: .village, grade: Grade(rawValue: grade)!,
            printedGrade: Grade(rawValue: printed ?? grade)!, erratum: printed == nil ? nil : "E1",
            source: TableRow(table: landType == .orchard ? "表2" : "表3", row: row))
    }

    private static func edition(_ id: String, _ number: String, _ grades: [GradeEntry]) -> Edition {
        Edition(
            id: EditionID(id)!, county: Xiangyin.county,
            document: Document(
                number: number, registration: nil, title: "通知", issuer: "湘阴县人民政府",
                issued: CalendarDate("20\(id.dropFirst(9).prefix(2))-01-23")!, publication: nil),
            definitions: [Xiangyin.definition(.orchard)], grades: grades, aliases: [],
            errata: [], townships: [TownshipEntry(name: "金龙镇", pinyin: "jinlongzhen", code: nil, order: 1)],
            prices: [])
    }

    private static let comparison: EditionComparison = {
        var old = edition(
            "430624-2025-1", "湘阴政发〔2025〕1号",
            [
                entry(.orchard, "芙蓉村", 1, printed: 2, row: 3), entry(.orchard, "旧名村", 2, row: 3),
                entry(.forest, "芙蓉村", 1, row: 3),
            ])
        old.errata = [Erratum(id: "E1", printed: "标为二级", held: "一级", evidence: "据", status: .proposed)]
        var new = edition(
            "430624-2027-3", "湘阴政发〔2027〕3号",
            [
                entry(.orchard, "芙蓉村", 2, row: 5), entry(.orchard, "新名村", 3, row: 5),
                entry(.forest, "新村\u{1B}", 1, row: 3),
            ])
        new.aliases = [
            Alias(township: "金龙镇", alias: "旧名村", village: "新名村", kind: .formerName, source: "名录(2027)")
        ]
        new.prices = [
            BasePrice(
                landType: .orchard, grade: Grade(rawValue: 1)!, amount: "12.50", unit: "元/平方米",
                source: TableRow(table: "表4", row: 1))
        ]
        func sourced(_ edition: Edition) -> SourcedEdition {
            SourcedEdition(edition: edition, packageSHA256: Xiangyin.sha256, origin: .unsigned)
        }
        return try! EditionComparison(from: sourced(old), to: sourced(new))  // one county
    }()

    private func text(_ language: Language) -> String {
        String(decoding: AnswerRenderer(format: .text, language: language).render(Self.comparison), as: UTF8.self)
    }

    @Test
    func `the whole text in English`() {
        #expect(
            text(.en) == """
                湘阴县
                old  430624-2025-1  湘阴政发〔2025〕1号, issued 2025-01-23
                new  430624-2027-3  湘阴政发〔2027〕3号, issued 2027-01-23

                Document: 2
                - document number: 湘阴政发〔2025〕1号 → 湘阴政发〔2027〕3号
                - date of issue: 2025-01-23 → 2027-01-23

                Base prices: 1
                - orchard grade 1: came, 12.50元/平方米

                Moved to another grade: 2
                land type  township  village              old         new  old row   new row
                orchard    金龙镇    芙蓉村               1 disputed  2    表2第3行  表2第5行
                orchard    金龙镇    新名村 (was 旧名村)  2           3    表2第3行  表2第5行

                Villages that came: 1
                land type  township  village   new  new row
                forest     金龙镇    新村\\x1b  1    表3第3行

                Known villages that a table dropped: 1
                land type  township  village  old  old row
                forest     金龙镇    芙蓉村   1    表3第3行

                Renamed: 1
                - 金龙镇: 旧名村 → 新名村 (the new edition's alias, source: 名录(2027))

                Aliases that came: 1
                - 金龙镇: 旧名村 for 新名村 (former name)

                Errata: 1
                - E1: went, was proposed; printed: 标为二级; held: 一级

                """)
    }

    @Test
    func `the whole text in Chinese`() {
        #expect(
            text(.zh) == """
                湘阴县
                旧  430624-2025-1  湘阴政发〔2025〕1号，2025年1月23日发布
                新  430624-2027-3  湘阴政发〔2027〕3号，2027年1月23日发布

                文件：2
                - 文号：湘阴政发〔2025〕1号 → 湘阴政发〔2027〕3号
                - 发布日期：2025-01-23 → 2027-01-23

                基准地价：1
                - 园地 一级：新增，12.50元/平方米

                级别变动：2
                土地类型  乡镇    村（社区）          旧            新    旧出处    新出处
                园地      金龙镇  芙蓉村              一级（待核）  二级  表2第3行  表2第5行
                园地      金龙镇  新名村（原旧名村）  二级          三级  表2第3行  表2第5行

                新增村（社区）：1
                土地类型  乡镇    村（社区）  新    新出处
                林地      金龙镇  新村\\x1b    一级  表3第3行

                原有村（社区）不再列入表：1
                土地类型  乡镇    村（社区）  旧    旧出处
                林地      金龙镇  芙蓉村      一级  表3第3行

                更名：1
                - 金龙镇：旧名村 → 新名村（据新成果的别名，来源：名录(2027)）

                新增别名：1
                - 金龙镇：旧名村即新名村（曾用名）

                勘误：1
                - E1：不再有，原为待核；原文：标为二级；采用：一级

                """)
    }

    @Test
    func `as JSON one object, every difference with the same keys`() throws {
        let json = try JSONValue(
            parsing: AnswerRenderer(format: .json, language: .zh).render(Self.comparison))
        #expect(json["outcome"] == .string("different"))
        #expect(json["old"]?["edition"] == .string("430624-2025-1"))
        #expect(json["new"]?["issued"] == .string("2027-01-23"))
        #expect(json["counts"]?["moved"] == .integer(2) && json["counts"]?["settled"] == nil)
        let changes = try #require(json["changes"]?.array)
        #expect(changes.count == 10)
        let moved = try #require(changes.first { $0["change"] == .string("moved") })
        #expect(
            moved.text(pretty: false)
                == #"{"change":"moved","land_type":"orchard","township":"金龙镇","village":"芙蓉村","#
                + #""former_village":null,"grade":null,"erratum":"E1","field":"grade","old":"1","new":"2","#
                + #""old_printed_grade":2,"new_printed_grade":null,"old_source":"表2第3行","new_source":"表2第5行","#
                + #""part":null,"subtype":null,"percent":null}"#)
    }

    @Test
    func `as CSV a record for each difference`() {
        let csv = String(
            decoding: AnswerRenderer(format: .csv, language: .zh).render(Self.comparison), as: UTF8.self)
        #expect(
            csv == """
                change,land_type,township,village,former_village,grade,erratum,field,old,new,old_printed_grade,new_printed_grade,old_source,new_source,part,subtype,percent
                document,,,,,,,number,湘阴政发〔2025〕1号,湘阴政发〔2027〕3号,,,,,,,
                document,,,,,,,issued,2025-01-23,2027-01-23,,,,,,,
                price,orchard,,,,1,,base_price,,12.50 元/平方米,,,,表4第1行,,,
                renamed,,金龙镇,新名村,旧名村,,,village,旧名村,新名村,,,,名录(2027),,,
                moved,orchard,金龙镇,芙蓉村,,,E1,grade,1,2,2,,表2第3行,表2第5行,,,
                moved,orchard,金龙镇,新名村,旧名村,,,grade,2,3,,,表2第3行,表2第5行,,,
                came,forest,金龙镇,新村\u{1B},,,,grade,,1,,,,表3第3行,,,
                unlisted,forest,金龙镇,芙蓉村,,,,grade,1,,,,表3第3行,,,,
                alias_came,,金龙镇,新名村,,,,former_name,,旧名村,,,,名录(2027),,,
                erratum,,,,,,E1,status,proposed,,,,,,,,

                """)
    }

    @Test
    func `without differences the text says so and the JSON has none`() throws {
        let none = Self.comparison.filtered(landType: .grassland, township: "无此镇")
        let same = try EditionComparison(
            from: SourcedEdition(
                edition: Self.edition("430624-2025-1", "1号", []), packageSHA256: "", origin: .unsigned),
            to: SourcedEdition(
                edition: Self.edition("430624-2025-1", "1号", []), packageSHA256: "", origin: .unsigned))
        #expect(!none.changes.isEmpty)
        for (language, words) in [(Language.zh, "没有差异。\n"), (.en, "No differences.\n")] {
            let text = AnswerRenderer(format: .text, language: language).render(same)
            #expect(String(decoding: text, as: UTF8.self).hasSuffix(words))
        }
        let json = try JSONValue(parsing: AnswerRenderer(format: .json, language: .zh).render(same))
        #expect(json["outcome"] == .string("same") && json["changes"] == .array([]))
    }
}

import TestSupport
import Testing

/// Rows that are no parcels and were judged as some. On the real program.
@Suite struct SilentRowTests {
    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    private static let list = "地块编码,乡镇,村,地类,级别,面积\n1,东塘镇,坝桥村,园地,2级,10\n"

    @Test(arguments: [
        "Grand Total,,,,,10", ",Grand Total,,,,10", "平均,,,,,10", ",,平均,,,10", "校对：张三,,,,,", "共3页,,,,,", "第页,,,,,",
        "数据来源：县自然资源局,,,,,", "———以下空白———,,,,,", ",———以下空白———,,,,", "/,/,/,/,/,/", "NULL,NULL,NULL,NULL,NULL,NULL",
        "-,-,-,-,-,-", ",/,/,/,,", "-1,-2,-3,-4,-5,-6", "合计,东塘镇,坝桥村,园地,,10", "坝桥村小计,东塘镇,坝桥村,园地,2级,10", "\u{1A}",
        "\u{1A},,,,,",
    ])
    func `a row that is no parcel is none, and in no sum`(row: String) async throws {
        // Twice: the second time its cells are known.
        let run = try await validate("\(Self.list)\(row)\n2,东塘镇,坝桥村,园地,2级,10\n\(row)\n")
        #expect(run.status == 0 && run.error.contains("4 rows: ok 2, not_a_row 2"), "\(run.output)\(run.error)")
        #expect(run.error.contains("area 20: ok 20"), "\(run.error)")
    }

    @Test(arguments: [
        "合计面积,,,,,10", "其中：园地,,,,,10", "共2宗,,,,,", "共 2 宗 20 亩,,,,,10", ",东塘镇计,,,,10", "计：,,,,,10", "∑,,,,,10",
        ",(空白),,,,10",
        "求和项:面积,,,,,10", "加权平均,,,,,10", "加总,,,,,10", "总宗数,,,,,2", "二〇二五年三月一日,,,,,", ",,,,,2025.3.1", ",2025.3.1,,,,",
        "报出日期：2025-03-01,,,,,", "导出时间：,,,,,", "公示时间：,,,,,", "Page 1 of 3,,,,,", "第一页 共三页,,,,,", ",- 1 -,,,,", "续表,,,,,",
        "接上页,,,,,", "本页无正文,,,,,", "（本页无正文）,,,,,", "统计负责人：,,,,,", "制表：张三,,审核：李四,,负责人：王五,", ",,统计负责人：张三,,联系电话：,",
        "主管领导：,,,,,", "签字：,,,,,", "权利人签字：,,,,,", "村委会（盖章）：,,,,,", ",金龙镇人民政府（公章）,,,,", "联系人：,,,,,", "监督电话：0730-1,,,,,",
        "调查单位：,,,,,", "制图：,,,,,", "2、面积单位为亩,,,,,", "（2）面积单位为亩,,,,,", ",,②面积单位为亩,,,",
        ",东塘镇,填表人：张三,,,", ",,坝桥村村支书：张三,,,",
    ])
    func `what stands below a table is no parcel`(row: String) async throws {
        let run = try await validate("\(Self.list)\(row)\n2,东塘镇,坝桥村,园地,2级,10\n\(row)\n")
        #expect(run.status == 0 && run.error.contains("4 rows: ok 2, not_a_row 2"), "\(run.output)\(run.error)")
        #expect(run.error.contains("area 20: ok 20"), "\(run.error)")
    }

    @Test(arguments: [
        "共2条记录,,,,,", "记录数：2,,,,,", ",总记录数：2条,,,,", "Average,,,,,10", ",Count,,,,2", ",,Max,,,10", "Min,,,,,10",
        "金龙镇 Count,,,,,2", ",金龙镇 Total,,,,20", ",,芙蓉村 Average,,,5", ",,,果园 Max,,5", ",Grand Count,,,,2",
        "0201 Count,,,,,2",
        "过次页,,,,,", ",承前页,,,,10", "以上共2宗,,,,,", "END,,,,,", ",,end,,,", "完,,,,,", "——完——,,,,,", "村支书：,,,,,",
        "组长签字,,,,,", ",,农户签字,,,", "主管：,会计：,制单：,局长：,,", "局长：张三,,,,,", "附件：,,,,,", "附件1：宗地图,,,,,", "附件一：,,,,,",
        "数据截止2025年,,,,,", "截至2025年1月1日,,,,,", "2025年  月  日,,,,,", ",,,,,2025年__月__日", "二〇二五年 月 日,,,,,",
        "填表日期,2025年1月1日,,,,", ",填表日期,2025年1月1日,,,", "填表日期,,2025年1月1日,,,", "填表日期,,2025年  月  日,,,",
        "必填,必填,必填,必填,选填,选填", "必填,必填项,必填,必填,,非必填", "*为必填项,,,,,", ",带*的为必填项,,,,",
    ])
    func `what forms and Excel in English have around a table is no parcel`(row: String) async throws {
        let run = try await validate("\(Self.list)\(row)\n2,东塘镇,坝桥村,园地,2级,10\n\(row)\n")
        #expect(run.status == 0 && run.error.contains("4 rows: ok 2, not_a_row 2"), "\(run.output)\(run.error)")
        #expect(run.error.contains("area 20: ok 20"), "\(run.error)")
    }

    @Test(arguments: ["李计", "计生办", "Min", "Max", "Zhang Min", "Count", "张三Min", "完颜", "必然", "截"])
    func `a person whose name looks like such a line has a parcel`(name: String) async throws {
        let run = try await validate(
            "权利人,宗地代码,乡镇,村,地类,级别,面积\n\(name),,东塘镇,坝桥村,园地,2级,10\n\(name),,东塘镇,,园地,2级,10\n")
        #expect(run.error.contains("2 rows: ok 1, unknown_village 1"), "\(run.output)")
    }

    @Test(arguments: ["END1", "完-1", "记1", "以12号", "Count1", "附件3", "MIN"])
    func `a code that looks like such a line is one`(code: String) async throws {
        let run = try await validate("\(Self.list)\(code),东塘镇,坝桥村,园地,2级,10\n")
        #expect(run.status == 0 && run.error.contains("2 rows: ok 2"), "\(run.output)\(run.error)")
    }

    @Test func `a place with a count of its pieces is a parcel where the land type is graded, else the sum of a group`()
        async throws
    {
        let run = try await validate(
            "\(Self.list)2,东塘镇,坝荣村（共2块）,园地,2级,20\n,东塘镇,坝桥村（共2块）,园地,2级,5\n,东塘镇,坝荣村（共2块）,,,20\n")
        #expect(run.error.contains("4 rows: ok 2, unknown_village 1, not_a_row 1"), "\(run.output)\(run.error)")
    }

    @Test func `a person, a land type, a grade or a number with a count in brackets is of a parcel`() async throws {
        let list = "序号,乡镇,村,户主,地类,级别,面积\n"
        let rows = [
            "1,东塘镇,坝桥村,张三（共5人）,园地,2级,10", "2,东塘镇,坝桥村,集体（共5亩）,园地,2级,10", "3（共2块）,东塘镇,坝桥村,张三,园地,2级,10",
            "4,东塘镇,坝桥村,李四,园地（共2块）,2级,10", "5,东塘镇,坝桥村,李四,园地,2级（共2块）,10", "6,东塘镇,东荣社区（共2块）,李四,园地,2级,10",
            "东塘镇（共5宗）,,,,,,50", ",东塘镇（共5宗）,,,园地,,50",
        ]
        let run = try await validate(list + rows.joined(separator: "\n") + "\n")
        #expect(
            run.error.contains("8 rows: ok 3, unknown_village 1, unknown_land_type 1, unreadable_grade 1, not_a_row 2")
                && run.error.contains("area 60: ok 30"), "\(run.output)\(run.error)")
    }

    /// A sheet carries the place and the land type of a group down to its sum.
    @Test(arguments: [
        ("序号", "小计", ""), ("序号", "合计", "1级"), ("权利人", "小计", "1级"), ("承包方名称", "（小计）", ""), ("户主姓名", "张三 汇总", "1级"),
        ("备注", "", "小计"), ("备注", "", "1级 汇总"), ("序号", "共3宗", ""),
    ])
    func `a word for a sum where the number, the person or the grade would be`(
        header: String, cell: String, grade: String
    ) async throws {
        let list = "\(header),宗地代码,乡镇,村,地类,级别,面积\n"
        let parcel = "1,12,东塘镇,坝桥村,园地,2级,10\n", sum = "\(cell),,东塘镇,坝桥村,园地,\(grade),20\n"
        let other = "张三,,东塘镇,坝桥村,园地,2级,5\n"
        let run = try await validate(list + parcel + other + sum + other + sum)
        #expect(
            run.error.contains("5 rows: ok 3, not_a_row 2") && run.error.contains("area 20: ok 20"),
            "\(run.output)\(run.error)")
        // The same list without a column for the codes.
        let without = (list + other + sum + other + sum).split(separator: "\n").map {
            var cells = $0.split(separator: ",", omittingEmptySubsequences: false)
            cells.remove(at: 1)
            return cells.joined(separator: ",")
        }
        let bare = try await validate(without.joined(separator: "\n"))
        #expect(bare.error.contains("4 rows: ok 2, not_a_row 2"), "\(bare.output)\(bare.error)")
        // With a code there is a parcel.
        let coded = try await validate(list + sum.replacing(",,东塘镇", with: ",13,东塘镇"))
        #expect(!coded.error.contains("not_a_row"), "\(coded.output)")
    }

    @Test func `a remark with a word for a sum is one of a parcel`() async throws {
        let list = "备注,乡镇,村,地类,级别\n小计,东塘镇,坝桥村,园地,2级\n含小计,东塘镇,坝桥村,园地,2级\n"
        let run = try await validate(list)
        #expect(run.error.contains("2 rows: ok 2"), "\(run.output)")
    }

    @Test func `the sum of a group in a sheet with merged cells is no parcel`() async throws {
        let sheet = SheetFile([
            ["序号", "权利人", "乡镇", "村", "地类", "级别", "面积"], ["1", "张三", "东塘镇", "坝桥村", "园地", "2级", "10"],
            ["2", "李四", "", "", "", "", "20"], ["", "小计", "", "", "", "", "30"],
        ])
        let run = try await sheet.validate(merged: ["C2:C4", "D2:D4", "E2:E4", "F2:F4"])
        #expect(run.error.contains("3 rows: ok 2, not_a_row 1") && run.error.contains("area 30: ok 30"), "\(run.error)")
        let numbered = SheetFile([
            ["序号", "乡镇", "村", "地类", "级别", "面积"], ["1", "东塘镇", "坝桥村", "园地", "2级", "10"],
            ["小计", "", "", "", "", "10"],
        ])
        let second = try await numbered.validate(merged: ["B2:B3"])
        #expect(second.error.contains("2 rows: ok 1, not_a_row 1"), "\(second.output)\(second.error)")
    }

    @Test(arguments: [
        ("权利人", "填报单位宿舍,12,金龙镇,,果园,1,5"), ("权利人", "审核,12,金龙镇,,果园,1,5"), ("权利人", "复核,12,金龙镇,,果园,1,"),
        ("权利人", "负责人,,金龙镇,,果园,1,5"), ("备注", "注：界址有争议,430624001,金龙镇,,果园,1,"), ("备注", "注：界址有争议,430624001,金龙镇,,果园,,5"),
    ])
    func `a row with a land type and a figure is a parcel`(header: String, row: String) async throws {
        let run = try await validate("\(header),宗地代码,乡镇,村,地类,级别,面积\n\(row)\n")
        #expect(run.status == 1 && run.error.contains("1 row: unknown_village 1"), "\(run.output)")
    }

    /// The place is not found, or is two, and a label with a colon or a seal follows it.
    @Test(arguments: [
        ("户主,乡镇,坐落,地类", "张三,金龙镇,芙荣村3组（承包人：李四）,园地"), ("户主,乡镇,坐落,地类", "张三,金龙镇,芙荣村3组【承包人：李四】,园地"),
        ("户主,乡镇,坐落,地类", "张三,金龙镇,芙蓉村3组 承包人：鹅形村李四,园地"), ("户主,坐落,地类", "张三,金龙镇芙荣村联系人：李四,园地"),
        ("户主,坐落,地类", "张三,芙荣组长：李四,园地"), ("户主,乡镇,坐落,地类", "张三,金龙镇,芙荣村3组（承包人：李四）,"),
        ("宗地号,乡镇,村,地类,级别", "ZD-001,金龙镇,芙荣村联系人：李四,园地,"), ("宗地号,乡镇,村,地类,级别", "ZD-001,金龙镇,芙荣村负责人：,园地,"),
        ("宗地号,乡镇,村,地类,级别", "ZD-001,金龙镇,芙荣村组长：李四,园地,"), ("宗地号,乡镇,村,地类,级别", "ZD-001,金龙镇,芙荣村 联系电话：1,园地,"),
        ("宗地号,乡镇,村,地类,级别", "ZD-001,金龙镇,芙荣村（签字）,园地,"), ("户主,乡镇,村,地类", "负责人,金龙镇,,园地"),
        ("户主,乡镇,村,地类", "张三,金龙镇（联系人：王五）,芙荣村,园地"),
    ])
    func `a label behind a place leaves the row a parcel`(header: String, row: String) async throws {
        // Twice: the second time its cells are known.
        let run = try await validate("\(header)\n\(row)\n\(row)\n")
        #expect(run.status == 1 && !run.error.contains("not_a_row"), "\(run.output)\(run.error)")
    }

    @Test func `a label behind a place leaves the row a parcel where the land type is given`() async throws {
        for row in ["张三,金龙镇,芙荣村3组（承包人：李四）", "张三,金龙镇,芙荣村联系人：李四", "张三,,芙荣村组长：李四"] {
            let run = try await validate("户主,乡镇,村\n\(row)\n", ["--land-type", "园地"])
            #expect(run.status == 1 && !run.error.contains("not_a_row"), "\(run.output)\(run.error)")
        }
    }

    @Test(arguments: [
        "2,东塘镇,/,园地,2级,10", "2,东塘镇,坝桥村,/,2级,10", "/,/,/,/,2级,10", "2,/,/,/,/,/", "-1,-3,-2,-4,-5,-6",
        "校对,东塘镇,无此村,园地,2级,10",
        "2,平均,坝桥村,林地,2级,",
    ])
    func `a row that may be a parcel is judged as one`(row: String) async throws {
        let run = try await validate("\(Self.list)\(row)\n")
        let isTotal = row.contains("平均")
        #expect(run.error.contains("not_a_row") == isTotal, "\(run.output)\(run.error)")
    }

    /// A code may have the word and a number.
    @Test(arguments: ["合-1", "（总）字12号", "1合计"])
    func `a code with a number is no sum`(code: String) async throws {
        let run = try await validate("\(Self.list)\(code),东塘镇,坝桥村,园地,2级,10\n")
        #expect(run.status == 0 && run.error.contains("2 rows: ok 2"), "\(run.output)\(run.error)")
    }

    @Test(arguments: ["\u{1A}", "\0\0\0", "\u{1A}\0"])
    func `what old programs end a text with is no row`(end: String) async throws {
        let run = try await validate("\(Self.list)\(end)")
        #expect(run.status == 0 && run.error.contains("2 rows: ok 1, not_a_row 1"), "\(run.output)\(run.error)")
        // Zeros within a list are lost rows.
        let broken = try await validate("\(Self.list)\0\0\0\n2,东塘镇,坝桥村,园地,2级,10\n")
        #expect(broken.status == 1 && broken.error.contains("bad_row 1"), "\(broken.output)")
    }

    @Test(arguments: ["ok, not_a_row", " ok ,not_a_row"])
    func `blanks between verdicts are set aside`(verdicts: String) async throws {
        let run = try await validate("\(Self.list)合计,,,,,10\n", ["--verdict", verdicts])
        #expect(run.status == 0 && run.output.split(separator: "\n").count == 3, "\(run.output)\(run.error)")
        let none = try await validate(Self.list, ["--verdict", "ok, "])
        #expect(none.status == 64)
    }
}

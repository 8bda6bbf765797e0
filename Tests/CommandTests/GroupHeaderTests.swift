import TestSupport
import Testing

/// Headers of two lines in text, where no merged cell says which names belong together. On the real program.
@Suite struct GroupHeaderTests {
    private func validate(_ text: String) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()], input: Array(text.utf8))
    }

    @Test(arguments: [
        ("级别,\n,,,园地,林地", ",级别/园地,级别/林地,"), ("级别,\n,,,申报,核定", ",级别/申报,级别/核定,"),
        ("级别,\n,,,2021年,2025年", ",级别/2021年,级别/2025年,"),
    ])
    func `parts of a group over several columns are no parcel`(header: String, names: String) async throws {
        let run = try await validate("乡镇,村,地类,\(header)\n金龙镇,芙蓉村,林地,,二级\n")
        #expect(run.output.hasPrefix("乡镇,村,地类\(names)landgrade_verdict"), "\(run.output)")
        // Which of the two is declared nobody can tell: none is taken, and both are named.
        #expect(run.error.contains("1 row:") && run.error.contains("4") && run.error.contains("5"), "\(run.error)")
        #expect(!run.error.contains("grade = column"), "\(run.error)")
    }

    @Test func `an area in two columns is not summed up by one of them`() async throws {
        let run = try await validate("乡镇,村,地类,面积,,级别\n,,,园地,林地,\n金龙镇,芙蓉村,林地,,3,二级\n")
        #expect(run.output.hasPrefix("乡镇,村,地类,面积/园地,面积/林地,级别,"), "\(run.output)")
        #expect(run.error.contains("1 row: mismatch 1") && !run.error.contains("area = column"), "\(run.error)")
    }

    @Test(arguments: [
        "坐落,坐落,地类,定级\n乡镇,村,,级别", "坐落,坐落,地类,定级\n乡镇,村,地类,级别", "坐落,坐落,土地,土地\n乡镇,村,地类,级别",
    ])
    func `a name that is repeated over its columns is a group`(header: String) async throws {
        let run = try await validate(header + "\n金龙镇,芙蓉村,园地,二级\n")
        #expect(run.output.hasPrefix("坐落/乡镇,坐落/村,"), "\(run.output)\(run.error)")
        #expect(run.error.contains("1 row: mismatch 1"), "\(run.error)")
    }

    /// Where the person lives is not where the parcel lies.
    @Test(arguments: [
        "承包方信息", "租户", "投保人", "农户", "农户信息", "转让方", "转出方", "转入方", "受让方", "经营主体", "林权所有人", "权利人信息", "户主", "承包方", "流转双方",
    ])
    func `a group of a person is none of the parcel`(group: String) async throws {
        for place in ["地块信息", "承包地块", "宗地信息"] {
            let run = try await validate("\(group),,\(place),,\n乡镇,村,坐落,地类,级别\n金龙镇,鹅形村,金龙镇芙蓉村,园地,一级\n")
            #expect(run.output.hasPrefix("\(group)/乡镇,\(group)/村,\(place)/坐落,"), "\(run.output)\(run.error)")
            #expect(run.status == 0 && run.output.contains(",ok,金龙镇,芙蓉村,address,"), "\(run.output)")
        }
        // Where nothing else says it, nothing is judged.
        let none = try await validate("\(group),,地块信息,\n乡镇,村,地类,级别\n金龙镇,鹅形村,园地,二级\n")
        #expect(none.status == 2 && none.error.contains("no column for the village"), "\(none.error)")
    }

    @Test(arguments: ["小地名", "家庭人口", "土地来源", "流转年限", "备注一"])
    func `a group of a person is one whatever other columns are called`(column: String) async throws {
        let list = "承包方信息,,,地块信息,,,\n姓名,乡镇,村,\(column),坐落,地类,级别\n张三,静河镇,红旗村,老屋冲,金龙镇鹅形村,园地,一级\n"
        let run = try await validate(list)
        #expect(run.output.contains(",mismatch,金龙镇,鹅形村,address,"), "\(run.output)\(run.error)")
        let none = try await validate("承包方信息,,,地块信息,,\n姓名,乡镇,村,\(column),地类,级别\n张三,静河镇,红旗村,老屋冲,园地,一级\n")
        #expect(none.status == 2 && none.error.contains("no column for the village"), "\(none.output)\(none.error)")
    }

    @Test(arguments: ["户主：,李四,,,", "联系人：张三,电话：123,,,", "填报单位：东塘镇,承包方：李四,,,"])
    func `a line above the header that says whose list it is names no group`(line: String) async throws {
        for column in ["小地名", "备注"] {
            let run = try await validate("\(line)\n乡镇,村,\(column),地类,级别\n金龙镇,芙蓉村,老屋,园地,一级\n")
            #expect(run.status == 0 && run.output.contains(",ok,金龙镇,芙蓉村,exact,"), "\(run.output)\(run.error)")
        }
    }

    /// Whatever the other group is called.
    @Test(arguments: ["村民组", "发包方", "甲"])
    func `a group of the parcel says where it lies`(group: String) async throws {
        for place in ["地块信息", "承包地块", "宗地信息"] {
            let run = try await validate("\(group),,\(place),,\n乡镇,村,坐落,地类,级别\n金龙镇,鹅形村,金龙镇芙蓉村,园地,一级\n")
            #expect(run.output.contains(",ok,金龙镇,芙蓉村,address,"), "\(run.output)\(run.error)")
        }
    }

    @Test(arguments: ["金龙镇农户承包地登记表,,,单位：亩", "草原承包经营权登记簿,,,2025年", "原始数据,,,2025年"])
    func `a title is no group of a person`(title: String) async throws {
        let run = try await validate("\(title)\n乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,一级\n")
        #expect(run.status == 0 && run.output.hasPrefix("乡镇,村,地类,级别,"), "\(run.output)\(run.error)")
    }

    @Test(arguments: ["乡镇（户籍）,村（户籍）", "乡镇（承包方）,村（承包方）", "乡镇（原）,村（原）"])
    func `brackets that say whose it is, or when, count`(header: String) async throws {
        let run = try await validate("\(header),坐落,地类（原）,地类,级别（原）,级别\n金龙镇,鹅形村,金龙镇芙蓉村,林地,园地,二级,一级\n")
        #expect(run.status == 0 && run.output.contains(",ok,金龙镇,芙蓉村,address,orchard,"), "\(run.output)\(run.error)")
        #expect(run.error.contains("not taken for the grade: column 6 ‘级别（原）’"), "\(run.error)")
        let none = try await validate("\(header),地类,级别\n金龙镇,鹅形村,园地,二级\n")
        #expect(none.status == 2, "\(none.error)")
    }

    /// 原 is in 草原 too.
    @Test func `a group of grassland is of the parcel`() async throws {
        let run = try await validate("序号,草原,草原,草原,草原\n,乡镇,村,地类,级别\n1,金龙镇,芙蓉村,园地,一级\n")
        #expect(run.status == 0 && run.output.hasPrefix("序号,草原/乡镇,"), "\(run.output)\(run.error)")
    }

    @Test(arguments: [
        "序号,编码,坐落,,地类,级别,面积\n,宗地代码,乡镇,村,名称,申报级别,亩", "XH,ZDDM,XZMC,ZLDWMC,DLMC,JB,MJ\n序号,宗地代码,乡镇,村,地类,级别,面积",
    ])
    func `a second line of nothing but words for columns is of the header`(header: String) async throws {
        let run = try await validate(header + "\n1,12,金龙镇,芙蓉村,园地,一级,3\n")
        #expect(
            run.error.contains("1 row: ok 1") && run.error.contains("parcel id = column 2"), "\(run.output)\(run.error)"
        )
    }

    /// An unnamed column behind the last is a remark.
    @Test func `a parcel below an unnamed column stays one`() async throws {
        let run = try await validate("乡镇,村,地类,级别,\n金龙镇,芙蓉村,园地,一级,已核\n,芙蓉村,园地,一级,\n")
        #expect(run.error.contains("2 rows: ok 2"), "\(run.error)")
    }
}

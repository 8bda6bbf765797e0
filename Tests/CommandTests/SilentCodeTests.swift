import TestSupport
import Testing

/// Parcel codes that a program has damaged and that passed in silence: under headers that were not known, and in forms that
/// were not. On the real program.
@Suite struct SilentCodeTests {
    private func validate(_ text: String) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()], input: Array(text.utf8))
    }

    @Test(arguments: [
        "宗地统一编码", "宗地统一代码", "统一编码", "不动产单元编码", "承包地块编号", "承包地块编码", "地籍号", "DJH", "图斑编号", "TBBH", "图斑号", "图斑编码", "标识码",
        "bsm", "小班号", "小班编号", "地块ID", "地块码", "唯一编码", "宗地预编号", "林权宗地号", "不动产单元", "宗地", "地号",
        "地籍编号", "TYBM", "ZDTYBM", "YZDDM", "BDCDYDM", "DKBM_1",
    ])
    func `a column of codes is found by its words, and its short numbers are no damage`(header: String) async throws {
        let rows = ["4.3E18", "12", "0012", "3-1", "A1"].map { "\($0),东塘镇,坝桥村,园地,2级\n" }.joined()
        let run = try await validate("\(header),乡镇,村,地类,级别\n\(rows)")
        #expect(run.error.contains("5 rows: ok 4, bad_row 1"), "\(run.error)")
    }

    /// The number of a 小班 or 图斑 is the parcel's code only where no other column is.
    @Test(arguments: ["宗地代码", "地块代码", "不动产单元号", "地块编号", "ZDH"])
    func `the code of a parcel goes before the number of what it is part of`(header: String) async throws {
        let run = try await validate("BSM,小班号,\(header),乡镇,村,地类,级别\n12E5,1.0,12,东塘镇,坝桥村,园地,2级\n")
        #expect(run.error.contains("parcel id = column 3") && run.error.contains("1 row: ok 1"), "\(run.error)")
    }

    @Test(arguments: [
        ("ZDDM", "BDCDYH"), ("承包地块编码", "不动产单元号"), ("宗地代码", "合同编号"), ("宗地代码", "林权证号"), ("宗地代码", "统一编号"), ("宗地代码", "编号"),
        ("编号", "合同编号"), ("宗地代码", "承包方代码"), ("宗地代码", "CBFBM"), ("宗地代码", "BSM"), ("宗地代码", "TBBH"), ("宗地代码", "图斑编号"),
        ("宗地代码", "ZLDWDM"), ("宗地代码", "QSDWDM"), ("宗地代码", "坐落单位代码"), ("宗地代码", "权属单位代码"),
        ("宗地代码", "村代码"), ("宗地代码", "档案号"),
    ])
    func `a number in a second column of codes is damaged too`(first: String, second: String) async throws {
        let row = "东塘镇,坝桥村,园地,2级\n"
        let run = try await validate(
            "\(first),\(second),乡镇,村,地类,级别\n12,430624001001GB00001,\(row)12,4.3E+27,\(row)12,2025-03,\(row)12,4.3E+27,\(row)12,,\(row)"
        )
        #expect(run.error.contains("5 rows: ok 3, bad_row 2"), "\(run.output)")
        #expect(run.output.contains("‘\(second)’: a spreadsheet has made a number of it"), "\(run.output)")
        let zh = try await Program.landgrade.run(
            ["validate", "--lang", "zh", "--store", try await SharedStore.shared.path()],
            input: Array("\(first),\(second),乡镇,村,地类,级别\n12,4.3E+27,\(row)".utf8))
        #expect(zh.output.contains("“\(second)”一栏的编号已被电子表格改成数字，末几位已丢失"), "\(zh.output)")
    }

    @Test(arguments: ["编号", "编码", "代码", "地块序号", "宗地证号"])
    func `a column that could be the code is named`(header: String) async throws {
        let run = try await validate("\(header),乡镇,村,地类,级别\n1,东塘镇,坝桥村,园地,2级\n")
        #expect(
            run.status == 0
                && run.error.contains(
                    "not taken for the parcel id: column 1 ‘\(header)’; if it is, give it with --columns parcel_id="),
            "\(run.error)")
        let known = try await validate("\(header),宗地代码,乡镇,村,地类,级别\n1,1,东塘镇,坝桥村,园地,2级\n")
        #expect(!known.error.contains("not taken"), "\(known.error)")
    }

    @Test(arguments: [
        "01-三月-2025", "01-3月-2025", "1月-25", "Sat Mar 01 00:00:00 CST 2025", "Sat Mar 01 2025", "1 Mar 2025",
        "1900/1/0",
        "3079/1/9", "1.3.2025", "01:02:00", "1:02:00", "\"430624001,00\"", "4.3×10^18", "#SPILL!", "#CALC!", "inf",
        "TRUE",
        "FALSE", "false", "3079-01-02", "3079-01-09 00:00:00", "2100-01-01", "9999-12-31", "1899-12-30",
        "1899-12-31 00:00:00", "09/01/3079", "0:00", "1:02", "12:00 AM", "上午 12:00", "Infinity", "-Infinity",
        "4.30624D+18",
        "4.30624*10^18", "4*10^18", "4.30624x10^18", "4306\u{FFFD}24",
        "二〇二五年一月二日", "一月二日", "星期四", "2025年1月2日 星期四", "Thu Jan 02 2025 00:00:00 GMT+0800 (中国标准时间)",
        "Thu Jan 02 2025 00:00:00 GMT+0800 (China Standard Time)", "NaT", "undefined", "[object Object]",
        "#GETTING_DATA",
        "\"￥430,624.00\"", "5%", "430624%", "4.3亿", "\"1,234\"", "\"430,624\"", "430624??001", "锟斤拷001",
    ])
    func `a code that a program made something else of is a bad row`(code: String) async throws {
        // Twice: a place that is known is judged by its bytes.
        let row = "东塘镇,坝桥村,园地,2级\n"
        let run = try await validate("宗地代码,乡镇,村,地类,级别\n12,\(row)\(code),\(row)\(code),\(row)")
        #expect(run.error.contains("3 rows: ok 1, bad_row 2"), "\(run.output)")
    }

    @Test(arguments: ["\t4306240012", "4306240012\t", "\u{FEFF}4306240012", "\u{A0}4306240012", " 4306240012"])
    func `white space around a code is said, and the code is right`(code: String) async throws {
        let row = "东塘镇,坝桥村,园地,2级\n"
        let run = try await validate("宗地代码,乡镇,村,地类,级别\n12,\(row)\(code),\(row)\(code),\(row)")
        #expect(run.status == 0 && run.error.contains("3 rows: ok 3"), "\(run.output)\(run.error)")
        let said =
            "ok,\"the code has white space (a tab, a blank …) in front of it or behind it, which does not count\""
        #expect(run.output.split(separator: said).count == 3, "\(run.output)")
    }

    @Test(arguments: [
        "3012-1-9", "1-2", "12D5", "4x10", "1:2", "Infinite", "identity", "3-12-4", "0930-2", "宗?1", "\"001,002\"",
        "3万",
    ])
    func `a code that looks a little like one stays a code`(code: String) async throws {
        let row = "东塘镇,坝桥村,园地,2级\n"
        let run = try await validate("宗地代码,乡镇,村,地类,级别\n12,\(row)\(code),\(row)\(code),\(row)")
        #expect(run.error.contains("3 rows: ok 3"), "\(run.output)")
    }

    @Test func `a code that a sheet shows as a day is a bad row`() async throws {
        let sheet = SheetFile([
            ["宗地代码", "乡镇", "村", "地类", "级别"], ["430624", "东塘镇", "坝桥村", "园地", "2级"], ["2", "东塘镇", "坝桥村", "园地", "2级"],
        ])
        let run = try await sheet.validate(dates: ["A2"])
        #expect(run.output.contains("3079-01-02,东塘镇,坝桥村,园地,2级,bad_row,"), "\(run.output)\(run.error)")
        #expect(run.error.contains("2 rows: ok 1, bad_row 1"), "\(run.error)")
    }
}

import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// Lists as offices write them: headers, rows that are no parcels, lists that were checked before. On the real program.
@Suite struct ListAsWrittenTests {
    let workspace = TemporaryFolder()

    private func validate(_ text: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path()] + arguments, input: Array(text.utf8))
    }

    private func python(_ script: String, _ arguments: [String]) async throws -> Run {
        try await Program.tool("/usr/bin/env").run(
            ["python3", "-c", script] + arguments)
    }

    /// The cells of one of our columns.
    private func column(_ name: String, _ run: Run) -> [String] {
        let records = run.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        guard let place = records.first?.firstIndex(where: { $0 == name }) else { return [] }
        return records.dropFirst().map { String($0[place]) }
    }

    private func verdicts(_ run: Run) -> [String] { column("landgrade_verdict", run) }

    // MARK: no silence

    @Test(arguments: ["地类,地力等级", "地类,备注", "地类,本级次"])
    func `a list without a grade says so first`(columns: String) async throws {
        let list = "乡镇,村,\(columns)\n金龙镇,芙蓉村,园地,一\n"
        let run = try await validate(list, ["--lang", "zh"])
        #expect(run.status == 0 && verdicts(run) == ["filled"])
        #expect(run.error.hasPrefix("landgrade: 没有找到“级别”列：本次没有核对任何申报级别"), "\(run.error)")
        #expect(run.error.contains("没有核对申报级别）"))
        #expect(run.error.contains("第4列“本级次”") == columns.hasSuffix("本级次"))
        let json = try await validate(list, ["--summary", "json", "-o", workspace("out.csv")])
        #expect(try JSONValue(parsing: Array(json.output.utf8))["grade_column"] == .null)
    }

    @Test(arguments: ["申报级别", "等级", "土地等级", "级别名称", "园地级别", "评定级别", "定级", "級　別", "级别（一、二级）"])
    func `the grade is found by its words`(header: String) async throws {
        let list = "乡镇,村,地类,\(header)\n金龙镇,芙蓉村,园地,二级\n"
        let run = try await validate(list)
        #expect(run.status == 1 && verdicts(run) == ["mismatch"], "\(run.error)")
        let json = try await validate(list, ["--summary", "json", "-o", workspace("out.csv")])
        let column = try JSONValue(parsing: Array(json.output.utf8))["grade_column"]
        #expect(column?["number"]?.integer == 4 && column?["header"]?.string == header)
    }

    @Test func `none is said once`() async throws {
        let cells = ["/", "-", "—", "――", "无", "NULL", "null", "nan", "NaN", "None", "<NA>", "N/A", "#N/A", "空", "／"]
        let rows = cells.map { "\($0),金龙镇,芙蓉村,园地,\($0)\n" }.joined()
        let run = try await validate("宗地代码,乡镇,村,地类,级别\n" + rows)
        #expect(run.status == 0 && verdicts(run).allSatisfy { $0 == "filled" }, "\(run.output)")
        #expect(run.error.split(separator: "none is declared").count == 2)
        #expect(run.error.split(separator: "parcel id: there is none").count == 2)
    }

    @Test(arguments: [
        "4.3E18", "4.3e18", "4.30624100201001E18", "4E18", "430624001.0", "430624100201001000.0", "2025-03-01",
        "2025/3/1",
        "3月1日", "1-Mar", "\"430,624,001\"", "#REF!",
    ])
    func `a damaged code is a bad row`(code: String) async throws {
        let run = try await validate("宗地代码,乡镇,村,地类,级别\nA1,金龙镇,芙蓉村,园地,1\n\(code),金龙镇,芙蓉村,园地,1\n")
        #expect(run.status == 1 && run.error.contains("2 rows: ok 1, bad_row 1"), "\(run.output)")
    }

    // MARK: headers

    @Test func `titles above a header are left out and said`() async throws {
        let table = "宗地代码,乡镇,村,地类,级别\nA1,金龙镇,芙蓉村,园地,1\n"
        for titles in ["2025年园地清单,,,,\n", "2025年园地清单,,,,\n,,,,\n填报单位：金龙镇,,,单位：亩,\n", "清单\n"] {
            let run = try await validate(titles + table)
            #expect(run.status == 0 && verdicts(run) == ["ok"], "\(run.error)")
            #expect(run.output.hasPrefix("宗地代码,") && run.error.contains("left out above it: "))
            let line = titles.split(separator: "\n").count + 1
            let told = try await validate(titles + table, ["--header-row", "\(line)"])
            #expect(told.output == run.output && told.error.contains("header in line \(line)"))
        }
        let blank = try await validate("a\n\n" + table, ["--header-row", "2"])
        #expect(blank.status == 2 && blank.error.contains("line 2 has nothing in it"))
    }

    /// A title has commas of its own, or none of the list's delimiters.
    @Test(arguments: ["湘阴县，园地清单", "2025年园地清单", "a;b"], ["\t", ","])
    func `the delimiter is found below a title`(title: String, delimiter: String) async throws {
        let rows = [["乡镇", "村", "地类", "级别"], ["金龙镇", "芙蓉村", "园地", "1"], ["金龙镇", "芙蓉村", "园地", "1"]]
        let run = try await validate(title + "\n" + rows.map { $0.joined(separator: delimiter) + "\n" }.joined())
        #expect(run.status == 0 && run.error.contains("2 rows: ok 2"), "\(run.error)")
    }

    @Test func `a header of two lines is one in text too`() async throws {
        let run = try await validate(
            "宗地代码,坐落位置,,地类,级别,面积\n,乡镇,村,,,亩\nA1,金龙镇,芙蓉村,园地,1,2\nA2,金龙镇,芙蓉村,园地,2,3\n")
        #expect(run.output.hasPrefix("宗地代码,坐落位置/乡镇,坐落位置/村,地类,级别,面积/亩,landgrade_verdict"), "\(run.output)")
        #expect(verdicts(run) == ["ok", "mismatch"] && run.error.contains("header in line 1–2"))
    }

    /// The first parcel is never lost: what is taken for a header was told to be one.
    @Test func `no parcel becomes the header`() async throws {
        let list = "金龙镇,芙蓉村,园地,1\n金龙镇,芙蓉村,园地,2\n"
        for columns in [[], ["--columns", "township=1,village=2,land_type=3"]] {
            let run = try await validate(list, columns)
            #expect(run.status == 2 && run.output.isEmpty && run.error.contains("--header-row NUMBER"), "\(run.error)")
        }
        let told = try await validate(
            list, ["--columns", "township=金龙镇,village=2,land_type=3", "--header-row", "1"])
        #expect(told.error.contains("header in line 1") && verdicts(told).count == 1, "\(told.error)")
    }

    // MARK: rows that are none

    @Test(arguments: [
        "合计,,,,35", ",合计,,,", ",金龙镇,小计,,35.2", ",金龙镇小计,,,", "本页小计,,,,", "总 计：,,,,", "合计（亩）,,35,,", "审核人：张三,,制表人：李四,,",
        "审核人,张三,,制表人,李四", "填表日期：2025年3月1日,,,,", "备注：一式三份,,,,", "说明,以上为园地,,,", "注1：以上为园地,,,,", ",,,,", " ,　,,,",
        "以下空白,,,,",
        "第 1 页 共 5 页,,,,", "2025年3月1日,,,,", "1,2,3,4,5", "合计", "",
        ",,,", "审核：,,,,", "（1）,（2）,（3）,（4）,（5）", "(1),(2),(3),(4),(5)", "①,②,③,④,⑤", "甲,乙,1,2,3", "A,B,C,D,E",
        "栏1,栏2,栏3,栏4,栏5", "一,二,三,四,五", "第1列,第2列,第3列,第4列,第5列", "栏次,1,2,3,4", "a,b,c,1,2", "1,2,3,4,5=3×4",
        "[1],[2],[3],,",
    ])
    func `a row that is none needs nobody`(row: String) async throws {
        let list = "序号,乡镇,村,地类,级别\n1,金龙镇,芙蓉村,园地,1\n\(row)\n2,金龙镇,芙蓉村,园地,1\n"
        let run = try await validate(list)
        #expect(run.status == 0 && verdicts(run).count == 3, "\(run.output)")
        #expect(run.error.contains("3 rows: ok 2, not_a_row 1"), "\(run.output)")
        #expect(run.output.contains("\n\(row)"))
        let problems = try await validate(list, ["--only-problems"])
        #expect(verdicts(problems).isEmpty)
    }

    @Test(arguments: [
        ("1,金龙镇,芙蓉村,园地,1,合计", "ok"), ("1,金龙镇,合计村,园地,1,", "unknown_village"), ("1,金龙镇,芙蓉村,园,1,合计", "unknown_land_type"),
        ("1,金龙镇,芙蓉村,园地,合计,", "unreadable_grade"), ("备注,金龙镇,芙蓉村,园,1,", "unknown_land_type"),
        ("430624100206JE00001,,,,1,合计", "unknown_land_type"), ("1,金龙镇,,园地,1,合计", "unknown_village"),
        ("合计1,金龙镇,芙蓉村,园地,1,", "ok"), ("1,金龙镇,芙蓉村,,1,说明", "unknown_land_type"),
        ("说明：级别待核,金龙镇,芙蓉村,,1,", "unknown_land_type"),
        ("1,2,3,5,6,7", "unknown_land_type"), ("甲,乙,丙,2,3,4", "unknown_land_type"), ("1,2,,,,", "unknown_land_type"),
        ("A,B,D,E,F,G", "unknown_land_type"), ("一,2,三,4,五,6", "unknown_land_type"),
        ("2,3,4,5,6,7", "unknown_land_type"),
        ("1,甲,乙,园地,1,2", "unknown_township"),
    ])
    func `a parcel is never none`(row: String, verdict: String) async throws {
        let run = try await validate("宗地代码,乡镇,村,地类,级别,备注\n\(row)\n\(row)\n")
        #expect(verdicts(run) == [verdict, verdict], "\(run.output)")
    }

    // MARK: going round again

    @Test func `a checked list is checked again`() async throws {
        let list = "宗地代码,乡镇,村,地类,级别\nA1,金龙镇,芙蓉村,园地,1\nA2,金龙镇,芙蓉村,\"园地\",2\nA3,a,b,c,d,e\n,,,,\nA4,金龙镇,无此村,园地,1\n"
        let first = try await validate(list)
        let again = try await validate(first.output)
        #expect(again.output == first.output, "\(again.output)")
        #expect(again.error.split(separator: "they are replaced").count == 2)
        let corrected = try await validate(first.output.replacing("\"园地\",2,mismatch", with: "\"园地\",1,mismatch"))
        #expect(
            verdicts(corrected) == ["ok", "ok", "bad_row", "not_a_row", "unknown_village"] || corrected.status == 1)
        #expect(column("landgrade_note", corrected)[1].isEmpty)
        // A column behind ours stays, and ours are the last.
        let more =
            first.output.split(separator: "\n").prefix(3).enumerated()
            .map { $0.offset == 0 ? "\($0.element),意见" : "\($0.element),x" }.joined(separator: "\n") + "\n"
        let behind = try await validate(more)
        #expect(behind.output.hasPrefix("宗地代码,乡镇,村,地类,级别,意见,landgrade_verdict"), "\(behind.output)")
        #expect(
            behind.output.split(separator: "landgrade_verdict").count == 2 && verdicts(behind) == ["ok", "mismatch"])
        let json = try await validate(first.output, ["--format", "jsonl"])
        #expect(!json.output.contains("\"landgrade_verdict\":\"ok\",\"landgrade_verdict\""))
        #expect(json.output.split(separator: "landgrade_note").count == 6)
    }

    @Test func `a checked layer is checked again`() async throws {
        _ = try await python(
            """
            import sqlite3, sys
            base = sqlite3.connect(sys.argv[1])
            base.execute("CREATE TABLE p(id INTEGER PRIMARY KEY, 乡镇 TEXT, 村 TEXT, 地类 TEXT, 级别 TEXT)")
            base.executemany("INSERT INTO p(乡镇, 村, 地类, 级别) VALUES (?, ?, ?, ?)",
                             [("金龙镇", "芙蓉村", "园地", "1"), ("金龙镇", "芙蓉村", "园地", "2")])
            base.commit()
            """, [workspace("list.sqlite")])
        let store = try await SharedStore.shared.path()
        func run(_ from: String, _ to: String, _ more: [String] = []) async throws -> Run {
            try await Program.landgrade.run(
                ["validate", "--store", store, workspace(from), "-o", workspace(to)] + more)
        }
        let first = try await run("list.sqlite", "one.sqlite", ["--compare-with", "430624-2025-1"])
        #expect(first.status == 1, "\(first.error)")
        _ = try await python(
            "import sqlite3, sys\nb = sqlite3.connect(sys.argv[1])\nb.execute('UPDATE p SET 级别 = 1')\nb.commit()",
            [workspace("one.sqlite")])
        let again = try await run("one.sqlite", "two.sqlite")
        #expect(again.status == 0, "\(again.error)")
        let found = try await python(
            """
            import sqlite3, sys
            base = sqlite3.connect(sys.argv[1])
            names = [r[1] for r in base.execute("PRAGMA table_info(p)")]
            assert len([n for n in names if n == "landgrade_verdict"]) == 1 and len(names) == 17, names
            rows = base.execute("SELECT landgrade_verdict, landgrade_note, landgrade_changed FROM p").fetchall()
            assert rows == [("ok", None, None)] * 2, rows
            """, [workspace("two.sqlite")])
        #expect(found.status == 0, "\(found.error)")
    }

    // MARK: the auditor

    @Test func `only the verdicts asked for are written`() async throws {
        let list = "乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,1\n金龙镇,芙蓉村,园地,2\n金龙镇,无此村,园地,1\n金龙镇,芙蓉村,耕地,1\n"
        let run = try await validate(list, ["--verdict", "mismatch,out_of_scope", "--verdict", "unknown_village"])
        #expect(verdicts(run) == ["mismatch", "unknown_village", "out_of_scope"])
        #expect(run.error.contains("4 rows: ok 1, mismatch 1, unknown_village 1, out_of_scope 1"))
        let wrong = try await validate(list, ["--verdict", "mismatch,Ok"])
        #expect(wrong.status == 64 && wrong.error.contains("unreadable_grade, bad_row, not_a_row; not ‘Ok’"))
        let changed = try await validate(list, ["--only-changed", "--compare-with", "430624-2025-1"])
        #expect(verdicts(changed).isEmpty && changed.status == 1)
        let alone = try await validate(list, ["--only-changed"])
        #expect(alone.status == 64 && alone.error.contains("--only-changed needs --compare-with"))
    }

    @Test func `areas are summed up exactly`() async throws {
        let list =
            "乡镇,村,地类,级别,面积（亩）\n金龙镇,芙蓉村,园地,1,0.1\n金龙镇,芙蓉村,园地,1,0.2\n金龙镇,芙蓉村,园地,2,\"1,234.50\"\n"
            + "金龙镇,芙蓉村,园地,1,\n金龙镇,芙蓉村,园地,1,约3\n金龙镇,芙蓉村,园地,1,/\n合计,,,,9999\n"
        let run = try await validate(list, ["--summary", "json", "--by-township", "-o", workspace("out.csv")])
        let summary = try JSONValue(parsing: Array(run.output.utf8))
        let areas = summary["areas"]
        #expect(areas?["unit"]?.string == "亩" && areas?["total"]?.string == "1234.8")
        #expect(areas?["verdicts"]?["ok"]?.string == "0.3" && areas?["verdicts"]?["mismatch"]?.string == "1234.5")
        #expect(areas?["empty"]?.integer == 2 && areas?["unreadable"]?.integer == 1)
        #expect(summary["townships"]?.array?.first?["areas"]?["ok"]?.string == "0.3")
        let text = try await validate(list, ["--lang", "zh", "--by-township"])
        #expect(text.error.contains("；面积：一致 0.3，不一致 1234.5\n"), "\(text.error)")
        #expect(text.error.contains("面积合计（亩） 1234.8：一致 0.3，不一致 1234.5；空 2 格；读不出 1 格，没有计入"), "\(text.error)")
    }

    @Test func `an edition is named by its ID`() async throws {
        let list = "乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,1\n"
        #expect(verdicts(try await validate(list, ["--edition", "430624-2025-1"])) == ["ok"])
        let unknown = try await validate(list, ["--edition", "430624-1999-1"])
        #expect(unknown.status == 2 && unknown.output.isEmpty && unknown.error.contains("430624-1999-1"))
        let both = try await validate(list, ["--edition", "430624-2025-1", "--as-of", "2025-03-01"])
        #expect(both.status == 64)
    }

    /// The tables begin with 文星街道, and so do the counts; 白泥湖 would be the first by its characters.
    @Test func `townships are counted in the order of the edition`() async throws {
        let townships = ["文星街道", "金龙镇", "杨林寨乡", "鹤龙湖镇"]
        let rows = ["金龙镇,芙蓉村", "杨林寨乡,东合港村", "文星街道,滨江社区"].map { "\($0),园地,1\n" }
        let run = try await validate("乡镇,村,地类,级别\n" + rows.joined(), ["--by-township"])
        let order = run.error.split(separator: "\n").compactMap { line in townships.first { line.contains(" \($0):") } }
        let listed = try await Program.landgrade.run(
            ["list", "townships", "--store", try await SharedStore.shared.path(), "--format", "csv"])
        let edition = townships.sorted { listed.output.range(of: $0) < listed.output.range(of: $1) }
        #expect(order.count == 3 && order == edition.filter(order.contains), "\(run.error)\(listed.output)")
    }

    @Test(arguments: [
        "xls", "ODS", "pdf", "dbf", "json", "geojson", "parquet", "shp", "docx", "sqlite3", "sl3", "spatialite", "fgb",
        "gml", "tab", "mif", "geojsonl", "geojsons", "xltm", "xltx", "xlsb", "xlsm", "sxc", "slk", "dif", "dta", "sav",
        "pkl", "orc", "avro", "arrow", "feather", "dwg", "dxf", "kmz", "gpx", "mdb", "accdb", "doc", "wps", "et", "rtf",
        "html", "htm", "xml", "zip", "csv.gz",
    ])
    func `no other kind is written under its name`(suffix: String) async throws {
        let run = try await validate("乡镇,村,地类\n金龙镇,芙蓉村,园地\n", ["-o", workspace("out.\(suffix)")])
        #expect(run.status == 64 && run.error.contains(".xlsx (a workbook)"), "\(run.error)")
        #expect(names(in: workspace.path).isEmpty)
    }
}

extension String {
    /// Where `text` begins, in bytes; the end where it is not there.
    fileprivate func range(of text: String) -> Int {
        let (whole, part) = (Array(utf8), Array(text.utf8))
        guard whole.count >= part.count else { return whole.count }
        return (0...whole.count - part.count).first { whole[$0...].starts(with: part) } ?? whole.count
    }
}

import SystemPackage
import TestSupport
import Testing

/// Lists that spreadsheets and a GIS library have written (`Tests/Lists/README.md`), given to the real program.
@Suite struct RealListTests {
    let workspace = TemporaryFolder()
    private static let lists = Repository.file("Tests/Lists")

    private func validate(_ name: String, _ arguments: [String] = []) async throws -> Run {
        try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), Self.lists.appending(name).string] + arguments)
    }

    private static let head = "乡镇,村,地类,级别,宗地代码,面积,登记日期,备注,,,landgrade_verdict,landgrade_warning,"
    private static let kinds = "the code's letters JE contradict orchard"

    @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx"])
    func `a workbook`(name: String) async throws {
        let run = try await validate(name)
        #expect(run.status == 1 && run.output.hasPrefix(Self.head))
        #expect(run.error.contains("XLSX sheet ‘地块’ (of 2), header in row 3, left out above it: 2"))
        let first = "金龙镇,芙蓉村,园地,一级,430624100206JE00012,12.5,2025-03-01,x,,,ok,\(Self.kinds),金龙镇,芙蓉村,exact,"
        #expect(run.output.contains("\n" + first))
        // The township of merged cells, and a date with a time.
        #expect(run.output.contains("\n金龙镇,金龙村,0301,"))
        #expect(run.output.contains(",430624100206GB00012,3,2025-03-01 08:30:00,,"))
        // What a spreadsheet made of a code of digits.
        #expect(run.output.contains(",0.3,TRUE,\"a,\"\"b\"\"\nc\",,,bad_row,"))
        #expect(run.output.contains("the code in E6 was stored as a number and has lost its digits beyond 15"))
        #expect(run.output.contains(",disputed,\"the code begins with 430681, not 430624 (湘阴县); \(Self.kinds)\","))
        #expect(run.error.contains("merged cells: cells they were carried down to: 2 (the first is A5)"))
        // What stands right of the header has columns without a name.
        #expect(run.output.contains(",2025-03-01 08:30:00,,,旁注,"))
    }

    @Test func `a formula has a value once a spreadsheet has saved it`() async throws {
        let without = try await validate("openpyxl.xlsx")
        #expect(without.output.contains("D5 is a formula without a saved value; recalculate"))
        let with = try await validate("libreoffice.xlsx")
        #expect(
            with.output.contains(
                ",mismatch,D5 is a formula: its saved value is taken; the code's letters GB contradict forest,"))
    }

    @Test func `the code is a witness that can be left out`() async throws {
        let run = try await validate("gdal-utf8.dbf", ["--no-code-check"])
        #expect(!run.output.contains("contradict"))
        // A table that tells formulas and numbers apart still has its warnings.
        #expect(run.output.hasPrefix("XZMC,ZLDWMC,DLBM,JB,ZDDM,MJ,RQ,landgrade_verdict,landgrade_warning,"))
        try workspace.write("乡镇,村,地类,宗地代码\n金龙镇,芙蓉村,园地,430681100206JE00012\n", to: "list.csv")
        let store = try await SharedStore.shared.path()
        let list = workspace("list.csv")
        let asked = try await Program.landgrade.run(["validate", "--store", store, list])
        #expect(asked.status == 0 && asked.output.contains(",filled,\"the code begins with 430681, not 430624 (湘阴县); "))
        let not = try await Program.landgrade.run(["validate", "--store", store, "--no-code-check", list])
        #expect(not.output.hasPrefix("乡镇,村,地类,宗地代码,landgrade_verdict,landgrade_township,"))
    }

    @Test(arguments: [("gdal-gbk.dbf", "GB18030"), ("gdal-utf8.dbf", "UTF-8")])
    func `the table of a shapefile`(name: String, encoding: String) async throws {
        let run = try await validate(name, ["--output-encoding", "utf-8"])
        #expect(run.status == 1 && run.error.contains("DBF table, 2 records, encoding \(encoding)"), "\(run.error)")
        let rows = run.output.split(separator: "\n")
        #expect(rows.count == 3)
        #expect(rows[1].hasPrefix("金龙镇,芙蓉村,0201,一级,430624100206JZ00012,12.50,2025-03-01,ok,,金龙镇,芙蓉村,exact,orchard,1,"))
        #expect(rows[2].hasPrefix("金龙镇,金龙村,0301,2,430624100206JZ00013,3.25,,mismatch,,"))
        // Without its .cpg the encoding is found; told wrong, its rows are at fault.
        let bare = workspace("bare.dbf")
        try write(bytes(of: Self.lists.appending(name)), to: FilePath(bare))
        let store = try await SharedStore.shared.path()
        let found = try await Program.landgrade.run(["validate", "--store", store, bare])
        #expect(found.error.contains("encoding \(encoding)"))
        if encoding == "GB18030" {
            let wrong = try await Program.landgrade.run(
                ["validate", "--store", store, "--encoding", "utf-8", "--output-encoding", "utf-8", bare])
            #expect(wrong.status == 1 && wrong.output.split(separator: "bad_row").count == 3, "\(wrong.output)")
        }
    }

    @Test func `a DBF that is cut off is not taken for whole`() async throws {
        let cut = workspace("cut.dbf")
        let made = try await Program.tool("/bin/sh").run(
            ["-c", "head -c 480 \(Self.lists.appending("gdal-utf8.dbf").string) > \(cut)"])
        #expect(made.status == 0)
        let run = try await Program.landgrade.run(
            ["validate", "--store", try await SharedStore.shared.path(), cut, "-o", workspace("out.csv")])
        #expect(run.status == 2 && run.error.contains("the DBF is cut off: 1 of 2 records are there"), "\(run.error)")
        #expect(names(in: workspace.path) == ["cut.dbf"])
    }
}

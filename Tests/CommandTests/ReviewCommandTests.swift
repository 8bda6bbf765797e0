import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// An import that asks, and the review workbook there and back, on the real programs.
@Suite struct ReviewCommandTests {
    let workspace = TemporaryFolder()

    private static let head = """
        例县人民政府关于公布例县园地、林地定级和基准地价成果的通知

        例政发〔2024〕8号

        成果经验收通过，现予公布。

        例县人民政府
        2024年6月18日


        """
    private static let grades = """
        表 2 例县园地级别范围

        级别\t乡镇\t行政村
        一级\t城关镇\t东门社区
        二级\t青山镇\t除石桥村外的其他村

        表 3 例县草地级别基准地价表（单位：元/平方米）

        级别\t基准地价
        一级\t9.80

        此件公开发布。

        """

    private func gazette(_ grades: String = grades) throws -> String {
        try workspace.write(Self.head + grades, to: "gazette.txt")
        return workspace("gazette.txt")
    }

    private func publish(_ arguments: String...) async throws -> Run { try await Program.publish.run(arguments) }

    /// What a person types, with the script of docs/examples.
    private func fill(_ workbook: String, _ words: String...) async throws {
        let script = Repository.file("docs/examples/fill.py").string
        let run = try await Program.tool("/usr/bin/env").run(
            ["python3", script, workspace(workbook)] + words)
        try #require(run.status == 0, "\(run.error)")
    }

    private func asked() async throws -> Run {
        try await publish("import", try gazette(), "--county", "430698", "--out", workspace("out"))
    }

    private func makeTemplate() async throws {
        let run = try await publish("template", "--out", workspace("t.xlsx"))
        try #require(run.status == 0, "\(run.error)")
        try await fill(
            "t.xlsx", "引用", "县代码=430698", "县名=例县", "文号=例政发〔2018〕3号", "登记号=无", "刊登处=无", "标题=通知", "发布机关=例县人民政府",
            "发布日期=2018年5月11日")
    }

    @Test func `an import that asks can be run again with the options it asks for`() async throws {
        let first = try await asked()
        #expect(first.status == 1 && first.output.hasPrefix("3 questions") && first.output.contains("--places"))
        let again = try await publish(
            "import", try gazette(), "--county", "430698", "--no-registration", "--no-publication", "--out",
            workspace("out"))
        #expect(again.status == 1 && again.output.hasPrefix("1 question "), "\(again.error)")
        try workspace.write("乡镇,村\n青山镇,石桥村\n青山镇,大坪村\n城关镇,东门社区\n", to: "places.csv")
        let last = try await publish(
            "import", try gazette(), "--county", "430698", "--no-registration", "--no-publication", "--places",
            workspace("places.csv"), "--out", workspace("out"))
        #expect(last.status == 0, "\(last.error)")
        #expect(names(in: FilePath(workspace(""))).contains("out.xlsx"))
    }

    @Test func `a workbook that a person saved is never overwritten`() async throws {
        #expect(try await asked().status == 1)
        try await fill("out.xlsx", "问题", "Q1=无")
        let run = try await asked()
        #expect(run.status == 2 && run.output.isEmpty && run.error.contains("may hold answers"))
        let taken = try await publish("import", workspace("out.xlsx"), "--out", workspace("out"))
        #expect(taken.status == 1 && taken.output.hasPrefix("2 questions"))
    }

    @Test func `options stand beside a workbook, and contradict it in no silence`() async throws {
        #expect(try await asked().status == 1)
        try await fill("out.xlsx", "问题", "Q3=大坪村 金竹村")
        let other = try await publish(
            "import", workspace("out.xlsx"), "--county", "430699", "--out", workspace("out"), "--lang", "zh")
        #expect(other.status == 2 && other.error.contains("工作表“引用”第 2 行“县代码”"))
        let former = try await publish(
            "import", workspace("out.xlsx"), "--former", workspace(""), "--out", workspace("out"))
        #expect(former.status == 64)
        let beside = try await publish("import", workspace("out.xlsx"), try gazette(), "--out", workspace("out"))
        #expect(beside.status == 2 && beside.error.contains("by itself"))
        let taken = try await publish(
            "import", workspace("out.xlsx"), "--no-registration", "--no-publication", "--out", workspace("out"))
        #expect(taken.status == 0, "\(taken.error)")
        let grades = try contents(of: FilePath(workspace("out/grades.csv")))
        #expect(grades.contains("青山镇,大坪村,") && grades.contains("青山镇,金竹村,"))
    }

    @Test func `the program speaks Chinese where it is asked to, or the locale is Chinese`() async throws {
        for (arguments, environment) in [(["--lang", "zh"], [:]), ([], ["LANG": "zh_CN.UTF-8"])] {
            let run = try await Program.publish.run(
                ["import", try gazette(), "--county", "430698", "--out", workspace("out")] + arguments,
                environment: environment)
            #expect(run.status == 1 && run.output.hasPrefix("有 3 个问题要由人答复"))
            #expect(run.output.contains("Q3 除外：表2第2行，青山镇 园地 二级：“除石桥村外的其他村”"))
        }
        let none = try await publish("import", workspace("no.txt"), "--county", "430698", "--out", "x", "--lang", "zh")
        #expect(none.status == 2 && none.error.contains("打不开"))
    }

    @Test func `a workbook without grades, or in another format, is refused with the way out`() async throws {
        try await makeTemplate()
        let empty = try await publish("import", workspace("t.xlsx"), "--out", workspace("out"))
        #expect(empty.status == 2 && empty.error.contains("no row"))
        let import_ = try await Program.landgrade.run(
            ["import", "--unsigned", workspace("t.xlsx"), "--store", workspace("store")])
        #expect(import_.status == 2)
        _ = try await Program.landgrade.run(["init", "--store", workspace("store")])
        let wrong = try await Program.landgrade.run(
            ["import", "--unsigned", workspace("t.xlsx"), "--store", workspace("store")])
        #expect(wrong.status == 2 && wrong.error.contains("landgrade-publish import"))
    }

    @Test func `labels are compared with the printed document and answered as asked`() async throws {
        let rows = "表 2 例县园地级别范围\n\n级别\t乡镇\t行政村\n\t城关镇\t东门社区\n一级\t青山镇\t大坪村\n二级\t城关镇\t石桥村\n\n此件公开发布。\n"
        let arguments = ["--county", "430698", "--no-registration", "--no-publication", "--out", workspace("out")]
        let first = try await Program.publish.run(["import", try gazette(rows)] + arguments)
        #expect(first.status == 1 && first.output.contains("Q1 labels") && first.output.contains("Q2 row"))
        try await fill("out.xlsx", "级别", "地类=园地,乡镇=城关镇,村=东门社区,级别=一级,来源=表2第1行")
        try await fill("out.xlsx", "问题", "Q1=是", "Q2=是")
        let taken = try await publish("import", workspace("out.xlsx"), "--out", workspace("out"))
        #expect(taken.status == 0, "\(taken.error)")
    }

    @Test func `where prices are published and no villages, the look-up says so`() async throws {
        let grades = Self.grades.replacing("除石桥村外的其他村", with: "大坪村")
        let made = try await publish(
            "import", try gazette(grades), "--county", "430698", "--no-registration", "--no-publication", "--out",
            workspace("out"))
        try #require(made.status == 0, "\(made.error)")
        _ = try await Program.landgrade.run(["init", "--store", workspace("store")])
        let imported = try await Program.landgrade.run(
            ["import", "--unsigned", workspace("out"), "--store", workspace("store")])
        try #require(imported.status == 0, "\(imported.error)")
        let run = try await Program.landgrade.run(
            ["lookup", "--store", workspace("store"), "--lang", "zh", "城关镇", "东门社区"])
        #expect(run.output.contains("未公布：本成果公布了草地各级的基准地价"))
        #expect(run.output.contains("未公布：本成果没有涉及林地"))
    }
}

import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// `landgrade-publish` as a publisher uses it, on the real gazette and the real program.
@Suite struct PublishTests {
    private let workspace = TemporaryFolder()
    private let gazette = Repository.file("Seeds/sources/xiangyin-gazette-2025-1.txt").string
    private let seed = Repository.xiangyin.string

    private func imported(_ more: [String] = []) async throws -> Run {
        try await Program.publish.run(
            ["import", gazette, "--county", "430624", "--out", workspace("package")] + more)
    }

    /// The gazette with one text replaced, saved under a name of its own.
    private func damaged(_ text: String, _ other: String) throws -> String {
        let whole = try contents(of: FilePath(gazette))
        try #require(whole.contains(text))
        try workspace.write(whole.replacing(text, with: other, maxReplacements: 1), to: "gazette.txt")
        return workspace("gazette.txt")
    }

    private func expect(
        _ run: Run, _ status: Int, _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            run == Run(output: "", error: sentence + "\n", status: status, bytes: []), sourceLocation: sourceLocation)
    }

    @Test func `the real gazette becomes a package and the report says what was found`() async throws {
        let run = try await imported(["--province", "湖南省", "--prefecture", "岳阳市"])
        #expect(run.status == 0 && run.error.isEmpty)
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines[0] == "430624-2025-1  湘阴县  湘阴政发〔2025〕1号  2025-01-23")
        #expect(lines[2] == "表2 园地: lines 187 to 213, 27 rows, 166 entries")
        #expect(lines[3] == "表3 林地: lines 218 to 247, 28 rows, 245 entries")
        #expect(
            lines[4] == "orchard 166, forest 245, grassland 0, townships 16, villages 248, disputed 70, aliases 0, "
                + "errata 3, prices 0")
        #expect(lines[5].hasPrefix("E1 表2第11行至第13行（杨林寨乡、洋沙湖镇、樟树镇）标为二级，应为一级。"))
        #expect(lines.count { $0.hasPrefix("look: ") } == 3 && lines.count { $0.hasPrefix("note: ") } == 5)
        #expect(lines[lines.count - 2] == "written to \(workspace("package"))")
        let files = ["aliases.csv", "datapackage.json", "definitions.csv", "errata.csv", "grades.csv", "townships.csv"]
        #expect(names(in: FilePath(workspace("package"))) == files)
        #expect(names(in: workspace.path) == ["package"])
        for file in ["definitions.csv", "townships.csv"] {
            #expect(
                try contents(of: FilePath(workspace("package")).appending(file))
                    == contents(of: FilePath(seed).appending(file)))
        }
    }

    @Test func `the report as JSON carries the same`() async throws {
        let run = try await imported(["--format", "json"])
        #expect(run.status == 0)
        let report = try JSONValue(parsing: run.bytes)
        #expect(report["edition"] == .string("430624-2025-1"))
        #expect(report["counts"]?["disputed"] == .integer(70))
        #expect(report["errata"]?.array?.map { $0["id"] } == ["E1", "E2", "E3"].map { .string($0) })
        #expect(report["tables"]?.array?.map { $0["entries"] } == [.integer(166), .integer(245)])
        #expect(report["findings"]?.array?.count { $0["code"] == .string("near_names") } == 3)
        #expect(report["document"]?["publication"] == .string("湘阴县人民政府公报 2025年第1期"))
    }

    @Test func `check asks for a person after an import and has only notes for the seed`() async throws {
        _ = try await imported()
        let fresh = try await Program.publish.run(["check", workspace("package")])
        #expect(fresh.status == 1 && fresh.error.isEmpty)
        #expect(fresh.output.contains("look: 三塘镇: 金嵒村 (表2第21行) and 金嵩村 (表3第23行) may be one place"))
        let done = try await Program.publish.run(["check", seed])
        #expect(done.status == 0 && done.error.isEmpty)
        #expect(!done.output.contains("look: "))
        #expect(
            done.output.contains(
                "orchard 166, forest 245, grassland 0, townships 16, villages 245, disputed 70, aliases 6, errata 7, "
                    + "prices 0\n"))
        let json = try await Program.publish.run(["check", seed, "--format", "json"])
        let findings = try #require(try JSONValue(parsing: json.bytes)["findings"]?.array)
        #expect(json.status == 0 && findings.count == 9)
        #expect(findings.allSatisfy { $0["needs_person"] == .bool(false) })
    }

    @Test func `a change by hand is refused until it is sealed`() async throws {
        _ = try await imported()
        let table = FilePath(workspace("package")).appending("townships.csv")
        let old = try contents(of: table)
        try workspace.write(
            old.replacing("dongtangzhen,,1", with: "dongtangzhen,430624103,1"), to: "package/townships.csv")
        let remedy = "after a change by hand, run landgrade-publish seal; otherwise get a whole copy"
        expect(
            try await Program.publish.run(["check", workspace("package")]), 2,
            "landgrade-publish: \(workspace("package")): townships.csv: \(old.utf8.count + 9) bytes, "
                + "datapackage.json says \(old.utf8.count); \(remedy)")
        let sealed = try await Program.publish.run(["seal", workspace("package")])
        #expect(sealed.status == 0 && sealed.output.hasPrefix("\(workspace("package")) sealed: "))
        #expect(try await Program.publish.run(["check", workspace("package")]).status == 1)
        let again = try await Program.publish.run(["seal", workspace("package")])
        #expect(again.status == 0 && again.output == "\(workspace("package")) is sealed already\n")
    }

    @Test func `seal refuses what does not read and leaves it as it is`() async throws {
        _ = try await imported()
        let descriptor = FilePath(workspace("package")).appending("datapackage.json")
        let before = try contents(of: descriptor)
        try workspace.write("township,alias\n", to: "package/aliases.csv")
        expect(
            try await Program.publish.run(["seal", workspace("package")]), 2,
            "landgrade-publish: \(workspace("package")): aliases.csv, line 1: "
                + "the header must be township,alias,village,kind,source")
        for command in ["seal", "check"] {
            let run = try await Program.publish.run([command, "--lang", "zh", workspace("package")])
            #expect(run.status == 2 && run.error.contains("aliases.csv"), "\(run.error)")
            #expect(!run.error.contains("the ") && !run.error.contains("line "), "\(run.error)")
        }
        #expect(try contents(of: descriptor) == before)
    }

    @Test func `what nothing can be made of is refused and nothing is written`() async throws {
        func refused(_ path: String, _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation) async throws
        {
            let run = try await Program.publish.run([
                "import", path, "--county", "430624", "--out", workspace("package"),
            ])
            #expect(run.status == 2 && run.output.isEmpty, sourceLocation: sourceLocation)
            #expect(
                run.error.hasPrefix("landgrade-publish: \(path): \(sentence)"), "\(run.error)",
                sourceLocation: sourceLocation)
            #expect(!names(in: workspace.path).contains("package"), sourceLocation: sourceLocation)
        }
        try await refused(
            try damaged("表 3 湘阴县", "表 3 汨罗市"),
            "line 215: the caption names 汨罗市, not 湘阴县; correct --county-name, or leave only one county's tables")
        try await refused(workspace("none.txt"), "can't be opened: No such file or directory")
        try await refused(
            Repository.file("README.md").string,
            "no table of grades or base prices of 园地, 林地 or 草地 was found; headers seen: ")
    }

    @Test func `what is not certain is asked, and nothing is written`() async throws {
        func asked(_ path: String, _ words: [String] = []) async throws -> Run {
            let run = try await Program.publish.run(
                ["import", path, "--county", "430624", "--out", workspace("package")] + words)
            #expect(run.status == 1 && !names(in: workspace.path).contains("package"))
            // The workbook with the questions, which is not written over.
            unlink(workspace("package.xlsx"))
            return run
        }
        let broken = try damaged("二级\t杨林寨乡\t东合港村、黄", "二级\t杨林寨乡 东合港村、黄")
        let run = try await asked(broken)
        #expect(run.output.contains(" row: 表2第11行: the row can't be understood: \"二级 | 杨林寨乡 东合港村、黄太港村"))
        let undated = try damaged("2025年1月23日", "")
        #expect(
            try await asked(undated).output == """
                2 questions for a person; no package was written
                Q1 citation: the document's issuer was not found; give it with --issuer
                Q2 citation: the document's date of issue was not found; give the date with --issued

                """)
        let json = try JSONValue(parsing: try await asked(undated, ["--format", "json"]).bytes)
        #expect(json["questions"]?.array?.map { $0["kind"] } == [.string("citation"), .string("citation")])
        #expect(json["entries"] == .integer(411))
        // Both tables name it, so no other one tells the villages that are left.
        let text = try contents(of: FilePath(gazette)).replacing("六塘铺社区", with: "其余村")
        try workspace.write(text, to: "rest.txt")
        let rest = try await asked(workspace("rest.txt"))
        #expect(rest.output.contains("六塘乡") && rest.output.contains("rest_of_township"), "\(rest.output)")
    }

    @Test
    func
        `a list of all villages tells what the rest of a township is, and a township as a whole answers for any village`()
        async throws
    {
        try workspace.write("township,village\n甲镇,东村\n甲镇,南村\n甲镇,北村\n", to: "places.csv")
        let table = "级别\t乡镇\t行政村\n一级\t甲镇\t东村\n二级\t甲镇\t其余村\n"
        func imported(_ table: String) async throws -> Run {
            try workspace.write("表1 例县园地级别范围\n\n" + table, to: "annex.txt")
            return try await Program.publish.run([
                "import", workspace("annex.txt"), "--county", "430698", "--document", "例政发〔2024〕8号", "--title", "通知",
                "--issuer", "例县人民政府", "--issued", "2024-06-18", "--no-registration", "--no-publication", "--places",
                workspace("places.csv"), "--out", workspace("package"),
            ])
        }
        let run = try await imported(table)
        #expect(run.status == 0 && run.output.contains("note: 甲镇: \"其余村\" is 南村、北村\n"))
        let grades = try contents(of: FilePath(workspace("package")).appending("grades.csv"))
        #expect(
            grades == """
                land_type,township,village,kind,grade,printed_grade,erratum,source
                orchard,甲镇,东村,village,1,1,,表1第1行
                orchard,甲镇,南村,village,2,2,,表1第2行
                orchard,甲镇,北村,village,2,2,,表1第2行

                """)
        removeTree(FilePath(workspace("package")))
        #expect(try await imported("级别\t级别范围\n一级\t甲镇全域\n").status == 0)
        let whole = try contents(of: FilePath(workspace("package")).appending("grades.csv"))
        #expect(whole.hasSuffix("orchard,甲镇,,,1,1,,表1第1行\n"))
        _ = try await Program.landgrade.run(["init", "--store", workspace("store")])
        let store = try await Program.landgrade.run([
            "import", "--unsigned", "--store", workspace("store"), "--lang", "zh", workspace("package"),
        ])
        #expect(store.status == 0, "\(store.error)")
        let answer = try await Program.landgrade.run([
            "lookup", "--store", workspace("store"), "--lang", "zh", "--county", "430698", "甲镇", "无此村",
        ])
        #expect(answer.status == 0 && answer.output.contains("文件把甲镇作为整体定级，没有列出村名。"), "\(answer.output)")
    }

    @Test func `a folder that holds something is never written over`() async throws {
        _ = try await imported()
        let before = try contents(of: FilePath(workspace("package")).appending("datapackage.json"))
        expect(
            try await imported(["--province", "湖南省"]), 2,
            "landgrade-publish: \(workspace("package")): exists and is not empty; name a new folder")
        #expect(try contents(of: FilePath(workspace("package")).appending("datapackage.json")) == before)
        #expect(names(in: workspace.path) == ["package"])
    }

    @Test func `a value that no package can hold is refused before anything is written`() async throws {
        expect(
            try await imported(["--province", "湖南 省"]), 2,
            "landgrade-publish: datapackage.json, landgrade.county.province: \"湖南 省\" is not a name: "
                + "1 to 40 letters, ideographs, digits, （）(), 、 or ·, no spaces")
        #expect(names(in: workspace.path).isEmpty)
    }

    @Test(arguments: [
        ["--county", "43062"], ["--issued", "2025-1-23"], ["--id", "x"], ["--format", "csv"],
        ["--registration", "A", "--no-registration"], ["--publication", "A", "--no-publication"],
    ]) func `a command line that makes no sense ends with 64`(arguments: [String]) async throws {
        let run = try await Program.publish.run(
            ["import", gazette, "--out", workspace("package")]
                + (arguments[0] == "--county" ? [] : ["--county", "430624"]) + arguments)
        #expect(run.status == 64 && run.output.isEmpty && run.error.contains("Error: "))
        #expect(names(in: workspace.path).isEmpty)
    }

    @Test(arguments: [[], ["import"], ["check"], ["seal"]])
    func `help has examples and exit statuses`(command: [String]) async throws {
        let run = try await Program.publish.run(command + ["--help"])
        #expect(run.status == 0)
        #expect(run.output.contains("EXAMPLES") && run.output.contains("EXIT STATUS"))
    }

    @Test func `a package that is missing, or no package, is unreadable`() async throws {
        expect(
            try await Program.publish.run(["check", workspace("none")]), 2,
            "landgrade-publish: \(workspace("none")): datapackage.json: missing; a package needs it")
        expect(
            try await Program.publish.run(["check", workspace("a\u{1B}[2Jb")]), 2,
            "landgrade-publish: \(workspace("a\\x1b[2Jb")): datapackage.json: missing; a package needs it")
    }
}

import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// A store with editions that their source lists no longer, as a pull leaves it, on the real program. The day is put into
/// the file by hand: what is tested is how it is reported.
@Suite struct WithdrawnCommandTests {
    let workspace = TemporaryFolder()
    private var store: String { workspace("store") }

    private func run(_ arguments: [String]) async throws -> Run {
        try await Program.landgrade.run(arguments + ["--store", store])
    }

    private func makeStore(_ sql: String) async throws {
        _ = try await run(["init"])
        let package = try await workspace.revised("430624-2027-3", issued: "2027-03-01", [.moved])
        let imported = try await run(["import", "--unsigned", package])
        try #require(imported.status == 0, "\(imported.error)")
        try OpenDatabase(workspace["store/gen-00000002.sqlite"]).run(sql)
        try seal(FilePath(store + "/gen-00000002.sqlite"))
        // The side file goes with it, or the next update would refuse to build upon what was changed by hand.
        let summed = try await Program.tool("/bin/sh").run(
            ["-c", "cd \"$0\" && sha256sum gen-00000002.sqlite > gen-00000002.sha256", store])
        try #require(summed.status == 0, "\(summed.error)")
    }

    /// Edition, grade and day of withdrawal of the answer.
    private func answer(_ arguments: [String] = []) async throws -> [JSONValue?] {
        let run = try await run(
            ["lookup", "--format", "json", "--land-type", "orchard", "金龙镇", "芙蓉村"] + arguments)
        let answer = try JSONValue(parsing: run.bytes)["matches"]?.array?[0]["land_types"]?.array?[0]
        return [answer?["citation"]?["edition"], answer?["grade"], answer?["citation"]?["withdrawn"]]
    }

    @Test func `a withdrawn edition gives way and stays answerable`() async throws {
        try await makeStore("UPDATE edition SET withdrawn = '2027-05-01' WHERE code = '430624-2027-3'")
        #expect(try await answer() == [.string("430624-2025-1"), .integer(1), .null])
        #expect(try await answer(["--as-of", "2028-01-01"]) == [.string("430624-2025-1"), .integer(1), .null])
        let editions = try await run(["editions"])
        #expect(editions.output.contains("In force        on no day\nWithdrawn       [WITHDRAWN] "))
        #expect(editions.output.contains("In force        from 2025-01-23\nOrigin          built into"))
        #expect(try await run(["status", "--lang", "zh"]).output.contains("已撤回（2027年5月1日得知）"))
        #expect(try await run(["diff", "430624-2025-1", "430624-2027-3"]).status == 1)
        try workspace.write("乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,1\n", to: "list.csv")
        let checked = try await run(["validate", "--lang", "en", workspace("list.csv")])
        #expect(checked.output.hasSuffix(",1,ok,金龙镇,芙蓉村,exact,orchard,1,,430624-2025-1,\n"))
    }

    @Test func `where only a withdrawn edition answers every answer says so`() async throws {
        try await makeStore("UPDATE edition SET withdrawn = '2027-05-01' WHERE code = '430624-2025-1'")
        let day = ["--as-of", "2026-01-01"]
        #expect(try await answer(day) == [.string("430624-2025-1"), .integer(1), .string("2027-05-01")])
        #expect(try await answer() == [.string("430624-2027-3"), .integer(2), .null])
        let text = try await run(["lookup", "金龙镇", "芙蓉村", "--lang", "zh"] + day)
        #expect(text.output.contains("撤回      【已撤回】发布源不再列出本成果（2027年5月1日得知）\n"))
        #expect(text.output.hasSuffix("；成果版本430624-2025-1（已撤回，2027年5月1日得知）。\n"))
        let csv = try await run(["lookup", "金龙镇", "芙蓉村", "--land-type", "forest", "--format", "csv"] + day)
        #expect(csv.output.hasSuffix(",builtin,false,2027-05-01,village,,,,,,,,,\n"))
        let remark =
            "landgrade: edition 430624-2025-1 was withdrawn: its source lists it no longer (seen on 2027-05-01)\n"
        for list in [["list", "grades"], ["list", "villages"], ["list", "townships"], ["define"]] {
            #expect(try await run(list + day).error == remark, "\(list)")
            #expect(try await run(list).error.isEmpty, "\(list)")
        }
        try workspace.write("乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,1\n", to: "list.csv")
        let checked = try await run(["validate", "--lang", "en", workspace("list.csv")] + day)
        #expect(checked.output.hasSuffix(",orchard,1,,430624-2025-1,the edition was withdrawn\n"))
        let editions = try await run(["editions", "--format", "csv"])
        #expect(editions.output.contains(",2025-01-23,2027-03-01,2027-05-01,,,,0\n"))
    }
}

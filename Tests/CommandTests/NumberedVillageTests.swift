import SystemPackage
import TestSupport
import Testing

/// Villages with numbers behind them, in a list without a county and a store of two: the number is set aside, and what comes of it is
/// what comes of each row by itself.
@Suite struct NumberedVillageTests {
    let workspace = TemporaryFolder()

    @Test func `rows come out as they do where their county is given, and as they do alone`() async throws {
        let store = workspace("store")
        #expect(try await Program.landgrade.run(["init", "--store", store]).status == 0)
        let county = Repository.file("Seeds/examples/990101-2025-1").string
        #expect(try await Program.landgrade.run(["import", "--unsigned", "--store", store, county]).status == 0)
        let villages = [
            "金龙镇,芙蓉村", "金龙镇,芙荣村", "石塘镇,双龙村", "金龙镇,芙蓉村民主", "金龙镇,湘阴县芙蓉村", ",芙蓉村", "静河镇,芙蓉村",
        ]
        let tails = ["3组", "12组", "3号", "5组静河镇", "7组金龙村", "99", "3组5号"]
        let rows = (villages + villages).flatMap { village in tails.map { village + $0 + ",园地,一级" } }
        func check(_ rows: [String], _ more: [String]) async throws -> [Substring] {
            try workspace.write("乡镇,村,地类,级别\n" + rows.joined(separator: "\n") + "\n", to: "list.csv")
            let run = try await Program.landgrade.run(["validate", "--store", store, workspace("list.csv")] + more)
            let lines = run.output.split(separator: "\n")
            #expect(lines.count == rows.count + 1, "\(run.error)")
            return Array(lines.dropFirst())
        }
        let together = try await check(rows, [])
        #expect(try await check(rows, ["--county", "430624"]) == together)
        #expect(together.filter { $0.contains(",ok,金龙镇,芙蓉村,address,") }.count > 20)
        for (row, line) in zip(rows, together).prefix(villages.count * tails.count) where row.hasPrefix("金龙镇") {
            #expect(try await check([row], []) == [line])
        }
    }
}

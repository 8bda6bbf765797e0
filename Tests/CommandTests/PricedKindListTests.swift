import SystemPackage
import TestSupport
import Testing

/// A county whose edition prices 经济林 as a kind of forest, on the real program.
@Suite struct PricedKindListTests {
    let workspace = TemporaryFolder()

    @Test func `land that the edition alone has is judged as the land type it is priced under`() async throws {
        let folder = workspace.path.appending("package")
        try copyFolder(Repository.file("Seeds/examples/990101-2025-1"), to: folder)
        let prices = try contents(of: folder.appending("prices.csv"))
        try workspace.write(prices + "forest,1,2.79,万元/亩,经济林,表6第3行\n", to: "package/prices.csv")
        let store = workspace("store")
        #expect(try await Program.publish.run(["seal", folder.string]).status == 0)
        #expect(try await Program.landgrade.run(["init", "--store", store]).status == 0)
        let imported = try await Program.landgrade.run(["import", "--unsigned", "--store", store, folder.string])
        try #require(imported.status == 0, "\(imported.error)")
        let rows = [
            "青山镇,松林村,经济林,1,2.79", "青山镇,松林村,林地,1,1.86", "青山镇,松林村,油茶园,1,2.79", "金龙镇,芙蓉村,经济林,1,2.79",
            "青山镇,无此村,经济林,1,2.79", "青山镇,松林村,经济林,1,1.86",
        ]
        try workspace.write(
            "乡镇,村,地类,级别,单价(万元/亩)\n" + rows.joined(separator: "\n") + "\n", to: "list.csv")
        let run = try await Program.landgrade.run(["validate", "--store", store, workspace("list.csv")])
        let cells = run.output.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let unknown: Substring = "unknown_land_type"
        #expect(cells.map { $0[5] } == ["ok", "ok", unknown, unknown, unknown, "ok"], "\(run.output)")
        #expect(cells.map { $0[9] } == ["forest", "forest", "", "", "", "forest"], "\(run.output)")
        #expect(
            cells.map { $0[$0.count - 2] } == ["ok", "undecided", "no_grade", "no_grade", "no_grade", "mismatch"],
            "\(run.output)")
    }
}

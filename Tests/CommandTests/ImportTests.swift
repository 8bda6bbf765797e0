import SystemPackage
import TestSupport
import Testing

/// A second edition comes into a store by hand, on the real programs.
@Suite struct ImportTests {
    let workspace = TemporaryFolder()
    private var store: String { workspace("store") }

    private func revised(_ id: String, issued: String) async throws -> String {
        try await workspace.revised(id, issued: issued, [.moved])
    }

    private func grade(_ arguments: [String]) async throws -> [Substring] {
        let run = try await Program.landgrade.run(
            ["lookup", "--store", store, "--format", "csv", "--land-type", "orchard"] + arguments + ["金龙镇", "芙蓉村"])
        let lines = run.output.split(separator: "\n")
        let records = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard records.count == 2 else { return [] }
        let cells = Dictionary(uniqueKeysWithValues: zip(records[0], records[1]))
        return ["grade", "edition", "origin"].compactMap { cells[$0] }
    }

    @Test func `both editions answer for their time`() async throws {
        _ = try await Program.landgrade.run(["init", "--store", store])
        let package = try await revised("430624-2027-3", issued: "2027-03-01")
        let imported = try await Program.landgrade.run(["import", "--unsigned", "--store", store, package])
        #expect(imported.status == 0, "\(imported.error)")
        #expect(imported.output.contains("430624-2027-3") && imported.output.contains("gen-00000002"))
        #expect(try await grade([]) == ["2", "430624-2027-3", "unsigned"])
        #expect(try await grade(["--as-of", "2027-03-01"]) == ["2", "430624-2027-3", "unsigned"])
        #expect(try await grade(["--as-of", "2027-02-28"]) == ["1", "430624-2025-1", "builtin"])
        let text = try await Program.landgrade.run(["lookup", "--store", store, "--lang", "zh", "金龙镇", "芙蓉村"])
        #expect(text.output.contains("未签名导入"))
        let editions = try await Program.landgrade.run(["editions", "--store", store])
        #expect(editions.output.contains("2025-01-23") && editions.output.contains("before 2027-03-01"))
    }

    @Test func `a list is judged by either edition or by both`() async throws {
        _ = try await Program.landgrade.run(["init", "--store", store])
        let package = try await revised("430624-2027-3", issued: "2027-03-01")
        let imported = try await Program.landgrade.run(["import", "--unsigned", "--store", store, package])
        try #require(imported.status == 0, "\(imported.error)")
        let list = "乡镇,村,地类,级别\n金龙镇,芙蓉村,园地,1\n金龙镇,芙蓉村,林地,1\n金龙镇,芙荣村,园地,1\n"
        func ours(_ arguments: [String]) async throws -> [String] {
            let run = try await Program.landgrade.run(
                ["validate", "--store", store] + arguments, input: Array(list.utf8))
            return run.output.split(separator: "\n").dropFirst().map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).dropFirst(4).joined(separator: ",")
            }
        }
        let old = try await ours(["--as-of", "2027-02-28"])
        #expect(old[0] == "ok,金龙镇,芙蓉村,exact,orchard,1,,430624-2025-1,")
        let new = try await ours([])
        #expect(new[0] == "mismatch,金龙镇,芙蓉村,exact,orchard,2,,430624-2027-3,\"declared 1, official 2\"")
        let both = try await ours(["--as-of", "2027-02-28", "--compare-with", "430624-2027-3"])
        #expect(both[0] == old[0] + ",2,yes" && both[1] == "ok,金龙镇,芙蓉村,exact,forest,1,,430624-2025-1,,1,no")
        // Of a village nobody knows nobody knows whether its grade changes.
        #expect(both[2].hasPrefix("unknown_village,") && both[2].hasSuffix(",,"))
        let back = try await ours(["--compare-with", "430624-2025-1"])
        #expect(back[0] == new[0] + ",1,yes")
    }

    @Test func `the package must be owned up to and stays one of its kind`() async throws {
        _ = try await Program.landgrade.run(["init", "--store", store])
        let package = try await revised("430624-2025-1", issued: "2025-01-23")
        let unowned = try await Program.landgrade.run(["import", "--store", store, package])
        #expect(unowned.status == 64 && unowned.error.contains("--unsigned"))
        let clash = try await Program.landgrade.run(["import", "--unsigned", "--store", store, package])
        #expect(clash.status == 2 && clash.error.contains("--replace"))
        #expect(try await grade([]) == ["1", "430624-2025-1", "builtin"])
        let replaced = try await Program.landgrade.run(
            ["import", "--unsigned", "--replace", "--store", store, package])
        #expect(replaced.status == 0)
        #expect(try await grade([]) == ["2", "430624-2025-1", "unsigned"])
        let again = try await Program.landgrade.run(["import", "--unsigned", "--store", store, package])
        #expect(again.status == 0 && again.error.contains("same contents"))
        #expect(names(in: FilePath(store)).contains("gen-00000002.sqlite"))
        #expect(!names(in: FilePath(store)).contains("gen-00000003.sqlite"))
    }

    @Test func `a broken package among good ones changes nothing`() async throws {
        _ = try await Program.landgrade.run(["init", "--store", store])
        let good = try await revised("430624-2027-3", issued: "2027-03-01")
        let bad = try await revised("430624-2028-1", issued: "2028-03-01")
        let grades = try contents(of: FilePath(bad).appending("grades.csv"))
        try workspace.write(grades.replacing("东南村", with: "东北村"), to: "430624-2028-1/grades.csv")
        let run = try await Program.landgrade.run(["import", "--unsigned", "--store", store, good, bad])
        #expect(run.status == 2 && run.output.isEmpty && run.error.contains("grades.csv"))
        #expect(
            names(in: FilePath(store)).filter { $0.hasSuffix(".sqlite") } == ["current.sqlite", "gen-00000001.sqlite"])
        #expect(names(in: FilePath(store).appending("tmp")).isEmpty)
    }

    @Test func `what is no package is refused`() async throws {
        _ = try await Program.landgrade.run(["init", "--store", store])
        for folder in [workspace("nothing"), "/etc/passwd", workspace("")] {
            let run = try await Program.landgrade.run(["import", "--unsigned", "--store", store, folder])
            #expect(run.status == 2 && run.output.isEmpty && run.error.split(separator: "\n").count == 1)
        }
    }
}

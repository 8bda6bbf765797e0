import SystemPackage
import Testing

/// A second edition comes into a store by hand, on the real programs.
@Suite struct ImportTests {
    let workspace = Workspace()
    private var store: String { workspace("store") }

    /// The seed with another id and date of issue, and 芙蓉村's orchard in grade 2, sealed again.
    private func revised(_ id: String, issued: String) async throws -> String {
        let seed = repository.appending("Seeds/430624-2025-1")
        let folder = workspace.path.appending(id)
        _ = try await Program(name: "").run(["-r", seed.string, folder.string], through: ["/bin/cp"], itself: false)
        let descriptor = try contents(of: folder.appending("datapackage.json"))
            .replacing("430624-2025-1", with: id).replacing("\"2025-01-23\"", with: "\"\(issued)\"")
        try workspace.write(descriptor, to: "\(id)/datapackage.json")
        let grades = try contents(of: folder.appending("grades.csv"))
        let row = "orchard,金龙镇,芙蓉村,village,1,1,,表2第3行"
        try #require(grades.contains(row))
        let moved = grades.replacing(row, with: "orchard,金龙镇,芙蓉村,village,2,2,,表2第16行")
        try workspace.write(moved, to: "\(id)/grades.csv")
        let seal = try await Program.publish.run(["seal", folder.string])
        try #require(seal.status == 0, "\(seal.error)")
        return folder.string
    }

    private func grade(_ arguments: [String]) async throws -> [Substring] {
        let run = try await Program.landgrade.run(
            ["lookup", "--store", store, "--format", "csv", "--land-type", "orchard"] + arguments + ["金龙镇", "芙蓉村"])
        let record = run.output.split(separator: "\n").dropFirst().first ?? ""
        let cells = record.split(separator: ",", omittingEmptySubsequences: false)
        return cells.count > 24 ? [cells[12], cells[23], cells[cells.count - 3]] : []
    }

    @Test func bothEditionsAnswerForTheirTime() async throws {
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

    @Test func thePackageMustBeOwnedUpToAndStaysOneOfItsKind() async throws {
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

    @Test func aBrokenPackageAmongGoodOnesChangesNothing() async throws {
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

    @Test func whatIsNoPackageIsRefused() async throws {
        _ = try await Program.landgrade.run(["init", "--store", store])
        for folder in [workspace("nothing"), "/etc/passwd", workspace("")] {
            let run = try await Program.landgrade.run(["import", "--unsigned", "--store", store, folder])
            #expect(run.status == 2 && run.output.isEmpty && run.error.split(separator: "\n").count == 1)
        }
    }
}

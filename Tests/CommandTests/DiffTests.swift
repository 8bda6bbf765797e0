import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// Two editions compared, on the real programs.
@Suite struct DiffTests {
    let workspace = TemporaryFolder()
    private let seed = Repository.xiangyin.string
    private var store: String { workspace("store") }

    private func revised() async throws -> String {
        try await workspace.revised("430624-2027-3", issued: "2027-03-01", [.moved, .term] + Revision.renamed)
    }

    /// A store with the seed and its revision.
    private func makeStore() async throws {
        _ = try await Program.landgrade.run(["init", "--store", store])
        let run = try await Program.landgrade.run(["import", "--unsigned", "--store", store, try await revised()])
        try #require(run.status == 0, "\(run.error)")
    }

    private func diff(_ arguments: [String]) async throws -> Run {
        try await Program.landgrade.run(["diff", "--store", store] + arguments)
    }

    private static let told = """
        湘阴县
        old  430624-2025-1  湘阴政发〔2025〕1号, issued 2025-01-23
        new  430624-2027-3  湘阴政发〔2025〕1号, issued 2027-03-01

        Document: 1
        - date of issue: 2025-01-23 → 2027-03-01

        Base-price definitions: 1
        - forest term in years: 70 → 50

        Moved to another grade: 1
        land type  township  village  old  new  old row   new row
        orchard    金龙镇    芙蓉村   1    2    表2第3行  表2第16行

        Renamed: 1
        - 金龙镇: 金龙村 → 新金龙村 (the new edition's alias, source: 湘阴县更名公告
          (2026))

        Aliases that came: 1
        - 金龙镇: 金龙村 for 新金龙村 (former name)

        """

    @Test func `what changed is listed village by village`() async throws {
        try await makeStore()
        let run = try await diff(["430624-2025-1", "430624-2027-3"])
        #expect(run.status == 1 && run.error.isEmpty)
        let errata = try #require(run.output.firstRange(of: "\nErrata: 14\n"))
        #expect(run.output[..<errata.lowerBound] == Self.told)
        #expect(run.output[errata.upperBound...].contains("- E1: went, was proposed; printed: 表2第11行至第13行"))
        let back = try await diff(["430624-2027-3", "430624-2025-1", "--format", "csv"])
        #expect(back.output.contains("moved,orchard,金龙镇,芙蓉村,,,,grade,2,1,,,表2第16行,表2第3行,,,\n"))
        // The older edition has no alias for the newer name: nothing is proven that way round.
        #expect(back.output.contains("came,orchard,金龙镇,金龙村,") && !back.output.contains("renamed"))
    }

    @Test func `only what is asked for is listed`() async throws {
        try await makeStore()
        let editions = ["430624-2025-1", "430624-2027-3"]
        let forest = try await diff(editions + ["--land-type", "林地", "--township", "金龙镇", "--format", "json"])
        let changes = try #require(try JSONValue(parsing: forest.bytes)["changes"]?.array)
        #expect(
            Set(changes.compactMap { $0["change"]?.string }) == [
                "document", "definition", "renamed", "alias_came", "erratum",
            ])
        let unknown = try await diff(editions + ["--township", "无此镇"])
        #expect(unknown.status == 2 && unknown.output.isEmpty)
        #expect(unknown.error == "landgrade: There is no township \u{2018}无此镇\u{2019}.\n")
        for near in ["金龙", "金隆镇", "jinlongzhen"] {
            let offered = try await diff(editions + ["--township", near])
            #expect(offered.status == 2 && offered.output.isEmpty)
            #expect(
                offered.error == "landgrade: There is no township \u{2018}\(near)\u{2019}. "
                    + "Near names, offered and not taken: 金龙镇.\n")
        }
    }

    @Test func `the same edition has no differences`() async throws {
        try await makeStore()
        let run = try await diff(["430624-2025-1", "430624-2025-1", "--lang", "zh"])
        #expect(run.status == 0 && run.output.hasSuffix("\n没有差异。\n"))
    }

    @Test func `editions that cannot be compared are named`() async throws {
        try await makeStore()
        let unknown = try await diff(["430624-2025-1", "430624-2030-1"])
        #expect(unknown.status == 2)
        #expect(
            unknown.error
                == "landgrade: Edition 430624-2030-1 is not in the store. See the editions held with: landgrade editions\n"
        )
        let noID = try await diff(["430624-2025-1", "新版"])
        #expect(noID.status == 64)
        #expect(
            noID.error
                == "landgrade: \u{2018}新版\u{2019} is no edition id: write it like 430624-2025-1. "
                + "See the editions held with: landgrade editions\n")
    }

    @Test func `packages are compared before anybody imports them`() async throws {
        let package = try await revised()
        let run = try await Program.publish.run(["diff", seed, package])
        #expect(run.status == 1 && run.error.isEmpty && run.output.hasPrefix(Self.told))
        let same = try await Program.publish.run(["diff", seed, seed, "--format", "json"])
        #expect(same.status == 0)
        #expect(try JSONValue(parsing: same.bytes)["outcome"] == .string("same"))
        try workspace.write("x", to: "430624-2027-3/aliases.csv")
        let broken = try await Program.publish.run(["diff", seed, package])
        #expect(broken.status == 2 && broken.output.isEmpty && broken.error.contains("aliases.csv"))
    }

    @Test func `another county is not compared`() async throws {
        let package = try await workspace.revised("430624-2027-3", issued: "2027-03-01")
        let descriptor = try contents(of: FilePath(package).appending("datapackage.json"))
        try workspace.write(
            descriptor.replacing("430624-2027-3", with: "430682-2027-3").replacing("\"430624\"", with: "\"430682\""),
            to: "430624-2027-3/datapackage.json")
        let seal = try await Program.publish.run(["seal", package])
        try #require(seal.status == 0, "\(seal.error)")
        let run = try await Program.publish.run(["diff", seed, package, "--lang", "zh"])
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.error == "landgrade-publish: 两个版本不属于同一个县（430624 湘阴县、430682 湘阴县），无从比较。\n")
    }
}

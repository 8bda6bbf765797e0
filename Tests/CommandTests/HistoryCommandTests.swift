import StrictJSON
import SystemPackage
import TestSupport
import Testing

/// `landgrade history` over a renaming and a village that moved, on the real program.
@Suite struct HistoryCommandTests {
    private func store(_ temporary: TemporaryFolder) async throws -> String {
        let store = temporary.path.appending("store").string
        try #require(await Program.landgrade.run(["init", "--store", store]).status == 0)
        let package = try await temporary.revised(
            "430624-2027-3", issued: "2027-03-01", Revision.renamed + [.moved])
        let imported = try await Program.landgrade.run(["import", "--unsigned", "--store", store, package])
        try #require(imported.status == 0, "\(imported.error)")
        return store
    }

    @Test(arguments: ["新金龙村", "金龙村"])
    func `a renamed village is followed and the rule told`(_ name: String) async throws {
        let temporary = TemporaryFolder()
        let store = try await store(temporary)
        let run = try await Program.landgrade.run(
            ["history", "金龙镇", name, "--lang", "zh", "--store", store])
        #expect(run.status == 0 && run.error.isEmpty)
        let source = "曾用名，来源：430624-2027-3 湘阴县更名公告(2026)"
        let told =
            name == "金龙村"
            ? "按别名查得：“金龙村”是别名（\(source)）" : "本版名称为“金龙村”，与“新金龙村”为同一村（\(source)）"
        // Lines may be wrapped at any character.
        let text = run.output.filter { !$0.isWhitespace }
        #expect(text.contains(told.filter { !$0.isWhitespace }), "\(run.output)")
        #expect(text.contains("2025年1月23日起，2027年3月1日前"))
    }

    @Test func `each edition has its own grade and the formats agree`() async throws {
        let temporary = TemporaryFolder()
        let store = try await store(temporary)
        func run(_ format: String) async throws -> Run {
            try await Program.landgrade.run(["history", "金龙镇", "芙蓉村", "--format", format, "--store", store])
        }
        let json = try JSONValue(parsing: try await run("json").bytes)
        let editions = try #require(json["editions"]?.array)
        #expect(editions.map { $0["edition"]?.string } == ["430624-2027-3", "430624-2025-1"])
        let grades = editions.map { edition in
            edition["matches"]?.array?.first?["land_types"]?.array?.first?["grade"]?.integer
        }
        #expect(grades == [2, 1])
        #expect(editions[1]["in_force"]?.array?.first?["before"]?.string == "2027-03-01")
        let records = try await run("csv").output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = try #require(records.first)
        let (edition, landType, grade) = (
            try #require(header.firstIndex(of: "edition")), try #require(header.firstIndex(of: "land_type")),
            try #require(header.firstIndex(of: "grade"))
        )
        let orchard = records.dropFirst().filter { $0[landType] == "orchard" }.map { [$0[edition], $0[grade]] }
        #expect(orchard == [["430624-2027-3", "2"], ["430624-2025-1", "1"]])
        #expect(header.suffix(3) == ["in_force_from", "in_force_before", "alias_edition"])
    }

    @Test func `an edition without the village says so in every format`() async throws {
        let temporary = TemporaryFolder()
        let store = temporary.path.appending("store").string
        try #require(await Program.landgrade.run(["init", "--store", store]).status == 0)
        // Without the alias nothing says that the two names are of one village.
        let package = try await temporary.revised(
            "430624-2027-3", issued: "2027-03-01", Array(Revision.renamed.dropLast()))
        try #require(
            await Program.landgrade.run(["import", "--unsigned", "--store", store, package]).status == 0)
        func run(_ format: String) async throws -> String {
            try await Program.landgrade.run(
                ["history", "金龙镇", "新金龙村", "--lang", "zh", "--format", format, "--store", store]
            ).output
        }
        #expect(try await run("text").contains("本版未列该村（社区）。"))
        let editions = try #require(try JSONValue(parsing: Array(try await run("json").utf8))["editions"]?.array)
        #expect(editions[1]["outcome"]?.string == "unknown_village" && editions[1]["matches"]?.array?.isEmpty == true)
        let record = try #require(try await run("csv").split(separator: "\n").last)
        #expect(record.hasPrefix("unknown_village,430624,湘阴县,金龙镇,新金龙村,,,") && record.contains("430624-2025-1"))
    }
}

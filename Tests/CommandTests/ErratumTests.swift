import StrictJSON
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A person decides about an erratum, on the real programs.
@Suite struct ErratumTests {
    let workspace = TemporaryFolder()
    private var package: String { workspace("p") }

    private func copySeed() throws {
        try copyFolder(Repository.xiangyin, to: FilePath(package))
    }

    private func decide(_ words: [String], evidence: String = "核对公报原件第8页") async throws -> Run {
        try await Program.publish.run(["erratum"] + words + ["--evidence", evidence, package])
    }

    private func file(_ name: String) throws -> String { try contents(of: FilePath(package).appending(name)) }

    /// The answer from a store that holds the package in place of the seed.
    private func orchard(_ arguments: [String] = []) async throws -> JSONValue {
        let store = workspace("store")
        _ = try await Program.landgrade.run(["init", "--store", store])
        _ = try await Program.landgrade.run(["import", "--unsigned", "--replace", "--store", store, package])
        let run = try await Program.landgrade.run(
            ["lookup", "--store", store, "--format", "json", "--land-type", "orchard", "杨林寨乡", "东合港村"] + arguments)
        return try #require(
            try JSONValue(parsing: run.bytes)["matches"]?.array?.first?["land_types"]?.array?.first)
    }

    @Test func `confirmed the held grade stands and nothing is in dispute`() async throws {
        try copySeed()
        let grades = try file("grades.csv")
        try workspace.write("of a person", to: "p/notes.txt")
        let run = try await decide(["confirm", "E1"])
        #expect(run.status == 0 && run.error.isEmpty)
        let lines = run.output.split(separator: "\n")
        #expect(lines.prefix(2) == ["E1 confirmed: 16 entries", "in dispute still: 54"])
        #expect(try file("grades.csv") == grades)
        #expect(try file("errata.csv").contains("樟树镇第13行与第27行）。【已核实】核对公报原件第8页,confirmed\n"))
        #expect(try file("notes.txt") == "of a person")
        #expect(names(in: workspace.path) == ["p"])
        let check = try await Program.publish.run(["check", package])
        #expect(check.status == 0 && check.output.contains("disputed 54,"))
        let answer = try await orchard()
        #expect(answer["outcome"] == .string("graded") && answer["grade"] == .integer(1))
        #expect(answer["printed_grade"] == .integer(2) && answer["erratum"] == .string("E1"))
        #expect(answer["erratum_detail"]?["status"] == .string("confirmed"))
        #expect(try await orchard(["--as-printed"])["grade"] == .integer(2))
    }

    @Test func `a confirmed erratum counts as decided in lists and in validation`() async throws {
        try copySeed()
        _ = try await decide(["confirm", "E1"])
        _ = try await orchard()
        let store = workspace("store")
        let list = try await Program.landgrade.run(["list", "grades", "--store", store, "--format", "csv"])
        #expect(list.output.contains("430624,湘阴县,430624-2025-1,orchard,1,67,0,0,0,,,\n"))
        #expect(list.output.contains(",forest,1,117,24,0,0,,,\n"))
        let villages = try await Program.landgrade.run(
            ["list", "villages", "--store", store, "--format", "csv", "--township", "杨林寨乡", "--land-type", "orchard"])
        #expect(villages.output.contains("430624,湘阴县,杨林寨乡,东合港村,village,orchard,graded,1,2,E1,village,\n"))
        let editions = try await Program.landgrade.run(["editions", "--store", store])
        #expect(editions.output.contains("54 entries disputed"))
        try workspace.write("乡镇,村,地类,级别\n杨林寨乡,东合港村,园地,1\n杨林寨乡,东合港村,园地,2\n", to: "list.csv")
        let checked = try await Program.landgrade.run(
            ["validate", "--store", store, "--lang", "en", workspace("list.csv")])
        let rows = checked.output.split(separator: "\n").dropFirst()
        #expect(rows.first?.hasSuffix(",1,ok,杨林寨乡,东合港村,exact,orchard,1,,430624-2025-1,") == true)
        #expect(rows.last?.contains(",2,mismatch,杨林寨乡,东合港村,exact,orchard,1,,430624-2025-1,") == true)
    }

    @Test func `rejected the printed grade stands`() async throws {
        try copySeed()
        let run = try await decide(["reject", "E1"])
        #expect(run.output.hasPrefix("E1 rejected: 16 entries\nin dispute still: 54\n"))
        #expect(try file("grades.csv").contains("orchard,杨林寨乡,东合港村,village,2,2,E1,表2第11行\n"))
        #expect(try file("errata.csv").contains("【已否定】核对公报原件第8页,rejected\n"))
        let answer = try await orchard()
        #expect(answer["outcome"] == .string("graded") && answer["grade"] == .integer(2))
        #expect(answer["held_grade"] == .integer(2) && answer["erratum"] == .string("E1"))
        let check = try await Program.publish.run(["check", package])
        #expect(check.status == 0 && !check.output.contains("look: "))
    }

    @Test func `a rejected name goes back to the one printed in its row`() async throws {
        try copySeed()
        let run = try await decide(["reject", "E4"])
        #expect(run.status == 0 && run.output.hasPrefix("E4 rejected: 1 entry\n"))
        #expect(try file("grades.csv").contains("forest,三塘镇,金嵩村,village,2,2,E4,表3第23行\n"))
        #expect(try file("grades.csv").contains("orchard,三塘镇,金嵒村,village,2,2,,表2第21行\n"))
        let aliases = try file("aliases.csv")
        #expect(!aliases.contains("金嵩村") && aliases.contains("三塘镇,金崙村,金嵒村,register_name,"))
        let check = try await Program.publish.run(["check", package])
        #expect(check.status == 0 && check.output.contains("villages 246,"))
    }

    @Test func `what cannot be decided changes nothing`() async throws {
        try copySeed()
        let before = try file("datapackage.json") + file("errata.csv")
        func expect(_ run: Run, _ sentence: String) throws {
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.error == "landgrade-publish: \(package): \(sentence)\n")
            #expect(try file("datapackage.json") + file("errata.csv") == before)
            #expect(names(in: workspace.path) == ["p"])
        }
        try expect(
            try await decide(["confirm", "E9"]), "no erratum E9; there are: E1, E2, E3, E4, E5, E6, E7")
        let expected = "a text of at most 4000 characters without control characters or outer spaces"
        for evidence in ["", " ", "a\u{1B}b", String(repeating: "据", count: 4000)] {
            try expect(
                try await decide(["confirm", "E1"], evidence: evidence),
                "the evidence, with what is there already, must be \(expected)")
        }
        _ = try await decide(["confirm", "E1"])
        let again = try await decide(["reject", "E1"])
        #expect(
            again.error
                == "landgrade-publish: \(package): E1 is confirmed already; change the tables by hand and seal them\n")
        let chinese = try await decide(["reject", "E1", "--lang", "zh"])
        #expect(chinese.error == "landgrade-publish: \(package)：E1 已核实；要改动，请直接修改各表后重新封装\n")
        let missing = try await Program.publish.run(["erratum", "confirm", "E1", package])
        #expect(missing.status == 64)
    }

    @Test func `the errata are listed with their status`() async throws {
        try copySeed()
        _ = try await decide(["confirm", "E1"])
        let run = try await Program.publish.run(["erratum", "list", package])
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("E1 confirmed, 16 entries\n  printed: 表2第11行至第13行"))
        #expect(run.output.contains("\nE7 proposed, 0 entries\n"))
        let chinese = try await Program.publish.run(["erratum", "list", package, "--lang", "zh"])
        #expect(chinese.output.hasPrefix("E1 已核实，16 条\n  所印：表2第11行至第13行"))
        #expect(chinese.output.contains("\nE7 待核，0 条\n  所印："))
        let json = try JSONValue(
            parsing: try await Program.publish.run(["erratum", "list", package, "--format", "json"]).bytes)
        #expect(json["errata"]?.array?.map { $0["entries"]?.integer } == [16, 24, 30, 1, 1, 1, 0])
        for id in 2...7 { _ = try await decide(["confirm", "E\(id)"]) }
        #expect(try await Program.publish.run(["erratum", "list", package]).status == 0)
        #expect(try await Program.publish.run(["check", package]).output.contains("disputed 0,"))
    }

    /// Killed or failed at any call that changes a name, the folder is the old package or the new one.
    @Test(.enabled(if: access("/usr/bin/strace", X_OK) == 0, "needs strace"))
    func `the package changes whole or not at all`() async throws {
        try copySeed()
        let old = try file("datapackage.json")
        func run(_ injected: String) async throws -> Run {
            try await Program.publish.run(
                ["erratum", "confirm", "E1", "--evidence", "据", package],
                through: ["/usr/bin/strace", "-f", "-o", workspace("log"), "-e", "inject=\(injected)"])
        }
        for injected in [
            "renameat2:signal=KILL", "renameat2:error=EINVAL", "fsync:error=EIO:when=3", "fsync:signal=KILL:when=4",
            "mkdir:error=ENOSPC", "mkdirat:error=ENOSPC",
        ] {
            let ended = try await run(injected)
            guard try contents(of: FilePath(workspace("log"))).contains("INJECTED") || ended.status < 0 else {
                #expect(injected.hasPrefix("mkdir"), "\(injected) was not injected")
                continue
            }
            #expect(ended.status != 0 && ended.output.isEmpty, "\(injected)")
            let check = try await Program.publish.run(["check", package])
            #expect(check.status == 0, "\(injected): \(check.error)")
            if !injected.contains("signal") {
                #expect(try file("datapackage.json") == old, "\(injected)")
            }
        }
    }
}
